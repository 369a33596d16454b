//! What the figures of each tool say, and what they do not: the short form of `docs/STATISTICS.md`.

use crate::tool::Tool;

/// A text in French and in English.
type Both = (&'static str, &'static str);

/// What one figure says.
pub struct Measure {
    /// Its name.
    pub name: Both,
    /// What it says.
    pub says: Both,
    /// What it is taken for and does not say.
    pub does_not_say: Both,
    /// Its formula; empty where a sentence tells it.
    pub formula: &'static str,
}

/// What the figures of a tool say.
pub struct Help {
    /// The figures.
    pub measures: &'static [Measure],
    /// Where they were published.
    pub sources: &'static str,
}

/// Returns the help of a tool; of tools without figures it is empty.
pub fn help_of(tool: Tool) -> Help {
    let (measures, sources): (&[Measure], _) = match tool {
        Tool::Compare => (
            &COMPARE,
            "P. Lafon, Mots 1 (1980); T. Dunning, Computational Linguistics 19 (1993); A. Hardie, Log Ratio (2014); C. Gabrielatos & A. Marchi (2011); S. Holm (1979); Y. Benjamini & Y. Hochberg (1995).",
        ),
        Tool::Collocates => (
            &COLLOCATES,
            "S. Evert, Corpora and collocations (2008); P. Rychlý, RASLAN (2008); K. Church & P. Hanks (1990); B. Daille (1994).",
        ),
        Tool::Dispersion => (
            &DISPERSION,
            "S. Gries, International Journal of Corpus Linguistics 13 (2008); J. Lijffijt & S. Gries, ibid. 17 (2012); A. Juilland & E. Chang-Rodríguez (1964).",
        ),
        Tool::Segments => (
            &SEGMENTS,
            "A. Salem, Pratique des segments répétés (1987); U. Manber & E. Myers (1993); M. Abouelhoda, S. Kurtz & E. Ohlebusch (2004).",
        ),
        Tool::Similar => (
            &SIMILAR,
            "S. Robertson & H. Zaragoza, The Probabilistic Relevance Framework (2009).",
        ),
        Tool::Vocabulary => (
            &VOCABULARY,
            "M. Covington & J. McFall, Journal of Quantitative Linguistics 17 (2010); P. McCarthy & S. Jarvis, Behavior Research Methods 42 (2010).",
        ),
        Tool::Map => (
            &MAP,
            "J.-P. Benzécri, L’Analyse des données (1973); M. Greenacre, Correspondence Analysis in Practice (2017).",
        ),
        Tool::Classes => (
            &CLASSES,
            "M. Reinert, Les Cahiers de l’analyse des données 8 (1983), Bulletin de méthodologie sociologique 26 (1990); P. Ratinaud, IRaMuTeQ (2009); J. Barnier, rainette.",
        ),
        Tool::Texts | Tool::Cite | Tool::Export | Tool::Notebook => (&[], ""),
    };
    Help { measures, sources }
}

