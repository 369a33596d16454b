//! BM25, the formula by which words and pairs of near words are scored.
//!
//! Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, Foundations and Trends in Information
//! Retrieval 3 (2009), section 3. The score of a passage is the sum over the terms of a query of
//!
//! ```text
//!                  tf × (k1 + 1)
//! idf × ─────────────────────────────────
//!       tf + k1 × (1 - b + b × length)
//!
//! idf = ln(1 + (N - df + 0.5) / (df + 0.5))
//! ```
//!
//! where `tf` is the term frequency in the passage, `length` the number of its words divided by the mean of all passages,
//! `df` the number of passages with the term, and `N` the number of all passages. The 1 in the logarithm keeps `idf` from
//! being negative, as in Apache Lucene.
//!
//! A word that matches both closely (as written, or but for accents) and by other forms is scored as two terms, each with half
//! its `idf`: one counts the close matches, the other all of them.

/// How soon further occurrences of a term add less; the usual value of the source.
const K1: f32 = 1.2;
/// How much long passages are discounted; the usual value of the source.
const B: f32 = 0.75;

/// Returns the inverse document frequency of a term that `document_frequency` of `passages` passages have; never negative.
pub(super) fn idf(document_frequency: u32, passages: u32) -> f32 {
    let (df, n) = (document_frequency as f32, passages as f32);
    (1.0 + (n - df + 0.5) / (df + 0.5)).ln()
}

/// Returns the score of a term in a passage whose length is given relative to the mean.
pub(super) fn term_score(idf: f32, term_frequency: f32, length: f32) -> f32 {
    idf * term_frequency * (K1 + 1.0) / (term_frequency + K1 * (1.0 - B + B * length))
}

/// Returns what a term score cannot reach, however often the term occurs.
pub(super) fn most(idf: f32) -> f32 {
    idf * (K1 + 1.0)
}
