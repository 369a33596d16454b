//! What an embedder says in the address, and what it locks.

use crate::{check_both_ways, check_read, filtered, framed, speaker, theme};
use frise::state::{Frame, Lock, State};
use frise_index::search::Filters;

fn locked(locks: &[Lock], state: State) -> State {
    let locks = locks.to_vec();
    State {
        frame: Frame {
            locks,
            ..Frame::default()
        },
        ..state
    }
}

#[test]
fn an_embedder_names_its_origin() {
    for host in [
        "https://cours.example",
        "http://localhost:8080",
        "http://127.0.0.1:80",
        "https://[::1]:8",
    ] {
        let state = framed(Frame {
            host: host.into(),
            ..Frame::default()
        });
        check_read(&format!("?host={host}"), state.clone());
        check_both_ways(
            state,
            &format!(
                "?host={}",
                host.replace(':', "%3A")
                    .replace('/', "%2F")
                    .replace('[', "%5B")
                    .replace(']', "%5D")
            ),
        );
    }
}

#[test]
fn locks_are_named_or_follow_from_what_is_set() {
    let nothing = State::default;
    check_both_ways(locked(&[Lock::Query], nothing()), "?lock=q");
    let all = Lock::NAMES.map(|(lock, _)| lock);
    check_both_ways(
        locked(&all[1..], nothing()),
        "?lock=q%2Cfrom%2CmentionsFrom%2Cspeaker%2Cvoice%2Ctheme%2Cdoc%2Ckind",
    );
    for (name, lock) in [
        ("to", Lock::Dates),
        ("undated", Lock::Dates),
        ("mentionsTo", Lock::Mentions),
    ] {
        check_read(&format!("?lock={name}"), locked(&[lock], nothing()));
    }
    // What is set is locked, wherever the lock stands, and is named from then on.
    let asked = filtered(Filters {
        speakers: vec![speaker("wang-yi")],
        themes: vec![theme("paix")],
        ..Filters::default()
    });
    let held = locked(&[Lock::Set, Lock::Speakers, Lock::Themes], asked);
    check_read("?lock=1&speaker=wang-yi&theme=paix", held.clone());
    check_read("?speaker=wang-yi&theme=paix&lock=1", held.clone());
    check_both_ways(held, "?speaker=wang-yi&theme=paix&lock=1%2Cspeaker%2Ctheme");
    // Where nothing was set, nothing that comes later is locked.
    check_read("?lock=1", locked(&[Lock::Set], nothing()));
    check_both_ways(locked(&[Lock::Set], nothing()), "?lock=1%2C");
    let later = filtered(Filters {
        undated: true,
        ..Filters::default()
    });
    check_both_ways(locked(&[Lock::Set], later.clone()), "?undated=1&lock=1%2C");
    check_read(
        "?undated=1&lock=1",
        locked(&[Lock::Set, Lock::Dates], later),
    );
    let query = State {
        query: "paix".into(),
        ..nothing()
    };
    check_read("?q=paix&lock=1", locked(&[Lock::Set, Lock::Query], query));
}
