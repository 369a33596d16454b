//! How good a ranking is where each question has one right passage, as trec_eval tells it.
//!
//! A ranking is read by falling score; where scores are equal, by falling name of the passage, compared
//! byte by byte, as trec_eval does (Buckley, trec_eval 9, `form_res_rels.c`).

/// Figures of many rankings, each the mean over all questions, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    pub recall_1: f64,
    pub recall_5: f64,
    pub recall_10: f64,
    pub recall_100: f64,
    /// One divided by the place of the right passage.
    pub reciprocal_rank: f64,
    /// With one right passage: 1 / log2(place + 1) among the first ten.
    pub ndcg_10: f64,
}

impl Metrics {
    /// The names that trec_eval gives the figures, in the order of [`Metrics::values`].
    pub const NAMES: [&str; 6] = [
        "recall_1",
        "recall_5",
        "recall_10",
        "recall_100",
        "recip_rank",
        "ndcg_cut_10",
    ];

    /// Returns the figures in the order of [`Metrics::NAMES`].
    pub fn values(&self) -> [f64; 6] {
        [
            self.recall_1,
            self.recall_5,
            self.recall_10,
            self.recall_100,
            self.reciprocal_rank,
            self.ndcg_10,
        ]
    }

    /// From the place of the right passage in each ranking, from 1; `None` where it is not in it.
    pub fn of(places: &[Option<usize>]) -> Metrics {
        let mean = |value: &dyn Fn(usize) -> f64| {
            let sum: f64 = places.iter().flatten().map(|place| value(*place)).sum();
            sum / places.len().max(1) as f64
        };
        let within = |most: usize| mean(&move |place| f64::from(u8::from(place <= most)));
        Metrics {
            recall_1: within(1),
            recall_5: within(5),
            recall_10: within(10),
            recall_100: within(100),
            reciprocal_rank: mean(&|place| 1.0 / place as f64),
            ndcg_10: mean(&|place| {
                let gain = 1.0 / (place as f64 + 1.0).log2();
                if place <= 10 { gain } else { 0.0 }
            }),
        }
    }
}

/// Returns the place, from 1, of a passage in a ranking of names and scores.
pub fn place_of(right: &str, ranking: &[(&str, f32)]) -> Option<usize> {
    let (name, score) = ranking.iter().find(|(name, _)| *name == right)?;
    let better = |(other, their): &&(&str, f32)| their > score || their == score && other > name;
    Some(1 + ranking.iter().filter(better).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_a_ranking() {
        let ranking = [("d1", 2.0), ("d2", 3.0), ("d10", 2.0), ("d3", 1.0)];
        let check = |right: &str, expected: Option<usize>| {
            assert_eq!(place_of(right, &ranking), expected, "{right}");
        };
        check("d2", Some(1));
        // Equal scores: `d10` stands before `d1`, because trec_eval turns the order of names around.
        check("d10", Some(2));
        check("d1", Some(3));
        check("d3", Some(4));
        check("d4", None);
    }

    #[test]
    fn figures_of_a_made_up_run() {
        let metrics = Metrics::of(&[Some(1), Some(3), Some(20), None]);
        let expected = Metrics {
            recall_1: 0.25,
            recall_5: 0.5,
            recall_10: 0.5,
            recall_100: 0.75,
            reciprocal_rank: (1.0 + 1.0 / 3.0 + 1.0 / 20.0) / 4.0,
            ndcg_10: (1.0 + 0.5) / 4.0,
        };
        assert_eq!(metrics, expected);
        assert_eq!(Metrics::of(&[]), Metrics::default());
    }
}