const COMPARE: [Measure; 5] = [
    Measure {
        name: ("Spécificité", "Specificity"),
        says: (
            "Combien cette fréquence, ou une plus éloignée de l’attendue, serait improbable si les mots étaient tirés au hasard\u{a0}: 3 veut dire une chance sur mille. Négative, le mot est plus rare qu’attendu.",
            "How improbable this frequency, or one farther from what is expected, would be if words were drawn at random: 3 is one chance in a thousand. Negative: the word is rarer than expected.",
        ),
        does_not_say: (
            "si la différence est grande\u{a0}: sur de longs textes, une petite différence a une valeur élevée\u{a0}; ni si le mot tient à un seul texte (voyez la dispersion).",
            "whether the difference is large: in long texts a small one has a high value; nor whether the word comes from one text (see its dispersion).",
        ),
        formula: "−log₁₀ P(X ≥ f) si f ≥ E, sinon log₁₀ P(X ≤ f)\u{a0}; X ~ hypergéométrique(F, t, T)",
    },
    Measure {
        name: ("G² (log-vraisemblance)", "G² (log-likelihood)"),
        says: (
            "Combien «\u{a0}partout pareil\u{a0}» convient mal.",
            "How badly “the same everywhere” fits.",
        ),
        does_not_say: (
            "la taille de la différence\u{a0}; peu sûr là où moins de 5 occurrences sont attendues.",
            "the size of the difference; unsafe where fewer than 5 occurrences are expected.",
        ),
        formula: "2 Σ O ln(O/E)",
    },
    Measure {
        name: ("χ²", "Chi-squared"),
        says: (
            "La même chose, par une approximation plus ancienne.",
            "The same, by an older approximation.",
        ),
        does_not_say: (
            "ce que G² ne dit pas\u{a0}; moins sûr pour les mots rares.",
            "what G² does not; less safe with rare words.",
        ),
        formula: "Σ (O − E)² / E",
    },
    Measure {
        name: ("Log ratio", "Log ratio"),
        says: (
            "Combien de fois plus fréquent\u{a0}: 1 veut dire deux fois, 2 quatre fois, −1 la moitié.",
            "How much more frequent: 1 is twice, 2 four times, −1 half.",
        ),
        does_not_say: ("si c’est peut-être un hasard.", "whether it may be chance."),
        formula: "log₂((f/t) / (g/r))",
    },
    Measure {
        name: ("Correction", "Correction"),
        says: (
            "Sur mille mots comparés, cinquante passent le seuil de 5\u{a0}% par hasard. Holm et Bonferroni garantissent qu’aucun mot retenu n’est un hasard, à 5\u{a0}% près\u{a0}; Benjamini-Hochberg limite la part de hasards parmi eux.",
            "Of a thousand words compared, fifty pass the level of 5% by chance. Holm and Bonferroni guarantee that no word kept is chance, but for 5%; Benjamini-Hochberg limits the share of chance among them.",
        ),
        does_not_say: (
            "qu’un mot écarté est sans intérêt.",
            "that a word left out is of no interest.",
        ),
        formula: "",
    },
];

const COLLOCATES: [Measure; 4] = [
    Measure {
        name: ("G², avec signe", "G², signed"),
        says: (
            "Combien il est sûr que les mots s’attirent ou, négatif, qu’ils s’évitent.",
            "How sure it is that the words attract each other or, negative, avoid each other.",
        ),
        does_not_say: ("avec quelle force.", "how strongly."),
        formula: "± 2 Σ O ln(O/E)",
    },
    Measure {
        name: ("logDice", "logDice"),
        says: (
            "Combien ils vont ensemble et rarement l’un sans l’autre\u{a0}; 14 au plus. Se compare d’un corpus à l’autre.",
            "How exclusively they occur together; 14 at most. Can be compared between corpora.",
        ),
        does_not_say: ("si c’est peut-être un hasard.", "whether it may be chance."),
        formula: "14 + log₂(2 f / (hits + F))",
    },
    Measure {
        name: ("IM et IM³", "MI and MI³"),
        says: (
            "Combien plus souvent qu’attendu, en bits\u{a0}; IM³ favorise les mots fréquents.",
            "How much more often than expected, in bits; MI³ favours frequent words.",
        ),
        does_not_say: (
            "si c’est peut-être un hasard\u{a0}: en tête de l’IM viennent des mots rares.",
            "whether it may be chance: rare words lead the list of MI.",
        ),
        formula: "log₂(f / E), log₂(f³ / E)",
    },
    Measure {
        name: ("Score t", "t-score"),
        says: (
            "Combien c’est sûr, en faveur des mots fréquents.",
            "How sure it is, in favour of frequent words.",
        ),
        does_not_say: (
            "une probabilité\u{a0}: son seuil habituel (2,576) suppose une distribution que les mots n’ont pas.",
            "a probability: its usual limit (2.576) assumes a distribution that words do not have.",
        ),
        formula: "(f − E) / √f",
    },
];

const DISPERSION: [Measure; 2] = [
    Measure {
        name: ("DP, et DP normalisé", "DP, and normalised DP"),
        says: (
            "0\u{a0}: réparti comme le sont les mots\u{a0}; près de 1\u{a0}: dans une seule petite partie. Normalisé, 1 est le plus grand possible.",
            "0: spread as the words are; near 1: in one small part. Normalised, 1 is the largest possible.",
        ),
        does_not_say: (
            "où\u{a0}; et dépend du découpage\u{a0}: un mot plus rare que les parties ne peut être également réparti.",
            "where; and it depends on the division: a word rarer than the parts cannot be spread evenly.",
        ),
        formula: "½ Σ |occurrences/all − words/all|",
    },
    Measure {
        name: ("D de Juilland", "Juilland’s D"),
        says: (
            "1\u{a0}: la même fréquence relative dans toutes les parties\u{a0}; 0\u{a0}: dans une seule.",
            "1: the same rate in all parts; 0: in one part.",
        ),
        does_not_say: (
            "grand-chose avec des centaines de parties, où presque tout approche 1.",
            "much with hundreds of parts, where nearly all words are near 1.",
        ),
        formula: "1 − V / √(n − 1)",
    },
];

