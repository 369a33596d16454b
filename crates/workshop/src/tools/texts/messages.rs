//! Messages and names of importing: problems, meanings of columns, where dates were found.

use frise::i18n::{self, pick, quoted};
use frise_date::Tongue;
use frise_import::{Column, DateBasis, JsonFault, Problem, Progress, Reason, Rows, XmlFault};

/// Returns how far reading is.
pub fn progress(progress: &Progress, language: Tongue) -> String {
    if progress.files_known == 0 {
        return pick(language, "Lecture…", "Reading…").to_string();
    }
    let files = i18n::count(
        progress.files,
        language,
        pick(language, "fichier lu", "file read"),
        pick(language, "fichiers lus", "files read"),
    );
    format!(
        "{files}{}{} · {}{}",
        pick(language, " sur ", " of "),
        i18n::number(progress.files_known, language),
        (progress.bytes * 100)
            .checked_div(progress.bytes_known)
            .unwrap_or(0),
        pick(language, "\u{a0}%", "%"),
    )
}

/// Returns a problem with its place.
pub fn problem(problem: &Problem, language: Tongue) -> String {
    let line = problem.line.map_or(String::new(), |line| {
        format!("{}{line}", pick(language, ", ligne ", ", line "))
    });
    notice(
        &[problem.path.as_str(), &line].concat(),
        &problem.reason,
        language,
    )
}

/// Returns a reason with the place that it is about.
pub fn notice(place: &str, reason: &Reason, language: Tongue) -> String {
    let colon = pick(language, "\u{a0}: ", ": ");
    let reason = match language {
        Tongue::English => reason.to_string(),
        Tongue::French => french(reason),
    };
    match place {
        "" => i18n::capitalised(&reason),
        place => format!("{place}{colon}{reason}"),
    }
}

/// Returns a size in megabytes.
fn megabytes(bytes: u64) -> String {
    format!(
        "{}\u{a0}Mo",
        i18n::decimal(bytes as f64 / 1e6, 1, Tongue::French)
    )
}

