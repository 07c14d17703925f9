"""The parser's training text with the tags of our own tagger.

A parser trained on the tags of the treebank trusts tags that it will never see at run time. The tagger is taken from
the middle of its training: at the end it has nearly memorised its training text, and its tags there are better than
they will be anywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import torch
from attrs import evolve
from stanza.models.common.pretrain import Pretrain
from stanza.models.common.utils import unsort
from stanza.models.pos.data import Dataset
from stanza.models.pos.trainer import Trainer
from stanza.utils.conll import CoNLL

from timeline.training.dense_lstm import dense_lstm
from timeline.training.treebanks import Sentence, read, to_conllu

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["retag", "with_tags"]

BATCH_SENTENCES = 250
BATCH_WORDS = 5000

Tags = list[tuple[str, str, str]]
"""UPOS, XPOS and features of each word of a sentence."""


def retag(tagger: Path, vectors: Path, copies: Mapping[Path, Path]) -> None:
    """Copy CoNLL-U files with UPOS, XPOS and features predicted from their words, by the weights of a Stanza tagger."""
    for source, target in copies.items():
        rows = zip(read(source), _predict(tagger, vectors, source), strict=True)
        with target.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(to_conllu(with_tags(sentence, tags) for sentence, tags in rows))


def with_tags(sentence: Sentence, tags: Tags) -> Sentence:
    """Return the sentence with other tags."""
    words = tuple(
        evolve(word, upos=upos, xpos=xpos, feats=feats)
        for word, (upos, xpos, feats) in zip(sentence.words, tags, strict=True)
    )
    return evolve(sentence, words=words)


def _predict(tagger: Path, vectors: Path, source: Path) -> list[Tags]:
    pretrain = Pretrain(str(vectors))
    trainer = Trainer(model_file=str(tagger), pretrain=pretrain, device="cpu")
    document = CoNLL.conll2doc(str(source))
    data = Dataset(document, trainer.args, pretrain, vocab=trainer.vocab, evaluation=True, sort_during_eval=True)
    predicted: list[list[list[str]]] = []
    order: list[int] = []
    with torch.inference_mode(), dense_lstm():
        for batch in data.to_length_limited_loader(BATCH_SENTENCES, BATCH_WORDS):
            predicted += trainer.predict(batch)
            order.extend(batch.idx)
    return [[(upos, xpos, feats) for upos, xpos, feats in sentence] for sentence in unsort(predicted, order)]
