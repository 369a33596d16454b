//! Journeys through the built page, by subject. They are one program, so that no browser waits for the last journey of another.

mod embed;
mod explore;
mod guest;
mod kept;
mod lesson;
mod linked;
mod notebook;
mod offline;
mod panes;
mod refusals;
mod search;
mod shards;
mod sizes;
mod timelines;
mod trouble;
mod workshop;
