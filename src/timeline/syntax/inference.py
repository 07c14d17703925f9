"""The models of a bundle, run by our own code. Imported only once Stanza is, by `runtime.import_stanza`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch

from timeline.errors import ModelError
from timeline.syntax.biaffine import Attacher
from timeline.syntax.checkpoints import Checkpoint, Vectors
from timeline.syntax.computing import computing
from timeline.syntax.lemmatizer import Lemmatizer
from timeline.syntax.precision import Precision
from timeline.syntax.tagger import Tagger
from timeline.syntax.tokenizer import Tokenizer

if TYPE_CHECKING:
    from timeline.syntax.biaffine import Arc, TaggedWord
    from timeline.syntax.bundle import Bundle
    from timeline.syntax.characters import Passage

__all__ = ["BundledModels"]

_QUESTIONS = frozenset("?？︖﹖⁇")
_MARKS = _QUESTIONS | frozenset("!！︕﹗‼")


class BundledModels:
    """The models of a bundle, computed in floats or in 8-bit integers."""

    batches = True

    def __init__(self, bundle: Bundle, precision: Precision) -> None:
        """Load weights; raises ModelError if they cannot be read or are of a kind that is not supported."""
        rounded = precision is Precision.INT8  # which may give other trees
        self.label = f"{bundle.label[:-1]}, {precision.value})" if rounded else bundle.label
        files = {role: str(path) for role, path in bundle.files.items()}
        try:
            # layers are filled with random numbers before weights replace them: spare the caller's generator
            with torch.random.fork_rng(devices=[]), computing():
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

    def split(self, passages: Sequence[Passage]) -> list[list[list[tuple[int, int]]]]:
        """Find the sentences and words of passages."""
        with computing():
            return self._tokenizer.split(passages)

    def annotate(self, sentences: Sequence[Sequence[str]]) -> tuple[list[list[TaggedWord]], list[list[Arc]]]:
        """Tag, lemmatize and parse sentences."""
        with computing():
            shown = [[_simplify(word) for word in words] for words in sentences]
            tags = self._tagger.tag(shown)
            pairs = [
                (word, tag[0])
                for words, row in zip(sentences, tags, strict=True)
                for word, tag in zip(words, row, strict=True)
            ]
            lemmas = iter(self._lemmatizer.lemmatize(pairs))
            tagged = [
                [(word, *tag, next(lemmas)) for word, tag in zip(words, row, strict=True)]
                for words, row in zip(shown, tags, strict=True)
            ]
            return tagged, self._attacher.attach(tagged)


def _simplify(word: str) -> str:
    """Show tagger and parser one mark for several ("?!"), as Stanza does."""
    if word[0] in _MARKS and len(word) > 1 and _MARKS.issuperset(word):
        return "?" if word[0] in _QUESTIONS else "!"
    return word
