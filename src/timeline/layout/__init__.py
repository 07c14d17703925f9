"""What of a text is prose, and what is page furniture or markup. Pure functions; the language's part is handed in."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.layout.blocks import Block, BlockKind, FurnitureData, blocks, paragraphs
from timeline.layout.markup import mask
from timeline.layout.tears import join_abbreviated, join_torn

__all__ = ["Block", "BlockKind", "FurnitureData", "blocks", "mask", "paragraphs", "readable"]


def readable(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Give a text as a parser should get it: without markup, torn sentences joined, `stretches` unbroken.

    Offsets stay those of the text as given. `stretches`, half-open and in order, hang together, as dates do.

    >>> readable("It *rained* on Aug. 7.", [(15, 21)])
    'It  rained  on Aug  7.'
    """
    return join_torn(join_abbreviated(mask(text), stretches))
