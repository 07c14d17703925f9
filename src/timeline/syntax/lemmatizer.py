"""Lemmas of tagged words: from Stanza's dictionary, and from its character model for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from stanza.models.common.vocab import DeltaVocab
from stanza.models.lemma.trainer import Trainer
from torch import Tensor

from timeline.syntax.packing import VECTOR

__all__ = ["Lemmatizer"]

Pair = tuple[str, str]
"""A word and its UPOS."""

REMEMBERED = 50_000
"""Most pairs cached that the dictionary lacks; beyond that the cache is emptied."""
BATCH_WORDS = 192
WIDTH = 16
"""Words are padded to a multiple of this many letters, so that the padding of a word depends on itself alone."""
FILLERS = 4
"""Fewest filler rows: no product then has so few rows that its rounding depends on their number."""

_END = "<EOS>"
_WRITTEN = 0  # Stanza's edits: 0 for a lemma to be written letter by letter, 1 for the word itself, 2 for lower case


class Lemmatizer:
    """Finds lemmas. Its cache changes no result: safe to share between threads."""

    def __init__(self, path: str) -> None:
        """Load weights."""
        trainer = Trainer.__new__(Trainer)  # its __init__ builds an optimizer, whose import takes longer than all else
        trainer.load(path, None, None)
        trainer.caseless = trainer.args.get("caseless", False)
        self._trainer: Any = trainer
        if trainer.model is not None:
            trainer.model.eval()
        self._known: dict[Pair, str] = {}

    def lemmatize(self, words: Sequence[Pair]) -> list[str]:
        """Return the lemma of each pair of a word and its UPOS; the same pair always has the same lemma."""
        if len(self._known) > REMEMBERED:
            self._known = {}
        known = self._known
        new = [pair for pair in dict.fromkeys(words) if pair not in known]
        found = dict(zip(new, self._trainer.ensemble(new, [None] * len(new)), strict=True))
        if self._trainer.model is not None:
            skipped = self._trainer.skip_seq2seq(new)
            unknown = [pair for pair, skip in zip(new, skipped, strict=True) if not skip]
            for group in _groups(unknown):
                found.update(zip(group, self._generate(group), strict=True))
        known.update((pair, lemma or "_") for pair, lemma in found.items())
        return [known[pair] for pair in words]

    def _generate(self, pairs: list[Pair]) -> list[str]:
        """Generate the lemmas of pairs of one width."""
        trainer = self._trainer
        model = trainer.model
        vocabulary = DeltaVocab([word for word, _ in pairs], trainer.vocab["char"])
        width = _width(pairs[0][0])
        fillers = FILLERS + -(len(pairs) + FILLERS) % VECTOR
        source = torch.zeros(fillers + len(pairs), width, dtype=torch.int64)
        source[:fillers] = vocabulary.unit2id("e")
        for row, (word, _) in enumerate(pairs, fillers):
            units = vocabulary.map(["<SOS>", *word, _END])
            source[row, : len(units)] = torch.tensor(units)
        tags = torch.tensor([trainer.vocab["pos"].unit2id(upos) for _, upos in [pairs[0]] * fillers + pairs])
        inputs, _, lengths, mask = model.embed(source, source == 0, tags, None)
        context, state = model.encode(inputs, lengths)
        if model.edit:
            edits = model.edit_clf(state[0])[fillers:].argmax(1).tolist()
            written = [row for row, edit in enumerate(edits) if edit == _WRITTEN]
        else:
            edits, written = None, list(range(len(pairs)))
        lemmas = [""] * len(pairs)
        if written:
            fillers = FILLERS + -(len(written) + FILLERS) % VECTOR
            rows = torch.tensor([0] * fillers + [row + len(source) - len(pairs) for row in written])
            decoded = self._decode(source[rows], mask[rows], context[rows], (state[0][rows], state[1][rows]), fillers)
            for row, units in zip(written, decoded, strict=True):
                lemmas[row] = "".join(vocabulary.unmap(units))
        finished: list[str] = trainer.postprocess([word for word, _ in pairs], lemmas, edits=edits)
        return finished

    def _decode(
        self, source: Tensor, mask: Tensor, context: Tensor, state: tuple[Tensor, Tensor], fillers: int
    ) -> list[list[int]]:
        """Decode greedily, letter by letter, until all words after the fillers have ended."""
        model = self._trainer.model
        end = self._trainer.vocab["char"].unit2id(_END)
        inputs = model.embedding(model.SOS_tensor).expand(len(source), 1, -1)
        steps: list[list[int]] = []
        going = torch.ones(len(source), dtype=torch.bool)
        going[:fillers] = False
        for _ in range(model.max_dec_len):
            scores, state = model.decode(inputs, *state, context, mask, src=source)
            best = scores[:, 0].argmax(1)
            steps.append(best.tolist())
            going &= best != end
            if not going.any():
                break
            inputs = model.embedding(torch.where(best < model.vocab_size, best, 1)).unsqueeze(1)
        rows = [list(row) for row in zip(*steps, strict=True)][fillers:]
        return [row[: row.index(end)] if end in row else row for row in rows]


def _width(word: str) -> int:
    """Return how many units a word is padded to, with a start and an end around its letters."""
    return -(-(len(word) + 2) // WIDTH) * WIDTH


def _groups(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield pairs in groups of one width, each longest first."""
    widths: dict[int, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda pair: -len(pair[0])):
        widths.setdefault(_width(pair[0]), []).append(pair)
    for group in widths.values():
        for begin in range(0, len(group), BATCH_WORDS):
            yield group[begin : begin + BATCH_WORDS]
