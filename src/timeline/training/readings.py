"""Fit the weights with which a bare date is read: `expressions/readings.json`.

An annotated value says which occurrence of a bare day, month or holiday was meant. The weights maximise the likelihood
of these choices (a conditional logit, McFadden 1974), near the weights of `PRIOR`, which say what is plain without
data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from attrs import field, mutable

from timeline import languages, layout
from timeline.calculus.anchors import Moment
from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Interval
from timeline.evaluation.matching import match
from timeline.evaluation.split import Part
from timeline.evaluation.values import agree
from timeline.expressions.anchoring import Anchoring
from timeline.expressions.capitals import small_letters
from timeline.expressions.domains import AUTO
from timeline.expressions.finder import Finder, find_times
from timeline.expressions.frames import Source
from timeline.expressions.joined import timex3s
from timeline.expressions.readings import Question, Reading, Weights, candidates, features, readings
from timeline.expressions.resolution import Choice, value_in
from timeline.expressions.resolution_cache import ResolutionCache, Sense
from timeline.formats.timeml import read_timeml
from timeline.publication import parse_publication
from timeline.training.loglinear import Columns, fit_candidates
from timeline.training.marked_texts import marked_texts

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.calculus.instants import Instant
    from timeline.expressions.clause_tense import Direction
    from timeline.formats.timeml_reader import TimemlDocument

__all__ = ["Asked", "asked", "fit", "measure", "recorded", "written"]

_PENALTY = 0.3
_LEAST = 0.005
"""Smaller weights are left out."""
_SURE = {"BESIDE": 14.0, "AFTER": 4.0, "BEFORE": 4.0, "SENTENCE": 4.0, "HEAD": 8.0, "HEADING": 8.0}
"""How much a time tells that stands there; others tell less."""
_LESS = 2.0
_SHARES = {"in": 1.0, "same year": 0.5, "out": -0.3, "on": -0.3, "back": -0.5}

PRIOR: Mapping[str, float] = {
    "ahead": -1.0,
    "ahead past": -4.0,
    "ahead past close": -12.0,
    "ahead future": 2.0,
    "ahead far": -1.0,
    "back future": -2.0,
    "back future close": -10.0,
    "back far": -1.0,
    "in order": 1.0,
    "weekday": 8.0,
    "before again": -4.0,
    "beside goes on": 8.0,
    **{
        f"{source.name.lower()} {which}": share * _SURE.get(source.name, _LESS)
        for source in Source
        for which, share in _SHARES.items()
    },
}
"""Weights before anything is seen: near is likelier than far, within what was said likelier than without."""
_OF_FRAMES: Mapping[Granularity, Mapping[str, float]] = {
    Granularity.YEAR: {"ahead none": 1.0},
    Granularity.QUARTER: {"ahead none": -4.0, "ahead future": 2.5, "back future": 0.0, "back future close": 0.0},
    Granularity.WEEK: {
        "ahead none": -8.0,
        "ahead past": -12.0,
        "ahead future": 4.0,
        "ahead far": -0.3,
        "back future": -4.0,
        "back far": -0.3,
    }
    | {f"{source.name.lower()} back": -4.0 for source in Source},
}
"""Where no verb tells, a day of the year is the nearer one; one of the week has passed, and comes next in a story.

