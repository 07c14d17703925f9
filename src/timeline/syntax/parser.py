"""The parser: text in, sentences with dependency trees out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from timeline.forks import between_forks
from timeline.layout import paragraphs, shown
from timeline.syntax.bundle import BUNDLED, STANZA, Bundle, locate
from timeline.syntax.characters import Passage, passages
from timeline.syntax.precision import Precision
from timeline.syntax.runtime import import_stanza
from timeline.syntax.segmentation import cut_long
from timeline.syntax.stanza_files import PREFIX, Package, find
from timeline.syntax.tree import Analysis, Sentence, Word

if TYPE_CHECKING:
    from timeline.syntax.biaffine import Arc, TaggedWord
    from timeline.syntax.protocol import Models

__all__ = ["Parser", "load"]

BATCH_CHARACTERS = 60_000
"""Characters analysed at once; memory grows with this, not with the text or the number of texts."""
LONGEST_READ = 50
"""Of longer words (web addresses, mostly) the models see the two ends."""
EXACT = ":exact"
"""Suffix of a model's name: compute in floats, as Stanza does."""

_LOADED: dict[str, Parser] = {}
_LOCK = threading.Lock()


@between_forks
def load(name: str = "bundled") -> Parser:
    """Load a syntax model, once per process: a second call returns the same parser. Thread-safe.

    `name` is one of

    - "bundled", the English model inside the package, or the path of a folder of the same layout. With the
      suffix ":exact" the trees are those that Stanza itself finds with these weights, at two thirds of the speed;
      without it, products are rounded to 8-bit integers, at next to no cost in accuracy.
    - "stanza:default", "stanza:default_fast" or any other of Stanza's packages for English that is on disk; the path of
      a folder in Stanza's layout means its default package. Plain Stanza runs them.

    Nothing is ever downloaded here. Raises ModelError for an unknown name, a package that is not installed or damaged
    files, MissingExtraError without Stanza or torch.
    """
    with _LOCK:
        key = _key(name)
        parser = _LOADED.get(key)
        if parser is None:
            parser = _LOADED[key] = Parser(_models(key), key)
        return parser


def _key(name: str) -> str:
    """Return the canonical name of a model."""
    if name.startswith(PREFIX):
        return name
    place, exact = name.removesuffix(EXACT), name.endswith(EXACT)
    if place in BUNDLED:
        return name
    if (Path(place) / "resources.json").is_file() and not exact:
        return str(Path(place).resolve())
    return str(locate(place).folder) + EXACT * exact


def _models(key: str) -> Models:
    if key.startswith(PREFIX):
        return _stanza(find(key.removeprefix(PREFIX)))
    place, exact = key.removesuffix(EXACT), key.endswith(EXACT)
    if place not in BUNDLED and (Path(place) / "resources.json").is_file():
        return _stanza(find("default", Path(place)))
    return _bundled(locate(place), Precision.FLOAT if exact else Precision.INT8)


def _bundled(bundle: Bundle, precision: Precision) -> Models:
    import_stanza(bundle.stanza)
    from timeline.syntax.inference import BundledModels

    return BundledModels(bundle, precision)


def _stanza(package: Package) -> Models:
    import_stanza(STANZA)
    from timeline.syntax.stanza_models import StanzaModels

    return StanzaModels(package)


