//! Reads the templates that `html!` of `frise-markup` writes (`markup/src/template.rs` draws them), and puts the slots where
//! they belong.
//!
//! The names of an element's attributes are gathered once a template and kept, because Yew compares elements by the place of
//! that list: as long as it stays, only values are looked at.

use std::cell::RefCell;
use std::mem::take;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, FullyKeyedState, Key, Listener, VList, VNode, VTag, VText,
};

/// A value that changes.
#[derive(Default)]
pub enum Slot {
    /// An attribute that is not there, or what was taken away already.
    #[default]
    Absent,
    /// An attribute's value, or a text.
    Text(AttrValue),
    /// A node.
    Node(VNode),
    /// What listens to an event, if anything does.
    Listener(Option<Rc<dyn Listener>>),
    /// What tells elements beside one another apart.
    Key(Key),
    /// What finds the element again.
    Reference(NodeRef),
}

/// The nodes of a template, as one.
#[inline(never)]
pub fn build(template: &'static str, slots: &mut [Slot]) -> Html {
    let mut reader = Reader {
        rest: template,
        slots: slots.iter_mut(),
        names: names(template).iter(),
    };
    one(reader.nodes())
}

/// Nodes from a function that gives one after the other.
#[inline(never)]
pub fn each(next: &mut dyn FnMut() -> Option<Slot>) -> Slot {
    let mut all = Vec::new();
    while let Some(slot) = next() {
        all.push(slot.into_node());
    }
    Slot::Node(VList::with_children(all, None).into())
}

/// An attribute whose presence is its value.
#[inline(never)]
pub fn flag(name: &'static str, present: bool) -> Slot {
    match present {
        true => Slot::Text(AttrValue::Static(name)),
        false => Slot::Absent,
    }
}

/// What tells elements beside one another apart.
pub fn key(key: impl Into<Key>) -> Slot {
    Slot::Key(key.into())
}

type Names = &'static [&'static [&'static str]];

/// The names of the attributes of each element of a template, in order.
fn names(template: &'static str) -> Names {
    thread_local! {
        static KNOWN: RefCell<Vec<(*const u8, Names)>> = const { RefCell::new(Vec::new()) };
    }
    KNOWN.with_borrow_mut(|known| {
        let place = known.partition_point(|(start, _)| *start < template.as_ptr());
        match known.get(place) {
            Some((start, names)) if *start == template.as_ptr() => names,
            _ => {
                // There are as many as there are templates in the code.
                let names: Names = Vec::leak(gathered(template));
                known.insert(place, (template.as_ptr(), names));
                names
            }
        }
    })
}

fn gathered(template: &'static str) -> Vec<&'static [&'static str]> {
    let mut all: Vec<Vec<&'static str>> = Vec::new();
    // Attributes follow their element before anything else does.
    let mut rest = template;
    while let Some((mark, fixed)) = part(&mut rest) {
        match mark {
            '\u{1}' | '\u{2}' => all.push(Vec::new()),
            '\u{4}' | '\u{5}' => {
                let name = fixed.split_once('=').map_or(fixed, |(name, _)| name);
                all.last_mut().expect("an element has begun").push(name);
            }
            _ => {}
        }
    }
    all.into_iter().map(|names| &*Vec::leak(names)).collect()
}

/// The next part of a template: its mark, and what is fixed in it.
fn part(rest: &mut &'static str) -> Option<(char, &'static str)> {
    let mark = rest.chars().next()?;
    let after = &rest[1..];
    let end = after
        .bytes()
        .position(|byte| byte < 0x10)
        .unwrap_or(after.len());
    *rest = &after[end..];
    Some((mark, &after[..end]))
}

struct Reader<'a> {
    rest: &'static str,
    slots: std::slice::IterMut<'a, Slot>,
    names: std::slice::Iter<'static, &'static [&'static str]>,
}

impl Reader<'_> {
    /// The nodes up to the end of the element that they are in.
    fn nodes(&mut self) -> Vec<VNode> {
        let mut nodes = Vec::new();
        while let Some((mark, fixed)) = part(&mut self.rest) {
            nodes.push(match mark {
                '\u{3}' => break,
                '\u{e}' => VText::new(fixed).into(),
                '\u{f}' => self.slot().into_node(),
                '\u{2}' => match self.slot() {
                    Slot::Text(tag) => self.element(tag),
                    _ => VNode::default(),
                },
                _ => self.element(AttrValue::Static(fixed)),
            });
        }
        nodes
    }

    fn slot(&mut self) -> Slot {
        self.slots.next().map(take).unwrap_or_default()
    }

    /// The element that has just begun.
    fn element(&mut self, tag: AttrValue) -> VNode {
        let names = self.names.next().copied().unwrap_or_default();
        if tag.is_empty() {
            return one(self.nodes());
        }
        let mut element = VTag::new(tag);
        let mut values = Vec::with_capacity(names.len());
        let mut listeners = Vec::new();
        let mut rest = self.rest;
        while let Some((mark, fixed)) = part(&mut rest) {
            match mark {
                '\u{4}' => {
                    let value = fixed.split_once('=').map_or("", |(_, value)| value);
                    values.push(Some(AttributeOrProperty::Attribute(AttrValue::Static(
                        value,
                    ))));
                }
                '\u{5}' => {
                    let value = match self.slot() {
                        Slot::Text(value) if fixed != "class" || !value.is_empty() => Some(value),
                        _ => None,
                    };
                    // What is in a field is not what its attribute says.
                    if fixed == "value" && element.children().is_none() {
                        element.set_value(value);
                        values.push(None);
                    } else {
                        values.push(value.map(AttributeOrProperty::Attribute));
                    }
                }
                '\u{6}' => {
                    if let Slot::Listener(listener) = self.slot() {
                        listeners.push(listener);
                    }
                }
                '\u{7}' => {
                    if let Slot::Key(key) = self.slot() {
                        element.key = Some(key);
                    }
                }
                '\u{8}' => {
                    if let Slot::Reference(reference) = self.slot() {
                        element.node_ref = reference;
                    }
                }
                _ => break,
            }
            self.rest = rest;
        }
        if !names.is_empty() {
            element.set_attributes(Attributes::Dynamic {
                keys: names,
                values: values.into(),
            });
        }
        if !listeners.is_empty() {
            element.set_listeners(listeners.into());
        }
        let inside = one(self.nodes());
        if let Some(children) = element.children_mut() {
            *children = inside;
        }
        element.into()
    }
}

/// Several nodes as one.
fn one(mut nodes: Vec<VNode>) -> VNode {
    match nodes.len() {
        1 => nodes.remove(0),
        // They are told apart by their places, whether they have keys or not.
        _ => VList::__macro_new(nodes, None, FullyKeyedState::KnownMissingKeys).into(),
    }
}

impl Slot {
    fn into_node(self) -> VNode {
        match self {
            Slot::Node(node) => node,
            Slot::Text(text) => VText::new(text).into(),
            _ => VNode::default(),
        }
    }
}

/// What can stand in an element.
pub trait Child {
    /// As a slot.
    fn slot(self) -> Slot;
}

impl Child for VNode {
    fn slot(self) -> Slot {
        Slot::Node(self)
    }
}

impl Child for Vec<VNode> {
    fn slot(self) -> Slot {
        Slot::Node(VList::with_children(self, None).into())
    }
}

impl<T: Child> Child for Option<T> {
    fn slot(self) -> Slot {
        self.map_or(Slot::Absent, Child::slot)
    }
}

impl Child for i32 {
    fn slot(self) -> Slot {
        Child::slot(self.to_string())
    }
}

impl Child for AttrValue {
    fn slot(self) -> Slot {
        Slot::Text(self)
    }
}

impl Child for String {
    #[inline(never)]
    fn slot(self) -> Slot {
        Slot::Text(self.into())
    }
}

impl Child for &str {
    #[inline(never)]
    fn slot(self) -> Slot {
        Slot::Text(self.to_string().into())
    }
}

impl Child for &String {
    fn slot(self) -> Slot {
        Child::slot(self.as_str())
    }
}

/// What an attribute can be.
pub trait Value {
    /// As a slot.
    fn slot(self) -> Slot;
}

impl Value for &'static str {
    fn slot(self) -> Slot {
        Slot::Text(AttrValue::Static(self))
    }
}