The quarter of which accounts are still to be told has mostly ended.
"""
_BY_HAND = frozenset({Granularity.WEEK.value})
"""Kinds for which the tense decides as a rule has it: a day of the week has passed unless its clause looks ahead."""
_FRAMES = (Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR)


class Asked(NamedTuple):
    """A question that a text asked, and the frames of the readings that agree with the annotated value."""

    name: str
    question: Question
    right: frozenset[Instant]


@mutable(eq=False)
class _Recorder(Anchoring):
    """Anchors a text, and keeps each question of a bare stretch with the offset of its expression."""

    questions: list[tuple[int, Question]] = field(factory=list)

    def _choose(self, sense: Sense, direction: Direction, start: int, end: int) -> Choice | None:
        before = len(self.questions)
        choice = super()._choose(sense, direction, start, end)
        if choice is None and len(self.questions) == before and sense.stretch is not None:
            self.questions.append((start, self._question(sense.stretch, direction)))
        return choice

    def _read(self, question: Question, start: int) -> Sequence[Reading]:
        self.questions.append((start, question))
        return readings(question)


def written(path: Path) -> list[Asked]:
    """Return the questions of short texts in a file; see `marked_texts`."""
    found: list[Asked] = []
    for name, published, text, values in marked_texts(path):
        found += _asked(name, text, parse_publication(published), values)
    return found


def recorded(path: Path) -> list[Asked]:
    """Return the questions of texts with the values that were read in them before: JSON lines.

    Each has `name`, `text`, `published` and `values`, TIMEX3 values by offset. So news goes on being read by its
    publication where an earlier version did that well.
    """
    found: list[Asked] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        values = {int(offset): value for offset, value in row["values"].items()}
        found += _asked(row["name"], row["text"], parse_publication(row["published"]), values)
    return found


def asked(directory: Path, part: Part = Part.DEV) -> list[Asked]:
    """Return the questions that annotated documents (TimeML) ask, where the annotation answers them."""
    found: list[Asked] = []
    for path in sorted(directory.rglob("*.tml")):
        if part.holds(path.name):
            document = read_timeml(path)
            found += _asked(path.name, document.text, document.published, _of_document(document))
    return found


def _of_document(document: TimemlDocument) -> dict[int, str]:
    """Return the annotated values by the offsets of the expressions that are found there."""
    gold = sorted(document.timexes, key=lambda each: each.start)
    found = timex3s(find_times(document.text, document.published, languages.get(languages.DEFAULT)))
    return {found[ours].start: gold[theirs].value or "" for theirs, ours in match(gold, found)}


def _asked(name: str, text: str, published: Instant | None, values: Mapping[int, str]) -> list[Asked]:
    language = languages.get(languages.DEFAULT)
    masked = layout.part_lines(small_letters(layout.mask(text), language.capitals))
    islands = Finder(language).islands(masked)
    recorder = _Recorder(text, masked, published, language.tense, AUTO, language.reliability, ResolutionCache())
    recorder.anchor_all(islands)
    meanings = {found.start: found.meaning for island in islands for found in island}
    found = []
    for start, question in recorder.questions:
        if start not in values:
            continue
        told = {
            frame: value_in(
                meanings[start],
                Moment(now=question.now, lean=question.lean, frame=Interval.unit(frame, question.stretch.frame)),
            )
            for frame in candidates(question)
        }
        right = frozenset(frame for frame, value in told.items() if agree(values[start], value))
        if 0 < len(right) < len(told):
            found.append(Asked(name, question, right))
    return found


def fit(answered: Sequence[Asked]) -> dict[str, dict[str, float]]:
    """Return the weights, by the kind of stretch."""
    weights = {}
    for frame in _FRAMES:
        some = [each for each in answered if each.question.kind == frame.value]
        prior = {**PRIOR, **_OF_FRAMES.get(frame, {})}
        weights[frame.value] = _fit(some, prior) if some and frame.value not in _BY_HAND else prior
    return weights


def _fit(answered: Sequence[Asked], known: Mapping[str, float]) -> dict[str, float]:
    rows, sizes, right = [], [], []
    for each in answered:
        options = candidates(each.question)
        rows += [features(each.question, interval) for interval in options.values()]
        sizes.append(len(options))
        right += [frame in each.right for frame in options]
    columns = Columns({name: place for place, name in enumerate(known)})
    matrix = columns.matrix(row.items() for row in rows)
    prior = np.array([known.get(name, 0.0) for name in columns.names])
    found = fit_candidates(matrix, sizes, right, _PENALTY, prior)
    return {
        name: round(float(value), 3) for name, value in zip(columns.names, found, strict=True) if abs(value) >= _LEAST
    }


def measure(answered: Iterable[Asked], weights: Mapping[str, Weights] | None = None) -> tuple[int, int, float]:
    """Return the number of questions, how many are answered rightly, and the mean probability of the right answer.

    With the weights of the package, unless others are given.
    """
    count = good = 0
    probability = 0.0
    for each in answered:
        found = readings(each.question, weights)
        count += 1
        good += found[0].begin in each.right
        probability += sum(one.probability for one in found if one.begin in each.right)
    return count, good, probability / max(count, 1)
