//! What is there of an index in shards.

use crate::components::shards::ShardNews;
use std::rc::Rc;
use yew::prelude::*;

/// How far the shards are loaded that the page needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoadedShards {
    /// How often all that was needed was there. The page is drawn again each time.
    pub round: u32,
    /// Whether something is being loaded.
    pub is_loading: bool,
}

/// Returns how far the shards are loaded, and what hears of it. A callback takes the bytes of the index when all are there.
#[hook]
pub fn use_shards(joined: &Callback<Vec<u8>>) -> (LoadedShards, Callback<ShardNews>) {
    let loaded = use_reducer_eq(LoadedShards::default);
    let hear = {
        let loaded = loaded.dispatcher();
        use_callback(joined.clone(), move |news: ShardNews, joined| {
            loaded.dispatch(IsLoading(news == ShardNews::Begun));
            if let ShardNews::Whole(bytes) = news {
                joined.emit(bytes);
            }
        })
    };
    (*loaded, hear)
}

/// Whether something is being loaded now.
pub struct IsLoading(bool);

impl Reducible for LoadedShards {
    type Action = IsLoading;

    fn reduce(self: Rc<Self>, IsLoading(is_loading): IsLoading) -> Rc<Self> {
        Rc::new(LoadedShards {
            round: self.round + u32::from(!is_loading),
            is_loading,
        })
    }
}
