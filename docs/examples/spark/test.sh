#!/usr/bin/env bash
# The parts that Spark makes of a small corpus join to the bytes that `frise build --index` writes, from JSON lines and from
# Parquet, and however many parts there are.
#
#     bash docs/examples/spark/test.sh
#
# Needs Python 3.10 or later with venv, the registry of PyPI (some 450 MB), Java 17 (Debian: openjdk-17-jre-headless) and
# cargo. FRISE names a program that is there already, and SPARK_VENV a folder where pyspark stays for the next time.
set -euo pipefail

PYSPARK=4.0.2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=${SPARK_VENV:-$work/venv}

if ! command -v java > /dev/null; then
    echo "expected Java 17 or 21, found none; on Debian: apt-get install openjdk-17-jre-headless" >&2
    exit 1
fi
if [ -z "${FRISE:-}" ]; then
    (cd "$here" && cargo build --quiet --package frise-cli --profile measure)
    FRISE=$(cd "$here/../../.." && pwd)/target/measure/frise
fi
if [ ! -x "$venv/bin/spark-submit" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet "pyspark==$PYSPARK"
fi
export PATH="$venv/bin:$PATH" PYSPARK_PYTHON="$venv/bin/python" SPARK_LOCAL_IP=127.0.0.1

cd "$work"
python "$here/corpus.py" 400 > lines.jsonl
"$FRISE" build lines.jsonl --index -o whole.frise 2> /dev/null
python - > /dev/null 2>&1 <<'PYTHON'
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[2]").getOrCreate()
spark.read.json("lines.jsonl").repartition(3).write.parquet("lines.parquet")
PYTHON

failed=0
check() {
    local input=$1 parts=$2 out="parts-$2-${1##*.}"
    spark-submit --master 'local[2]' "$here/frise_parts.py" "$input" "$out" --parts "$parts" --frise "$FRISE" 2> log ||
        { tail -20 log >&2; exit 1; }
    "$FRISE" join "$out" --index -o "$out.frise" 2> /dev/null
    if cmp "$out.frise" whole.frise; then
        echo "$input in $parts parts: the same $(stat -c %s whole.frise) bytes"
    else
        failed=1
    fi
}
check lines.jsonl 1
check lines.jsonl 7
check lines.parquet 4
exit $failed
