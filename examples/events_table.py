"""Read one article and print when each of its events happened, and why we think so.

Run it from anywhere: ``python examples/events_table.py``
"""

from __future__ import annotations

from pathlib import Path

import timeline

ARTICLE = Path(__file__).parent / "harbour.txt"


def main() -> None:
    """Print a line for each event that the words of the article place."""
    text = ARTICLE.read_bytes().decode("utf-8")  # bytes, so that line ends stay as they are
    result = timeline.extract(text, published="2024-03-15")
    for event in result:
        if event.when is not None and event.expressions:
            words = ", ".join(result.expressions[index].text for index in event.expressions)
            print(f"{event.when.edtf:<28} {event.summary}  <- {words}")


if __name__ == "__main__":
    main()
