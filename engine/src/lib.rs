//! The engine of Frise: from a corpus of dated, attributed texts to bytes, and from bytes to answers.
//!
//! It knows no browser and no file system: every function goes from values to values.
//! It never panics, whatever bytes or query it is given.
//!
//! Each module names only those before it:
//! [`sorting`] → [`text`] → [`date`] → `mention` → [`corpus`] → [`index`] → [`query`] → [`search`] → [`timeline`], [`concordance`], [`examples`]; with the feature
//! `compile`, which has `mention` too, the module of that name ties them together for the builder.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(feature = "compile")]
pub mod compile;
pub mod concordance;
pub mod corpus;
pub mod date;
pub mod examples;
#[cfg(feature = "compile")]
pub mod export;
pub mod index;
#[cfg(feature = "compile")]
pub mod mention;
pub mod query;
pub mod search;
pub mod sorting;
pub mod text;
pub mod timeline;
