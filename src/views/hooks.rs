//! Yew's hooks for values of any type. Yew makes a hook anew for each type of value that it is used with, and the reader
//! downloads all of them; here there is one of each, which knows its values as [`Any`], as for components (`part`).
//!
//! A component keeps a value ([`use_kept`]), makes one of others and makes it again when these change ([`use_made`]), and does
//! something after it was drawn ([`use_after`]).

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;
use yew::functional::{Hook, HookContext, TearDown};
use yew::prelude::*;

/// A value that a component keeps from one drawing to the next.
pub struct Kept<T> {
    handle: UseStateHandle<Value>,
    of: PhantomData<T>,
}

impl<T: 'static> Kept<T> {
    /// Keeps another value, and has the component drawn anew.
    pub fn set(&self, value: T) {
        self.handle.set(Value {
            are_same: self.handle.are_same,
            value: Rc::new(value),
        });
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        let handle = self.handle.clone();
        Kept {
            handle,
            of: PhantomData,
        }
    }
}

impl<T: 'static> Deref for Kept<T> {
    type Target = T;

    fn deref(&self) -> &T {
        expect(&*self.handle.value)
    }
}

/// A value that the component keeps. Setting it always draws the component anew.
pub fn use_kept<T: 'static>(first: impl FnOnce() -> T) -> impl Hook<Output = Kept<T>> {
    kept(first, |_, _| false)
}

/// As [`use_kept`], but setting it to what it is draws nothing.
pub fn use_kept_if_other<T: PartialEq + 'static>(
    first: impl FnOnce() -> T,
) -> impl Hook<Output = Kept<T>> {
    kept(first, are_same::<T>)
}

fn kept<T: 'static>(
    first: impl FnOnce() -> T,
    are_same: fn(&dyn Any, &dyn Any) -> bool,
) -> impl Hook<Output = Kept<T>> {
    Running(move |hooks: &mut HookContext| {
        let mut first = Some(first);
        let mut first = || -> Rc<dyn Any> {
            let first = first.take().expect("a first value is asked for once");
            Rc::new(first())
        };
        Kept {
            handle: keep(hooks, &mut first, are_same),
            of: PhantomData,
        }
    })
}

#[inline(never)]
fn keep(
    hooks: &mut HookContext,
    first: &mut dyn FnMut() -> Rc<dyn Any>,
    are_same: fn(&dyn Any, &dyn Any) -> bool,
) -> UseStateHandle<Value> {
    let value = || Value {
        value: first(),
        are_same,
    };
    use_state_eq(value).run(hooks)
}

/// What is made of some values, again whenever they change.
pub fn use_made<T: 'static, D: PartialEq + 'static>(
    of: D,
    make: impl FnOnce(&D) -> T,
) -> impl Hook<Output = Rc<T>> {
    Running(move |hooks: &mut HookContext| {
        let mut make = Some(make);
        let mut make = |of: &dyn Any| -> Rc<dyn Any> {
            let make = make.take().expect("a value is made once");
            Rc::new(make(expect(of)))
        };
        let made = remake(hooks, Value::of(of), &mut make);
        made.downcast().expect("what is made has one type")
    })
}

#[inline(never)]
fn remake(
    hooks: &mut HookContext,
    of: Value,
    make: &mut dyn FnMut(&dyn Any) -> Rc<dyn Any>,
) -> Rc<dyn Any> {
    let made = use_memo(of, |of| make(&*of.value)).run(hooks);
    Rc::clone(&made)
}

/// Does something after the component was drawn, the first time and whenever some values have changed; what it gives is called
/// before the next time, and when the component goes.
pub fn use_after<D: PartialEq + 'static, E: TearDown>(
    values: D,
    act: impl FnOnce(&D) -> E + 'static,
) -> impl Hook<Output = ()> {
    Running(move |hooks: &mut HookContext| {
        let act = move |values: &dyn Any| -> Box<dyn FnOnce()> {
            let end = act(expect(values));
            Box::new(|| end.tear_down())
        };
        act_after(hooks, Value::of(values), Box::new(act));
    })
}

/// What is done, and what ends it.
type Act = Box<dyn FnOnce(&dyn Any) -> Box<dyn FnOnce()>>;

#[inline(never)]
fn act_after(hooks: &mut HookContext, values: Value, act: Act) {
    use_effect_with(values, |values: &Value| act(&*values.value)).run(hooks);
}

/// A hook that is a function of the hooks of its component.
struct Running<F>(F);

impl<F, T> Hook for Running<F>
where
    F: FnOnce(&mut HookContext) -> T,
{
    type Output = T;

    fn run(self, hooks: &mut HookContext) -> T {
        let Running(run) = self;
        run(hooks)
    }
}

/// A value of any type, and how it is compared with another of the same.
struct Value {
    value: Rc<dyn Any>,
    are_same: fn(&dyn Any, &dyn Any) -> bool,
}

impl Value {
    fn of<T: PartialEq + 'static>(value: T) -> Value {
        Value {
            value: Rc::new(value),
            are_same: are_same::<T>,
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (self.are_same)(&*self.value, &*other.value)
    }
}

/// Whether a value of a type and any other are the same.
pub fn are_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    other.downcast_ref::<T>() == Some(expect(one))
}

/// A hook of a component keeps its place, and with it the type of its value.
fn expect<T: 'static>(value: &dyn Any) -> &T {
    value.downcast_ref().expect("a hook's value has one type")
}
