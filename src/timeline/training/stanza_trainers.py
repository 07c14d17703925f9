"""Stanza's own trainers, called like its command line, with improvements for training on a CPU.

Changes while a trainer runs, undone afterwards:

- LSTMs run densely (`dense_lstm`), dropout draws bytes (`quick_dropout`), the parser scores the relations of annotated
  arcs only (`gold_arcs`), and batches are padded at once: together about twice the speed;
- the learning rate decreases linearly, a schedule that Stanza's tagger and parser lack;
- the tagger's batches contain sentences of similar length and a similar number of words;
- no search if the best heads already form a tree (`timeline.syntax.decoding`): the same trees, faster;
- a parser that continues keeps the vocabulary of its weights (Stanza builds a new one with other numbers).
"""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from stanza.models import lemmatizer, parser, tagger, tokenizer
from stanza.models.depparse import data as parser_data
from stanza.models.depparse import model as parser_model
from stanza.models.depparse import trainer as parser_trainer
from stanza.models.pos import data as tagger_data
from stanza.models.pos import trainer as tagger_trainer
from stanza.models.pos.vocab import MultiVocab
from stanza.models.tokenization import trainer as tokenizer_trainer
from torch.utils.data import DataLoader

from timeline.syntax.decoding import is_tree
from timeline.training.dense_lstm import dense_lstm
from timeline.training.gold_arcs import loss_of_gold_arcs
from timeline.training.quick_dropout import quick_dropout

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["train_lemmatizer", "train_parser", "train_tagger", "train_tokenizer"]

WARM_UP = 50
FLOOR = 0.02
"""Final share of the learning rate."""


def train_tokenizer(arguments: Sequence[str], decay_steps: int) -> None:
    """Train a tokenizer; `arguments` are those of `python -m stanza.models.tokenizer`."""
    with dense_lstm(), _linear_decay(tokenizer_trainer.Trainer, "optimizer", decay_steps):
        tokenizer.main(list(arguments))


def train_lemmatizer(arguments: Sequence[str]) -> None:
    """Train a lemmatizer; `arguments` are those of `python -m stanza.models.lemmatizer`."""
    lemmatizer.main(list(arguments))


def train_tagger(arguments: Sequence[str], decay_steps: int, seed: int, continued: Path | None = None) -> None:
    """Train a tagger; `arguments` are those of `python -m stanza.models.tagger`.

    `continued` names initial weights, of the same sizes and trained on the same text.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(_quick_steps(tagger_data, seed))
        stack.enter_context(_grouped_by_length())
        stack.enter_context(_linear_decay(tagger_trainer.Trainer, "optimizers", decay_steps))
        if continued is not None:
            stack.enter_context(_begun_with(tagger_trainer.Trainer, continued))
        tagger.main(list(arguments))


def train_parser(
    arguments: Sequence[str], decay_steps: int | None, seed: int, vocabulary_of: Path | None = None
) -> None:
    """Train a parser; `arguments` are those of `python -m stanza.models.parser`.

    Without `decay_steps` the learning rate is constant after a warm-up. `vocabulary_of` names the weights from which
    training continues.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(_quick_steps(parser_data, seed))
        stack.enter_context(_quick_trees())
        stack.enter_context(
            _replaced(parser_model.GraphParser, "loss", lambda self, *batch: (loss_of_gold_arcs(self, batch), None))
        )
        stack.enter_context(_linear_decay(parser_trainer.Trainer, "optimizer", decay_steps))
        if vocabulary_of is not None:
            stack.enter_context(_kept_vocabulary(vocabulary_of))
        parser.main(list(arguments))


def share_of_rate(step: int, decay_steps: int | None) -> float:
    """Return the factor of the learning rate in a step (counted from one).

    >>> [round(share_of_rate(step, 1000), 2) for step in (1, 50, 500, 1000)]
    [0.02, 0.95, 0.5, 0.02]
    """
    falling = 1.0 if decay_steps is None else max(FLOOR, 1 - step / decay_steps)
    return falling * min(1.0, step / WARM_UP)


@contextlib.contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    original = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, original)


@contextlib.contextmanager
def _quick_steps(data: Any, seed: int) -> Iterator[None]:
    """Speed up the common parts of tagger and parser; `data` is the module that makes the batches of one of them."""
    with (
        dense_lstm(),
        _replaced(torch.nn.Dropout, "forward", quick_dropout(seed)),
        _replaced(data, "get_long_tensor", padded),
    ):
        yield


