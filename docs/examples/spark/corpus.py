"""Writes a small corpus of JSON lines: debates with turns, letters, notes too short to tell their language.

    python3 corpus.py DOCUMENTS > lines.jsonl
"""

import json
import random
import sys

WORDS = (
    "le la les des un une port ports grève grèves ville villes État état qu’il l’usine aujourd’hui 1889 10 000 "
    "ouvriers ouvrières travail dans pour que et est sont ouvert fermé loi lois Chambre députés 3 mai 1902 hier"
).split(" ")
SPEAKERS = ["Ada Roy", "ADA ROY", "Léa Blum", "Jean Petit", "jean petit", ""]


def sentence(chance: random.Random) -> str:
    words = chance.choices(WORDS, k=chance.randint(4, 18))
    return " ".join(words).capitalize() + "."


def documents(count: int):
    chance = random.Random(17)
    for number in range(count):
        date = f"{chance.randint(1880, 1914)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        shape = chance.choice(["debate", "letter", "note"])
        about = {"date": date, "kind": chance.choice(["Débat", "debat", "Lettre", "Note"])}
        if shape == "debate":
            for turn in range(1, chance.randint(2, 14)):
                text = " ".join(sentence(chance) for _ in range(chance.randint(1, 4)))
                speaker = chance.choice(SPEAKERS)
                yield {"id": f"debat{number}-{turn}", **about, "speaker": speaker, "text": text}
        elif shape == "letter":
            text = "\n\n".join(sentence(chance) for _ in range(chance.randint(1, 5)))
            title = f"Lettre {number}"
            yield {"id": f"lettre{number}", **about, "title": title, "section": ["I", title], "text": text}
        else:
            yield {"id": f"note{number}", **about, "text": chance.choice(["Oui.", "Non !", "Port ?", "OK"])}


if __name__ == "__main__":
    for line in documents(int(sys.argv[1])):
        print(json.dumps(line, ensure_ascii=False))
