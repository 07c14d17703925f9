"""Words and their tags to lemmas, with Stanza's dictionary and its character model for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.syntax.columns import Columns

__all__ = ["Lemmatizer"]

BATCH_WORDS = 200


class Lemmatizer:
    """Gives base forms. Holds only read-only state: safe to share between threads."""

    def __init__(self, path: str) -> None:
        """Load weights."""
        from stanza.models.lemma.trainer import Trainer  # noqa: PLC0415 - heavy, loaded on use

        trainer = Trainer.__new__(Trainer)  # its __init__ builds an optimizer, whose import takes longer than all else
        trainer.load(path, None, None)
        trainer.caseless = trainer.args.get("caseless", False)
        self._trainer: Any = trainer

    def lemmatize(self, words: Sequence[tuple[str, str]]) -> list[str]:
        """Give the lemma of each pair of a word and its UPOS; the same pair always has the same lemma."""
        trainer = self._trainer
        pairs = list(dict.fromkeys(words))
        known = dict(zip(pairs, trainer.ensemble(pairs, [None] * len(pairs)), strict=True))
        skip = trainer.skip_seq2seq(pairs)
        unknown = sorted((pair for pair, skipped in zip(pairs, skip, strict=True) if not skipped), key=_by_length)
        for begin in range(0, len(unknown), BATCH_WORDS):
            group = unknown[begin : begin + BATCH_WORDS]
            known.update(zip(group, self._generate(group), strict=True))
        return [known[word] or "_" for word in words]

    def _generate(self, pairs: list[tuple[str, str]]) -> list[str]:
        """Write lemmas letter by letter, for pairs that the dictionary lacks."""
        from stanza.models.lemma.data import DataLoader  # noqa: PLC0415

        trainer = self._trainer
        rows: list[list[list[str | None]]] = [[[word, upos, None] for word, upos in pairs]]
        loader = DataLoader(
            Columns(rows), len(pairs), trainer.args, vocab=trainer.vocab, evaluation=True, expand_unk_vocab=True
        )
        predicted, edits = trainer.predict(loader[0], trainer.args["beam_size"], loader.vocab)
        lemmas: list[str] = trainer.postprocess([word for word, _ in pairs], predicted, edits=edits)
        return lemmas


def _by_length(pair: tuple[str, str]) -> tuple[int, tuple[str, str]]:
    return len(pair[0]), pair
