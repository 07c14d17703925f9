"""Separating prose from page boilerplate and markup. Pure functions; language data are passed in."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.layout.blocks import Block, BlockKind, FurnitureData, blocks, paragraphs
from timeline.layout.datelines import DatelineData, blank_datelines
from timeline.layout.line_joins import join_abbreviated, join_torn
from timeline.layout.lines import part_lines
from timeline.layout.markup import Shown, mask, reference_end, shown

__all__ = [
    "Block",
    "BlockKind",
    "DatelineData",
    "FurnitureData",
    "Shown",
    "blank_datelines",
    "blocks",
    "mask",
    "paragraphs",
    "part_lines",
    "readable",
    "reference_end",
    "shown",
]


def readable(text: str, stretches: Iterable[tuple[int, int]], datelines: DatelineData | None = None) -> str:
    """Return a text in the form for a parser: without markup and datelines, split sentences joined, `stretches` whole.

    A line break that ends a paragraph becomes a paragraph separator. Offsets stay those of the text as given.
    `stretches`, half-open and in order, hang together, as dates do; `datelines` are those of the language.

    >>> readable("It *rained* on Aug. 7.", [(15, 21)])
    'It  rained  on Aug  7.'
    """
    joined = join_torn(join_abbreviated(mask(text), stretches))
    return part_lines(joined if datelines is None else blank_datelines(joined, datelines))
