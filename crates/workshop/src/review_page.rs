//! A page of the review of imported files: as much of it as the page shows at a time. The worker keeps the whole review,
//! because the page would not respond while it decoded fifty thousand documents.

use frise_import::{Problem, Review};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How many documents, or speakers, are shown at a time.
pub const PAGE: usize = 100;

/// How many problems are shown.
pub const MOST_PROBLEMS: usize = 20;

/// Which documents and speakers are shown, by the numbers of their pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// The page of documents, from 0.
    pub documents: usize,
    /// The page of speakers, from 0.
    pub speakers: usize,
}

/// One page of the documents and one of the speakers of a [`Review`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPage {
    /// What is shown. Its problems are the first, with those of the documents.
    pub review: Review,
    /// The pages that are shown.
    pub pages: Pages,
    /// How much there is in all.
    pub totals: Totals,
}

/// The totals of a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Documents, those that are left out included.
    pub documents: usize,
    /// Speakers.
    pub speakers: usize,
    /// Problems, of files and of documents.
    pub problems: usize,
    /// Documents that are kept.
    pub kept: usize,
    /// Their passages.
    pub passages: usize,
    /// Their words.
    pub words: usize,
}

impl ReviewPage {
    /// Takes pages out of a review. Where there is no such page, the last is taken.
    pub fn of(review: &Review, pages: Pages) -> ReviewPage {
        let (documents, speakers) = (review.drafts.len(), review.speakers.len());
        let pages = Pages {
            documents: pages.documents.min(count(documents).saturating_sub(1)),
            speakers: pages.speakers.min(count(speakers).saturating_sub(1)),
        };
        let notices = review.drafts.iter().flat_map(|draft| {
            draft.notices.iter().map(|reason| Problem {
                path: draft.path.clone(),
                line: None,
                reason: reason.clone(),
            })
        });
        let notices_count: usize = review.drafts.iter().map(|draft| draft.notices.len()).sum();
        let mut totals = Totals {
            documents,
            speakers,
            problems: review.problems.len() + notices_count,
            ..Totals::default()
        };
        for draft in review.drafts.iter().filter(|draft| !draft.skip) {
            totals.kept += 1;
            totals.passages += draft.passages;
            totals.words += draft.words;
        }
        let problems = review.problems.iter().cloned().chain(notices);
        ReviewPage {
            review: Review {
                drafts: review.drafts[range(pages.documents, documents)].to_vec(),
                speakers: review.speakers[range(pages.speakers, speakers)].to_vec(),
                tables: review.tables.clone(),
                problems: problems.take(MOST_PROBLEMS).collect(),
                doubt: review.doubt.clone(),
            },
            pages,
            totals,
        }
    }
}

/// Returns how many pages some items fill.
pub fn count(items: usize) -> usize {
    items.div_ceil(PAGE)
}

/// Returns the places of the items of a page.
pub fn range(page: usize, items: usize) -> Range<usize> {
    (page * PAGE).min(items)..((page + 1) * PAGE).min(items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_import::{Draft, Reason};

    fn review(documents: usize) -> Review {
        let draft = |number: usize| Draft {
            key: number.to_string(),
            passages: 1,
            words: 2,
            skip: number == 0,
            notices: vec![Reason::LongWords { count: 1 }],
            ..Draft::default()
        };
        Review {
            drafts: (0..documents).map(draft).collect(),
            ..Review::default()
        }
    }

    #[test]
    fn a_page_tells_of_all_others() {
        let documents = 2 * PAGE + 1;
        let pages = Pages {
            documents: 1,
            speakers: 7,
        };
        let page = ReviewPage::of(&review(documents), pages);
        let shown = &page.review.drafts;
        assert_eq!((shown.len(), shown[0].key.as_str()), (PAGE, "100"));
        assert_eq!(page.pages.speakers, 0);
        assert_eq!(page.review.problems.len(), MOST_PROBLEMS);
        let expected = Totals {
            documents,
            speakers: 0,
            problems: documents,
            kept: documents - 1,
            passages: documents - 1,
            words: 2 * (documents - 1),
        };
        assert_eq!(page.totals, expected);
    }

    #[test]
    fn pages_meet_and_end_with_what_there_is() {
        let documents = 2 * PAGE + 1;
        let ranges: Vec<Range<usize>> = (0..count(documents))
            .map(|page| range(page, documents))
            .collect();
        assert_eq!(ranges, [0..PAGE, PAGE..2 * PAGE, 2 * PAGE..documents]);
        let last = ReviewPage::of(
            &review(documents),
            Pages {
                documents: 9,
                speakers: 0,
            },
        );
        assert_eq!((last.pages.documents, last.review.drafts.len()), (2, 1));
        assert_eq!(
            ReviewPage::of(&Review::default(), Pages::default()).totals,
            Totals::default()
        );
    }
}
