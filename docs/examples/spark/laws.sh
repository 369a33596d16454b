#!/usr/bin/env bash
# What parts, joins and indexes cost: the table of docs/SCALE.md.
#
#     bash docs/examples/spark/laws.sh LINES.jsonl [COPIES...]
#
# Prints for the first eighth, quarter and half of the lines, for all of them, and for so many copies of them under other ids:
# words, distinct forms, bytes of text, of the part and of the index, and the time and the most memory of `part`, `join` and
# `build --index`. Words that the end of a line parts keep their hyphen here. GNU time is needed, and FRISE may name the program.
set -euo pipefail

lines=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
FRISE=${FRISE:-$here/../../../target/measure/frise}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Seconds of a clock and of all cores, and megabytes, of a command.
cost() {
    /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" 2> "$work/log" || { cat "$work/log" >&2; exit 1; }
    awk '{ printf "%.1f s, %.1f s, %d MB", $1, $2 + $3, $4 / 1024 }' "$work/time"
}

measure() {
    local name=$1 file=$2
    local part build join
    part=$(cost "$FRISE" part "$file" -o "$work/one.part")
    build=$(cost "$FRISE" build "$file" --index -o "$work/whole.frise")
    join=$(cost "$FRISE" join "$work/one.part" --index -o "$work/joined.frise")
    cmp "$work/joined.frise" "$work/whole.frise"
    python3 - "$name" "$file" "$work/one.part" "$work/whole.frise" "$part" "$join" "$build" <<'PYTHON'
import json, os, re, sys

name, lines, part, index, *costs = sys.argv[1:]
texts = [json.loads(line)["text"] for line in open(lines, encoding="utf-8")]
words, forms = 0, set()
for text in texts:
    found = re.findall(r"\w+", text)
    words += len(found)
    forms.update(found)
size = sum(len(text.encode()) for text in texts)
print(f"| {name} | {words} | {len(forms)} | {size} | {os.path.getsize(part)} | {os.path.getsize(index)} | {' | '.join(costs)} |")
PYTHON
}

echo "| texts | words | forms | bytes of text | of the part | of the index | part | join | build |"
echo "|---|---|---|---|---|---|---|---|---|"
# Ids get a letter, and no line ends after a hyphen.
copy() {
    sed "s/^{\"id\": *\"/&copy$1./; s/-\\\\n */-/g" "$lines"
}

count=$(wc -l < "$lines")
for share in 8 4 2; do
    copy 1 | sed -n "1,$((count / share))p" > "$work/lines.jsonl"
    measure "1/$share" "$work/lines.jsonl"
done
for copies in 1 "$@"; do
    for number in $(seq "$copies"); do
        copy "$number"
    done > "$work/lines.jsonl"
    measure "$copies" "$work/lines.jsonl"
done