class Parser:
    """Finds the sentences, words, lemmas, tags and dependency trees of texts.

    Made by `load`. Deterministic: the analysis of a text depends on the text alone, not on other texts. One parser may
    serve several threads, also those of a forked process; each computes by itself, whatever number of threads is set in
    torch. It is pickled as its name, and loaded again where it is unpickled.
    """

    def __init__(self, models: Models, name: str) -> None:
        """Wrap models; use `load` instead, which loads them only once."""
        self._name = name
        self._models = models
        self.model = models.label
        """Name and version of the model, as results quote them."""

    def __repr__(self) -> str:
        """Return the call that makes this parser."""
        return f"load({self._name!r})"

    def __reduce__(self) -> tuple[Callable[[str], Parser], tuple[str]]:
        """Pickle as configuration: weights never travel between processes."""
        return load, (self._name,)

    def parse(self, text: str) -> Analysis:
        """Analyse a text; `text[word.start:word.end]` is `word.text` but for characters that show nothing.

        A blank line or a paragraph separator always ends a sentence, a single line break does not. Words contain no
        white space. Sentences of more than 200 words are split, at punctuation if possible, and marked by
        `Sentence.cut`.
        """
        return next(self.parse_many((text,)))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """Analyse texts, in order; each analysis is the same as that of `parse`.

        Reads ahead as many texts as are analysed at once (`BATCH_CHARACTERS`), and no further: memory is bounded by
        that and by the longest text. An error in `texts` is raised after the analyses of the texts before it.
        """
        pending: list[tuple[_ParsedText, Passage]] = []
        read: list[_ParsedText] = []
        size = 0
        fault: Exception | None = None
        source = iter(texts)
        while True:
            try:
                text = next(source)
            except StopIteration:
                break
            except Exception as error:  # noqa: BLE001 - raised below, in its turn
                fault = error
                break
            reading = _ParsedText(text)
            for passage in passages(text, paragraphs(text)):
                pending.append((reading, passage))
                size += len(passage.characters)
                if size >= BATCH_CHARACTERS:
                    self._analyse(pending)
                    pending, size = [], 0
                    yield from (Analysis(tuple(done.sentences), self.model) for done in read)
                    read = []
            read.append(reading)
            if not self._models.batches:
                self._analyse(pending)
                pending, size = [], 0
                yield from (Analysis(tuple(done.sentences), self.model) for done in read)
                read = []
        self._analyse(pending)
        yield from (Analysis(tuple(done.sentences), self.model) for done in read)
        if fault is not None:
            raise fault

    @between_forks
    def _analyse(self, pending: Sequence[tuple[_ParsedText, Passage]]) -> None:
        """Analyse passages and add the sentences to their texts."""
        if not pending:
            return
        readings: list[_ParsedText] = []
        goes_on: list[bool] = []
        spans: list[list[tuple[int, int]]] = []
        read: list[list[str]] = []
        split = self._models.split([passage for _, passage in pending])
        for (reading, passage), sentences in zip(pending, split, strict=True):
            offsets = passage.offsets
            for places in sentences:
                words = [_shorten(passage.characters[begin:end]) for begin, end in places]
                for left, right in cut_long(words):
                    goes_on.append(right < len(words))
                    readings.append(reading)
                    read.append(words[left:right])
                    spans.append([(offsets[begin], offsets[end - 1] + 1) for begin, end in places[left:right]])
        tagged, arcs = self._models.annotate(read)
        for reading, cut, words_tagged, places, heads in zip(readings, goes_on, tagged, spans, arcs, strict=True):
            number = len(reading.sentences)
            reading.sentences.append(_sentence(number, reading.text, words_tagged, places, heads, cut=cut))


@frozen(eq=False)
class _ParsedText:
    """A text whose sentences are being collected."""

    text: str
    sentences: list[Sentence] = Factory(list)


def _shorten(word: str) -> str:
    half = LONGEST_READ // 2
    return word if len(word) <= LONGEST_READ else word[:half] + word[-half:]


@lru_cache(maxsize=4096)
def _features(written: str) -> dict[str, str]:
    """Parse `Number=Sing|Person=3`; words with the same features share one dictionary."""
    return {} if written == "_" else dict(pair.split("=", 1) for pair in written.split("|"))


def _sentence(  # noqa: PLR0913 - all the parts of a sentence
    index: int,
    text: str,
    tagged: Sequence[TaggedWord],
    places: Sequence[tuple[int, int]],
    arcs: Sequence[Arc],
    *,
    cut: bool,
) -> Sentence:
    words: list[Word] = []
    children: list[list[int]] = [[] for _ in arcs]
    for number, ((read, upos, xpos, feats, lemma), (start, end), (head, deprel)) in enumerate(
        zip(tagged, places, arcs, strict=True)
    ):
        if head:
            children[head - 1].append(number)
        word = shown(text[start:end]).text
        # a shortened word has no lemma
        base = word if len(read) == LONGEST_READ < end - start else lemma
        words.append(Word(number, word, start, end, base, upos, xpos, _features(feats), head - 1, deprel))
    return Sentence(
        index=index,
        words=tuple(words),
        start=words[0].start,
        end=words[-1].end,
        children=tuple(tuple(row) for row in children),
        cut=cut,
    )
