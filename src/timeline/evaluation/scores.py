"""Precision, recall and F1 over annotated and found stretches, as TempEval-3 counts them."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen, mutable

__all__ = ["Attribute", "Mark", "Score", "Tally", "Task"]


@frozen
class Mark:
    """A stretch of text with its labels; a label that is not given is not among them."""

    text: str
    start: int
    end: int
    labels: Mapping[str, str] = field(factory=dict)

    def label(self, name: str) -> str:
        """Give a label, empty where it is not given."""
        return self.labels.get(name, "")


@frozen
class Attribute:
    """A label that is compared on relaxed pairs."""

    name: str
    label: str
    same: Callable[[str, str], bool] = operator.eq
    optional: bool = False
    """Whether only pairs are judged whose annotated side gives the label."""
    listed: bool = True
    """Whether pairs that differ are listed among the mistakes."""


@frozen
class Task:
    """What is looked for: the element, the label by which it is broken down, and the labels that are compared."""

    tag: str
    kind: str
    attributes: tuple[Attribute, ...]
    kind_attributes: tuple[str, ...] = ()
    """The attributes whose accuracy is given for each kind too."""


@frozen
class Score:
    """How many of those annotated (`gold`) and of those found (`system`) are hits.

    >>> score = Score(hits=3, gold=4, system=5)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.6, 0.75, 0.667)
    """

    hits: int
    gold: int
    system: int

    @property
    def precision(self) -> float:
        """The share of those found that are hits; 0 where nothing was found."""
        return _share(self.hits, self.system)

    @property
    def recall(self) -> float:
        """The share of those annotated that are hits; 0 where nothing is annotated."""
        return _share(self.hits, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return _share(2 * self.hits, self.gold + self.system)

    def to_dict(self) -> dict[str, float | int]:
        """Give the JSON form, with shares between 0 and 1."""
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
        """Count a document; `pairs` says by index which found mark answers which annotated one."""
        self.gold += len(gold)
        self.system += len(system)
        self._gold_kinds.update(mark.label(self.task.kind) for mark in gold)
        self._system_kinds.update(mark.label(self.task.kind) for mark in system)
        for ours, theirs in pairs:
            self._add_pair(gold[ours], system[theirs])

    def add_missed(self, kinds: Sequence[str]) -> None:
        """Count annotations of a document of which nothing was found, by their kinds."""
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
        """Stretches that are equal."""
        return Score(self.strict_hits, self.gold, self.system)

    @property
    def relaxed(self) -> Score:
        """Stretches that share a character, one to one."""
        return Score(self.relaxed_hits, self.gold, self.system)

    def attribute(self, name: str) -> Score:
        """Relaxed pairs that also agree in an attribute: TempEval-3's F1 of type, value and class."""
        return Score(self.right[name], self.gold, self.system)

    def accuracy(self, name: str) -> float:
        """Give the share of judged relaxed pairs that agree in an attribute."""
        return _share(self.right[name], self.judged[name])

    @property
    def kinds(self) -> list[str]:
        """Every kind that is annotated or found."""
        return sorted(self._gold_kinds.keys() | self._system_kinds.keys())

    def of_kind(self, kind: str) -> tuple[Score, Score]:
        """Strict and relaxed score of one kind, where a pair counts only if both sides are of it."""
        gold, system = self._gold_kinds[kind], self._system_kinds[kind]
        return Score(self._strict_kinds[kind], gold, system), Score(self._relaxed_kinds[kind], gold, system)

    def kind_accuracy(self, kind: str, name: str) -> float:
        """Give the share of relaxed pairs annotated with a kind that agree in an attribute, whatever kind was found."""
        return _share(self._right_kinds[kind, name], self._paired_kinds[kind])

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form, with shares between 0 and 1."""
        form: dict[str, Any] = {"gold": self.gold, "system": self.system}
        form |= {"strict": self.strict.to_dict(), "relaxed": self.relaxed.to_dict()}
        for attribute in self.task.attributes:
            score, accuracy = self.attribute(attribute.name), self.accuracy(attribute.name)
            # Where only some pairs are judged, a share of everything annotated would mean nothing.
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
