"""Put questions to a dataset: ``python query.py DIRECTORY``."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

QUERIES = Path(__file__).with_name("queries.sql")
TABLES = ("articles", "expressions", "events", "failures")


def main() -> None:
    """Print the answers to all queries."""
    directory = Path(sys.argv[1])
    connection = duckdb.connect()
    for table in TABLES:
        files = str(directory / table / "*.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{files}')")  # noqa: S608 - our own names
    for query in QUERIES.read_text(encoding="utf-8").split(";"):
        if query.strip():
            print("\n".join(line for line in query.splitlines() if line.startswith("--")))
            print(connection.sql(query))


if __name__ == "__main__":
    main()