fn french(reason: &Reason) -> String {
    let quoted = |text: &str| quoted(text, Tongue::French);
    let number = |number: usize| i18n::number(number, Tongue::French);
    let count =
        |number: &usize, one: &str, many: &str| i18n::count(*number, Tongue::French, one, many);
    match reason {
        Reason::NoText => "le fichier n’a pas de texte\u{a0}; apportez-en un autre.".to_string(),
        Reason::Pdf => "un PDF ne se lit pas ici\u{a0}; exportez-en le texte, ou le document d’origine.".to_string(),
        Reason::OldWord => "un ancien fichier Word (.doc) ne se lit pas\u{a0}; enregistrez-le en .docx.".to_string(),
        Reason::Rtf => "un fichier RTF ne se lit pas\u{a0}; enregistrez-le en .docx ou en texte.".to_string(),
        Reason::Spreadsheet => "un classeur ne se lit pas\u{a0}; enregistrez la feuille en CSV.".to_string(),
        Reason::Slides => "des diapositives ne se lisent pas\u{a0}; exportez-en le texte.".to_string(),
        Reason::Media => "une image, un son ou un film n’a pas de texte.".to_string(),
        Reason::Binary => "ce ne sont pas des octets de texte.".to_string(),
        Reason::Index => "c’est un index de Frise\u{a0}; déposez-le seul pour l’ouvrir.".to_string(),
        Reason::BadIndex => "ce n’est pas un index de cette version de Frise, ou il est abîmé\u{a0}; téléchargez-le de nouveau, ou refaites-le à partir des textes.".to_string(),
        Reason::HeadAlone => "c’est la tête d’un index en morceaux, sans ses textes\u{a0}; elle s’ouvre à côté d’une page, avec le dossier de ses morceaux, par ?corpus=nom.frise.".to_string(),
        Reason::Unreadable => "le fichier ne peut pas être lu\u{a0}; il a peut-être été déplacé\u{a0}: choisissez-le de nouveau.".to_string(),
        Reason::OtherArchive => "cette archive n’est pas un zip\u{a0}; ouvrez-la et déposez ses fichiers.".to_string(),
        Reason::TooLarge { bytes, most } => format!("le fichier pèse {}, et {} se lisent au plus\u{a0}; divisez-le.", megabytes(*bytes), megabytes(*most)),
        Reason::TooMuch { most } => format!("au-delà de {} en tout, les fichiers ne sont plus lus\u{a0}; apportez-en moins.", megabytes(*most)),
        Reason::TooDeep { most } => format!("des archives sont emboîtées à plus de {most} niveaux\u{a0}; ouvrez-les d’abord."),
        Reason::TooDense { packed, bytes } => format!("une entrée de {} en devient {} et plus\u{a0}: elle est refusée.", megabytes(*packed), megabytes(*bytes)),
        Reason::TooManyFiles { most } => format!("au-delà de {} fichiers, les autres ne sont pas lus.", number(*most)),
        Reason::UnsafeName { name } => format!("le nom {} sort de l’archive\u{a0}: il est refusé.", quoted(name)),
        Reason::Encrypted => "l’entrée est protégée par un mot de passe\u{a0}; ouvrez l’archive et déposez le fichier.".to_string(),
        Reason::Archive => "l’archive est abîmée ou incomplète\u{a0}; refaites-la, ou téléchargez-la de nouveau.".to_string(),
        Reason::Packing => "cette archive est faite d’une façon qui ne se lit pas ici\u{a0}; faites-en un zip ordinaire.".to_string(),
        Reason::MissingPart { part } => format!("il manque au document sa partie {}\u{a0}; enregistrez-le de nouveau.", quoted(part)),
        Reason::Xml { fault, part } => match part.as_str() {
            "" => xml_fault(fault),
            part => format!("dans la partie {} du document, {}", quoted(part), xml_fault(fault)),
        },
        Reason::OtherXml { root } => format!("ce XML, d’élément racine {}, n’a pas d’élément de texte connu\u{a0}; il faut du TEI.", quoted(root)),
        Reason::Json { fault } => json_fault(*fault),
        Reason::LongLine { bytes, most } => format!("une ligne a {}, et {} se lisent au plus\u{a0}; coupez-la.", megabytes(*bytes), megabytes(*most)),
        Reason::RowLength { cells, columns } => format!("une ligne a {cells} cellules pour {columns} colonnes\u{a0}; mettez entre guillemets droits le texte qui contient le séparateur."),
        Reason::NoTextColumn { columns } => format!("aucune colonne n’est le texte\u{a0}; choisissez-la parmi {}.", columns.join(", ")),
        Reason::Folder { message } => format!("ce dossier de corpus a une faute, à corriger à cet endroit\u{a0}; pour qui l’édite, en anglais\u{a0}: {message}"),
        Reason::BadDate { text } => format!("{} n’est pas une date\u{a0}; écrivez 2016-05-24, 24 mai 2016, 2016 ou 2016~.", quoted(text)),
        Reason::UnreadDates { example, count: many } => format!("{}, comme {}\u{a0}; choisissez une autre colonne, ou écrivez la date.", count(many, "date ne se lit pas", "dates ne se lisent pas"), quoted(example)),
        Reason::UnnamedSpeakers { example, count: many } => format!("{}, comme {}\u{a0}; ajoutez le fichier qui donne les noms (listPerson, ou -meta.tsv).", count(many, "locuteur n’a qu’un identifiant", "locuteurs n’ont qu’un identifiant"), quoted(example)),
        Reason::NoDocuments => "il ne reste aucun texte\u{a0}; ajoutez des fichiers.".to_string(),
        Reason::TooLargeForIndex => "les textes sont plus longs, ou ont plus de mots différents, qu’un index ne peut tenir\u{a0}; apportez-en moins.".to_string(),
        Reason::Encoding { name, stated } => match stated {
            true => format!("lu en {name}, comme le fichier le dit."),
            false => format!("lu en {name}\u{a0}; vérifiez les accents."),
        },
        Reason::UnknownEntities { example, count: many } => format!("{}, comme {}.", count(many, "entité du fichier est laissée telle quelle", "entités du fichier sont laissées telles quelles"), quoted(example)),
        Reason::LongWords { count: many } => count(many, "mot trop long a été coupé.", "mots trop longs ont été coupés."),
        Reason::LongPassages { count: many } => count(many, "paragraphe trop long pour être cité a été coupé entre deux phrases.", "paragraphes trop longs pour être cités ont été coupés entre deux phrases."),
        Reason::EmptyRows { count: many } => count(many, "ligne sans texte a été laissée de côté.", "lignes sans texte ont été laissées de côté."),
    }
}

