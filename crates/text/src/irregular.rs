//! French plurals and feminines to which the Snowball algorithm gives another stem than to their singular or masculine.
//!
//! This is not a lemmatizer. It has the closed lists of the grammar (Grevisse and Goosse, *Le Bon Usage*, on the plural of
//! nouns and the feminine of adjectives), and corrects two effects of the algorithm on common nouns:
//! - It keeps the `-s` after a vowel other than `e`, since many words end so (`mois`, `pays`); `lois` and `élus` therefore
//!   differ from `loi` and `élu`.
//! - It takes some nouns for verbs (`conflit`, `étranger`), but not their plurals.
//!
//! In a parliament's debates and an encyclopedia, 4,651 words occur with and without `-s` or `-x`; the algorithm gives 242
//! of these pairs different stems, most of them real plurals.
//!
//! Forms that are another word as well are left out: `fois` and `mois` are not the plurals of `foi` and `moi`, and `pieux`
//! is first the adjective.

use super::fold;

/// Irregular forms, folded, each with its regular form; feminines without their plural `-s`.
///
/// These are the plurals in `-aux` of nouns in `-ail`, the three irregular plurals, compounds with inflected parts,
/// adjectives with a second masculine before a vowel, and feminines with another consonant.
const IRREGULAR: [(&str, &str); 44] = [
    ("aieux", "aïeul"),
    ("cieux", "ciel"),
    ("yeux", "œil"),
    ("baux", "bail"),
    ("coraux", "corail"),
    ("emaux", "émail"),
    ("fermaux", "fermail"),
    ("gemmaux", "gemmail"),
    ("soupiraux", "soupirail"),
    ("travaux", "travail"),
    ("vantaux", "vantail"),
    ("ventaux", "ventail"),
    ("vitraux", "vitrail"),
    ("bonshommes", "bonhomme"),
    ("gentilshommes", "gentilhomme"),
    ("mesdames", "madame"),
    ("mesdemoiselles", "mademoiselle"),
    ("messieurs", "monsieur"),
    ("bel", "beau"),
    ("belle", "beau"),
    ("fol", "fou"),
    ("folle", "fou"),
    ("mol", "mou"),
    ("molle", "mou"),
    ("nouvel", "nouveau"),
    ("nouvelle", "nouveau"),
    ("vieil", "vieux"),
    ("vieille", "vieux"),
    ("benigne", "bénin"),
    ("blanche", "blanc"),
    ("caduque", "caduc"),
    ("douce", "doux"),
    ("fausse", "faux"),
    ("favorite", "favori"),
    ("fraiche", "frais"),
    ("franche", "franc"),
    ("grecque", "grec"),
    ("longue", "long"),
    ("maligne", "malin"),
    ("oblongue", "oblong"),
    ("publique", "public"),
    ("rousse", "roux"),
    ("seche", "sec"),
    ("turque", "turc"),
];

/// Nouns in `-eu` and `-au` that make `-x`, folded.
const PLURAL_IN_X: &str = "adieu aveu boyau camaieu cheveu desaveu dieu enjeu epieu essieu etau feu fleau \
    gruau hebreu jeu joyau lieu materiau milieu moyeu neveu noyau preau tuyau voeu";

/// Nouns and adjectives whose plural keeps its `-s` in the algorithm, folded, except those in `-u`.
const PLURAL_IN_S: &str = "abri ami appui beffroi casino convoi cri desarroi echo emploi ennui \
    envoi essai etui euro gai ghetto kilo loi numero octroi photo piano plaisir pli quai radio renvoi roi \
    scenario studio tournoi trio uni video vrai commission opinion reflexion religion";

/// Words in `-us` whose `-s` is not a plural ending, and whose other forms keep it (`refuser`, `confuse`) or which are
/// another word without it (`plus`, `plu`); folded.
const OWN_US: &str = "abstrus abus absous camus confus dessous dessus diffus dissous inclus infus intrus jus \
    nous obtus obus perclus plus pus reclus refus sous sus tous vous";

/// Nouns and adjectives that the algorithm takes for verbs, folded; it stems their plurals correctly.
const LIKE_VERBS: &str = "cancer conflit conscrit credit danger debit deficit delit desir entier erudit etranger \
    fier foyer habit hiver interdit leader leger loisir manuscrit parfait passager petit portrait profit recit \
    souhait souvenir usager";

