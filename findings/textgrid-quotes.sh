#!/usr/bin/env bash
# praatio 6.2.2, mytextgrid 0.10.0, textgrid 1.6.1 and pympi-ling 1.71 (PyPI) on a TextGrid, the format
# of Praat for transcripts, with quotation marks in what is said.
#
# One would guess: the format doubles a quotation mark within a label, readers make one of it and
# writers two.
# What happens: praatio does so in intervals and not in points, where each time of reading and writing
# doubles them. It also takes the spaces from the ends of labels. mytextgrid reads both and writes each
# quotation mark alone, which ends the label for others: what comes behind it is no valid file.
# Output seen (the point: note "a"):
#   praatio, read         note ""a""
#   praatio, written      mark = "note """"a"""""
#   mytextgrid, written   text = "Il dit "non" puis"
#   pympi on the latter   StopIteration
#
# Why it matters: notes of transcribers stand in points, and speech within speech in quotation marks.
# A file that was changed ten times has thousands of them, or is not opened by the next tool. Search
# for """ in the files, and read back with another tool what one has written.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  praatio==6.2.2 mytextgrid==0.10.0 textgrid==1.6.1 pympi-ling==1.71

# Praat ends its lines with a space, on which mytextgrid relies.
sed '4,$s/$/ /' >"$tmp/speech.TextGrid" <<'TEXTGRID'
File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 2
tiers? <exists>
size = 2
item []:
    item [1]:
        class = "IntervalTier"
        name = "Ada"
        xmin = 0
        xmax = 2
        intervals: size = 2
        intervals [1]:
            xmin = 0
            xmax = 1
            text = "Il dit ""non"" puis"
        intervals [2]:
            xmin = 1
            xmax = 2
            text = " en 1918"
    item [2]:
        class = "TextTier"
        name = "notes"
        xmin = 0
        xmax = 2
        points: size = 1
        points [1]:
            number = 1.5
            mark = "note ""a"""
TEXTGRID

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import mytextgrid
import pympi
import textgrid
from praatio import textgrid as praatio

packages = ["praatio", "mytextgrid", "textgrid", "pympi-ling"]
print(", ".join(f"{package} {version(package)}" for package in packages))


def with_praatio(path):
    grid = praatio.openTextgrid(path, includeEmptyIntervals=False)
    grid.save("praatio.TextGrid", "long_textgrid", includeBlankSpaces=True)
    return [entry.label for name in grid.tierNames for entry in grid.getTier(name).entries]


def with_mytextgrid(path):
    grid = mytextgrid.read_textgrid(path)
    grid.write("mytextgrid.TextGrid")
    return [item.text for tier in grid for item in tier]


def with_textgrid(path):
    return [item.mark for tier in textgrid.TextGrid.fromFile(path) for item in tier]


def with_pympi(path):
    return [item[-1] for tier in pympi.TextGrid(path).get_tiers() for item in tier.get_all_intervals()]


def show(reader, path):
    try:
        print(f"{reader.__name__} {path}: {reader(path)}")
    except (StopIteration, ValueError) as error:
        print(f"{reader.__name__} {path}: {type(error).__name__}")


show(with_textgrid, "speech.TextGrid")
show(with_praatio, "speech.TextGrid")
show(with_mytextgrid, "speech.TextGrid")
for written in ["praatio.TextGrid", "mytextgrid.TextGrid"]:
    lines = [line.strip() for line in open(written) if "text =" in line or "mark =" in line]
    print(f"{written}: {' | '.join(lines)}")
show(with_textgrid, "praatio.TextGrid")
show(with_pympi, "mytextgrid.TextGrid")
PROBE

cat >"$tmp/expected" <<'EXPECTED'
praatio 6.2.2, mytextgrid 0.10.0, textgrid 1.6.1, pympi-ling 1.71
with_textgrid speech.TextGrid: ['Il dit "non" puis', ' en 1918', 'note "a"']
with_praatio speech.TextGrid: ['Il dit "non" puis', 'en 1918', 'note ""a""']
with_mytextgrid speech.TextGrid: ['Il dit "non" puis', ' en 1918', 'note "a"']
praatio.TextGrid: text = "Il dit ""non"" puis" | text = "en 1918" | mark = "note """"a"""""
mytextgrid.TextGrid: text = "Il dit "non" puis" | text = " en 1918" | mark = "note "a""
with_textgrid praatio.TextGrid: ['Il dit "non" puis', 'en 1918', 'note ""a""']
with_pympi mytextgrid.TextGrid: StopIteration
EXPECTED

(cd "$tmp" && venv/bin/python probe.py) | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