const SEGMENTS: [Measure; 3] = [
    Measure {
        name: ("Segment répété", "Repeated segment"),
        says: (
            "Une suite de 2 à 12 mots qui revient au moins deux fois, dans une même phrase chaque fois. Seuls les plus longs sont listés\u{a0}: ceux qu’aucun mot de plus n’égale en fréquence.",
            "A sequence of 2 to 12 words that occurs twice at least, within a sentence each time. Only the longest are listed: those that no word more equals in frequency.",
        ),
        does_not_say: (
            "qu’il s’agit d’une expression\u{a0}: la grammaire aussi se répète.",
            "that it is an expression: grammar repeats itself, too.",
        ),
        formula: "",
    },
    Measure {
        name: ("Passer d’un texte à l’autre", "To travel"),
        says: (
            "La formule est dans deux textes, chez deux locuteurs ou dans deux années au moins. Le dessin place chacun à sa date.",
            "The formula is in two texts, from two speakers or in two years at least. The drawing has each at its date.",
        ),
        does_not_say: (
            "que l’un l’a prise à l’autre\u{a0}: tous deux peuvent la tenir d’un troisième, ou de la langue.",
            "that one took it from the other: both may have it from a third, or from the language.",
        ),
        formula: "",
    },
    Measure {
        name: ("Variantes", "Variants"),
        says: (
            "Les suites d’autant de mots dont un ou deux sont autres.",
            "Sequences of as many words of which one or two are others.",
        ),
        does_not_say: (
            "les mots ajoutés ou ôtés, qui font un autre segment.",
            "words added or left out, which make another segment.",
        ),
        formula: "",
    },
];

const SIMILAR: [Measure; 1] = [Measure {
    name: ("Ressemblance", "Likeness"),
    says: (
        "La somme de deux chiffres\u{a0}: le score BM25 des vingt mots les plus marquants du passage, et la part de ses mots qui sont dans des segments communs.",
        "The sum of two figures: the BM25 score of the twenty most salient words of the passage, and the share of its words that lie in shared segments.",
    ),
    does_not_say: (
        "que les passages disent la même chose\u{a0}; la somme ordonne et n’a pas d’unité.",
        "that the passages say the same; the sum ranks and has no unit.",
    ),
    formula: "",
}];

const VOCABULARY: [Measure; 4] = [
    Measure {
        name: ("MATTR", "MATTR"),
        says: (
            "La part moyenne de mots différents sur toutes les fenêtres de 500 mots. Ne dépend pas de la longueur.",
            "The mean share of distinct words in all windows of 500 words. Does not depend on length.",
        ),
        does_not_say: ("rien d’un texte plus court.", "anything of a shorter text."),
        formula: "",
    },
    Measure {
        name: ("MTLD", "MTLD"),
        says: (
            "Combien de mots de suite gardent plus de 72\u{a0}% de mots différents, dans les deux sens.",
            "How many words in a row keep more than 72% of distinct words, in both directions.",
        ),
        does_not_say: (
            "grand-chose au-dessous de quelques centaines de mots.",
            "much below some hundred words.",
        ),
        formula: "",
    },
    Measure {
        name: ("Hapax", "Hapaxes"),
        says: (
            "Les mots qui ne viennent qu’une fois.",
            "The words that occur once.",
        ),
        does_not_say: (
            "une richesse comparable\u{a0}: leur nombre croît avec le texte.",
            "a richness to compare: their number grows with the text.",
        ),
        formula: "",
    },
    Measure {
        name: ("Croissance", "Growth"),
        says: (
            "Combien de mots différents après tant de mots\u{a0}: deux parties se comparent à la même longueur, là où leurs courbes sont l’une au-dessus de l’autre.",
            "How many distinct words after so many words: two parts compare at the same length, where their curves stand one above the other.",
        ),
        does_not_say: (
            "d’où vient la différence\u{a0}: un sujet nouveau redresse la courbe autant qu’un style.",
            "where the difference comes from: a new subject bends the curve as much as a style.",
        ),
        formula: "",
    },
];

