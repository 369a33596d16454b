//! The workshop of Frise: the second WebAssembly module of the page, which is loaded when a tool is asked for.
//!
//! The same module runs twice. In the page, [`page`] shows the tool that the address names beside the app and dispatches
//! events that the app hears; it shares no state with the app but the address and a copy of the index. In a worker, [`job`]
//! reads files, builds indexes and counts, so that the page stays free.
//!
//! Modules name only those before them: [`tool`] (the tool that an address names), [`report`] (the result of a statistic) →
//! [`measures`] (statistics), [`understood`] (what was understood of files) → [`job`] (requests and replies of the worker) → [`crew`] (the worker as the page sees it) →
//! [`browser`] (events that the app hears) → [`mod@bench`] (what tools work on) → [`tools`] → [`page`].

mod bench;
mod browser;
mod crew;
mod job;
mod measures;
mod page;
mod report;
mod tool;
mod tools;
mod understood;

/// Smaller than the allocator of the standard library, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    job::serve();
}