def padded(rows: Sequence[Sequence[Any]], _: int = 0, pad_id: int = 0) -> Any:
    """Return a tensor of rows of numbers, or of lists of numbers of one length, padded with `pad_id`.

    >>> padded([[1, 2], [3]]).tolist(), padded([[[1, 2]], []]).tolist()
    ([[1, 2], [3, 0]], [[[1, 2]], [[0, 0]]])
    """
    longest = max(map(len, rows))
    first = next((row[0] for row in rows if len(row)), pad_id)
    filling: Any = [pad_id] * len(first) if isinstance(first, list) else pad_id
    return torch.tensor([[*row, *[filling] * (longest - len(row))] for row in rows], dtype=torch.long)


def _linear_decay(trainer: Any, name: str, decay_steps: int | None) -> contextlib.AbstractContextManager[None]:
    """Let a trainer's `update` set the learning rate first; `name` is its attribute with the optimizer, or several."""
    original: Callable[..., Any] = trainer.update
    steps = 0

    def update(self: Any, *arguments: Any, **more: Any) -> Any:
        nonlocal steps
        steps += 1
        found = getattr(self, name)
        for optimizer in found.values() if isinstance(found, dict) else [found]:
            for group in optimizer.param_groups:
                group.setdefault("first_lr", group["lr"])
                group["lr"] = group["first_lr"] * share_of_rate(steps, decay_steps)
        return original(self, *arguments, **more)

    return _replaced(trainer, "update", update)


def length_groups(lengths: Sequence[int], words: float, generator: random.Random) -> list[list[int]]:
    """Return batches of about `words` words, of sentences of similar length, in random order.

    Lengths are perturbed by a third before sorting, so batches differ between epochs.
    """
    blurred = [length * generator.uniform(0.7, 1.3) for length in lengths]
    batches: list[list[int]] = [[]]
    size = 0
    for index in sorted(range(len(lengths)), key=blurred.__getitem__):
        if size >= words:
            batches.append([])
            size = 0
        batches[-1].append(index)
        size += lengths[index]
    generator.shuffle(batches)
    return batches


class _LengthSampler:
    """Batches for a torch `DataLoader`, new in each epoch: as many words as `batch_size` average sentences."""

    def __init__(self, lengths: list[int], batch_size: int) -> None:
        self._lengths = lengths
        self._words = batch_size * sum(lengths) / max(1, len(lengths))

    def __len__(self) -> int:
        return max(1, round(sum(self._lengths) / self._words))

    def __iter__(self) -> Iterator[list[int]]:
        # Stanza seeds Python's generator, and so this one
        return iter(length_groups(self._lengths, self._words, random.Random(random.random())))


def _grouped_by_length() -> contextlib.AbstractContextManager[None]:
    def to_loader(self: Any, batch_size: int = 1, shuffle: bool = False, **_: Any) -> Any:  # noqa: FBT001, FBT002 - Stanza's signature
        if not shuffle:
            return DataLoader(self, batch_size=batch_size, collate_fn=self.collate_fn)
        lengths = [len(words) for words in self.doc.get("text", as_sentences=True)]
        return DataLoader(self, batch_sampler=_LengthSampler(lengths, batch_size), collate_fn=self.collate_fn)

    return _replaced(tagger_data.Dataset, "to_loader", to_loader)


def _quick_trees() -> contextlib.AbstractContextManager[None]:
    search = parser_model.chuliu_edmonds_one_root

    def quick(scores: Any) -> Any:
        free = np.array(scores)
        np.fill_diagonal(free, -np.inf)
        heads = free.argmax(axis=1)
        heads[0] = 0
        return heads if len(heads) > 1 and is_tree(heads.tolist()) else search(scores)

    return _replaced(parser_model, "chuliu_edmonds_one_root", quick)


def _begun_with(trainer: Any, weights: Path) -> contextlib.AbstractContextManager[None]:
    """Let a new trainer of taggers start with weights; Stanza has no option for it."""
    state = torch.load(weights, map_location="cpu", weights_only=True)["model"]
    original: Callable[..., None] = trainer.__init__

    def begin(self: Any, *arguments: Any, **more: Any) -> None:
        original(self, *arguments, **more)
        self.model.load_state_dict(state, strict=False)  # the word vectors are in a separate file

    return _replaced(trainer, "__init__", begin)


def _kept_vocabulary(weights: Path) -> contextlib.AbstractContextManager[None]:
    state = torch.load(weights, map_location="cpu", weights_only=True)["vocab"]
    return _replaced(parser_data.Dataset, "init_vocab", lambda *_: MultiVocab.load_state_dict(state))
