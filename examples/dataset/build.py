"""Build a dataset: ``python build.py ARTICLES… DIRECTORY``."""

from __future__ import annotations

import sys

import timeline


def main() -> None:
    """Read all articles that the arguments name into the directory that the last one names."""
    *sources, output = sys.argv[1:]
    report = timeline.build_dataset(sources, output)
    print(report.render(), end="")


if __name__ == "__main__":
    main()
