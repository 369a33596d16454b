//! From tokens to nodes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Ident, LitStr, Result, Token, braced};

/// Nodes beside one another.
pub struct Nodes(pub Vec<Node>);

/// What can stand in a page.
pub enum Node {
    /// An element, or several where the tag is nothing.
    Element(Element),
    /// What draws itself, with its props.
    Component {
        name: Ident,
        attributes: Vec<Attribute>,
    },
    /// Text that is fixed.
    Text(String),
    /// A value that becomes a node.
    Value(TokenStream),
    /// An iterator over nodes.
    Each(Expr),
    /// Nodes that stand there on a condition, and those that do otherwise.
    If {
        condition: Expr,
        then: Nodes,
        otherwise: Option<Nodes>,
    },
}

/// An element with its attributes and what is in it.
pub struct Element {
    pub tag: Tag,
    pub attributes: Vec<Attribute>,
    pub inside: Nodes,
}

/// What an element is.
pub enum Tag {
    /// No element: only what is in it.
    Nothing,
    /// A name that is fixed.
    Name(String),
    /// A name that is not known yet.
    Value(Expr),
}

/// A name and its value.
pub struct Attribute {
    pub name: String,
    pub value: Value,
}

/// The value of an attribute.
pub enum Value {
    Text(String),
    Expression(TokenStream),
}

impl Parse for Nodes {
    fn parse(input: ParseStream) -> Result<Nodes> {
        let mut nodes = Vec::new();
        while !(input.is_empty() || input.peek(Token![<]) && input.peek2(Token![/])) {
            nodes.push(input.parse()?);
        }
        Ok(Nodes(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Node> {
        if input.peek(Token![if]) {
            return condition(input);
        }
        if input.peek(LitStr) {
            return Ok(Node::Text(input.parse::<LitStr>()?.value()));
        }
        if !input.peek(Token![<]) {
            let content;
            braced!(content in input);
            return value(&content);
        }
        if input.peek2(Ident::peek_any) {
            let ahead = input.fork();
            ahead.parse::<Token![<]>()?;
            let name = ahead.call(Ident::parse_any)?.to_string();
            if name.starts_with(char::is_uppercase) {
                return component(input);
            }
        }
        Ok(Node::Element(input.parse()?))
    }
}

fn value(content: ParseStream) -> Result<Node> {
    if content.peek(Token![for]) {
        content.parse::<Token![for]>()?;
        return Ok(Node::Each(content.parse()?));
    }
    if content.peek(LitStr) {
        let ahead = content.fork();
        let text: LitStr = ahead.parse()?;
        if ahead.is_empty() {
            content.parse::<LitStr>()?;
            return Ok(Node::Text(text.value()));
        }
    }
    let statements = content.call(syn::Block::parse_within)?;
    Ok(Node::Value(quote!({ #(#statements)* })))
}

fn condition(input: ParseStream) -> Result<Node> {
    input.parse::<Token![if]>()?;
    let condition = Expr::parse_without_eager_brace(input)?;
    let nodes = |input: ParseStream| {
        let content;
        braced!(content in input);
        content.parse::<Nodes>()
    };
    let then = nodes(input)?;
    let mut otherwise = None;
    if input.peek(Token![else]) {
        input.parse::<Token![else]>()?;
        otherwise = Some(if input.peek(Token![if]) {
            Nodes(vec![self::condition(input)?])
        } else {
            nodes(input)?
        });
    }
    Ok(Node::If {
        condition,
        then,
        otherwise,
    })
}

/// A component without anything in it.
fn component(input: ParseStream) -> Result<Node> {
    input.parse::<Token![<]>()?;
    let name = input.parse()?;
    let mut attributes = Vec::new();
    while !input.peek(Token![/]) {
        if input.peek(Token![>]) {
            return Err(
                input.error("a component ends with `/>`: none of Frise's has anything in it")
            );
        }
        attributes.push(input.parse()?);
    }
    input.parse::<Token![/]>()?;
    input.parse::<Token![>]>()?;
    Ok(Node::Component { name, attributes })
}

impl Parse for Element {
    fn parse(input: ParseStream) -> Result<Element> {
        input.parse::<Token![<]>()?;
        let tag = tag(input)?;
        let mut attributes = Vec::new();
        while !input.peek(Token![>]) && !input.peek(Token![/]) {
            attributes.push(input.parse()?);
        }
        if input.peek(Token![/]) {
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Element {
                tag,
                attributes,
                inside: Nodes(Vec::new()),
            });
        }
        input.parse::<Token![>]>()?;
        let inside = input.parse()?;
        end(input, &tag)?;
        Ok(Element {
            tag,
            attributes,
            inside,
        })
    }
}

fn tag(input: ParseStream) -> Result<Tag> {
    if input.peek(Token![@]) {
        input.parse::<Token![@]>()?;
        let content;
        braced!(content in input);
        return Ok(Tag::Value(content.parse()?));
    }
    if input.peek(Token![>]) {
        return Ok(Tag::Nothing);
    }
    Ok(Tag::Name(name(input)?))
}

fn end(input: ParseStream, tag: &Tag) -> Result<()> {
    input.parse::<Token![<]>()?;
    input.parse::<Token![/]>()?;
    match tag {
        Tag::Nothing => {}
        Tag::Value(_) => drop(input.parse::<Token![@]>()?),
        Tag::Name(expected) => {
            let at = input.span();
            let found = name(input)?;
            if found != *expected {
                let message = format!("expected </{expected}>, found </{found}>");
                return Err(Error::new(at, message));
            }
        }
    }
    input.parse::<Token![>]>()?;
    Ok(())
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> Result<Attribute> {
        if !input.peek(Ident::peek_any) {
            let content;
            braced!(content in input);
            let name: Ident = content.parse()?;
            return Ok(Attribute {
                name: name.to_string(),
                value: Value::Expression(quote!(#name)),
            });
        }
        let name = name(input)?;
        input.parse::<Token![=]>()?;
        if input.peek(LitStr) {
            let value = Value::Text(input.parse::<LitStr>()?.value());
            return Ok(Attribute { name, value });
        }
        let content;
        braced!(content in input);
        let statements = content.call(syn::Block::parse_within)?;
        let value = Value::Expression(quote!({ #(#statements)* }));
        Ok(Attribute { name, value })
    }
}

/// A name of HTML: words with hyphens between them.
fn name(input: ParseStream) -> Result<String> {
    let mut name = input.call(Ident::parse_any)?.unraw().to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name.push('-');
        name.push_str(&input.call(Ident::parse_any)?.to_string());
    }
    Ok(name)
}