impl Value for bool {
    fn slot(self) -> Slot {
        Value::slot(if self { "true" } else { "false" })
    }
}

impl Value for String {
    #[inline(never)]
    fn slot(self) -> Slot {
        Slot::Text(self.into())
    }
}

impl Value for AttrValue {
    fn slot(self) -> Slot {
        Slot::Text(self)
    }
}

impl<T: Value> Value for Option<T> {
    fn slot(self) -> Slot {
        self.map_or(Slot::Absent, Value::slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[component]
    fn Inner() -> Html {
        ::yew::html! { <b>{ "dedans" }</b> }
    }

    /// What the same tokens give by this macro and by Yew's.
    macro_rules! check {
        ($($tokens:tt)*) => {{
            #[component]
            fn Ours() -> Html {
                frise_markup::html! { $($tokens)* }
            }
            #[component]
            fn Theirs() -> Html {
                ::yew::html! { $($tokens)* }
            }
            let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
            let [ours, theirs] = runtime.block_on(async {
                let ours = ::yew::ServerRenderer::<Ours>::new().hydratable(false).render().await;
                let theirs = ::yew::ServerRenderer::<Theirs>::new().hydratable(false).render().await;
                [ours, theirs]
            });
            assert_eq!(ours, theirs);
        }};
    }

    #[test]
    fn it_makes_what_the_macro_of_yew_makes() {
        check!(<p></p>);
        check!(<br />);
        check!({ "seul" });
        check!("seul");
        check!(<p id="a" class="b c" aria-label="d « e » = f">{ "g" }<i>{ "h" }</i>{ "i" }</p>);
        check!(<>{ "un" }<p>{ String::from("d < e") }</p></>);
        check!(<input value={"écrit"} type="text" disabled={true} hidden={false} />);
        check!(<option value={"v"} selected={true}>{ 7 }</option>);
        check!(<@{"h3"} id="t">{ "titre" }</@>);
        check!(<div><Inner /><Inner key="k" /></div>);
        check!(<p class={"a b"} title={None::<&str>} lang={Some("fr")}></p>);
        check!(<p class={""} id={""}></p>);
        check!(<ul>{ for ["un", "deux"].iter().map(|word| ::yew::html! { <li key={*word}>{ *word }</li> }) }</ul>);
        check!(<p>if 1 + 1 == 2 { <b>{ "oui" }</b>{ "!" } } else { { "non" } }</p>);
        check!(<p>if let Some(word) = ["un"].get(7) { { *word } } else if ["un"].len() == 1 { { "trois" } }</p>);
        check!(<p>if false { <b /> }</p>);
    }

    #[test]
    fn the_names_of_a_template_stay_in_place() {
        let paragraph = |words: &'static str| match frise_markup::html! { <p id={words} lang="fr"></p> }
        {
            VNode::VTag(tag) => match &tag.attributes {
                Attributes::Dynamic { keys, .. } => *keys,
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        };
        assert_eq!(paragraph("un"), ["id", "lang"]);
        assert!(std::ptr::eq(paragraph("un"), paragraph("deux")));
    }
}