/// Returns the irregular forms, folded, which may begin with other letters than their stem.
pub(super) fn irregular_forms() -> impl Iterator<Item = String> {
    IRREGULAR
        .iter()
        .flat_map(|(form, _)| [form.to_string(), format!("{form}s")])
}

/// Returns the form of a word that the algorithm stems like the word's other forms, or `None` where the word itself is such
/// a form. The word is given in lowercase, its accents composed.
pub(super) fn regular(word: &str) -> Option<String> {
    let folded = fold(word);
    let singular = folded.strip_suffix('s');
    let is = |list: &str, wanted: &str| list.split_whitespace().any(|known| known == wanted);
    let irregular = |wanted: &str| IRREGULAR.iter().find(|(form, _)| *form == wanted);
    if let Some((_, regular)) = irregular(&folded).or_else(|| irregular(singular?)) {
        return Some(regular.to_string());
    }
    if is(LIKE_VERBS, &folded) {
        return Some(format!("{word}s"));
    }
    let in_x = folded
        .strip_suffix('x')
        .is_some_and(|singular| is(PLURAL_IN_X, singular));
    let in_s = singular.is_some_and(|singular| {
        is(PLURAL_IN_S, singular)
            || singular.len() > 2 && singular.ends_with('u') && !is(OWN_US, &folded)
    });
    (in_x || in_s).then(|| {
        // Combining accents may follow its last letter.
        let mut singular = word.to_string();
        while fold(&singular).len() == folded.len() && singular.pop().is_some() {}
        singular
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, Stemmer};

    fn check(words: &str) {
        let stemmer = Stemmer::new(Language::French);
        let stems: Vec<String> = words.split(' ').map(|word| stemmer.stem(word)).collect();
        assert!(
            stems.iter().all(|stem| *stem == stems[0]),
            "{words}: {stems:?}"
        );
    }

    #[test]
    fn forms_of_a_word_meet() {
        check("travail travaux Travaux");
        check("émail émaux emaux");
        check("œil yeux");
        check("monsieur messieurs");
        check("beau beaux bel belle belles");
        check("nouveau nouveaux nouvel nouvelle nouvelles");
        check("vieux vieil vieille vieilles");
        check("fou fous fol folle folles");
        check("public publics publique publiques");
        check("grec grecs grecque grecques");
        check("frais fraîche fraîches fraiche");
        check("élu élus élue élues");
        check("tenu tenus tenue");
        check("individu individus");
        check("petit petits petite petites");
        check("étranger étrangers étrangère étrangères");
        check("entier entiers entière");
        check("désir désirs désirer");
        check("refus refuser refusé");
        check("abus abuser");
        check("confus confuse");
    }

    /// Each word of the lists has the stem of its plural, and would not without its list.
    #[test]
    fn every_word_of_the_lists_needs_it() {
        let stemmer = Stemmer::new(Language::French);
        let apart = |a: &str, b: &str| fold(&stemmer.snowball(a)) != fold(&stemmer.snowball(b));
        for (list, ending) in [(PLURAL_IN_X, "x"), (PLURAL_IN_S, "s"), (LIKE_VERBS, "s")] {
            for word in list.split_whitespace() {
                check(&format!("{word} {word}{ending}"));
                // The lists are folded; these two have another stem only with their accent.
                let accented = word.replace("fleau", "fléau").replace("preau", "préau");
                assert!(apart(&accented, &format!("{accented}{ending}")), "{word}");
            }
        }
        for (form, regular) in IRREGULAR {
            check(&format!("{form} {regular}"));
            assert!(apart(form, regular), "{form}");
            assert_eq!(fold(form), form);
        }
        for word in OWN_US.split_whitespace() {
            assert_eq!(regular(word), None);
        }
    }

    #[test]
    fn words_that_own_their_ending() {
        let stemmer = Stemmer::new(Language::French);
        assert_ne!(stemmer.stem("plus"), stemmer.stem("plu"));
        assert_ne!(stemmer.stem("nous"), stemmer.stem("noue"));
        for word in [
            "paix", "pieux", "fois", "mois", "pays", "plus", "refus", "bus", "s", "x", "",
        ] {
            assert_eq!(regular(word), None, "{word}");
        }
    }
}
