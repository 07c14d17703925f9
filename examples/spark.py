"""Read articles on a Spark cluster: `mapInArrow` with one worker process of ours beside each Python worker.

``spark-submit examples/spark.py articles.jsonl found``; needs pyspark, and pyarrow beside the library.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from timeline import Limits
from timeline.datasets.batch import ExtractBatch, batch_schema

if TYPE_CHECKING:
    import pyarrow as pa


def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Read the articles of a partition; the models are loaded once for it."""
    extract = ExtractBatch(limits=Limits(seconds=120))
    try:
        for batch in batches:
            yield from extract(batch).to_batches()
    finally:
        extract.close()


def main() -> None:
    """Read JSON lines; write a row for each event, and one for each article that failed."""
    source, output = sys.argv[1:3]
    spark = SparkSession.builder.appName("timeline").getOrCreate()
    articles = spark.read.schema("id string, text string, published string").json(source)
    found = articles.mapInArrow(read, from_arrow_schema(batch_schema())).persist()  # read once, written twice
    found.where("failure is not null").select("id", "failure.*").write.json(f"{output}/failures")
    found.selectExpr("id AS article", "inline(events)").write.parquet(f"{output}/events")
    spark.stop()


if __name__ == "__main__":
    main()
