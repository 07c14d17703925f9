"""Treebanks in CoNLL-U, with words as tokens.

English treebanks have contractions as one token of two words ("don't" over "do" and "n't"). Nearly always the words
concatenate to the token, so here each word is its own token and no stage needs to expand anything. Comments, enhanced
dependencies and empty nodes are left out; the starts of documents and paragraphs are kept.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.errors import TimelineError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "SPLITS",
    "Sentence",
    "TreebankError",
    "Word",
    "genre",
    "parse",
    "read",
    "shorten",
    "to_conllu",
    "treebank_files",
]

SPLITS = ("train", "dev", "test")

_COLUMNS = 10


class TreebankError(TimelineError):
    """A treebank is missing or is not CoNLL-U."""


@frozen
class Word:
    """A word of a treebank; `head` is the position of its governor, counted from one, or 0 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space_after: bool = True


@frozen
class Sentence:
    """A sentence; `document` is the name of the document it starts, `paragraph` whether it starts a paragraph."""

    words: tuple[Word, ...]
    document: str | None = None
    paragraph: bool = False

    @property
    def text(self) -> str:
        """The sentence as written, except for white space."""
        return "".join(word.form + " " * word.space_after for word in self.words).rstrip()


def treebank_files(folder: Path, split: str) -> list[Path]:
    """Return the files of a split (train, dev, test) in a folder, by name: `*-SPLIT.conllu`, or the same with `.xz`.

    Raises TreebankError if there are none.
    """
    found = sorted({*folder.glob(f"*-{split}.conllu"), *folder.glob(f"*-{split}.conllu.xz")})
    if not found:
        message = f"no treebank in {folder}: looked for *-{split}.conllu and *-{split}.conllu.xz"
        raise TreebankError(message)
    return found


def read(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file, optionally compressed with xz. Raises TreebankError for anything else."""
    try:
        content = path.read_bytes()
        text = (lzma.decompress(content) if path.suffix == ".xz" else content).decode("utf-8")
        return list(parse(text.split("\n")))
    except (ValueError, lzma.LZMAError) as error:
        message = f"{path}: {error}"
        raise TreebankError(message) from error


def parse(lines: Iterable[str]) -> Iterator[Sentence]:
    r"""Parse sentences from lines of CoNLL-U. Raises ValueError, naming the line, if malformed.

    >>> rows = [
    ...     "1-2 don't _ _ _ _ _ _ _ SpaceAfter=No",
    ...     "1 do do AUX VBP _ 0 root _ _",
    ...     "2 n't not PART RB _ 1 advmod _ _",
    ... ]
    >>> [sentence] = parse([row.replace(" ", "\t") for row in rows])
    >>> [(word.form, word.space_after) for word in sentence.words]
    [('do', False), ("n't", False)]
    """
    comments: list[str] = []
    rows: list[list[str]] = []
    for number, line in enumerate([*lines, ""], 1):
        row = line.rstrip("\r\n")
        if row.startswith("#"):
            comments.append(row)
        elif row:
            cells = row.split("\t")
            if len(cells) != _COLUMNS:
                message = f"line {number} has {len(cells)} columns instead of {_COLUMNS}: {row!r}"
                raise ValueError(message)
            rows.append(cells)
        elif rows:
            yield _sentence(comments, rows, number)
            comments, rows = [], []


def _sentence(comments: Sequence[str], rows: Sequence[Sequence[str]], number: int) -> Sentence:
    document = None
    paragraph = False
    for comment in comments:
        key, _, value = comment.lstrip("# ").partition("=")
        if key.strip() == "newdoc id":
            document, paragraph = value.strip(), True
        elif key.strip() in {"newpar", "newpar id"}:
            paragraph = True
    words: list[Word] = []
    last_of_token = 0  # the last word of the token being read, and whether white space follows that token
    token_space = True
    for cells in rows:
        place, form, lemma, upos, xpos, feats, head, deprel, _, misc = cells
        space = "SpaceAfter=No" not in misc.split("|")
        if "-" in place:
            last_of_token, token_space = int(place.split("-")[1]), space
        elif "." not in place:
            if int(place) <= last_of_token:
                space = token_space and int(place) == last_of_token
            words.append(Word(form, lemma, upos, xpos, feats, int(head), deprel, space))
    if any(not 0 <= word.head <= len(words) for word in words):
        message = f"a head points out of the sentence that ends on line {number}"
        raise ValueError(message)
    return Sentence(tuple(words), document, paragraph)


def to_conllu(sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield sentences as CoNLL-U, one piece of text each."""
    for sentence in sentences:
        lines = []
        if sentence.document is not None:
            lines.append(f"# newdoc id = {sentence.document}")
        if sentence.paragraph:
            lines.append("# newpar")
        lines.append(f"# text = {sentence.text}")
        for place, word in enumerate(sentence.words, 1):
            misc = "_" if word.space_after else "SpaceAfter=No"
            cells = (str(place), word.form, word.lemma, word.upos, word.xpos, word.feats, str(word.head), word.deprel)
            lines.append("\t".join((*cells, "_", misc)))
        yield "\n".join(lines) + "\n\n"


def genre(document: str) -> str:
    """Return the genre of a document, from its name in EWT or GUM.

    >>> genre("GUM_news_asylum"), genre("weblog-blogspot.com_nominations_20041117172713"), genre("other")
    ('news', 'weblog', 'other')
    """
    treebank, _, rest = document.partition("_")
    return rest.partition("_")[0] if treebank == "GUM" else document.partition("-")[0]


def shorten(word: Word, limit: int) -> Word:
    """Leave out the middle of a form (and lemma) longer than `limit`: web addresses, mostly."""

    def ends(text: str) -> str:
        return text if len(text) <= limit else text[: limit - limit // 2] + text[-(limit // 2) :]

    return evolve(word, form=ends(word.form), lemma=ends(word.lemma))
