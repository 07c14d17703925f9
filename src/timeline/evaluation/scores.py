"""Precision, recall and F1 over annotated and found spans, as in TempEval-3."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen, mutable

__all__ = ["Attribute", "Mark", "Score", "Tally", "Task"]


@frozen
class Mark:
    """A span of text with its labels; absent labels are left out."""

    text: str
    start: int
    end: int
    labels: Mapping[str, str] = field(factory=dict)

    def label(self, name: str) -> str:
        """Return a label, empty if absent."""
        return self.labels.get(name, "")


@frozen
class Attribute:
    """A label that is compared on relaxed matches."""

    name: str
    label: str
    same: Callable[[str, str], bool] = operator.eq
    optional: bool = False
    """Whether to compare only pairs whose annotated side has the label."""
    listed: bool = True
    """Whether differing pairs are listed among the mistakes."""


@frozen
class Task:
    """What is evaluated: the element, the label by which it is broken down, and the labels that are compared."""

    tag: str
    kind: str
    attributes: tuple[Attribute, ...]
    kind_attributes: tuple[str, ...] = ()
    """The attributes whose accuracy is reported for each kind too."""


@frozen
class Score:
    """The number of hits among those annotated (`gold`) and found (`system`).

    >>> score = Score(hits=3, gold=4, system=5)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.6, 0.75, 0.667)
    """

    hits: int
    gold: int
    system: int

    @property
    def precision(self) -> float:
        """The share of hits among those found; 0 if nothing was found."""
        return _share(self.hits, self.system)

    @property
    def recall(self) -> float:
        """The share of hits among those annotated; 0 if nothing is annotated."""
        return _share(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.hits, self.gold + self.system)

    def to_dict(self) -> dict[str, float | int]:
        """Return the JSON form, with shares between 0 and 1."""
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1, "hits": self.hits}


@mutable
class Tally:
    """Counts for one task, summed over documents, so that all figures are micro-averages."""

    task: Task
    gold: int = 0
    system: int = 0
    strict_hits: int = 0
    relaxed_hits: int = 0
    right: Counter[str] = field(factory=Counter)
    judged: Counter[str] = field(factory=Counter)
    _gold_kinds: Counter[str] = field(factory=Counter)
    _system_kinds: Counter[str] = field(factory=Counter)
    _strict_kinds: Counter[str] = field(factory=Counter)
    _relaxed_kinds: Counter[str] = field(factory=Counter)
    _paired_kinds: Counter[str] = field(factory=Counter)
    _right_kinds: Counter[tuple[str, str]] = field(factory=Counter)

    def add(self, gold: Sequence[Mark], system: Sequence[Mark], pairs: Sequence[tuple[int, int]]) -> None:
        """Count a document; `pairs` are the indices of matched annotated and found marks."""
        self.gold += len(gold)
        self.system += len(system)
        self._gold_kinds.update(mark.label(self.task.kind) for mark in gold)
        self._system_kinds.update(mark.label(self.task.kind) for mark in system)
        for ours, theirs in pairs:
            self._add_pair(gold[ours], system[theirs])

    def add_missed(self, kinds: Sequence[str]) -> None:
        """Count the annotations of a document as missed, by their kinds."""
        self.gold += len(kinds)
        self._gold_kinds.update(kinds)

    def _add_pair(self, wanted: Mark, found: Mark) -> None:
        exact = (wanted.start, wanted.end) == (found.start, found.end)
        kind = wanted.label(self.task.kind)
        self.relaxed_hits += 1
        self.strict_hits += exact
        self._paired_kinds[kind] += 1
        if kind == found.label(self.task.kind):
            self._relaxed_kinds[kind] += 1
            self._strict_kinds[kind] += exact
        for attribute in self.task.attributes:
            said = wanted.label(attribute.label)
            if said or not attribute.optional:
                right = attribute.same(said, found.label(attribute.label))
                self.judged[attribute.name] += 1
                self.right[attribute.name] += right
                self._right_kinds[kind, attribute.name] += right

    @property
    def strict(self) -> Score:
        """Matches with equal spans."""
        return Score(self.strict_hits, self.gold, self.system)

    @property
    def relaxed(self) -> Score:
        """Matches with overlapping spans, one to one."""
        return Score(self.relaxed_hits, self.gold, self.system)

    def attribute(self, name: str) -> Score:
        """Relaxed matches that also agree in an attribute: TempEval-3's F1 of type, value and class."""
        return Score(self.right[name], self.gold, self.system)

    def accuracy(self, name: str) -> float:
        """Return the share of compared relaxed matches that agree in an attribute."""
        return _share(self.right[name], self.judged[name])

    @property
    def kinds(self) -> list[str]:
        """Every kind that is annotated or found."""
        return sorted(self._gold_kinds.keys() | self._system_kinds.keys())

    def of_kind(self, kind: str) -> tuple[Score, Score]:
        """Strict and relaxed score of one kind, where a match counts only if both sides are of that kind."""
        gold, system = self._gold_kinds[kind], self._system_kinds[kind]
        return Score(self._strict_kinds[kind], gold, system), Score(self._relaxed_kinds[kind], gold, system)

    def kind_accuracy(self, kind: str, name: str) -> float:
        """Return the share of relaxed matches of an annotated kind, found as any kind, that agree in an attribute."""
        return _share(self._right_kinds[kind, name], self._paired_kinds[kind])

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, with shares between 0 and 1."""
        form: dict[str, Any] = {"gold": self.gold, "system": self.system}
        form |= {"strict": self.strict.to_dict(), "relaxed": self.relaxed.to_dict()}
        for attribute in self.task.attributes:
            score, accuracy = self.attribute(attribute.name), self.accuracy(attribute.name)
            # If only some pairs are compared, a share of everything annotated would be meaningless.
            form[attribute.name] = {"accuracy": accuracy, "judged": self.judged[attribute.name]}
            form[attribute.name] |= {} if attribute.optional else score.to_dict()
        form[f"per_{self.task.kind}"] = {kind: self._kind_form(kind) for kind in self.kinds}
        return form

    def _kind_form(self, kind: str) -> dict[str, Any]:
        strict, relaxed = self.of_kind(kind)
        form: dict[str, Any] = {"gold": strict.gold, "system": strict.system}
        form |= {"strict": strict.to_dict(), "relaxed": relaxed.to_dict()}
        return form | {f"{name}_accuracy": self.kind_accuracy(kind, name) for name in self.task.kind_attributes}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
