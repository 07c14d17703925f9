"""Parts of speech and morphological features of words, with the weights of a Stanza tagger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from timeline.syntax.dense import Dense
from timeline.syntax.packing import Packing
from timeline.syntax.recurrence import HighwayLayers
from timeline.syntax.spelling import Speller

if TYPE_CHECKING:
    from timeline.syntax.checkpoints import Checkpoint, Vectors
    from timeline.syntax.precision import Precision

__all__ = ["Tag", "Tagger"]

Tag = tuple[str, str, str]
"""UPOS, XPOS and features (`Number=Sing|Person=3`, or `_` for none)."""

_EMPTY = 2  # the value of a feature that a word does not have


class Tagger:
    """Tags words in context. Its cache changes no result: safe to share between threads."""

    def __init__(self, checkpoint: Checkpoint, vectors: Vectors, precision: Precision) -> None:
        """Take weights; raises ModelError for a kind of tagger that is not supported."""
        checkpoint.refuse(("charlm", "bert_model", "tag_emb_dim"))
        self._vectors = vectors
        self._words = checkpoint.vocabulary("word")
        self._word_table = checkpoint["word_emb.weight"]
        self._vector_table = Dense(checkpoint["trans_pretrained.weight"])(vectors.table).contiguous()
        self._speller = Speller(checkpoint)
        self._layers = HighwayLayers(checkpoint, "taggerlstm", int(checkpoint.settings["num_layers"]), precision)
        self._hidden = Dense(checkpoint["upos_hid.weight"], checkpoint["upos_hid.bias"], precision)
        self._upos = checkpoint.vocabulary("upos").names
        self._xpos = checkpoint.vocabulary("xpos").names
        features: dict[str, list[str]] = checkpoint.vocabularies["feats"]["_id2unit"]
        self._features = [[f"{name}={value}" for value in values] for name, values in features.items()]
        self._classes, self._grid = self._join_classes(checkpoint)
        self._spell_features = lru_cache(maxsize=4096)(self._join_features)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tag]]:
        """Return the tags of the words of each sentence."""
        packing = Packing.of([len(sentence) for sentence in sentences], self._layers.grain)
        words = [word for sentence in sentences for word in sentence]
        units = torch.tensor([self._words[word] for word in words])
        vectors = torch.tensor([self._vectors[word] for word in words])
        inputs = torch.cat((self._word_table[units], self._vector_table[vectors], self._speller(words)), dim=1)
        states = self._layers(packing.lay(inputs), packing)
        scores = self._classes(self._hidden(states).relu_())[packing.rows]
        upos, xpos, rest = scores.tensor_split((len(self._upos), len(self._upos) + len(self._xpos)), dim=1)
        best = torch.column_stack((upos.argmax(1), xpos.argmax(1), rest[:, self._grid].argmax(2))).tolist()
        spell = self._spell_features
        tags = iter([(self._upos[row[0]], self._xpos[row[1]], spell(tuple(row[2:]))) for row in best])
        return [[next(tags) for _ in sentence] for sentence in sentences]

    def _join_classes(self, checkpoint: Checkpoint) -> tuple[Dense, Tensor]:
        """Concatenate all classifiers; return them, and the columns of each feature's values.

        Features have different numbers of values. Missing ones point to a last column, which is never chosen.
        """
        names = ["upos_clf", "tag_clf.xpos", *(f"tag_clf.feats.{number}" for number in range(len(self._features)))]
        weights = [checkpoint[f"{name}.weight"] for name in names]
        biases = [checkpoint[f"{name}.bias"] for name in names]
        counts = [len(values) for values in self._features]
        nothing = sum(counts)
        grid = torch.full((len(counts), max(counts)), nothing)
        begin = 0
        for row, count in zip(grid, counts, strict=True):
            row[:count] = torch.arange(begin, begin + count)
            begin += count
        weight = torch.cat([*weights, torch.zeros_like(weights[0][:1])])
        return Dense(weight, torch.cat([*biases, torch.tensor([-1e30])])), grid

    def _join_features(self, values: tuple[int, ...]) -> str:
        pairs = (names[value] for names, value in zip(self._features, values, strict=True) if value != _EMPTY)
        return "|".join(pairs) or "_"
