#!/usr/bin/env bash
# arrow 1.4.0 and pendulum 3.3.0 (PyPI): the day of a French date.
#
# One would guess: the token Do, the day of the month as the language writes it, gives "1er août"
# and "14 juillet", since French has an ordinal for the first of a month alone.
# What happens: both libraries write "14e juillet", in a sentence that is French in all the rest.
# The token D gives "1 août", so that neither token writes the dates of a month.
# Output seen:
#   dddd Do MMMM YYYY  samedi 1er août 1914    mardi 14e juillet 1789
#   dddd D MMMM YYYY   samedi 1 août 1914      mardi 14 juillet 1789
#
# Why it matters: the first is what one tries, with the first of a month, and it is right there. A
# page of dated texts then has a wrong date on each other day. Choose the token by the day.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check arrow==1.4.0 pendulum==3.3.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import arrow
import pendulum

DAYS = [(1914, 8, 1), (1789, 7, 14)]
for package, make in [("arrow", arrow.get), ("pendulum", pendulum.datetime)]:
    print(package, version(package))
    for form in ["dddd Do MMMM YYYY", "dddd D MMMM YYYY"]:
        print(f"    {form}:", ", ".join(make(*day).format(form, locale="fr") for day in DAYS))
PROBE

cat >"$tmp/expected" <<'EXPECTED'
arrow 1.4.0
    dddd Do MMMM YYYY: samedi 1er août 1914, mardi 14e juillet 1789
    dddd D MMMM YYYY: samedi 1 août 1914, mardi 14 juillet 1789
pendulum 3.3.0
    dddd Do MMMM YYYY: samedi 1er août 1914, mardi 14e juillet 1789
    dddd D MMMM YYYY: samedi 1 août 1914, mardi 14 juillet 1789
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
