//! Texts in TEI P5, with the elements that ParlaMint uses for speech.
//!
//! A passage that one speaker says from end to end is `<u who="#…"><seg xml:id="…">…</seg></u>`, as in ParlaMint; any other is
//! `<p xml:id="…">`, in which `<said>` marks the words of a speaker. Sections are `div` with a `head`, whose `rend` has the level
//! (`h2`), since a text may begin below the first one. The date of a text stands in its `bibl`: `when` for a day, a month or a
//! year, `from` and `to` for an interval, `notBefore` and `notAfter` for the rest, with `cert="low"` for doubt; `when-custom` has
//! the EDTF of the corpus, and the content says it in words.
//!
//! Formats: <https://tei-c.org/release/doc/tei-p5-doc/en/html/> and
//! <https://clarin-eric.github.io/ParlaMint/>.

use frise_date::{Certainty, Day, Edtf, Precision, Tongue, phrase};
use frise_index::Index;
use frise_index::model::{Basis, Metadata, RunKind, Voice};

use crate::recipe::Recipe;
use crate::reference::in_language;
use crate::selection::{Part, headings};
use crate::typography::one_line;
use crate::when::Span;
use crate::xml::{attribute, name, text};

/// Returns texts as one `teiCorpus`, in whose header the recipe stands.
pub fn tei(index: &Index, parts: &[Part], recipe: &Recipe, language: Tongue) -> String {
    let about = index.about();
    let mut tei = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    tei.push_str(&format!(
        "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\" xml:lang=\"{}\">\n<teiHeader>\n<fileDesc>\n",
        code(language)
    ));
    tei.push_str(&format!(
        "<titleStmt><title>{}</title></titleStmt>\n",
        text(&one_line(in_language(&about.title, language)))
    ));
    tei.push_str(&format!(
        "<editionStmt><edition>{}</edition></editionStmt>\n",
        text(&recipe.version)
    ));
    tei.push_str(&publication(in_language(&about.notice, language)));
    let lines: String = recipe
        .to_lines(language)
        .iter()
        .map(|line| format!("<p>{}</p>\n", text(&one_line(line))))
        .collect();
    tei.push_str(&format!(
        "<sourceDesc>\n{lines}</sourceDesc>\n</fileDesc>\n"
    ));
    tei.push_str(&people(index, language));
    tei.push_str("</teiHeader>\n");
    for part in parts {
        document(&mut tei, index, part, language);
    }
    tei.push_str("</teiCorpus>\n");
    tei
}

fn code(language: Tongue) -> &'static str {
    match language {
        Tongue::French => "fr",
        Tongue::English => "en",
    }
}

fn publication(notice: &str) -> String {
    let notice = one_line(notice);
    let notice = if notice.is_empty() { "–" } else { &notice };
    format!(
        "<publicationStmt><p>{}</p></publicationStmt>\n",
        text(notice)
    )
}

/// The speakers: persons and bodies.
fn people(index: &Index, language: Tongue) -> String {
    let speakers = &index.about().speakers;
    if speakers.is_empty() {
        return String::new();
    }
    let of = |wanted: bool| {
        let chosen = speakers
            .iter()
            .filter(move |speaker| speaker.is_body == wanted);
        chosen.map(move |speaker| {
            let (element, naming) = match wanted {
                true => ("org", "orgName"),
                false => ("person", "persName"),
            };
            format!(
                "<{element} xml:id=\"{}\"><{naming}>{}</{naming}></{element}>\n",
                speaker_id(&speaker.id),
                text(&one_line(in_language(&speaker.name, language)))
            )
        })
    };
    let list = |element: &str, items: String| match items.is_empty() {
        true => items,
        false => format!("<{element}>\n{items}</{element}>\n"),
    };
    let persons = list("listPerson", of(false).collect());
    let bodies = list("listOrg", of(true).collect());
    format!("<profileDesc>\n<particDesc>\n{bodies}{persons}</particDesc>\n</profileDesc>\n")
}

/// Speakers and documents may share an id; `xml:id` may not.
fn speaker_id(id: &str) -> String {
    format!("who.{}", name(id))
}

fn document(tei: &mut String, index: &Index, part: &Part, language: Tongue) {
    let Some(document) = index.documents().get(part.document) else {
        return;
    };
    let metadata = &document.metadata;
    tei.push_str(&format!(
        "<TEI xml:id=\"{}\" n=\"{}\" xml:lang=\"{}\">\n",
        name(&metadata.id),
        attribute(&metadata.id),
        attribute(&language_code(&metadata.language)),
    ));
    header(tei, index, metadata, language);
    tei.push_str("<text>\n<body>\n");
    let mut open: Vec<u8> = Vec::new();
    for passage in &part.passages {
        for (level, heading) in headings(index, *passage) {
            while open.last().is_some_and(|last| *last >= level) {
                open.pop();
                tei.push_str("</div>\n");
            }
            // Text after a section of the same section would be outside of any: each heading begins a section.
            open.push(level);
            let heading = text(&heading);
            tei.push_str(&format!(
                "<div>\n<head rend=\"h{level}\">{heading}</head>\n"
            ));
        }
        self::passage(tei, index, *passage);
    }
    tei.push_str(&"</div>\n".repeat(open.len()));
    tei.push_str("</body>\n</text>\n</TEI>\n");
}

/// A tag of BCP 47, or that of an undetermined language.
fn language_code(language: &str) -> String {
    let is_tag = !language.is_empty()
        && language.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        && language.starts_with(|first: char| first.is_ascii_alphabetic());
    if is_tag {
        language.to_owned()
    } else {
        "und".to_owned()
    }
}

