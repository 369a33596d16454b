#!/usr/bin/env bash
# mca 1.0.4 with numpy 2.4.6 and pandas 2.3.3 (PyPI), correspondence analysis: rows and columns that
# are placed in the map without having made it. prince 0.23.0 beside it.
#
# One would guess: a row of the table that is given again as a supplementary one falls on itself,
# since its place follows from its profile alone.
# What happens: it falls on the other side of the origin. For a table of counts (benzecri=False)
# fs_r_sup and fs_c_sup give each coordinate of fs_r and fs_c with the other sign. With Benzécri's
# correction, for questionnaires, the signs agree, but the supplementary rows keep the scale without
# it.
# Output seen (the first row of a table of speakers by words):
#   mca, counts     fs_r  0.920 -0.194   fs_r_sup -0.920  0.194
#   mca, Benzécri   fs_r -0.094  0.231   fs_r_sup -0.164  0.926
#   prince, counts       0.920 -0.194        again  0.920 -0.194
#
# Why it matters: periods, parties or words are laid into a map of speakers in this way. They come
# to lie with those from whom they differ most, and nothing in the picture tells. Test the
# projection of new points with a point that is in the table.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  mca==1.0.4 numpy==2.4.6 pandas==2.3.3 prince==0.23.0

cat >"$tmp/probe.py" <<'PROBE'
from importlib.metadata import version

import mca
import numpy
import pandas
import prince

print(", ".join(f"{package} {version(package)}" for package in ["mca", "prince"]))
SPEECHES = pandas.DataFrame(
    [[10, 2, 3], [4, 12, 5], [6, 7, 20], [1, 3, 9]],
    index=["Ada", "Bob", "Eva", "Léo"],
    columns=["paix", "guerre", "droit"],
)
ANSWERS = pandas.DataFrame({"vote": list("xyxyxz"), "party": list("ppqqpq"), "town": list("mnmnnm")})


# The sign of an axis is free: each is turned so that the first row lies at the same side everywhere.
def show(name, places, again, side):
    turn = numpy.sign(places[0]) * side
    first, second = (" ".join(f"{x:.3f}" for x in (points * turn)[0]) for points in (places, again))
    same = numpy.allclose(places, again)
    print(f"{name}: first row {first}, as a supplementary row {second}; all the same: {same},", end=" ")
    print(f"all mirrored: {numpy.allclose(places, -again)}")


counts = mca.MCA(SPEECHES, benzecri=False)
show("mca, rows", counts.fs_r(N=2), counts.fs_r_sup(SPEECHES, N=2), [1, -1])
show("mca, columns", counts.fs_c(N=2), counts.fs_c_sup(SPEECHES, N=2), [1, -1])
answers = mca.MCA(ANSWERS, cols=list(ANSWERS.columns))
show("mca, Benzécri", answers.fs_r(N=2), answers.fs_r_sup(mca.dummy(ANSWERS), N=2), [-1, 1])
map_of = prince.CA(n_components=2).fit(SPEECHES)
show("prince, rows", map_of.row_coordinates(SPEECHES).values, map_of.row_coordinates(SPEECHES * 3).values, [1, -1])
PROBE

cat >"$tmp/expected" <<'EXPECTED'
mca 1.0.4, prince 0.23.0
mca, rows: first row 0.920 -0.194, as a supplementary row -0.920 0.194; all the same: False, all mirrored: True
mca, columns: first row 0.762 -0.131, as a supplementary row -0.762 0.131; all the same: False, all mirrored: True
mca, Benzécri: first row -0.094 0.231, as a supplementary row -0.164 0.926; all the same: False, all mirrored: False
prince, rows: first row 0.920 -0.194, as a supplementary row 0.920 -0.194; all the same: True, all mirrored: False
EXPECTED

"$tmp/venv/bin/python" -W ignore "$tmp/probe.py" | tee "$tmp/seen"
diff -u "$tmp/expected" "$tmp/seen"
echo "The behaviour is as described."
