use super::*;
use crate::text::Block;

/// A text as one line: title, dates, speakers, and its blocks.
fn describe(content: &str) -> String {
    let mut problems = Vec::new();
    let tei = read("a.xml", content, &mut problems);
    let mut lines = Vec::new();
    for text in &tei.texts {
        let dates: Vec<&str> = text.dates.iter().map(|date| date.text.as_str()).collect();
        let block = |block: &Block| {
            let spans = block.spans.iter().map(|span| {
                let name = span.speaker.map(|place| &text.people[place as usize]);
                let name = name.map_or("", |who| {
                    if who.name.is_empty() {
                        &who.id
                    } else {
                        &who.name
                    }
                });
                match name {
                    "" => span.text.clone(),
                    name => format!("[{name}] {}", span.text),
                }
            });
            let mark = block
                .heading
                .map_or(String::new(), |level| "#".repeat(usize::from(level)) + " ");
            mark + &spans.collect::<Vec<_>>().join("|")
        };
        let blocks: Vec<String> = text.blocks.iter().map(block).collect();
        let author = text
            .author
            .map_or("", |place| text.people[place as usize].name.as_str());
        lines.push(format!(
            "{}; {author}; {}; {}",
            text.title.as_deref().unwrap_or(""),
            dates.join(", "),
            blocks.join(" / ")
        ));
    }
    lines.extend(problems.iter().map(ToString::to_string));
    lines.join("\n")
}

fn check(content: &str, expected: &str) {
    assert_eq!(describe(content), expected, "{content}");
}

#[test]
fn a_debate_is_dated_by_its_setting_and_remarks_are_no_speech() {
    check(
        r##"<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="fr"><teiHeader><fileDesc>
        <titleStmt><title type="main">Séance</title><title type="sub">Sous-titre</title></titleStmt>
        <editionStmt><edition>4.0</edition></editionStmt>
        <publicationStmt><date when="2024-01-23">2024-01-23</date></publicationStmt>
        <sourceDesc><bibl><date when="2017-07-05"/></bibl></sourceDesc></fileDesc>
        <profileDesc><settingDesc><setting><date when="2017-07-04">4.7.2017</date></setting></settingDesc></profileDesc></teiHeader>
        <text><body><div type="debateSection"><head>Ouverture</head><note type="TITRE_TEXTE_DISCUSSION">Une loi</note>
        <u who="#PA606171" ana="#chair"><seg>La séance est ouverte.</seg><note type="speaker">M. le président</note>
        <seg>Bien <kinesic type="applause"><desc>Applaudissements</desc></kinesic> dit.<gap reason="inaudible"/></seg></u>
        <vocal><desc>Rires</desc></vocal><u who="#PA2">Sans <incident><desc>x</desc></incident>segment.</u></div></body></text></TEI>"##,
        "Séance; ; 2017-07-04, 2017-07-05; # Ouverture / [PA606171] La séance est ouverte. / [PA606171] Bien dit. / [PA2] Sans segment.",
    );
}

#[test]
fn lists_of_people_name_them() {
    let mut problems = Vec::new();
    let content = r#"<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="PA606171"><persName><surname>Rugy</surname><forename>François</forename></persName><persName>Autre</persName></person>
    <org xml:id="LREM"><orgName full="yes">La République en marche</orgName></org></listPerson>"#;
    let tei = read("listPerson.xml", content, &mut problems);
    assert_eq!(tei.people["PA606171"], "François Rugy");
    assert_eq!(tei.people["LREM"], "La République en marche");
    assert!(tei.texts.is_empty() && problems.is_empty());
}

#[test]
fn a_novel_has_the_date_of_its_first_edition_and_an_author_without_years() {
    check(
        r#"<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Folla : édition ELTeC</title><author>Dombre, Roger (1859-1914)</author></titleStmt>
        <publicationStmt><date when="2021-04-09"/></publicationStmt>
        <sourceDesc><bibl type="digitalSource"><date/></bibl><bibl type="firstEdition"><date>1851-1853</date></bibl></sourceDesc></fileDesc></teiHeader>
        <text><body><div type="chapter"><head>I</head><p>Est-
        ce vrai ? Un  mot
        de plus - ou
        <hi>deux</hi>.</p><div><head>Sous</head><quote><l>Un vers</l><l>et deux</l></quote></div></div></body></text></TEI>"#,
        "Folla; Dombre, Roger; 1851-1853; # I / Est-\nce vrai ? Un mot de plus - ou deux. / ## Sous / Un vers\net deux",
    );
}

