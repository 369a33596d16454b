//! The part of an address that says how another page embeds this one.
//!
//! ```text
//! embed=1  hide=search,facets  lock=1 (what the address sets)  lock=q,speaker  host=https://cours.example
//! ```
//!
//! What `lock=1` has locked is written out after it, so that what the reader chooses later is not locked when the address is
//! read again. `1,` has locked nothing.

use super::values::add;
use crate::state::{Frame, Lock, Part};
use form_urlencoded::Serializer;

/// The largest length of an origin: that of a domain name, with scheme and port.
const LONGEST_HOST: usize = 270;

/// Reads a pair of an address into the frame. Returns the values that are unknown; `None` if the key belongs elsewhere.
pub(super) fn read<'v>(key: &str, value: &'v str, frame: &mut Frame) -> Option<Vec<&'v str>> {
    let mut unknown = Vec::new();
    match key {
        "embed" if value == "1" => frame.embed = true,
        "host" if is_origin(value) => frame.host = value.to_string(),
        "embed" | "host" => unknown.push(value),
        "hide" => unknown = read_list(value, &Part::NAMES, &mut frame.hidden),
        "lock" => {
            let value = match value {
                "to" | "undated" => "from",
                "mentionsTo" => "mentionsFrom",
                "query" => "q",
                value => value,
            };
            unknown = read_list(value, &Lock::NAMES, &mut frame.locks);
        }
        _ => return None,
    }
    Some(unknown)
}

/// Adds what a list names, and returns the names that are unknown.
fn read_list<'v, T: Copy + PartialEq>(
    list: &'v str,
    names: &[(T, &str)],
    into: &mut Vec<T>,
) -> Vec<&'v str> {
    let is_known = |name: &&str| {
        let found = names.iter().find(|(_, known)| known == name);
        found.map(|(value, _)| add(into, *value)).is_some()
    };
    let given = list.split(',').filter(|name| !name.is_empty());
    let (_, unknown) = given.partition::<Vec<&str>, _>(is_known);
    unknown
}

/// Returns whether text is an origin as browsers write it: scheme, host, and a port if it is not the default.
fn is_origin(text: &str) -> bool {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        let may_be_in = |byte: u8| byte.is_ascii_lowercase() || b"0123456789.-:[]_".contains(&byte);
        !host.is_empty() && text.len() <= LONGEST_HOST && host.bytes().all(may_be_in)
    })
}

/// Appends what differs from the defaults.
pub(super) fn print(frame: &Frame, pairs: &mut Serializer<'_, String>) {
    if frame.embed {
        pairs.append_pair("embed", "1");
    }
    print_list("hide", &Part::NAMES, &frame.hidden, pairs);
    print_list("lock", &Lock::NAMES, &frame.locks, pairs);
    if !frame.host.is_empty() {
        pairs.append_pair("host", &frame.host);
    }
}

fn print_list<T: PartialEq>(
    key: &str,
    names: &[(T, &str)],
    values: &[T],
    pairs: &mut Serializer<'_, String>,
) {
    let named = names.iter().filter(|(value, _)| values.contains(value));
    let names: Vec<&str> = named.map(|(_, name)| *name).collect();
    match names.join(",") {
        list if list.is_empty() => {}
        list if list == "1" => drop(pairs.append_pair(key, "1,")),
        list => drop(pairs.append_pair(key, &list)),
    }
}
