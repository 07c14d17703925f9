"""Read many articles from JSON lines and write their timelines as JSON lines.

``python examples/batch.py articles.jsonl > timelines.jsonl``
"""

from __future__ import annotations

import sys
from pathlib import Path

from timeline import Extractor
from timeline.formats.jsonl import write_timelines
from timeline.sources.read import read_articles

DEFAULT = Path(__file__).parent / "articles.jsonl"


def main() -> None:
    """Go through the file article by article; neither side is ever held in memory whole."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    count = write_timelines(Extractor().extract_many(read_articles([path])), sys.stdout)
    print(f"{count} articles", file=sys.stderr)


if __name__ == "__main__":
    main()
