//! Statistics of a corpus, for two kinds of callers.
//!
//! The first layer computes figures from numbers: [`Contingency`] and its measures of association, [`Corrections`](Correction)
//! for many comparisons, and [`Dispersion`]. The second layer takes counts from an [`Index`](frise_index::Index): any two sets of passages
//! ([`PassageSet`](frise_index::search::PassageSet)), which filters and a query can name, and words at any [`Level`]: as
//! written, folded, or by stem.
//!
//! The crate does no I/O and does not panic. No function returns NaN: where a figure is not defined, the result is an
//! [`Error`], or `None`, as each function documents. [`Warning`]s say what makes a figure doubtful.
//!
//! `docs/STATISTICS.md` explains what each measure says and what it does not.
//!
//! Modules depend on earlier ones only: `error`, `special` (functions of analysis), `contingency`, `correction`, `words`
//! (levels and counts), `keyness`, `collocations`, `dispersion`, `segments`, `similar`, `diversity`,
//! `correspondence`, `reinert` (a classification), `text_segments` (what it classifies), `word_pairs`.

mod collocations;
mod contingency;
mod correction;
mod correspondence;
mod dispersion;
mod diversity;
mod error;
mod keyness;
mod reinert;
mod segments;
mod similar;
mod special;
mod text_segments;
mod word_pairs;
mod words;

pub use collocations::{Collocate, CollocationOptions, Collocations, Window, collocations};
pub use contingency::{Contingency, log_dice};
pub use correction::{Correction, Test};
pub use correspondence::{Correspondence, Dimension, LexicalTable, MapPoint, lexical_table};
pub use dispersion::{Dispersion, Parts, Spread, spread};
pub use diversity::{Diversity, diversity};
pub use error::{Error, Warning};
pub use keyness::{KeyWord, Keyness, KeynessOptions, Reference, keyness, keyness_of_counts};
pub use reinert::{
    ClassTerm, Classes, Classification, CrossedClass, CrossingOptions, DoubleClassification,
    ReinertOptions, Split,
};
pub use segments::{Boundary, Place, Segment, SegmentOptions, Segments, Traveller, Variant};
pub use similar::{SharedSegment, SimilarOptions, SimilarPassage, similar};
pub use text_segments::{TextSegment, TextSegmentOptions, TextSegments, text_segments};
pub use word_pairs::{WordPair, word_pairs};
pub use words::{Level, count, text_between};
