"""Dependency parsing of tagged words, with the weights of Stanza's biaffine graph parser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from timeline.errors import ModelError
from timeline.syntax.checkpoints import ROOT, Vocabulary
from timeline.syntax.decoding import best_tree, repairer
from timeline.syntax.dense import Dense, Rows
from timeline.syntax.packing import Packing
from timeline.syntax.recurrence import HighwayLayers
from timeline.syntax.scoring import HeadScorer, RelationScorer
from timeline.syntax.spelling import Letters, Speller

if TYPE_CHECKING:
    from timeline.syntax.checkpoints import Checkpoint, Vectors
    from timeline.syntax.precision import Precision

__all__ = ["Arc", "Attacher", "TaggedWord"]

TaggedWord = tuple[str, str, str, str, str]
"""Text, UPOS, XPOS, features, lemma."""
Arc = tuple[int, str]
"""Head (1 for the first word, 0 for the root) and relation."""

_PREFIX = 4  # rows of a vocabulary that are no relations
_ROOT_LETTERS: Letters = ("<ROOT>",)


class Attacher:
    """Predicts dependency trees. Its cache changes no result: safe to share between threads."""

    def __init__(self, checkpoint: Checkpoint, vectors: Vectors, precision: Precision) -> None:
        """Take weights; raises ModelError for a kind of parser that is not supported."""
        settings = checkpoint.settings
        checkpoint.refuse(("charlm", "bert_model", "use_arc_embedding", "reversed"))
        if "parserlstm_h_init" not in checkpoint.tensors:
            message = f"{checkpoint.path}: only graph parsers are supported; use it as syntax='stanza:PACKAGE'"
            raise ModelError(message)
        self._precision = precision
        self._vectors = vectors
        self._vector_table = Dense(checkpoint["trans_pretrained.weight"])(vectors.table).contiguous()
        self._words, self._lemmas = checkpoint.vocabulary("word"), checkpoint.vocabulary("lemma")
        self._word_table, self._lemma_table = checkpoint["word_emb.weight"], checkpoint["lemma_emb.weight"]
        self._tags: list[tuple[int, Vocabulary, Tensor]] = [
            (place, checkpoint.vocabulary(name), checkpoint[f"{name}_emb.weight"])
            for place, name in ((1, "upos"), (2, "xpos"))
            if settings.get(f"use_{name}", True)
        ]
        # Stanza 1.15 intends to add the features here, but adds the tags a second time
        self._doubles_tags = bool(settings.get("use_ufeats", True))
        self._speller = Speller(checkpoint) if settings["char"] and settings["char_emb_dim"] else None
        self._layers = HighwayLayers(checkpoint, "parserlstm", int(settings["num_layers"]), precision)
        self._heads = HeadScorer(checkpoint, precision)
        self._relations = RelationScorer(checkpoint, precision)
        self._names = checkpoint.vocabulary("deprel").names[_PREFIX:]
        self._repair = repairer(self._names) if settings.get("resolve_head_constraints", True) else None

    def attach(self, sentences: Sequence[Sequence[TaggedWord]]) -> list[list[Arc]]:
        """Return the arcs of the words of each sentence.

        Relations are scored for the arcs chosen only. If the model asks for it, a word with two subjects or two objects
        is repaired, by Stanza's own code.
        """
        lengths = [len(sentence) + 1 for sentence in sentences]
        packing = Packing.of(lengths, self._layers.grain)
        states = self._layers(packing.lay(self._embed(sentences)), packing)[packing.rows]
        rows = Rows.of(states, self._precision)
        every = list(self._heads(rows, lengths))
        trees = [best_tree(scores) for scores in every]
        relations = self._relations(rows)
        begins = list(accumulate(lengths[:-1], initial=0))
        labels = relations.of_arcs(
            [begin + word for begin, tree in zip(begins, trees, strict=True) for word in range(1, len(tree))],
            [begin + head for begin, tree in zip(begins, trees, strict=True) for head in tree[1:]],
        )
        result = []
        place = 0
        for begin, tree, scores in zip(begins, trees, every, strict=True):
            chosen = labels[place : place + len(tree) - 1]
            place += len(tree) - 1
            heads, found = tree, chosen
            if self._repair is not None:
                heads, found = self._repair(tree, chosen, scores, partial(relations.between, begin, len(tree)))
            result.append([(head, self._names[label]) for head, label in zip(heads[1:], found, strict=True)])
        return result

    def _embed(self, sentences: Sequence[Sequence[TaggedWord]]) -> Tensor:
        """Return the inputs of the first layer for each word, and for the root before each sentence."""

        def rows(look: Callable[[TaggedWord], int]) -> Tensor:
            return torch.tensor([unit for sentence in sentences for unit in (ROOT, *map(look, sentence))])

        def column(place: int, vocabulary: Vocabulary) -> Tensor:
            return rows(lambda word: vocabulary[word[place]])

        words, lemmas, vectors = self._words, self._lemmas, self._vectors
        parts = [
            self._vector_table[rows(lambda word: vectors[word[0]])],
            self._word_table[rows(lambda word: words[word[0]])],
            self._lemma_table[rows(lambda word: lemmas[word[4]])],
        ]
        tags = [table[column(place, vocabulary)] for place, vocabulary, table in self._tags]
        if tags:
            parts.append(sum(tags[1:], start=tags[0]))
        if self._doubles_tags:
            parts.append(parts[-1])
        if self._speller is not None:
            spelled = ((_ROOT_LETTERS, *(word[0] for word in sentence)) for sentence in sentences)
            parts.append(self._speller([word for words_spelled in spelled for word in words_spelled]))
        return torch.cat(parts, dim=1)
