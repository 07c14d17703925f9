"""What of a text is prose, and what is page furniture or markup. Pure functions; the language's part is handed in."""

from __future__ import annotations

from timeline.layout.blocks import Block, BlockKind, FurnitureData, blocks, paragraphs
from timeline.layout.markup import mask
from timeline.layout.tears import join_torn

__all__ = ["Block", "BlockKind", "FurnitureData", "blocks", "join_torn", "mask", "paragraphs"]
