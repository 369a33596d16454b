//! The workshop of Frise: the second WebAssembly module of the page, which is loaded when a tool is asked for.
//!
//! The same module runs twice. In the page, [`page`] shows the tool that the address names beside the app and dispatches
//! events that the app hears; it shares no state with the app but the address and a copy of the index. In a worker, [`job`]
//! reads files, builds indexes and counts, so that the page stays free.
//!
//! Modules name only those before them: [`tool`] (the tool that an address names), [`report`] (the result of a statistic) →
//! [`measures`] (statistics), [`review_page`] (a page of what was understood of files) → [`job`] (requests and replies, and
//! the worker itself) → [`worker`] (the page's handle on the worker) → [`browser`] (events that the app hears, files) →
//! [`context`] (what a tool works on) → [`tools`] → [`page`].

mod browser;
mod context;
mod job;
mod measures;
mod page;
mod report;
mod review_page;
mod tool;
mod tools;
mod worker;

/// Smaller than the allocator of the standard library, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    job::serve();
}
