"""Makes the parts of a Frise index on Apache Spark, from JSON lines or from Parquet.

    spark-submit frise_parts.py INPUT OUTPUT [--parts N] [--frise PROGRAM] [OPTIONS OF `frise part`]
    frise join OUTPUT -o site/ --title TITLE

INPUT is whatever Spark reads: a file, a folder or a pattern, on any file system. Its columns or keys are those that
docs/IMPORT.md lists; `id`, `date` and `title` tell which lines are of one document, as they do for `frise build`.

OUTPUT is a folder that all machines see. Each task calls `frise part` on the lines of its partition and leaves one file;
a task that is run twice leaves the same file. The lines of a document are in one partition, in the order of the numbers at
the end of their ids: nothing else of the order of the input outlives a shuffle, and nothing else of it is in the index.
"""

import argparse
import os
import pathlib
import subprocess
import tempfile

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F

KEYS = "id STRING, date STRING, title STRING"


def lines_of(spark: SparkSession, path: str) -> DataFrame:
    """The lines of the input, each a JSON object in a column `line`."""
    if path.rstrip("/").endswith(".parquet"):
        table = spark.read.parquet(path)
        return table.select(F.to_json(F.struct("*")).alias("line"))
    # As text: a reader of JSON would guess types, and write `1.50` as 1.5 and large numbers in another way.
    return spark.read.text(path).withColumnRenamed("value", "line").where(F.trim("line") != "")


def by_document(lines: DataFrame, parts: int) -> DataFrame:
    """The lines, those of a document together and in their order."""
    key = F.from_json("line", KEYS)

    def text(name: str) -> Column:
        return F.coalesce(F.trim(key[name]), F.lit(""))

    # `debat-7` is a turn of `debat`.
    turn = F.regexp_extract(text("id"), "^(.+)-[0-9]+$", 1)
    number = F.regexp_extract(text("id"), "-0*([0-9]+)$", 1)
    document = F.when(turn != "", turn).when(text("title") != "", text("title")).otherwise(text("id"))
    keyed = lines.select(
        "line",
        F.concat(text("date"), F.lit("\u0000"), document).alias("document"),
        # Numbers of any length are in their order by length and then by digits.
        F.length(number).alias("length"),
        number.alias("number"),
        text("id").alias("id"),
    )
    together = keyed.repartition(parts, "document")
    return together.sortWithinPartitions("document", "length", "number", "id").select("line")


def part_maker(program: str, options: list[str], folder: str):
    """A function that makes a part of the lines of a partition."""

    def make(number: int, rows):
        with tempfile.TemporaryDirectory() as temporary:
            # All parts have the same name of a file, which names the corpus where no title does.
            source = os.path.join(temporary, "lines.jsonl")
            count = 0
            with open(source, "w", encoding="utf-8", newline="\n") as file:
                for row in rows:
                    file.write(row.line.rstrip("\r\n") + "\n")
                    count += 1
            if count == 0:
                return
            part = os.path.join(folder, f"{number:05}.part")
            # Two attempts at a task may run at once. Each writes a file of its own, and renames it when it is whole.
            made = f"{part}.{os.getpid()}"
            command = [program, "part", source, "-o", made, *options]
            run = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8")
            if run.returncode != 0:
                raise RuntimeError(f"frise part, partition {number}: {run.stderr.strip()}")
            os.replace(made, part)
            yield count

    return make


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], allow_abbrev=False)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--parts", type=int, default=8)
    parser.add_argument("--frise", default="frise")
    arguments, options = parser.parse_known_args()
    folder = pathlib.Path(arguments.output).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.glob("*.part")):
        parser.error(f"expected a folder without parts, found some in {folder}; name another")
    spark = SparkSession.builder.appName("frise-parts").getOrCreate()
    lines = by_document(lines_of(spark, arguments.input), arguments.parts)
    make = part_maker(arguments.frise, options, str(folder))
    made = lines.rdd.mapPartitionsWithIndex(make).collect()
    size = sum(part.stat().st_size for part in folder.glob("*.part"))
    print(f"{sum(made)} lines in {len(made)} parts of {size} bytes; frise join {folder}")
    spark.stop()


if __name__ == "__main__":
    main()