#[test]
fn a_play_is_spoken_by_its_characters() {
    check(
        r##"<TEI><teiHeader/><text><front><docDate when="1666">1666</docDate><castList><castItem><role xml:id="alceste">ALCESTE</role></castItem></castList></front>
        <body><div1><head>Acte I</head><sp who="#alceste"><speaker>ALCESTE.</speaker><stage>assis</stage><l>Laissez-moi,</l><l part="F">je vous prie.</l></sp>
        <sp><speaker>Philinte, </speaker><p>Mais <stage>il rit</stage> encor.</p></sp></div1></body></text></TEI>"##,
        "; ; 1666; # Acte I / [ALCESTE] Laissez-moi,\nje vous prie. / [Philinte] Mais encor.",
    );
}

#[test]
fn speech_in_prose_is_marked_by_said() {
    check(
        r##"<TEI><text><body><p>Il dit : <said who="#ada" direct="true">« Non. »</said> Puis rien.</p></body></text></TEI>"##,
        "; ; ; Il dit : |[ada] « Non. »| Puis rien.",
    );
}

#[test]
fn one_reading_of_a_choice_and_lines_without_a_break() {
    check(
        r#"<TEI><text><body><p>la <choice><orig>veuë</orig><reg>vue</reg></choice> gouver<lb break="no"/>
        nement<lb/>fin <w>l'</w><w join="left">an</w></p></body></text></TEI>"#,
        "; ; ; la vue gouvernement\nfin l'an",
    );
}

#[test]
fn intervals_are_written_as_edtf() {
    let date = |attributes: &str| {
        let content = format!(
            "<TEI><teiHeader><profileDesc><creation><date {attributes}>x</date></creation></profileDesc></teiHeader><text><p>a</p></text></TEI>"
        );
        describe(&content)
            .split("; ")
            .nth(2)
            .unwrap_or("")
            .to_string()
    };
    assert_eq!(
        date("from='2016-05-01' to='2016-05-03'"),
        "2016-05-01/2016-05-03"
    );
    assert_eq!(date("notBefore='1850' notAfter='1860'"), "1850/1860");
    assert_eq!(date("from='1914' notAfter='1918'"), "1914/1918");
    assert_eq!(date("notBefore='1914' to='1918'"), "1914/1918");
    assert_eq!(date("from='2016-05-01'"), "2016-05-01");
    assert_eq!(date("notBefore='1850'"), "1850/..");
    assert_eq!(date("notAfter='1850'"), "../1850");
    assert_eq!(date("when='2016-05-01T09:00:00'"), "2016-05-01T09:00:00");
    assert_eq!(date(""), "x");
}

#[test]
fn a_corpus_of_texts_gives_each() {
    check(
        "<teiCorpus><teiHeader><fileDesc><titleStmt><title>Tous</title></titleStmt></fileDesc></teiHeader><TEI><teiHeader><fileDesc><titleStmt><title>Un</title></titleStmt></fileDesc></teiHeader><text><body><p>a</p></body></text></TEI><TEI><text><body><p>b</p></body></text></TEI></teiCorpus>",
        "Un; ; ; a\n; ; ; b",
    );
}

#[test]
fn other_xml_is_read_if_it_has_paragraphs() {
    check(
        r#"<text id="a" date="2019-05-12" auteur="Ada"><p><w>Un</w> <w>mot</w></p></text>"#,
        "; Ada; 2019-05-12; Un mot",
    );
    check(
        "<svg><g/></svg>",
        "a.xml: expected TEI or another XML with paragraphs in <p>, found <svg> without any; convert it to TEI, HTML or text",
    );
    check(
        "<TEI>\n<p>a</q></TEI>",
        "a.xml:2: expected the end tag </p>, found </q>; close <p> before it",
    );
}
