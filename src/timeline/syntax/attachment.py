"""Tagged words to heads and relations, with Stanza's graph parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timeline.errors import ModelError
from timeline.syntax.batches import batches
from timeline.syntax.columns import Columns
from timeline.syntax.decoding import best_tree

__all__ = ["Arc", "Attacher", "TaggedWord"]

BATCH_WORDS = 1000

TaggedWord = tuple[str, str, str, str, str]
"""Text, UPOS, XPOS, features, lemma."""
Arc = tuple[int, str]
"""Head (1 for the first word, 0 for the root) and relation."""


class Attacher:
    """Draws dependency trees. Holds only read-only state: safe to share between threads."""

    def __init__(self, path: str, vectors: Any) -> None:  # noqa: ANN401 - Stanza is untyped
        """Load weights; `vectors` is a Stanza `Pretrain`. Raises ModelError for another kind of parser."""
        import torch  # noqa: PLC0415 - heavy, loaded on use
        from stanza.models.depparse.model import GraphParser  # noqa: PLC0415
        from stanza.models.pos.vocab import MultiVocab  # noqa: PLC0415

        # Stanza's own loader also builds an optimizer, whose import takes longer than all else
        checkpoint = torch.load(path, map_location="cpu", weights_only=True)
        arguments: dict[str, Any] = checkpoint["config"]
        if checkpoint.get("model_type", "graph") != "graph" or arguments.get("reversed") or arguments.get("bert_model"):
            message = f"{path}: only graph parsers that read forwards, without a transformer, are supported"
            raise ModelError(message)
        arguments.setdefault("bert_model", None)
        self._arguments = arguments
        self._vocabulary: Any = MultiVocab.load_state_dict(checkpoint["vocab"])
        self._model: Any = GraphParser(
            arguments, self._vocabulary, emb_matrix=vectors.emb if arguments["pretrain"] else None
        )
        missing = self._model.load_params(checkpoint["model"]).missing_keys
        if any(name.split(".")[0] not in self._model.unsaved_modules for name in missing):
            message = f"{path} lacks weights: {', '.join(missing)}"
            raise ModelError(message)
        self._model.eval()
        self._vectors = vectors
        self._repairs = bool(self._arguments.get("resolve_head_constraints", True))

    def attach(self, sentences: Sequence[Sequence[TaggedWord]]) -> list[list[Arc]]:
        """Give the arcs of the words of each sentence."""
        from stanza.models.common.utils import unsort  # noqa: PLC0415
        from stanza.models.depparse.data import DataLoader, Dataset  # noqa: PLC0415
        from stanza.models.depparse.trainer import unpack_batch  # noqa: PLC0415

        rows: list[list[list[str | None]]] = [[list(word) for word in sentence] for sentence in sentences]
        data = Dataset(Columns(rows), self._arguments, self._vectors, vocab=self._vocabulary, evaluation=True)
        arcs: list[list[Arc]] = [[] for _ in sentences]
        for group in batches(data.lengths, BATCH_WORDS):
            inputs, order, word_order, lengths, word_lengths, words = unpack_batch(
                DataLoader.collate([data[i] for i in group]), "cpu"
            )
            heads, relations, *_ = self._model.forward_scores(*inputs, word_order, lengths, word_lengths, words)
            for i, found in zip(group, unsort(self._decode(heads, relations, lengths), order), strict=True):
                arcs[i] = found
        return arcs

    def _decode(self, heads: Any, relations: Any, lengths: list[int]) -> list[list[Arc]]:  # noqa: ANN401
        """Choose trees and relations, as Stanza does, but looking at relations only for the arcs chosen.

        If the model says so, a word with two subjects or two objects is repaired, by Stanza's own code.
        """
        import torch  # noqa: PLC0415
        from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root  # noqa: PLC0415
        from stanza.models.common.vocab import VOCAB_PREFIX_SIZE  # noqa: PLC0415
        from stanza.models.depparse.head_constraints import (  # noqa: PLC0415
            find_head_constraint_violations,
            resolve_head_constraint_violations,
        )

        vocabulary = self._vocabulary["deprel"]
        head_scores = torch.log_softmax(heads, 2).numpy()
        trees = []
        for row, length in enumerate(lengths):
            scores = head_scores[row, :length, :length]
            tree = best_tree(scores, chuliu_edmonds_one_root)
            chosen = relations[row, torch.arange(1, length), torch.from_numpy(tree[1:])]
            labels = chosen.argmax(1).tolist()
            names = vocabulary.unmap([label + VOCAB_PREFIX_SIZE for label in labels])
            if self._repairs and find_head_constraint_violations(tree, names):
                every = torch.log_softmax(relations[row, :length, :length], 2).numpy()
                tree, labels = resolve_head_constraint_violations(scores, every, tree, vocabulary)
                names = vocabulary.unmap([label + VOCAB_PREFIX_SIZE for label in labels])
            trees.append(list(zip(tree[1:].tolist(), names, strict=True)))
        return trees
