"""Accuracy of a model on raw text, by genre.

The measures are those of the CoNLL 2018 shared task, by Stanza's scorer: F1 of words and sentences, and of words that
are found and have the right tag, lemma, head (UAS), or head and relation (LAS).
"""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from stanza.models.common.utils import ud_scores

from timeline.syntax import Analysis, load
from timeline.training.characters import running_text
from timeline.training.treebanks import Sentence, Word, genre, read, to_conllu, treebank_files

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MEASURES", "Accuracy", "documents", "measure", "table"]

MEASURES = {
    "Words": "words",
    "Sentences": "sentences",
    "UPOS": "UPOS",
    "XPOS": "XPOS",
    "UFeats": "features",
    "Lemmas": "lemmas",
    "UAS": "UAS",
    "LAS": "LAS",
}
"""The scorer's names of the measures, and ours."""


@frozen
class Accuracy:
    """F1 in per cent of one part of a treebank, by measure."""

    part: str
    words: int
    """Annotated words."""
    scores: Mapping[str, float]


@frozen
class Report:
    """Accuracy and speed."""

    model: str
    """Name, version and precision of the model, as in results."""
    rows: tuple[Accuracy, ...]
    words_a_second: float
    """Words per second of processor time, without loading."""


def measure(model: str, treebanks: Path, split: str = "test") -> Report:
    """Parse the documents of the treebanks in a folder from raw text and score each treebank and each of its genres.

    `model` is a name or path for `timeline.syntax.load`. Raises ModelError or TreebankError.
    """
    parser = load(model)
    rows: list[Accuracy] = []
    found = 0
    seconds = 0.0
    for path in treebank_files(treebanks, split):
        treebank = re.sub(rf"-{split}\.conllu(\.xz)?$", "", path.name)
        parsed: list[tuple[str, Sequence[Sentence], Sequence[Sentence]]] = []
        for name, gold in documents(read(path)):
            text = running_text(gold)
            begin = time.process_time()
            analysis = parser.parse(text)
            seconds += time.process_time() - begin
            system = list(_system(text, analysis))
            found += sum(len(sentence.words) for sentence in system)
            parsed.append((genre(name), gold, system))
        genres = sorted({part for part, _, _ in parsed})
        rows.append(_score(treebank, parsed))
        rows += [_score(f"{treebank}: {part}", [row for row in parsed if row[0] == part]) for part in genres]
    return Report(parser.model, tuple(rows), found / seconds)


def documents(sentences: Iterable[Sentence]) -> Iterator[tuple[str, list[Sentence]]]:
    """Yield the documents of a treebank, by name; sentences before the first have the name ""."""
    name = ""
    gathered: list[Sentence] = []
    for sentence in sentences:
        if sentence.document is not None:
            if gathered:
                yield name, gathered
            name, gathered = sentence.document, []
        gathered.append(sentence)
    if gathered:
        yield name, gathered


def table(rows: Sequence[Accuracy]) -> str:
    """Return accuracies as a Markdown table."""
    lines = [
        "| test set | words | " + " | ".join(name if name != "words" else "words found" for name in MEASURES.values())
    ]
    lines[0] += " |"
    lines.append("|---" * (len(MEASURES) + 2) + "|")
    lines += [
        f"| {row.part} | {row.words:,} | " + " | ".join(f"{row.scores[name]:.2f}" for name in MEASURES.values()) + " |"
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def _system(text: str, analysis: Analysis) -> Iterator[Sentence]:
    for sentence in analysis.sentences:
        yield Sentence(
            tuple(
                Word(
                    form=word.text,
                    lemma=word.lemma,
                    upos=word.upos,
                    xpos=word.xpos,
                    feats="|".join(f"{key}={value}" for key, value in word.feats.items()) or "_",
                    head=word.head + 1,
                    deprel=word.deprel,
                    space_after=text[word.end : word.end + 1].isspace(),
                )
                for word in sentence.words
            )
        )


def _score(part: str, parsed: Sequence[tuple[str, Sequence[Sentence], Sequence[Sentence]]]) -> Accuracy:
    gold = [_solid(sentence) for _, sentences, _ in parsed for sentence in sentences]
    system = [sentence for _, _, sentences in parsed for sentence in sentences]
    scores = ud_scores(io.StringIO("".join(to_conllu(gold))), io.StringIO("".join(to_conllu(system))))
    return Accuracy(
        part=part,
        words=sum(len(sentence.words) for sentence in gold),
        scores={name: 100 * scores[measure].f1 for measure, name in MEASURES.items()},
    )


def _solid(sentence: Sentence) -> Sentence:
    """Remove white space from forms, which the scorer ignores."""
    return evolve(sentence, words=tuple(evolve(word, form="".join(word.form.split())) for word in sentence.words))
