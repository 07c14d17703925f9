"""Disagreements between the library and the annotators, for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import field, frozen, mutable

from timeline.evaluation.scores import Attribute, Mark, Task

__all__ = ["Mistake", "Mistakes"]

_WIDTH = 40


@frozen
class Mistake:
    """One disagreement: missed, false, span, or the name of the wrong attribute.

    A value with the same meaning in another notation is the mistake `notation`.
    """

    kind: str
    document: str
    start: int
    """Start offset in the text, in code points."""
    before: str
    text: str
    after: str
    gold: str | None = None
    """The annotated label; None if not annotated."""
    system: str | None = None
    """The found label; None if not found."""

    def to_dict(self) -> dict[str, str | int | None]:
        """Return the JSON form."""
        return {
            "kind": self.kind,
            "document": self.document,
            "start": self.start,
            "before": self.before,
            "text": self.text,
            "after": self.after,
            "gold": self.gold,
            "system": self.system,
        }


@frozen
class _Place:
    document: str
    text: str
    mark: Mark


@mutable
class Mistakes:
    """The mistakes of one task over all documents: counted, and the first `limit` of each kind kept."""

    task: Task
    limit: int = 0
    counts: Counter[str] = field(factory=Counter)
    _kept: dict[str, list[Mistake]] = field(factory=dict)

    @property
    def kept(self) -> dict[str, tuple[Mistake, ...]]:
        """The mistakes kept, by kind, in the order of the documents."""
        return {kind: tuple(found) for kind, found in sorted(self._kept.items())}

    def add(
        self, document: str, text: str, gold: Sequence[Mark], system: Sequence[Mark], pairs: Sequence[tuple[int, int]]
    ) -> None:
        """Record the mistakes in a document."""
        matched_gold, matched_system = {ours for ours, _ in pairs}, {theirs for _, theirs in pairs}
        for index, mark in enumerate(gold):
            if index not in matched_gold:
                self._note("missed", _Place(document, text, mark), self._labels(mark), None)
        for index, mark in enumerate(system):
            if index not in matched_system:
                self._note("false", _Place(document, text, mark), None, self._labels(mark))
        for ours, theirs in pairs:
            self._add_pair(_Place(document, text, gold[ours]), system[theirs])

    def _add_pair(self, place: _Place, found: Mark) -> None:
        wanted = place.mark
        if (wanted.start, wanted.end) != (found.start, found.end):
            self._note("span", place, wanted.text, found.text)
        for kind, attribute in _wrong(self.task, wanted, found):
            said, got = wanted.label(attribute.label), found.label(attribute.label)
            self._note(kind, place, said, got)

    def _note(self, kind: str, place: _Place, gold: str | None, system: str | None) -> None:
        self.counts[kind] += 1
        if self.counts[kind] <= self.limit:
            text, mark = place.text, place.mark
            before, after = text[max(0, mark.start - _WIDTH) : mark.start], text[mark.end : mark.end + _WIDTH]
            mistake = Mistake(kind, place.document, mark.start, before, mark.text, after, gold, system)
            self._kept.setdefault(kind, []).append(mistake)

    def _labels(self, mark: Mark) -> str:
        # Attributes that are compared only where annotated say little about a mark without a match.
        return " ".join(dict.fromkeys(mark.label(one.label) for one in self.task.attributes if not one.optional))


def _wrong(task: Task, wanted: Mark, found: Mark) -> Iterator[tuple[str, Attribute]]:
    """Yield the attributes that differ, with the kind of mistake.

    If a label is compared in two ways, the first one names the mistake, or `notation` does if the other agrees.
    """
    judged = [one for one in task.attributes if one.listed and (wanted.label(one.label) or not one.optional)]
    agreeing = {one.label for one in judged if one.same(wanted.label(one.label), found.label(one.label))}
    for label, one in {one.label: one for one in reversed(judged)}.items():
        if wanted.label(label) != found.label(label):
            yield "notation" if label in agreeing else one.name, one
