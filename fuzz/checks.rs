//! What the engine promises of any bytes. The fuzz targets call these functions, and so do the tests of
//! the engine, with the inputs that are kept. Each panics where a promise is broken.

#[path = "shard_checks.rs"]
pub mod shards;

use frise_corpus::SourceFile;
use frise_corpus::compile;
use frise_corpus::mention::mentions;
use frise_date::{Day, Edtf};
use frise_index::query::{LONGEST_QUERY, Matching, parse};
use frise_index::search::{Filters, Searcher, Sort};
use frise_index::{Index, VERSION};
use frise_text::{Language, Stemmer, TokenKind, compose, fold, tokens as cut};
use std::sync::LazyLock;

/// A query is read, prints to what is read alike, and is answered.
pub fn query(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let query = parse(&text);
    for problem in &query.problems {
        assert!(
            text.get(problem.range(&text)).is_some(),
            "a problem points at the text"
        );
        assert!(
            !problem.kind.to_string().is_empty(),
            "a problem has a message"
        );
    }
    assert!(
        query
            .places
            .iter()
            .all(|place| text.is_char_boundary(*place))
    );
    let printed = query.to_string();
    // Names of fields may be printed longer than they were typed.
    if printed.len() <= LONGEST_QUERY {
        let again = parse(&printed);
        assert_eq!(again.root, query.root, "{text} is printed as {printed}");
        assert_eq!(
            again.places.len(),
            query.places.len(),
            "every word has a place"
        );
    }
    for matching in [Matching::Stemmed, Matching::Folded, Matching::Exact] {
        let query = query.clone().matched(matching);
        let answer = SMALL.search(&query, &Filters::default(), Sort::Relevance);
        for problem in &answer.problems {
            assert!(
                text.get(problem.range(&text)).is_some(),
                "a problem points at the text"
            );
        }
        for found in &answer.passages {
            assert!(found.score.is_finite(), "a score is a number");
            SMALL.highlight(found.passage, &answer.plan, &[0]);
            SMALL.snippet(found.passage, &answer.plan, &[], 5);
        }
    }
    for one in SMALL.synonyms(&query, &Filters::default()) {
        let answer = SMALL.search(&parse(&one.query), &Filters::default(), Sort::Oldest);
        assert!(
            one.query.len() > LONGEST_QUERY || answer.passages.len() == one.passages,
            "{} finds {} passages",
            one.query,
            one.passages
        );
    }
    SMALL.relax(&query, &Filters::default());
    SMALL.complete(&text, 8);
}

/// Tokens cover a text, and each word can be folded, composed and stemmed.
pub fn tokens(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for language in [Language::French, Language::English, Language::Other] {
        let stemmer = Stemmer::new(language);
        let mut end = 0;
        for token in cut(&text, language) {
            assert_eq!(
                token.range.start, end,
                "tokens follow one another in {text:?}"
            );
            assert!(token.range.end > end, "no token is empty in {text:?}");
            end = token.range.end;
            if token.kind == TokenKind::Word {
                let word = &text[token.range];
                let folded = fold(word);
                assert_eq!(fold(&folded), folded, "{word:?} is folded at once");
                compose(word);
                stemmer.stem(word);
            }
        }
        assert_eq!(end, text.len(), "tokens cover {text:?}");
    }
    compose(&text);
    assert_eq!(
        fold(&fold(&text)),
        fold(&text),
        "{text:?} is folded at once"
    );
}

/// A date is refused, or prints back and can be written for other programs; and dates are found in any text, in order.
pub fn dates(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Edtf::parse(&text) {
        Ok(date) => {
            assert_eq!(date.to_string(), text, "a date prints back");
            assert!(
                date.earliest() <= date.latest(),
                "{text} has its days in order"
            );
            let written = date.interchange();
            assert!(
                Edtf::parse(&written).is_ok(),
                "{text} is written as {written}"
            );
        }
        Err(error) => assert!(text.is_char_boundary(error.position), "{error}"),
    }
    if let Ok(day) = Day::parse(&text) {
        assert_eq!(day.to_string(), text, "a day prints back");
    }
    for reference in [
        "2016-05-24",
        "2016?",
        "0001-01-01",
        "-9999-01",
        "9999-12-31",
        "",
    ] {
        let reference = Edtf::parse(reference).ok();
        for language in [Language::French, Language::English, Language::Other] {
            let mut end = 0;
            for mention in mentions(&text, language, reference.as_ref()) {
                assert!(
                    mention.start >= end,
                    "mentions follow one another in {text:?}"
                );
                let span = text.get(mention.start..mention.end);
                assert!(
                    span.is_some_and(|span| !span.is_empty()),
                    "a mention is a part of {text:?}"
                );
                end = mention.end;
            }
        }
    }
}

/// Where the sections of an index begin.
const HEADER: usize = 8 + 8 * 20;

/// Bytes are refused, or can be read and searched; as they come, and framed as an index is.
pub fn open(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), framed(bytes)] {
        if let Ok(searcher) = Searcher::open_untrusted(bytes) {
            read(&searcher);
        }
    }
}

/// The bytes with the beginning, the places of the sections and the checksums of an index, so that what
/// stands behind these is reached. An index stays as it is.
pub fn framed(bytes: &[u8]) -> Vec<u8> {
    framed_with(bytes, *b"TEXT")
}

