//! Faults of a regular expression.

use super::{pick, quoted};
use frise_date::Tongue;
use frise_index::query::Fault;

/// Returns why a regular expression is left out, as a message.
pub fn tell(fault: &Fault, language: Tongue) -> String {
    let what = what(fault, language);
    match language {
        Tongue::French => format!("{what}\u{a0}: l’expression est laissée de côté."),
        Tongue::English => format!("{what}: the expression is left out."),
    }
}

fn what(fault: &Fault, language: Tongue) -> String {
    let say = |french: &str, english: &str| pick(language, french, english).to_string();
    match fault {
        Fault::Unsupported(signs) => {
            let none = pick(
                language,
                "Les expressions régulières de cette page n’ont pas de",
                "The regular expressions of this page have no",
            );
            format!("{none} {}", quoted(signs, language))
        }
        Fault::NothingToRepeat => say(
            "Cette répétition n’a rien à répéter",
            "This repetition has nothing to repeat",
        ),
        Fault::Unclosed(sign) => {
            let sign = quoted(if *sign == '[' { "]" } else { ")" }, language);
            match language {
                Tongue::French => {
                    format!("Cette parenthèse ou ce crochet n’est pas fermé, il manque {sign}")
                }
                Tongue::English => {
                    format!("This parenthesis or bracket is not closed, {sign} is missing")
                }
            }
        }
        Fault::Unopened => say(
            "Cette parenthèse ne ferme rien",
            "This parenthesis closes nothing",
        ),
        Fault::BadCount => say(
            "Ces accolades devraient compter, comme {2}, {2,} ou {2,5}",
            "These braces should count, as {2}, {2,} or {2,5} do",
        ),
        Fault::BadRange => say(
            "Cet intervalle ne va pas d’une lettre à une lettre qui la suit",
            "This range does not go from one letter to a later one",
        ),
        Fault::MisplacedAnchor => say(
            "Aucun mot ne commence ni ne finit ici",
            "No word begins or ends here",
        ),
        Fault::LonelyEscape => say(
            "Cette barre oblique inverse attend un signe après elle",
            "This backslash needs a sign after it",
        ),
        Fault::NeverInWords(sign) => {
            let sign = match sign {
                ' ' => say("d’espace", "space"),
                sign => quoted(&sign.to_string(), language),
            };
            let what = pick(
                language,
                "Une expression régulière vaut pour un mot, et aucun mot ne contient",
                "A regular expression stands for one word, and no word holds a",
            );
            format!("{what} {sign}")
        }
        Fault::TooLarge => say(
            "L’expression régulière devient trop grande ici",
            "The regular expression becomes too large here",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_told_in_both_languages() {
        let check = |fault: Fault, french: &str, english: &str| {
            assert_eq!(tell(&fault, Tongue::French), french);
            assert_eq!(tell(&fault, Tongue::English), english);
        };
        check(
            Fault::Unsupported("(?=".into()),
            "Les expressions régulières de cette page n’ont pas de «\u{a0}(?=\u{a0}»\u{a0}: l’expression est laissée de côté.",
            "The regular expressions of this page have no “(?=”: the expression is left out.",
        );
        check(
            Fault::NeverInWords(' '),
            "Une expression régulière vaut pour un mot, et aucun mot ne contient d’espace\u{a0}: l’expression est laissée de côté.",
            "A regular expression stands for one word, and no word holds a space: the expression is left out.",
        );
        check(
            Fault::Unclosed('['),
            "Cette parenthèse ou ce crochet n’est pas fermé, il manque «\u{a0}]\u{a0}»\u{a0}: l’expression est laissée de côté.",
            "This parenthesis or bracket is not closed, “]” is missing: the expression is left out.",
        );
    }
}
