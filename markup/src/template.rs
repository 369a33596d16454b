//! From nodes to a template and its slots.
//!
//! A template is read from left to right; each part begins with a character that says what it is, and what is fixed ends with
//! the next such character:
//!
//! ```text
//! U+0001 tag     an element begins        U+0005 name          an attribute: the next slot
//! U+0002         an element whose tag     U+0006               what listens: the next slot
//!                is the next slot         U+0007               its key: the next slot
//! U+0003         the element ends         U+0008               its node reference: the next slot
//! U+0004 name=…  a fixed attribute        U+000E text          a text
//!                                         U+000F               a node: the next slot
//! ```

use crate::syntax::{Attribute, Element, Node, Tag, Value};
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Error, Ident};

/// The expression that makes these nodes one.
pub fn expand(nodes: &[Node]) -> TokenStream {
    if nodes.is_empty() {
        return quote!(::yew::virtual_dom::VNode::default());
    }
    let mut template = Template::default();
    for node in nodes {
        template.node(node);
    }
    let Template { text, slots } = template;
    quote!(crate::views::markup::build(#text, &mut [#(#slots),*]))
}

/// The expression that makes a component.
fn component(name: &Ident, attributes: &[Attribute]) -> TokenStream {
    let mut key = quote!(::std::option::Option::None);
    let mut props = Vec::new();
    for Attribute { name, value } in attributes {
        let value = match value {
            Value::Text(text) => quote!(#text),
            Value::Expression(value) => value.clone(),
        };
        if name == "key" {
            key = quote!(::std::option::Option::Some((#value).into()));
        } else {
            let name = format_ident!("{name}");
            props.push(quote!(#name: #value));
        }
    }
    quote!(crate::views::part::part::<#name>(
        ::std::stringify!(#name),
        #key,
        ::yew::props!(<#name as ::yew::functional::FunctionProvider>::Properties { #(#props),* })
    ))
}

/// The attributes whose presence is their value.
const FLAGS: [&str; 6] = [
    "checked", "disabled", "hidden", "open", "readonly", "selected",
];

#[derive(Default)]
struct Template {
    text: String,
    slots: Vec<TokenStream>,
}

impl Template {
    fn slot(&mut self, mark: char, slot: TokenStream) {
        self.text.push(mark);
        self.slots.push(slot);
    }

    fn fixed(&mut self, mark: char, parts: &[&str]) {
        self.text.push(mark);
        for part in parts {
            if part.contains(|c: char| c < '\u{10}') {
                let message = "a control character cannot stand in a template";
                let error = Error::new(Span::call_site(), message).to_compile_error();
                self.slots.push(error);
            }
            self.text.push_str(part);
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.fixed('\u{e}', &[text]),
            Node::Value(value) => {
                self.slot('\u{f}', quote!(crate::views::markup::Child::slot(#value)));
            }
            Node::Component { name, attributes } => {
                let component = component(name, attributes);
                self.slot('\u{f}', quote!(crate::views::markup::Slot::Node(#component)));
            }
            Node::Each(each) => self.slot(
                '\u{f}',
                quote!({
                    let mut all = ::std::iter::IntoIterator::into_iter(#each);
                    crate::views::markup::each(&mut || all.next().map(crate::views::markup::Child::slot))
                }),
            ),
            Node::If {
                condition,
                then,
                otherwise,
            } => {
                let then = expand(&then.0);
                let otherwise = expand(otherwise.as_ref().map_or(&[], |nodes| &nodes.0));
                self.slot(
                    '\u{f}',
                    quote!(crate::views::markup::Slot::Node(if #condition { #then } else { #otherwise })),
                );
            }
            Node::Element(element) => self.element(element),
        }
    }

    fn element(&mut self, element: &Element) {
        match &element.tag {
            Tag::Nothing => self.fixed('\u{1}', &[]),
            Tag::Name(name) => self.fixed('\u{1}', &[name]),
            Tag::Value(tag) => {
                self.slot('\u{2}', quote!(crate::views::markup::Value::slot(#tag)));
            }
        }
        // The class comes last, as Yew's macro has it.
        let (class, others): (Vec<_>, Vec<_>) =
            (element.attributes.iter()).partition(|attribute| attribute.name == "class");
        for attribute in others.into_iter().chain(class) {
            self.attribute(attribute);
        }
        for node in &element.inside.0 {
            self.node(node);
        }
        self.text.push('\u{3}');
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let name = attribute.name.as_str();
        let value = match &attribute.value {
            Value::Text(text) => return self.fixed('\u{4}', &[name, "=", text]),
            Value::Expression(value) => value,
        };
        if name == "key" {
            self.slot('\u{7}', quote!(crate::views::markup::key(#value)));
        } else if name == "ref" {
            self.slot(
                '\u{8}',
                quote!(crate::views::markup::Slot::Reference(#value.clone())),
            );
        } else if name.starts_with("on") {
            let event: Ident = format_ident!("{name}");
            self.slot(
                '\u{6}',
                quote!(crate::views::markup::Slot::Listener(::yew::html::#event::Wrapper::__macro_new(#value))),
            );
        } else if FLAGS.contains(&name) {
            self.slot('\u{5}', quote!(crate::views::markup::flag(#name, #value)));
            self.text.push_str(name);
        } else {
            self.slot('\u{5}', quote!(crate::views::markup::Value::slot(#value)));
            self.text.push_str(name);
        }
    }
}
