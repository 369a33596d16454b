//! What importing says: reasons, meanings of columns, where dates were found.

use frise::i18n::{self, pick, quoted};
use frise_date::Tongue;
use frise_import::{Column, DateBasis, Problem, Progress, Reason, Rows};

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
        "{files}{}{} · {} %",
        pick(language, " sur ", " of "),
        i18n::number(progress.files_known, language),
        (progress.bytes * 100)
            .checked_div(progress.bytes_known)
            .unwrap_or(0),
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
        Reason::NoText => "le fichier n’a pas de texte.".to_string(),
        Reason::Pdf => "un PDF ne se lit pas ici\u{a0}; exportez-en le texte, ou le document d’origine.".to_string(),
        Reason::OldWord => "un ancien fichier Word (.doc) ne se lit pas\u{a0}; enregistrez-le en .docx.".to_string(),
        Reason::Rtf => "un fichier RTF ne se lit pas\u{a0}; enregistrez-le en .docx ou en texte.".to_string(),
        Reason::Spreadsheet => "un classeur ne se lit pas\u{a0}; enregistrez la feuille en CSV.".to_string(),
        Reason::Slides => "des diapositives ne se lisent pas\u{a0}; exportez-en le texte.".to_string(),
        Reason::Media => "une image, un son ou un film n’a pas de texte.".to_string(),
        Reason::Binary => "ce ne sont pas des octets de texte.".to_string(),
        Reason::Index => "c’est un index de Frise\u{a0}; déposez-le seul pour l’ouvrir.".to_string(),
        Reason::OtherArchive => "cette archive n’est pas un zip\u{a0}; ouvrez-la et déposez ses fichiers.".to_string(),
        Reason::TooLarge { bytes, most } => format!("le fichier pèse {}, et {} se lisent au plus\u{a0}; divisez-le.", megabytes(*bytes), megabytes(*most)),
        Reason::TooMuch { most } => format!("au-delà de {} en tout, les fichiers ne sont plus lus\u{a0}; apportez-en moins.", megabytes(*most)),
        Reason::TooDeep { most } => format!("des archives sont emboîtées à plus de {most} niveaux\u{a0}; ouvrez-les d’abord."),
        Reason::TooDense { packed, bytes } => format!("une entrée de {} en devient {} et plus\u{a0}: elle est refusée.", megabytes(*packed), megabytes(*bytes)),
        Reason::TooManyFiles { most } => format!("au-delà de {} fichiers, les autres ne sont pas lus.", number(*most)),
        Reason::UnsafeName { name } => format!("le nom {} sort de l’archive\u{a0}: il est refusé.", quoted(name)),
        Reason::Encrypted => "l’entrée est protégée par un mot de passe\u{a0}; ouvrez l’archive et déposez le fichier.".to_string(),
        Reason::Archive { message } => format!("l’archive est abîmée ({message})."),
        Reason::MissingPart { part } => format!("il manque au document sa partie {}.", quoted(part)),
        Reason::Xml { message } => format!("le XML est mal formé ({message})."),
        Reason::OtherXml { root } => format!("ce XML, d’élément racine {}, n’a pas d’élément de texte connu\u{a0}; il faut du TEI.", quoted(root)),
        Reason::Json { message } => format!("le JSON est mal formé, ou sans objets ({message})."),
        Reason::LongLine { bytes, most } => format!("une ligne a {}, et {} se lisent au plus.", megabytes(*bytes), megabytes(*most)),
        Reason::RowLength { cells, columns } => format!("une ligne a {cells} cellules pour {columns} colonnes."),
        Reason::NoTextColumn { columns } => format!("aucune colonne n’est le texte\u{a0}; choisissez-la parmi {}.", columns.join(", ")),
        Reason::Folder { message } => format!("le dossier du corpus a une erreur ({message})."),
        Reason::BadDate { text } => format!("{} n’est pas une date\u{a0}; écrivez 2016-05-24, 24 mai 2016, 2016 ou 2016~.", quoted(text)),
        Reason::UnreadDates { example, count: many } => format!("{}, comme {}.", count(many, "date ne se lit pas", "dates ne se lisent pas"), quoted(example)),
        Reason::UnnamedSpeakers { example, count: many } => format!("{}, comme {}\u{a0}; ajoutez le fichier qui donne les noms (listPerson, ou -meta.tsv).", count(many, "locuteur n’a qu’un identifiant", "locuteurs n’ont qu’un identifiant"), quoted(example)),
        Reason::NoDocuments => "il ne reste aucun texte.".to_string(),
        Reason::TooLargeForIndex { message } => format!("le corpus est trop grand pour un index ({message})."),
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
