"""The parser: text in, sentences with dependency trees out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import Factory, frozen

from timeline.errors import ModelError
from timeline.layout import paragraphs
from timeline.syntax.bundle import BUNDLED, Bundle, locate
from timeline.syntax.characters import Passage, passages
from timeline.syntax.checkpoints import Checkpoint, Vectors
from timeline.syntax.dense import Precision
from timeline.syntax.runtime import import_stanza
from timeline.syntax.segmentation import cut_long
from timeline.syntax.tree import Analysis, Sentence, Word

if TYPE_CHECKING:
    from timeline.syntax.attachment import Arc, TaggedWord

__all__ = ["Parser", "load"]

BATCH_CHARACTERS = 60_000
"""How much text is analysed at once; memory grows with this, not with the text or the number of texts."""
LONGEST_READ = 50
"""Longer words (web addresses, mostly) are shown to the models by their two ends."""
EXACT = ":exact"
"""Behind a model's name: compute in floats, as Stanza does."""

_QUESTIONS = frozenset("?？︖﹖⁇")
_MARKS = _QUESTIONS | frozenset("!！︕﹗‼")

_LOADED: dict[str, Parser] = {}
_LOCK = threading.Lock()


def load(name: str = "bundled") -> Parser:
    """Load a syntax model, once a process: a second call gives the same parser. Safe to call from several threads.

    `name` is "bundled" (the English model inside the package) or the path of a folder of the same layout. Behind it,
    ":exact" asks for the trees that Stanza itself finds with these weights, at two thirds of the speed; without it,
    products are rounded to 8-bit integers, at next to no cost in accuracy. Nothing is ever downloaded.

    Raises ModelError for an unknown name or damaged files, MissingExtraError without Stanza or torch.
    """
    place, exact = name.removesuffix(EXACT), name.endswith(EXACT)
    key = (place if place in BUNDLED else str(locate(place).folder)) + EXACT * exact
    with _LOCK:
        parser = _LOADED.get(key)
        if parser is None:
            parser = _LOADED[key] = Parser(
                locate(key.removesuffix(EXACT)), key, Precision.FLOAT if exact else Precision.INT8
            )
        return parser


