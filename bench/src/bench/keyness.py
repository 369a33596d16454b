"""Times keyness by scikit-learn and SciPy: the first half of the rows of a table of passages and words against the rest.

    python keyness.py FOLDER

The folder holds the table as three files of 32-bit integers: where each row starts, the words and their counts. Prints a line
for each way: its name, a tab, and the median of its seconds.
"""
import pathlib
import statistics
import sys
import time

import numpy
import scipy
import scipy.sparse
import scipy.stats
import sklearn
import sklearn.feature_selection

ROUNDS = 5

folder = pathlib.Path(sys.argv[1])
starts, words, counts = (numpy.fromfile(folder / name, dtype="<u4") for name in ("starts", "words", "counts"))
table = scipy.sparse.csr_matrix((counts.astype("int64"), words.astype("int32"), starts.astype("int32")))
half = table.shape[0] // 2
is_part = numpy.arange(table.shape[0]) < half


def chi_squared():
    sklearn.feature_selection.chi2(table, is_part)


def hypergeometric():
    part = numpy.asarray(table[:half].sum(axis=0)).ravel()
    rest = numpy.asarray(table[half:].sum(axis=0)).ravel()
    drawn, words_of_all = part.sum(), part.sum() + rest.sum()
    kept = part + rest >= 2
    part, both = part[kept], (part + rest)[kept]
    more = part * words_of_all >= both * drawn
    numpy.concatenate([
        scipy.stats.hypergeom.sf(part[more] - 1, words_of_all, both[more], drawn),
        scipy.stats.hypergeom.cdf(part[~more], words_of_all, both[~more], drawn),
    ])


def median(work):
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


print(f"chi2 of scikit-learn {sklearn.__version__}", median(chi_squared), sep="\t")
print(f"hypergeom of SciPy {scipy.__version__}", median(hypergeometric), sep="\t")
