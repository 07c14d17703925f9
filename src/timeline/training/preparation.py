"""From treebanks to the files that the trainers read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve, frozen

from timeline.training.augmentation import typographic
from timeline.training.characters import labelled_paragraphs
from timeline.training.harmonisation import differences, harmonise
from timeline.training.lexicon import word_types
from timeline.training.treebanks import Sentence, read, shorten, to_conllu, treebank_files

__all__ = ["Prepared", "prepare"]

REFERENCE = "ewt"
"""The treebank whose conventions the others adopt, by a part of its file name."""
LONGEST_SENTENCE = 80
"""Longer sentences are few but expensive for the parser, and left out of its training."""
LONGEST_FORM = 24


@frozen
class Prepared:
    """The paths of the prepared files."""

    folder: Path

    @property
    def words(self) -> Path:
        """Training sentences for tagger and parser."""
        return self.folder / "train.conllu"

    @property
    def types(self) -> Path:
        """Training words for the lemmatizer."""
        return self.folder / "types.conllu"

    @property
    def dev(self) -> Path:
        """Sentences for choosing among states of a model."""
        return self.folder / "dev.conllu"

    @property
    def expansions(self) -> Path:
        """The multi-word tokens, of which there are none; Stanza's tokenizer trainer requires the file."""
        return self.folder / "expansions.json"

    def text(self, split: str) -> Path:
        """Return the path of the running text of a split, for the tokenizer."""
        return self.folder / f"{split}.txt"

    def labels(self, split: str) -> Path:
        """Return the path of the labels of its characters."""
        return self.folder / f"{split}.labels"

    def tagged(self, split: str) -> Path:
        """Return the path of the sentences with the tags of our own tagger, which are made after it."""
        return self.folder / f"{split}.tagged.conllu"


def prepare(treebanks: Path, folder: Path, seed: int) -> Prepared:
    """Read the train and dev splits of the treebanks in a folder and write the trainers' input.

    The same treebanks and seed give the same files, byte for byte. Raises TreebankError if there is no treebank.
    """
    prepared = Prepared(folder)
    folder.mkdir(parents=True, exist_ok=True)
    by_file = {path.name: read(path) for path in treebank_files(treebanks, "train")}
    reference = [sentence for name, sentences in by_file.items() if REFERENCE in name for sentence in sentences]
    train: list[Sentence] = []
    for name, sentences in by_file.items():
        others = REFERENCE not in name and reference
        train += harmonise(sentences, differences(reference, sentences)) if others else sentences
    train = typographic(train, seed)
    dev = [sentence for path in treebank_files(treebanks, "dev") for sentence in read(path)]

    _write(prepared.words, to_conllu(_trainable(train)))
    _write(prepared.types, to_conllu(word_types(train, seed)))
    _write(prepared.dev, to_conllu(dev))
    for split, sentences in (("train", train), ("dev", dev)):
        paragraphs = list(labelled_paragraphs(sentences))
        _write(prepared.text(split), (f"{paragraph}\n\n" for paragraph, _ in paragraphs))
        _write(prepared.labels(split), (f"{marks}\n\n" for _, marks in paragraphs))
    prepared.expansions.write_text(json.dumps([]), encoding="utf-8")
    return prepared


def _trainable(sentences: Iterable[Sentence]) -> Iterable[Sentence]:
    for sentence in sentences:
        if len(sentence.words) <= LONGEST_SENTENCE:
            yield evolve(sentence, words=tuple(shorten(word, LONGEST_FORM) for word in sentence.words))


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
