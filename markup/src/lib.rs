//! `html!` as Yew has it, made small.
//!
//! What Yew's own macro expands to builds each element where it stands, some two hundred bytes of WebAssembly apiece, and
//! the reader downloads all of it. This one writes what is fixed in an element (tags, names, texts) into one string, the
//! template, and leaves only the values that change, the slots, to code:
//!
//! ```text
//! html! { <p class="rest" {id}>{ "Le reste : " }<code onclick={choose}>{ rest }</code></p> }
//!
//!     template   <p  class=rest  id?  Le reste :  <code  @  $  >  >        (drawn apart in `template`)
//!     slots      id, choose, rest
//! ```
//!
//! `crate::views::markup` reads the template at run time and puts the slots where they belong.
//!
//! The rooms: [`syntax`](mod@syntax) (tokens → nodes), [`template`](mod@template) (nodes → template and slots). Read are
//! elements, components (which `crate::views::part` makes), texts, `{ expression }`, `{ for iterator }`, `if` with `else`,
//! `<@{tag}>`, and the attributes `name="text"`, `name={value}`, `{name}`, `key`, `ref`, and `on…` for what listens.
//! Anything else is an error where it stands.

mod syntax;
mod template;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// Elements as Yew's `html!` has them; see the story of this crate for what is read.
#[proc_macro]
pub fn html(tokens: TokenStream) -> TokenStream {
    template::expand(&parse_macro_input!(tokens as syntax::Nodes).0).into()
}
