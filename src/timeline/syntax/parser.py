"""The parser: text in, sentences with dependency trees out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.errors import ModelError
from timeline.layout import paragraphs
from timeline.syntax.bundle import BUNDLED, Bundle, locate
from timeline.syntax.characters import Passage, passages
from timeline.syntax.runtime import import_stanza
from timeline.syntax.segmentation import cut_long
from timeline.syntax.tree import Analysis, Sentence, Word

if TYPE_CHECKING:
    from timeline.syntax.attachment import Arc, TaggedWord

__all__ = ["Parser", "load"]

CHUNK_CHARACTERS = 30_000
"""How much text is analysed at once; memory grows with this, not with the text."""
LONGEST_READ = 50
"""Longer words (web addresses, mostly) are shown to the models by their two ends."""

_LOADED: dict[str, Parser] = {}
_LOCK = threading.Lock()


def load(name: str = "bundled") -> Parser:
    """Load a syntax model, once a process: a second call gives the same parser. Safe to call from several threads.

    `name` is "bundled" (the English model inside the package) or the path of a folder of the same layout. Nothing is
    ever downloaded. Raises ModelError for an unknown name or damaged files, MissingExtraError without Stanza or torch.
    """
    key = name if name in BUNDLED else str(locate(name).folder)
    with _LOCK:
        parser = _LOADED.get(key)
        if parser is None:
            parser = _LOADED[key] = Parser(locate(key), key)
        return parser


class Parser:
    """Finds the sentences, words, lemmas, tags and dependency trees of texts.

    Made by `load`. Deterministic, and free of state that changes: one parser may serve several threads, and it follows
    the number of threads set in torch. Pickled, it is only its name, and is loaded again where it is unpickled.
    """

    def __init__(self, bundle: Bundle, name: str) -> None:
        """Load the weights of a bundle; use `load` instead, which does so only once."""
        import_stanza(bundle.stanza)
        import torch  # noqa: PLC0415 - heavy, loaded on use
        from stanza.models.common.pretrain import Pretrain  # noqa: PLC0415

        from timeline.syntax.attachment import Attacher  # noqa: PLC0415
        from timeline.syntax.lemmatizer import Lemmatizer  # noqa: PLC0415
        from timeline.syntax.tagger import Tagger  # noqa: PLC0415
        from timeline.syntax.tokenizer import Tokenizer  # noqa: PLC0415

        self._name = name
        self.model = bundle.label
        """Name and version of the model, as results quote them."""
        files = {role: str(path) for role, path in bundle.files.items()}
        try:
            # layers are filled with random numbers before weights replace them: spare the caller's generator
            with torch.random.fork_rng(devices=[]):
                vectors = Pretrain(files["vectors"])
                self._tokenizer = Tokenizer(files["tokenizer"])
                self._tagger = Tagger(files["tagger"], vectors)
                self._lemmatizer = Lemmatizer(files["lemmatizer"])
                self._attacher = Attacher(files["parser"], vectors)
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
        than 200 words are cut, at punctuation where there is some.
        """
        sentences: list[Sentence] = []
        for chunk in _chunks(text):
            sentences.extend(self._analyse(text, chunk, len(sentences)))
        return Analysis(sentences=tuple(sentences), model=self.model)

    def parse_many(self, texts: Iterable[str]) -> Iterator[Analysis]:
        """Analyse texts one by one, lazily and in order.

        Batches are made within a text only: rounding in matrix products depends on the shape of a batch, and would let
        a text's trees depend on its neighbours. So each analysis is the very one that `parse` gives.
        """
        return map(self.parse, texts)

    def _analyse(self, text: str, chunk: Sequence[Passage], first: int) -> Iterator[Sentence]:
        """Analyse passages of a text; sentences are numbered from `first`."""
        import torch  # noqa: PLC0415 - heavy, loaded on use

        with torch.inference_mode():
            spans: list[list[tuple[int, int]]] = []
            read: list[list[str]] = []
            for passage, sentences in zip(chunk, self._tokenizer.split(chunk), strict=True):
                for places in sentences:
                    words = [_shorten(passage.characters[begin:end]) for begin, end in places]
                    for left, right in cut_long(words):
                        read.append(words[left:right])
                        spans.append([(passage.offsets[b], passage.offsets[e - 1] + 1) for b, e in places[left:right]])
            tags = self._tagger.tag(read)
            rows = [list(zip(words, row, strict=True)) for words, row in zip(read, tags, strict=True)]
            lemmas = iter(self._lemmatizer.lemmatize([(word, tag[0]) for row in rows for word, tag in row]))
            tagged = [[(word, *tag, next(lemmas)) for word, tag in row] for row in rows]
            arcs = self._attacher.attach(tagged)
        for index, (words_tagged, places, heads) in enumerate(zip(tagged, spans, arcs, strict=True), first):
            yield _sentence(index, text, words_tagged, places, heads)


def _chunks(text: str) -> Iterator[list[Passage]]:
    """Gather passages until there is enough to do. What is in a chunk depends on the text alone."""
    chunk: list[Passage] = []
    size = 0
    for passage in passages(text, paragraphs(text)):
        chunk.append(passage)
        size += len(passage.characters)
        if size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _shorten(word: str) -> str:
    half = LONGEST_READ // 2
    return word if len(word) <= LONGEST_READ else word[:half] + word[-half:]


@lru_cache(maxsize=4096)
def _features(written: str) -> dict[str, str]:
    """Read `Number=Sing|Person=3`; words with the same features share one dictionary."""
    return {} if written == "_" else dict(pair.split("=", 1) for pair in written.split("|"))


def _sentence(
    index: int, text: str, tagged: Sequence[TaggedWord], places: Sequence[tuple[int, int]], arcs: Sequence[Arc]
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
    )
