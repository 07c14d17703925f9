"""The model card: the sources of a bundle, its permitted use, its accuracy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from string import Template

from attrs import frozen

from timeline.training.accuracy import Report, table
from timeline.training.packing import Release

__all__ = ["Facts", "render"]

TEMPLATE = Path(__file__).with_name("MODEL_CARD.template.md")


@frozen
class Facts:
    """The figures of the card; everything else is in the template."""

    release: Release
    released: dt.date
    sentences: Mapping[str, int]
    """Sentences of each treebank file."""
    sizes: Mapping[str, int]
    """Bytes of each file, by role."""
    report: Report


def render(facts: Facts) -> str:
    """Return the card. The contents of the files are described only in the bundle's folder."""
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        name=facts.release.name,
        version=facts.release.version,
        stanza=facts.release.stanza,
        released=facts.released.isoformat(),
        treebanks="\n".join(f"| `{name}` | {count:,} |" for name, count in facts.sentences.items()),
        total=f"{sum(facts.sizes.values()) / 1e6:.1f}",
        label=facts.report.model,
        accuracy=table(facts.report.rows).rstrip("\n"),
        speed=f"{round(facts.report.words_a_second, -2):,.0f}",
        **{role: f"{size / 1e6:.1f}" for role, size in facts.sizes.items()},
    )