fn xml_fault(fault: &XmlFault) -> String {
    match fault {
        XmlFault::OtherEnd { expected, found } => format!("</{expected}> était attendu, et </{found}> est venu\u{a0}; fermez <{expected}> avant."),
        XmlFault::NoStart { name } => format!("</{name}> ferme un élément qui n’est pas ouvert\u{a0}; ouvrez <{name}> avant, ou ôtez cette balise."),
        XmlFault::NoEnd => "un élément reste ouvert à la fin du fichier, qui est peut-être incomplet\u{a0}; fermez-le, ou téléchargez le fichier de nouveau.".to_string(),
        XmlFault::OpenMarkup => "une balise ou un commentaire commence ici et n’a pas de fin\u{a0}; fermez-le, ou écrivez &lt; pour <.".to_string(),
        XmlFault::Reference => "ce qui suit & n’est pas une référence\u{a0}; écrivez &amp; pour &.".to_string(),
        XmlFault::TooDeep { most } => format!("des éléments sont emboîtés à plus de {most} niveaux\u{a0}; ôtez-en."),
        XmlFault::Other => "le XML est mal formé à cet endroit\u{a0}; corrigez-le.".to_string(),
    }
}

fn json_fault(fault: JsonFault) -> String {
    match fault {
        JsonFault::Short => "le JSON finit avant que ses guillemets et ses crochets soient fermés\u{a0}; fermez-les, ou téléchargez le fichier de nouveau.".to_string(),
        JsonFault::Syntax { column } => format!("ce n’est plus du JSON à partir de la colonne {column}\u{a0}; cherchez-y une virgule ou un guillemet de trop, ou qui manque."),
        JsonFault::NoObject => "un objet était attendu, comme {\"date\": \"2019\", \"text\": \"…\"}, et une autre valeur est venue\u{a0}; corrigez la ligne.".to_string(),
        JsonFault::NoObjects => "une liste d’objets était attendue, comme [{\"date\": \"2019\", \"text\": \"…\"}], et il n’y en a pas\u{a0}; corrigez le fichier.".to_string(),
    }
}

/// Returns where a date was found.
pub fn basis(basis: &DateBasis, language: Tongue) -> String {
    let (french, english, name) = match basis {
        DateBasis::Person => ("donnée ici", "given here", ""),
        DateBasis::Metadata(name) => ("métadonnée ", "metadata ", name.as_str()),
        DateBasis::Column(name) => ("colonne ", "column ", name.as_str()),
        DateBasis::Element(name) => ("élément ", "element ", name.as_str()),
        DateBasis::FileName => ("nom du fichier", "name of the file", ""),
        DateBasis::Title => ("titre", "title", ""),
        DateBasis::FirstLines => ("premières lignes", "first lines", ""),
    };
    [pick(language, french, english), name].concat()
}

/// Returns what a column holds.
pub fn column(column: Column, language: Tongue) -> &'static str {
    let (french, english) = match column {
        Column::Ignored => ("rien", "nothing"),
        Column::Text => ("le texte", "the text"),
        Column::Date => ("la date", "the date"),
        Column::Year => ("l’année", "the year"),
        Column::Title => ("le titre", "the title"),
        Column::Speaker => ("le locuteur", "the speaker"),
        Column::FirstName => ("son prénom", "the first name"),
        Column::Id => ("l’identifiant", "the identifier"),
        Column::Language => ("la langue", "the language"),
        Column::Kind => ("le genre", "the kind"),
        Column::Section => ("l’intertitre", "the heading"),
        Column::Source => ("la source", "the source"),
        Column::Subject => ("un mot-clé", "a keyword"),
    };
    pick(language, french, english)
}

