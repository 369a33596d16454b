use super::*;
use frise_index::Index;

/// The embedded index in shards, none of which is there.
fn head() -> Index {
    let whole = Index::open(crate::EMBEDDED).expect("the embedded index");
    Index::open(whole.to_shards().expect("shards").head).expect("a head")
}

/// Begins all that can be begun.
fn begin(loads: &mut Loads) -> Vec<Shard> {
    std::iter::from_fn(|| loads.next()).collect()
}

#[test]
fn what_the_page_needs_is_loaded_once_and_before_the_rest() {
    let index = head();
    let [first, second, rest @ ..] = &index.absent()[..] else {
        panic!("expected more shards");
    };
    let (first, second) = (*first, *second);
    let mut loads = Loads::default();
    loads.need(vec![first], &index);
    loads.need(vec![first, second], &index);
    assert_eq!(begin(&mut loads), [first, second]);
    loads.need(vec![second], &index);
    assert_eq!(begin(&mut loads), []);
    loads.want_all(&index);
    let begun = begin(&mut loads);
    assert_eq!(begun, rest[..MOST_AT_A_TIME - 2]);
    let last = rest[rest.len() - 1];
    loads.need(vec![last], &index);
    assert!(!loads.end(first, Ok(())));
    assert_eq!(loads.next(), Some(last));
    // A file that is being loaded in its turn is needed now.
    loads.need(vec![begun[0]], &index);
    assert!(!loads.end(second, Ok(())));
    assert!(!loads.end(last, Ok(())));
    assert!(loads.end(begun[0], Ok(())));
    loads.stop();
    assert_eq!(loads.next(), None);
    begun[1..].iter().for_each(|shard| {
        loads.end(*shard, Ok(()));
    });
    assert!(!loads.is_needed() && !loads.wants_all());
}

#[test]
fn each_shard_is_loaded_once() {
    let index = head();
    let all = index.absent();
    let mut loads = Loads::default();
    loads.need(vec![all[3], all[1]], &index);
    loads.want_all(&index);
    let mut begun = begin(&mut loads);
    // One that waits for its turn, and one that is being loaded.
    loads.need(vec![all[11], begun[4]], &index);
    for at in 0.. {
        let Some(shard) = begun.get(at).copied() else {
            break;
        };
        loads.end(shard, Ok(()));
        begun.extend(begin(&mut loads));
    }
    assert_eq!(begun[..2], [all[3], all[1]]);
    assert_eq!(begun[MOST_AT_A_TIME], all[11]);
    begun.sort_unstable();
    assert_eq!(begun, all);
}

#[test]
fn what_is_much_is_loaded_once_while_all_is_wanted() {
    let index = head();
    let all = index.absent();
    let length = length_of(all.iter(), &index);
    let times = MOST_UNASKED / length + 1;
    let mut loads = Loads::default();
    loads.want_all(&index);
    let begun = begin(&mut loads);
    let others = all[begun.len()..].iter().copied();
    let much = (0..9 * times).flat_map(|_| others.clone()).collect();
    loads.need(much, &index);
    assert!(loads.unasked(&index) > 0);
    assert!(!loads.end(begun[0], Ok(())));
    let next = loads.next().expect("another shard");
    loads.agree();
    loads.end(begun[1], Ok(()));
    let more = begin(&mut loads);
    assert!(!more.is_empty() && !more.contains(&next));
}

#[test]
fn what_could_not_be_had_is_tried_when_the_reader_asks() {
    let index = head();
    let shard = index.absent()[0];
    let mut loads = Loads::default();
    loads.need(vec![shard], &index);
    assert_eq!(begin(&mut loads), [shard]);
    let failure = Failure::Unloaded("404".into());
    assert!(loads.end(shard, Err(failure.clone())));
    loads.need(vec![shard], &index);
    assert_eq!((loads.next(), loads.failed()), (None, Some((1, &failure))));
    loads.retry();
    assert_eq!((begin(&mut loads), loads.failed()), (vec![shard], None));
}

#[test]
fn much_is_not_loaded_unasked() {
    let index = head();
    let all = index.absent();
    let length = length_of(all.iter(), &index);
    let times = MOST_UNASKED / length + 1;
    let much: Vec<Shard> = (0..times).flat_map(|_| all.clone()).collect();
    let mut loads = Loads::default();
    loads.need(much, &index);
    assert_eq!((loads.next(), loads.unasked(&index)), (None, length));
    assert!(!loads.is_needed());
    loads.agree();
    assert!(loads.next().is_some());
    assert_eq!(loads.unasked(&index), 0);
}