/// The same with the tag of the section of the texts, which is another in the head of an index in shards.
fn framed_with(bytes: &[u8], texts: [u8; 4]) -> Vec<u8> {
    let tags = [
        *b"META", *b"DICT", *b"FORM", *b"STEM", *b"RUNS", texts, *b"TIME", *b"THEM",
    ];
    let mut framed = bytes.to_vec();
    framed.resize(bytes.len().max(HEADER), 0);
    framed[..6].copy_from_slice(b"FRISE\0");
    framed[6..8].copy_from_slice(&VERSION.to_le_bytes());
    let mut start = HEADER;
    for (section, tag) in tags.into_iter().enumerate() {
        let entry = 8 + section * 20;
        let rest = framed.len() - start;
        let length = match section {
            7 => rest,
            _ => rest.min(u32::from_le_bytes(array(&framed[entry + 8..])) as usize),
        };
        let sum = checksum(&framed[start..start + length]);
        framed[entry..entry + 4].copy_from_slice(&tag);
        framed[entry + 4..entry + 8].copy_from_slice(&(start as u32).to_le_bytes());
        framed[entry + 8..entry + 12].copy_from_slice(&(length as u32).to_le_bytes());
        framed[entry + 12..entry + 20].copy_from_slice(&sum.to_le_bytes());
        start += length;
    }
    framed
}

/// The bytes of an index of three short passages.
pub fn small_index() -> Vec<u8> {
    let compiled = compile(&small_files()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    compiled.into_bytes()
}

/// The files of a corpus of three short passages.
fn small_files() -> [SourceFile; 5] {
    let files = [
        (
            "corpus.toml",
            "id = \"essai\"\ntitle = \"Essai\"\nsentence = \"s\"\n[[kinds]]\nid = \"loi\"\nfr = \"Loi\"\nen = \"Law\"\n[[synonyms]]\nterms = [\"paix\", \"droits\", \"communauté de destin\"]\n",
        ),
        (
            "speakers.toml",
            "[[speaker]]\nid = \"ada\"\nname = { fr = \"Ada Lefèvre\", en = \"Ada Smith\" }\n",
        ),
        (
            "themes.toml",
            "[[theme]]\nid = \"paix\"\nlabel = { fr = \"Paix\", en = \"Peace\" }\ndefinition = \"d\"\nquery = 'paix*'\n",
        ),
        (
            "documents/a.md",
            "+++\nid = \"a\"\ntitle = \"A\"\ndate = \"2016-05-24\"\ntype = \"loi\"\nlanguage = \"fr\"\n+++\n\n# Les paix\n\n\
             L’économie, l'État et la paix : « communauté de destin » de l’œuvre d’Ada.\n\n\
             <said who=\"ada\" direct=\"true\">« La paix ! »</said> Elle le dit à l’État, aux États, 2 fois en 2016.\n",
        ),
        (
            "documents/b.md",
            "+++\nid = \"b\"\ntitle = \"B\"\ndate = \"2021-06~\"\ntype = \"loi\"\nlanguage = \"en\"\n+++\n\n\
             The nations' peace, the nation’s rights; 网络空间 a b c d.\n",
        ),
    ];
    files.map(|(path, text)| SourceFile {
        path: path.to_string(),
        bytes: text.as_bytes().to_vec(),
    })
}

static SMALL: LazyLock<Searcher> =
    LazyLock::new(|| Searcher::open(small_index()).expect("the small index opens"));

/// Asks for all that an index says.
fn read(searcher: &Searcher) {
    let index: &Index = searcher.index();
    for passage in 0..index.passages() {
        index.text_of(passage);
        index.passage_of_id(&index.passage_id(passage));
        index.words_of(passage);
        for mention in index.mentions_of(passage) {
            assert!(
                index
                    .positions_of(passage)
                    .contains(&mention.positions.start),
                "a mention lies in its passage"
            );
        }
        assert!(
            index
                .speech_dates()
                .iter()
                .all(|said| said.passage < index.passages()),
            "dated speech lies in a passage"
        );
        assert!(
            index.document_of(passage) < index.documents().len(),
            "a passage has its document"
        );
        for position in index.positions_of(passage) {
            assert_eq!(
                index.passage_at(position),
                passage,
                "a position has its passage"
            );
        }
    }
    for term in 0..index.terms() as u32 {
        for form in index.forms_of_term(term) {
            let folded = fold(index.form(*form));
            index.term(&folded);
            assert!(index.postings(*form).is_sorted(), "occurrences rise");
        }
        let stem = index.stem_of_term(term);
        // Of an index in shards, each block is proved by itself.
        assert!(
            index.is_in_shards()
                || stem.is_some_and(|stem| index.terms_of_stem(stem).contains(&term)),
            "a stem has its terms"
        );
    }
    for query in [
        "paix|la|a|the|peace",
        "e*|*a*|/[a-z]+/|etat~2",
        "\"la paix\" | \"paix la\"~9",
        "-xyz speaker:ada|voice:direct|date:2016..2020|mentions:2016..|doc:a|kind:loi|theme:paix",
        "économies|nationaux|peaceful",
    ] {
        let answer = searcher.search(&parse(query), &Filters::default(), Sort::Newest);
        for found in answer.passages.iter().take(3) {
            assert!(found.score.is_finite(), "a score is a number");
            searcher.highlight(found.passage, &answer.plan, &[0]);
            searcher.snippet(found.passage, &answer.plan, &[], 5);
        }
    }
}

/// The checksum of a section, by the description in the engine: each eight bytes, little-endian and the
/// last ones filled up with zeros, are taken in by exclusive or, an odd factor and a rotation.
fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = bytes.len() as u64;
    let mut words: Vec<u64> = bytes
        .chunks_exact(8)
        .map(|word| u64::from_le_bytes(array(word)))
        .collect();
    let mut last = bytes.chunks_exact(8).remainder().to_vec();
    last.resize(8, 0);
    words.push(u64::from_le_bytes(array(&last)));
    for word in words {
        sum = (sum ^ word)
            .wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .rotate_left(29);
    }
    sum
}

/// The first bytes of some.
fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(&bytes[..N]);
    array
}