fn header(tei: &mut String, index: &Index, metadata: &Metadata, language: Tongue) {
    let title = text(&one_line(in_language(&metadata.title, language)));
    let author = |tei: &mut String| {
        let names = metadata.creator.split(';').map(one_line);
        for author in names.filter(|name| !name.is_empty()) {
            tei.push_str(&format!("<author>{}</author>\n", text(&author)));
        }
    };
    tei.push_str(&format!(
        "<teiHeader>\n<fileDesc>\n<titleStmt>\n<title>{title}</title>\n"
    ));
    author(tei);
    tei.push_str("</titleStmt>\n");
    tei.push_str(&publication(&metadata.rights));
    tei.push_str(&format!("<sourceDesc>\n<bibl>\n<title>{title}</title>\n"));
    author(tei);
    for (element, value) in [
        ("publisher", &metadata.publisher),
        ("note", &metadata.source),
    ] {
        let value = one_line(value);
        if !value.is_empty() {
            tei.push_str(&format!("<{element}>{}</{element}>\n", text(&value)));
        }
    }
    if let Some(date) = metadata.date {
        tei.push_str(&date_element(&date, metadata.date_basis, language));
    }
    tei.push_str("</bibl>\n</sourceDesc>\n</fileDesc>\n<profileDesc>\n");
    let tag = language_code(&metadata.language);
    tei.push_str(&format!(
        "<langUsage><language ident=\"{0}\">{0}</language></langUsage>\n",
        attribute(&tag)
    ));
    let kind = index.about().kinds.get(metadata.kind);
    let kind = kind.map(|kind| one_line(in_language(&kind.label, language)));
    let terms = kind
        .into_iter()
        .chain(metadata.subjects.iter().map(|subject| one_line(subject)));
    let terms: String = terms
        .filter(|term| !term.is_empty())
        .map(|term| format!("<term>{}</term>", text(&term)))
        .collect();
    if !terms.is_empty() {
        tei.push_str(&format!(
            "<textClass><keywords>{terms}</keywords></textClass>\n"
        ));
    }
    tei.push_str("</profileDesc>\n</teiHeader>\n");
}

fn date_element(date: &Edtf, basis: Basis, language: Tongue) -> String {
    let mut attributes = String::new();
    for (name, value) in date_attributes(date) {
        attributes.push_str(&format!(" {name}=\"{value}\""));
    }
    if date.certainty() != Certainty::Certain {
        attributes.push_str(" cert=\"low\"");
    }
    if basis == Basis::Inferred {
        attributes.push_str(" evidence=\"external\"");
    }
    format!(
        "<date{attributes} when-custom=\"{}\">{}</date>\n",
        attribute(&date.to_string()),
        text(&phrase(date, language))
    )
}

/// The attributes of a date after the year 0; XML Schema and TEI differ on the years before.
fn date_attributes(date: &Edtf) -> Vec<(&'static str, String)> {
    let day = |day: Day| {
        let (year, month, day) = day.ymd();
        (year > 0).then(|| format!("{year:04}-{month:02}-{day:02}"))
    };
    let first = (!date.is_open_start())
        .then(|| day(date.earliest()))
        .flatten();
    let last = (!date.is_open_end()).then(|| day(date.latest())).flatten();
    let single = match Span::of(date) {
        Span::One(point) if (1..=9_999).contains(&point.year) => {
            let rest = [point.month, point.day].into_iter().flatten();
            let rest: String = rest.map(|number| format!("-{number:02}")).collect();
            Some(format!("{:04}{rest}", point.year))
        }
        _ => None,
    };
    let (start, end) = match date.precision() {
        Precision::Interval => ("from", "to"),
        _ => ("notBefore", "notAfter"),
    };
    match single {
        Some(when) => vec![("when", when)],
        None => {
            let first = first.map(|first| (start, first));
            let last = last.map(|last| (end, last));
            first.into_iter().chain(last).collect()
        }
    }
}

fn passage(tei: &mut String, index: &Index, passage: u32) {
    let id = index.passage_id(passage);
    let identity = format!("xml:id=\"{}\" n=\"{}\"", name(&id), attribute(&id));
    let runs = index.runs_of(passage).iter();
    let spans: Vec<_> = runs
        .filter_map(|run| match run.kind {
            RunKind::Span(voice) => Some((voice, run)),
            RunKind::Heading(_) => None,
        })
        .collect();
    let said = |run| {
        index
            .pieces(run)
            .map(|piece| piece.text)
            .collect::<String>()
    };
    let who = |speaker: Option<u32>| {
        let speaker = speaker.and_then(|at| index.about().speakers.get(at as usize));
        speaker.map(|speaker| speaker_id(&speaker.id))
    };
    if let Some((Voice::Direct, first)) = spans.first()
        && let Some(speaker) = who(first.speaker)
        && spans
            .iter()
            .all(|(voice, run)| *voice == Voice::Direct && run.speaker == first.speaker)
    {
        let words: String = spans.iter().map(|(_, run)| said(run)).collect();
        tei.push_str(&format!(
            "<u who=\"#{speaker}\"><seg {identity}>{}</seg></u>\n",
            text(&words)
        ));
        return;
    }
    tei.push_str(&format!("<p {identity}>"));
    for (voice, run) in spans {
        let words = text(&said(run));
        match (voice, who(run.speaker)) {
            (Voice::Direct | Voice::Reported, speaker) => {
                let speaker = speaker
                    .map(|id| format!(" who=\"#{id}\""))
                    .unwrap_or_default();
                let direct = voice == Voice::Direct;
                tei.push_str(&format!(
                    "<said{speaker} direct=\"{direct}\">{words}</said>"
                ));
            }
            (Voice::Official | Voice::Narration, _) => tei.push_str(&words),
        }
    }
    tei.push_str("</p>\n");
}