const MAP: [Measure; 3] = [
    Measure {
        name: ("Axes et inertie", "Axes and inertia"),
        says: (
            "La part de l’écart à la moyenne que chaque axe montre.",
            "The share of the distance from the mean that each axis shows.",
        ),
        does_not_say: (
            "ce que l’axe veut dire\u{a0}: ce sont les mots aux plus fortes contributions qui le nomment.",
            "what the axis means: the words with the largest contributions name it.",
        ),
        formula: "",
    },
    Measure {
        name: ("Contribution", "Contribution"),
        says: (
            "Combien un point fait l’axe.",
            "How much a point makes the axis.",
        ),
        does_not_say: (
            "si l’axe le montre bien (voyez cos²).",
            "whether the axis shows it well (see cos²).",
        ),
        formula: "",
    },
    Measure {
        name: ("cos²", "cos²"),
        says: (
            "Combien l’axe montre bien le point.",
            "How well the axis shows the point.",
        ),
        does_not_say: (
            "qu’un mot et une partie proches vont ensemble\u{a0}: seules les distances entre mots, ou entre parties, ont un sens.",
            "that a word and a part that are near belong together: only distances among words, or among parts, have a meaning.",
        ),
        formula: "",
    },
];

const CLASSES: [Measure; 4] = [
    Measure {
        name: ("Classe", "Class"),
        says: (
            "Quels segments de texte emploient les mêmes mots\u{a0}: un «\u{a0}monde lexical\u{a0}». Tous forment d’abord une classe\u{a0}; la plus grande est divisée en deux là où le χ² du tableau des deux groupes et des mots est le plus grand (ordre du premier facteur, puis déplacements un à un), jusqu’au nombre demandé.",
            "Which text segments use the same words: a “lexical world”. All are one class at first; the largest is divided in two where χ² of the table of both groups and the words is largest (order of the first factor, then moves one at a time), up to the number asked for.",
        ),
        does_not_say: (
            "combien il y a de sujets\u{a0}: c’est vous qui fixez le nombre de classes\u{a0}; essayez-en d’autres, et d’autres longueurs de segments, et gardez ce qui revient.",
            "how many subjects there are: you set the number of classes; try others, and other lengths of segments, and keep what comes back.",
        ),
        formula: "χ² = N (N Σ a²/c − A²) / (A (N − A))",
    },
    Measure {
        name: ("Classification double", "Double classification"),
        says: (
            "Quelles classes ne tiennent pas au découpage\u{a0}: les segments voisins sont réunis en unités de deux longueurs et classés deux fois\u{a0}; de toutes les classes que les deux classifications ont en commun (classes croisées), celles sans segment commun dont la somme des χ² est la plus grande.",
            "Which classes do not depend on where texts are cut: neighbouring segments are joined into units of two lengths and classified twice; of all classes that both classifications have in common (crossed classes), those without a common segment whose χ² sum up to most.",
        ),
        does_not_say: (
            "de quoi parlent les autres segments\u{a0}: ils n’ont pas de classe, et ils peuvent être nombreux.",
            "what the other segments speak of: they have no class, and there may be many of them.",
        ),
        formula: "Σ (|O − E| − ½)² / E",
    },
    Measure {
        name: ("χ² d’un mot, avec signe", "Signed χ² of a word"),
        says: (
            "Combien plus de segments de la classe ont le mot que d’autres segments, ou moins s’il est négatif.",
            "How many more segments of the class have the word than others, or fewer if it is negative.",
        ),
        does_not_say: (
            "une probabilité\u{a0}: les classes sont faites pour que leurs mots diffèrent, et toute division a des mots au p minuscule.",
            "a probability: classes are made so that their words differ, and any division has words with a tiny p.",
        ),
        formula: "Σ (O − E)² / E",
    },
    Measure {
        name: ("Segment typique", "Typical segment"),
        says: (
            "Celui dont la somme des χ² de ses mots typiques est la plus grande.",
            "The one with the largest sum of χ² of its typical words.",
        ),
        does_not_say: ("qu’il résume la classe.", "that it sums the class up."),
        formula: "",
    },
];
