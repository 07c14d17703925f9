"""The little that Stanza's data sets want of a document: its columns, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["Columns"]


class Columns:
    """Stands in for a Stanza `Document`, whose construction costs as much as the tokenizer itself.

    `rows` holds for each sentence its words, and for each word the fields that a data set asks for, in that order
    (missing ones as None, which Stanza reads as unknown).
    """

    def __init__(self, rows: list[list[list[str | None]]]) -> None:
        """Take the rows; they are handed out once and changed in place, as Stanza does with its own."""
        self._rows = rows

    def get(
        self,
        fields: Sequence[str],
        as_sentences: bool = False,  # noqa: FBT001, FBT002 - Stanza's signature
    ) -> list[list[str | None]] | list[list[list[str | None]]]:
        """Give the rows, each as many fields wide as asked."""
        width = len(fields)
        rows = [[[*word, *[None] * (width - len(word))] for word in sentence] for sentence in self._rows]
        return rows if as_sentences else [word for sentence in rows for word in sentence]
