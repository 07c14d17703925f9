"""Running text with a label for each character: the training data of the tokenizer.

Labels as in Stanza: 0 inside a word, 1 the end of a word, 2 the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.training.treebanks import Sentence

__all__ = ["labelled_paragraphs", "running_text"]


def labelled_paragraphs(sentences: Iterable[Sentence]) -> Iterator[tuple[str, str]]:
    """Yield each paragraph with the labels of its characters, of the same length."""
    text: list[str] = []
    labels: list[str] = []
    space = False
    for sentence in sentences:
        if sentence.paragraph and text:
            yield "".join(text), "".join(labels)
            text, labels, space = [], [], False
        for place, word in enumerate(sentence.words, 1):
            if space:
                text.append(" ")
                labels.append("0")
            text.append(word.form)
            labels.append("0" * (len(word.form) - 1) + ("2" if place == len(sentence.words) else "1"))
            space = word.space_after
    if text:
        yield "".join(text), "".join(labels)


def running_text(sentences: Iterable[Sentence]) -> str:
    """Return the text of sentences, paragraphs apart by a blank line, as a reader would have found it."""
    return "\n\n".join(text for text, _ in labelled_paragraphs(sentences)) + "\n"