/// Returns which rows make a document.
pub fn rows(rows: Rows, language: Tongue) -> &'static str {
    let (french, english) = match rows {
        Rows::Guessed => ("deviné", "guessed"),
        Rows::Each => ("chaque ligne", "each row"),
        Rows::SameTitle => (
            "les lignes voisines de même titre",
            "neighbouring rows of one title",
        ),
        Rows::SameDate => (
            "les lignes voisines de même date",
            "neighbouring rows of one date",
        ),
        Rows::All => ("toute la table", "the whole table"),
    };
    pick(language, french, english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use frise_import::{InputFile, read};

    /// What a reader of each language sees of files that are broken.
    #[test]
    fn broken_files_are_told_in_the_language_of_the_page() {
        let message = |path: &str, bytes: &[u8], language| {
            let file = InputFile {
                path: path.into(),
                bytes: bytes.into(),
            };
            let problems = read(vec![file]).problems;
            problem(&problems[0], language)
        };
        let check = |path: &str, bytes: &[u8], french: &str, english: &str| {
            let said = message(path, bytes, Tongue::French).replace('\u{a0}', " ");
            assert_eq!(said, french);
            assert_eq!(message(path, bytes, Tongue::English), english);
        };
        check(
            "a.jsonl",
            b"{\"text\": \"Un.\"}\n{\"text\": \"Deux.\"\n{\"text\": \"Trois.\"}",
            "a.jsonl, ligne 2 : le JSON finit avant que ses guillemets et ses crochets soient fermés ; fermez-les, ou téléchargez le fichier de nouveau.",
            "a.jsonl, line 2: the JSON ends before its quotation marks and brackets are closed; close them, or fetch the file again",
        );
        check(
            "a.json",
            b"[{\"text\": \"Un.\"},\n{\"text\" \"Deux.\"}]",
            "a.json, ligne 2 : ce n’est plus du JSON à partir de la colonne 9 ; cherchez-y une virgule ou un guillemet de trop, ou qui manque.",
            "a.json, line 2: this is no JSON from column 9 on; look there for a comma or a quotation mark too many or too few",
        );
        check(
            "a.xml",
            b"<TEI><text>\n<p>Un.</text></TEI>",
            "a.xml, ligne 2 : </p> était attendu, et </text> est venu ; fermez <p> avant.",
            "a.xml, line 2: expected the end tag </p>, found </text>; close <p> before it",
        );
        check(
            "a.xml",
            b"<TEI><text>\n<p>Un & deux.</p></text></TEI>",
            "a.xml, ligne 2 : ce qui suit & n’est pas une référence ; écrivez &amp; pour &.",
            "a.xml, line 2: expected a reference behind &; write & as &amp;",
        );
        check(
            "a.zip",
            b"PK\x03\x04 and nothing more",
            "a.zip : l’archive est abîmée ou incomplète ; refaites-la, ou téléchargez-la de nouveau.",
            "a.zip: the archive is damaged or cut short; make it anew, or fetch it again",
        );
        check(
            "a.csv",
            b"date,text\n2019,Un, deux,\n2020,Trois.",
            "a.csv, ligne 2 : une ligne a 4 cellules pour 2 colonnes ; mettez entre guillemets droits le texte qui contient le séparateur.",
            "a.csv, line 2: expected 2 cells, found 4; put text that holds the separator in quotation marks",
        );
    }

    #[test]
    fn one_is_not_said_as_many() {
        let said = |count| notice("", &Reason::EmptyRows { count }, Tongue::French);
        assert_eq!(said(1), "1\u{a0}ligne sans texte a été laissée de côté.");
        assert_eq!(
            said(2),
            "2\u{a0}lignes sans texte ont été laissées de côté."
        );
    }
}
