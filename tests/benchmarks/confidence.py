"""How often the values of `find_times` are right, by what they lean on; and whether its confidence says so.

    python tests/benchmarks/confidence.py DIRECTORY [--part dev|held-out|all]

An annotated value counts as right where it agrees with the value found: one says the same as the other, or only less.
Values of stretches that the annotators left out are not counted. The rows of the first table are what
`timeline.languages.en.reliability` holds, measured on the `dev` part; the second compares what was said with
what was right.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from timeline import TemporalExpression, find_times, timex3s
from timeline.evaluation.matching import match
from timeline.evaluation.split import Part
from timeline.evaluation.values import agree
from timeline.formats.timeml import read_timeml
from timeline.languages.reliability import Row, row_of

__all__ = ["main", "pairs", "row"]

_BINS = 20


def pairs(directory: Path, part: Part) -> Iterator[tuple[TemporalExpression, bool]]:
    """Give each expression that is annotated, and whether its value agrees."""
    for path in sorted(directory.rglob("*.tml")):
        if not part.holds(path.name):
            continue
        document = read_timeml(path)
        gold = sorted(document.timexes, key=lambda each: each.start)
        found = timex3s(find_times(document.text, document.published))
        for ours, theirs in match(gold, found):
            yield found[theirs], agree(gold[ours].value or "", found[theirs].value)


def row(expression: TemporalExpression) -> Row:
    """Give the row of the table that an expression belongs to."""
    interval = expression.interval
    unit = None if interval is None else interval.granularity.value
    kind, value, anchor = expression.kind.value, expression.value, expression.anchor
    return row_of(kind, value, anchor, unit, choice=bool(expression.alternatives))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--part", type=Part, default=Part.DEV)
    given = parser.parse_args()
    rows: dict[Row, list[bool]] = defaultdict(list)
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for expression, right in pairs(given.directory, given.part):
        rows[row(expression)].append(right)
        bins[round(expression.confidence * _BINS)].append((expression.confidence, right))
    sys.stdout.write("KIND      LEANS ON     UNIT        N     RIGHT\n")
    for (kind, leaning, unit), outcomes in sorted(rows.items(), key=lambda item: -len(item[1])):
        sys.stdout.write(f"{kind:9} {leaning:12} {unit:11} {len(outcomes):5} {sum(outcomes) / len(outcomes):.3f}\n")
    sys.stdout.write("\nSAID    N     RIGHT\n")
    for _, outcomes in sorted(bins.items()):
        said = sum(confidence for confidence, _ in outcomes) / len(outcomes)
        sys.stdout.write(
            f"{said:.2f} {len(outcomes):5}     {sum(right for _, right in outcomes) / len(outcomes):.2f}\n"
        )


if __name__ == "__main__":
    main()
