"""Dependency trees as CoNLL-U, the format of Universal Dependencies, and as JSON.

Offsets count code points of the text as given, half-open. CoNLL-U has them as `TokenRange=start:end`, UDPipe's way.

UD writes contractions (`don't`, `it's`, `cannot`) as one token over several words. The models find the words; a token's
words are those that touch each other, letter on letter or with an apostrophe between.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

from timeline.formats.terminal import escaped, printable

if TYPE_CHECKING:
    from timeline.documents import Article
    from timeline.syntax.tree import Analysis, Sentence, Word

__all__ = ["to_conllu", "to_json", "write_conllu", "write_json"]

_CLITIC = re.compile(r"['’`]\w")
_BLANK_LINE = re.compile(r"\n\s*\n")


def write_conllu(parsed: Iterable[tuple[Article, Analysis]], stream: IO[str]) -> None:
    """Write a document of CoNLL-U for each article, one after another."""
    for article, analysis in parsed:
        stream.write(to_conllu(article.text, analysis, name=article.id))


def write_json(parsed: Iterable[tuple[Article, Analysis]], stream: IO[str]) -> None:
    """Write one JSON object a line for each article."""
    for article, analysis in parsed:
        stream.write(to_json(analysis, name=article.id) + "\n")


def to_conllu(text: str, analysis: Analysis, *, name: str | None = None) -> str:
    """Write the analysis of a text, with a comment for the model, each sentence's text, and paragraphs.

    `name` is the document's. Characters that a terminal would act upon are left out of forms, as CoNLL-U has no way to
    write them; `TokenRange` keeps their places. Sentences that were too long and had to be cut have `# cut = yes`.

    >>> from timeline.syntax.tree import Analysis, Sentence, Word
    >>> words = (
    ...     Word(0, "It", 0, 2, "it", "PRON", "PRP", {}, 1, "nsubj"),
    ...     Word(1, "rained", 3, 9, "rain", "VERB", "VBD", {"Tense": "Past"}, -1, "root"),
    ... )
    >>> written = to_conllu("It rained", Analysis((Sentence(0, words, 0, 9, ((), (0,))),), "by hand"))
    >>> print(written.splitlines()[4].expandtabs(2))
    1 It  it  PRON  PRP _ 2 nsubj _ TokenRange=0:2
    """
    title = "# newdoc" if name is None else f"# newdoc id = {printable(name)}"
    lines = [title, f"# model = {printable(analysis.model)}"]
    last = None
    for sentence in analysis.sentences:
        if last is not None and _BLANK_LINE.search(text, last, sentence.start):
            lines.append("# newpar")
        last = sentence.end
        after = analysis.sentences[sentence.index + 1].start if sentence.index + 1 < len(analysis.sentences) else None
        lines.extend(_sentence(text, sentence, after))
        lines.append("")
    return "\n".join(lines) + "\n" if analysis.sentences else ""


def to_json(analysis: Analysis, *, name: str | None = None) -> str:
    """Write an analysis as one JSON object; heads number the words of their sentence from 0, and are -1 at the root."""
    content: dict[str, Any] = {
        "id": name,
        "model": analysis.model,
        "sentences": [
            {
                "start": sentence.start,
                "end": sentence.end,
                "cut": sentence.cut,
                "words": [
                    {
                        "text": word.text,
                        "start": word.start,
                        "end": word.end,
                        "lemma": word.lemma,
                        "upos": word.upos,
                        "xpos": word.xpos,
                        "feats": word.feats,
                        "head": word.head,
                        "deprel": word.deprel,
                    }
                    for word in sentence
                ],
            }
            for sentence in analysis.sentences
        ],
    }
    return escaped(json.dumps(content, ensure_ascii=False), lambda character: json.dumps(character)[1:-1])


def _sentence(text: str, sentence: Sentence, after: int | None) -> Iterator[str]:
    tokens = list(_tokens(sentence))
    ends = [token[-1].end for token in tokens]
    begins: list[int | None] = [*(token[0].start for token in tokens[1:]), after]
    spaces = [end != begin for end, begin in zip(ends, begins, strict=True)]
    forms = [_visible(text[token[0].start : token[-1].end]) for token in tokens]
    yield f"# sent_id = {sentence.index + 1}"
    if sentence.cut:
        yield "# cut = yes"
    written = "".join(form + " " * space for form, space in zip(forms, spaces, strict=True))
    yield f"# text = {written.rstrip(' ')}"
    for token, form, space in zip(tokens, forms, spaces, strict=True):
        gap = "" if space else "SpaceAfter=No|"
        if len(token) > 1:
            number = f"{token[0].index + 1}-{token[-1].index + 1}"
            yield "\t".join((number, form, *"_" * 7, f"{gap}TokenRange={token[0].start}:{token[-1].end}"))
            gap = ""
        yield from (_word(word, gap) for word in token)


def _word(word: Word, gap: str) -> str:
    feats = "|".join(f"{name}={value}" for name, value in word.feats.items()) or "_"
    where = f"{gap}TokenRange={word.start}:{word.end}"
    columns = (_visible(word.text), _visible(word.lemma), word.upos, word.xpos, feats, str(word.head + 1), word.deprel)
    return "\t".join((str(word.index + 1), *columns, "_", where))


def _tokens(sentence: Sentence) -> Iterator[list[Word]]:
    token: list[Word] = []
    for word in sentence:
        if token and not _continues(token[-1], word):
            yield token
            token = []
        token.append(word)
    if token:
        yield token


def _continues(left: Word, right: Word) -> bool:
    """Say whether a word belongs to the token of the word before it."""
    if left.end != right.start or not left.text[-1].isalpha():
        return False
    return right.text[0].isalpha() or right.xpos == "POS" or _CLITIC.match(right.text) is not None


def _visible(form: str) -> str:
    """Leave out what a line of CoNLL-U cannot hold: it separates by white space, and no form is empty."""
    return escaped("".join(form.split()), lambda _: "") or "\N{REPLACEMENT CHARACTER}"
