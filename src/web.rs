//! The only module that calls the browser. Every call is guarded: where a browser refuses (a frame without rights, a file opened
//! from disk), the page goes on without.

mod document;
mod file;
mod gestures;
mod history;
mod input;
mod linked;
mod ruler;
mod shell;
mod timing;
mod tracks;
mod width;

pub use document::{
    app_host, describe, focus, is_cut_below, mark_stage, scroll_to, scroll_to_start, scroll_within,
};
pub use file::save_file;
pub use gestures::{Gesture, watch_gestures};
pub use history::{address, on_navigation, page_address, set_address, shared_address};
pub use input::{
    capture_pointer, clear_field, event_value, field_value, is_caret_at_end, mouse_offset,
    pointer_share, pressed_id, select_value,
};
pub use linked::{light_passage, watch_passages};
pub use ruler::Ruler;
pub use shell::{
    call_shell, close_tool, give_up, given_corpus, has_tools, keep, load_shard, on_corpus,
    on_shell_event, set_given_corpus, show_tool,
};
pub use timing::{after_delay, after_paint, every, timed};
pub use tracks::{OnTrack, watch_tracks};
pub use width::{WidthWatch, width_of};

use web_sys::Window;

/// Returns whether there is a browser; where components are rendered to text, there is none.
pub fn is_there() -> bool {
    window().is_some()
}

/// Returns the window; `None` outside of a browser.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") {
        web_sys::window()
    } else {
        None
    }
}
