"""Stanza's own packages, run by plain Stanza. Imported only once Stanza is, by `runtime.import_stanza`."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import stanza
import torch

from timeline.errors import ModelError
from timeline.syntax.runtime import quietly
from timeline.syntax.stanza_files import LANGUAGE
from timeline.syntax.threads import single_thread

if TYPE_CHECKING:
    from timeline.syntax.biaffine import Arc, TaggedWord
    from timeline.syntax.characters import Passage
    from timeline.syntax.stanza_files import Package

__all__ = ["StanzaModels"]


class StanzaModels:
    """A package run by plain Stanza, a text at a time, with sentences split before they are parsed."""

    batches = False  # Stanza pads and rounds by batch

    def __init__(self, package: Package) -> None:
        """Load a package; raises ModelError if Stanza cannot."""
        self.label = package.label
        self._lock = threading.Lock()
        first = {name: model for name, model in package.processors.items() if name in {"tokenize", "mwt"}}
        then = {name: model for name, model in package.processors.items() if name not in first}
        settings: dict[str, Any] = {
            "lang": LANGUAGE,
            "dir": str(package.folder),
            "package": None,
            "download_method": None,
            "use_gpu": False,
            "logging_level": "ERROR",
        }
        try:
            with quietly(), torch.random.fork_rng(devices=[]), single_thread():
                self._splitter: Any = stanza.Pipeline(processors=first, tokenize_max_seqlen=1000, **settings)
                self._annotator: Any = stanza.Pipeline(
                    processors={"tokenize": package.processors["tokenize"], **then},
                    tokenize_pretokenized=True,
                    **settings,
                )
        except Exception as error:
            message = f"{package.label} cannot be loaded from {package.folder} ({error})"
            raise ModelError(message) from error

    def split(self, passages: Sequence[Passage]) -> list[list[list[tuple[int, int]]]]:
        """Find the sentences and words of passages; words that are not substrings of their token share it evenly."""
        found = []
        with self._lock, quietly(), single_thread():
            for passage in passages:
                document = self._splitter(passage.characters)
                found.append(
                    [
                        [place for token in sentence.tokens for place in _places(token, passage.characters)]
                        for sentence in document.sentences
                    ]
                )
        return [[words for words in sentences if words] for sentences in found]

    def annotate(self, sentences: Sequence[Sequence[str]]) -> tuple[list[list[TaggedWord]], list[list[Arc]]]:
        """Tag, lemmatize and parse sentences."""
        if not sentences:
            return [], []
        with self._lock, quietly(), single_thread():
            document = self._annotator([list(words) for words in sentences])
        tagged, arcs = [], []
        for sentence in document.sentences:
            words = sentence.words
            tagged.append([(w.text, w.upos or "X", w.xpos or "_", w.feats or "_", w.lemma or "_") for w in words])
            arcs.append([(int(word.head), str(word.deprel)) for word in words])
        return tagged, arcs


def _places(token: Any, characters: str) -> list[tuple[int, int]]:
    """Return the ranges of the words of a token; no word is empty or contains white space."""
    begin, end = int(token.start_char), int(token.end_char)
    words = [str(word.text) for word in token.words]
    if "".join(words) == characters[begin:end]:
        sizes = [len(word) for word in words]
    else:
        count = min(len(words), end - begin)
        sizes = [(end - begin) // count] * count
        sizes[-1] += (end - begin) % count
    places = []
    for size in sizes:
        places.extend(_without_spaces(characters, begin, begin + size))
        begin += size
    return places


def _without_spaces(characters: str, begin: int, end: int) -> list[tuple[int, int]]:
    places = []
    for part in characters[begin:end].split(" "):
        if part:
            places.append((begin, begin + len(part)))
        begin += len(part) + 1
    return places
