"""Words to parts of speech and morphological features, with Stanza's tagger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.syntax.batches import batches
from timeline.syntax.columns import Columns

__all__ = ["Tag", "Tagger"]

BATCH_WORDS = 2000

Tag = tuple[str, str, str]
"""UPOS, XPOS and features (`Number=Sing|Person=3`, or `_` for none)."""


class Tagger:
    """Tags words in context. Holds only read-only state: safe to share between threads."""

    def __init__(self, path: str, vectors: Any) -> None:  # noqa: ANN401 - Stanza is untyped
        """Load weights; `vectors` is a Stanza `Pretrain`."""
        from stanza.models.pos.trainer import Trainer  # noqa: PLC0415 - heavy, loaded on use

        trainer = Trainer.__new__(Trainer)  # its __init__ builds an optimizer, whose import takes longer than all else
        trainer.load(path, vectors)
        self._trainer: Any = trainer
        self._vectors = vectors

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tag]]:
        """Give the tags of the words of each sentence."""
        from stanza.models.pos.data import Dataset  # noqa: PLC0415

        rows: list[list[list[str | None]]] = [[[word] for word in sentence] for sentence in sentences]
        trainer = self._trainer
        data = Dataset(Columns(rows), trainer.args, self._vectors, vocab=trainer.vocab, evaluation=True)
        tags: list[list[Tag]] = [[] for _ in sentences]
        for group in batches([len(sentence) for sentence in sentences], BATCH_WORDS):
            predicted = trainer.predict(data.collate_fn([data[i] for i in group]))
            for i, words in zip(group, predicted, strict=True):
                tags[i] = [(upos, xpos, feats) for upos, xpos, feats in words]
        return tags
