"""What of a text is prose, and what is page furniture or markup. Pure functions; the language's part is handed in."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.layout.blocks import Block, BlockKind, FurnitureData, blocks, paragraphs
from timeline.layout.datelines import blank_datelines
from timeline.layout.lines import part_lines
from timeline.layout.markup import Shown, mask, shown
from timeline.layout.tears import join_abbreviated, join_torn

__all__ = [
    "Block",
    "BlockKind",
    "FurnitureData",
    "Shown",
    "blank_datelines",
    "blocks",
    "mask",
    "paragraphs",
    "part_lines",
    "readable",
    "shown",
]


def readable(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Give a text as a parser should get it: without markup and datelines, torn sentences joined, `stretches` unbroken.

    A line break that ends a paragraph becomes a paragraph separator. Offsets stay those of the text as given.
    `stretches`, half-open and in order, hang together, as dates do.

    >>> readable("It *rained* on Aug. 7.", [(15, 21)])
    'It  rained  on Aug  7.'
    """
    return part_lines(blank_datelines(join_torn(join_abbreviated(mask(text), stretches))))
