//! To Yew, all components of the page are of one type: what it makes for each type (creating, comparing, drawing anew, taking
//! away) is some nine hundred bytes of WebAssembly, and the reader downloads all of it.

use super::hooks::are_same;
use std::any::Any;
use std::rc::Rc;
use web_sys::Element;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::html::HtmlResult;
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild};

/// A component. `name` is that of its type, and stands in its key: what one type keeps is never given to another that comes
/// to stand in its place.
pub fn part<C>(name: &'static str, key: Option<Key>, props: C::Properties) -> Html
where
    C: FunctionProvider + 'static,
{
    made(name, key, PartProps::of::<C>(props))
}

/// Shows a component in an element of the page, in place of what is there.
pub fn begin<C>(host: Element, props: C::Properties)
where
    C: FunctionProvider + 'static,
{
    yew::Renderer::<Part>::with_root_and_props(host, PartProps::of::<C>(props)).render();
}

#[inline(never)]
fn made(name: &'static str, key: Option<Key>, props: PartProps) -> Html {
    let key = [name, key.as_deref().unwrap_or_default()].concat();
    VChild::<Part>::new(props, Some(key.into())).into()
}

/// A component's own props, and what its type does with them.
#[derive(Clone, Properties)]
struct PartProps {
    props: Rc<dyn Any>,
    draw: fn(&mut HookContext, &dyn Any) -> HtmlResult,
    are_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartProps {
    fn of<C>(props: C::Properties) -> PartProps
    where
        C: FunctionProvider + 'static,
    {
        PartProps {
            props: Rc::new(props),
            draw: draw::<C>,
            are_same: are_same::<C::Properties>,
        }
    }
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        (self.are_same)(&*self.props, &*other.props)
    }
}

fn draw<C: FunctionProvider + 'static>(hooks: &mut HookContext, props: &dyn Any) -> HtmlResult {
    let props = props.downcast_ref().expect("a part has its type's props");
    C::run(hooks, props)
}

#[component]
fn Part(props: &PartProps) -> HtmlResult {
    use_part(props)
}

/// The hooks of the component itself.
fn use_part(props: &PartProps) -> impl Hook<Output = HtmlResult> {
    struct Draw<'a>(&'a PartProps);

    impl Hook for Draw<'_> {
        type Output = HtmlResult;

        fn run(self, hooks: &mut HookContext) -> HtmlResult {
            (self.0.draw)(hooks, &*self.0.props)
        }
    }

    Draw(props)
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_markup::html;

    #[component]
    fn One() -> Html {
        html! { "un" }
    }

    #[component]
    fn Other() -> Html {
        html! { "autre" }
    }

    #[test]
    fn a_part_does_not_take_the_place_of_another_type() {
        let nodes: [Html; 4] = [
            html! { <One /> },
            html! { <Other /> },
            html! { <One key="1" /> },
            html! { <One key={2} /> },
        ];
        let keys: Vec<&Key> = nodes.iter().filter_map(Html::key).collect();
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[..place].contains(key), "{key} stands twice");
        }
        assert_eq!(keys.len(), nodes.len());
    }
}