class Parser:
    """Finds the sentences, words, lemmas, tags and dependency trees of texts.

    Made by `load`. Deterministic: the analysis of a text depends on the text alone, not on what was read before or
    beside it. One parser may serve several threads, and it follows the number of threads set in torch. Pickled, it is
    only its name, and is loaded again where it is unpickled.
    """

    def __init__(self, bundle: Bundle, name: str, precision: Precision) -> None:
        """Load the weights of a bundle; use `load` instead, which does so only once."""
        import_stanza(bundle.stanza)
        import torch  # noqa: PLC0415 - heavy, loaded on use

        from timeline.syntax.attachment import Attacher  # noqa: PLC0415
        from timeline.syntax.lemmatizer import Lemmatizer  # noqa: PLC0415
        from timeline.syntax.tagger import Tagger  # noqa: PLC0415
        from timeline.syntax.tokenizer import Tokenizer  # noqa: PLC0415

        self._name = name
        self.model = _quote(bundle, precision)
        """Name and version of the model, as results quote them."""
        files = {role: str(path) for role, path in bundle.files.items()}
        try:
            # layers are filled with random numbers before weights replace them: spare the caller's generator
            with torch.random.fork_rng(devices=[]), torch.inference_mode():
                vectors = Vectors.read(files["vectors"])
                self._tokenizer = Tokenizer(Checkpoint.read(files["tokenizer"]))
                self._tagger = Tagger(Checkpoint.read(files["tagger"]), vectors, precision)
                self._lemmatizer = Lemmatizer(files["lemmatizer"])
                self._attacher = Attacher(Checkpoint.read(files["parser"]), vectors, precision)
        except ModelError:
            raise
        except Exception as error:
            message = f"the weights in {bundle.folder} cannot be loaded ({error}); install the model again"
            raise ModelError(message) from error

    def __repr__(self) -> str:
        """Give the call that makes this parser."""
        return f"load({self._name!r})"

    def __reduce__(self) -> tuple[Callable[[str], Parser], tuple[str]]:
        """Pickle as configuration: weights never travel between processes."""
        return load, (self._name,)

    def parse(self, text: str) -> Analysis:
        """Analyse a text; `text[word.start:word.end] == word.text` for every word, whatever the text holds.

        A blank line always ends a sentence, a single line break does not. Words hold no white space. Sentences of more
        than 200 words are cut, at punctuation where there is some; `Sentence.cut` says so.
        """
        return next(self.parse_many((text,)))

    def parse_many(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """Analyse texts, in order; each analysis is the very one that `parse` gives.

        Reads ahead as many texts as are analysed at once (`BATCH_CHARACTERS`), and no further: memory is bounded by
        that and by the longest text. An error in `texts` is raised when the texts before it have been given.
        """
        pending: list[tuple[_Reading, Passage]] = []
        read: list[_Reading] = []
        size = 0
        fault: Exception | None = None
        source = iter(texts)
        while True:
            try:
                text = next(source)
            except StopIteration:
                break
            except Exception as error:  # noqa: BLE001 - whatever it is, it is raised below, in its turn
                fault = error
                break
            reading = _Reading(text)
            for passage in passages(text, paragraphs(text)):
                pending.append((reading, passage))
                size += len(passage.characters)
                if size >= BATCH_CHARACTERS:
                    self._analyse(pending)
                    pending, size = [], 0
                    yield from (Analysis(tuple(done.sentences), self.model) for done in read)
                    read = []
            read.append(reading)
        self._analyse(pending)
        yield from (Analysis(tuple(done.sentences), self.model) for done in read)
        if fault is not None:
            raise fault

    def _analyse(self, pending: Sequence[tuple[_Reading, Passage]]) -> None:
        """Analyse passages and give each text its sentences."""
        import torch  # noqa: PLC0415 - heavy, loaded on use

        if not pending:
            return
        readings: list[_Reading] = []
        goes_on: list[bool] = []
        spans: list[list[tuple[int, int]]] = []
        read: list[list[str]] = []
        with torch.inference_mode():
            split = self._tokenizer.split([passage for _, passage in pending])
            for (reading, passage), sentences in zip(pending, split, strict=True):
                offsets = passage.offsets
                for places in sentences:
                    words = [_shorten(passage.characters[begin:end]) for begin, end in places]
                    for left, right in cut_long(words):
                        goes_on.append(right < len(words))
                        readings.append(reading)
                        read.append(words[left:right])
                        spans.append([(offsets[begin], offsets[end - 1] + 1) for begin, end in places[left:right]])
            shown = [[_simplify(word) for word in words] for words in read]
            tags = self._tagger.tag(shown)
            pairs = [
                (word, tag[0])
                for words, row in zip(read, tags, strict=True)
                for word, tag in zip(words, row, strict=True)
            ]
            lemmas = iter(self._lemmatizer.lemmatize(pairs))
            tagged = [
                [(word, *tag, next(lemmas)) for word, tag in zip(words, row, strict=True)]
                for words, row in zip(shown, tags, strict=True)
            ]
            arcs = self._attacher.attach(tagged)
        for reading, cut, words_tagged, places, heads in zip(readings, goes_on, tagged, spans, arcs, strict=True):
            number = len(reading.sentences)
            reading.sentences.append(_sentence(number, reading.text, words_tagged, places, heads, cut=cut))


@frozen(eq=False)
class _Reading:
    """A text whose sentences are being found."""

    text: str
    sentences: list[Sentence] = Factory(list)


def _quote(bundle: Bundle, precision: Precision) -> str:
    """Give name, version and precision: rounded weights may give other trees."""
    return bundle.label if precision is Precision.FLOAT else f"{bundle.label[:-1]}, {precision.value})"


def _shorten(word: str) -> str:
    half = LONGEST_READ // 2
    return word if len(word) <= LONGEST_READ else word[:half] + word[-half:]


def _simplify(word: str) -> str:
    """Show tagger and parser one mark for several ("?!"), as Stanza does."""
    if word[0] in _MARKS and len(word) > 1 and _MARKS.issuperset(word):
        return "?" if word[0] in _QUESTIONS else "!"
    return word


@lru_cache(maxsize=4096)
def _features(written: str) -> dict[str, str]:
    """Read `Number=Sing|Person=3`; words with the same features share one dictionary."""
    return {} if written == "_" else dict(pair.split("=", 1) for pair in written.split("|"))


def _sentence(  # noqa: PLR0913 - what makes a sentence
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
        word = text[start:end]
        # a lemma made from a shortened word would be that of no word
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
