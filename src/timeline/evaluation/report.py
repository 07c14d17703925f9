"""Evaluations as tables of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from timeline.formats.terminal import printable, render_table

if TYPE_CHECKING:
    from timeline.evaluation.corpus import Evaluation
    from timeline.evaluation.mistakes import Mistake, Mistakes
    from timeline.evaluation.placing import PlacingScores, Shares
    from timeline.evaluation.scores import Score, Tally

__all__ = ["render", "render_placing"]

_NAMES = {"value_normalised": "value, normalised", "polarity_plausible": "polarity, plausible documents"}

_TENTHS = 10
_ROUNDING = 1e-9
"""0.7 in tenths is 6.999…"""


def render(evaluation: Evaluation, width: int) -> str:
    """Return tables of the figures, in per cent, then the mistakes kept, one per line."""
    parts = [f"{evaluation.documents} documents, part: {evaluation.part.value}"]
    for tally in evaluation.tallies:
        task = tally.task
        parts.append(f"{task.tag}: {tally.gold} annotated, {tally.system} found")
        parts.append(render_table(["", "PRECISION", "RECALL", "F1", "ACCURACY"], list(_rows(tally)), width))
        header = [task.kind.upper(), "ANNOTATED", "FOUND", "STRICT F1", "RELAXED F1"]
        header += [f"{_name(name).upper()} ACCURACY" for name in task.kind_attributes]
        parts.append(render_table(header, list(_kind_rows(tally)), width))
    for mistakes in evaluation.mistakes:
        parts.extend("\n".join(_listed(mistakes, kind, kept)) for kind, kept in mistakes.kept.items())
    return "\n\n".join(parts) + "\n"


def render_placing(scores: PlacingScores, part: str, width: int) -> str:
    """Return tables of the accuracy of event times and order, in per cent."""
    which = "annotated events are placed" if scores.given else "events are found first"
    parts = [f"{scores.documents} documents, part: {part}; {which}"]
    for title, shares in (("RELATION TO PUBLICATION", scores.relation), ("EVENT TIME", scores.time)):
        if shares.total:
            parts.append(render_table([title, "ACCURACY", "RIGHT", "OF"], list(_share_rows(shares)), width))
    if scores.order["pairs"]:
        header = ["ORDER OF PAIRS", "PRECISION", "RECALL", "F1", "RIGHT", "OF", "PREDICTED"]
        counts = [str(scores.order[name]) for name in ("right", "annotated", "predicted")]
        parts.append(render_table(header, [["before, after, equal", *_score(scores.order_score), *counts]], width))
    levels = list(_confidence_rows(scores.calibration))
    if levels:
        header = ["CONFIDENCE", "EVENTS", "STATED", "EXACT", "NOT CONTRADICTED"]
        parts.append(render_table(header, levels, width))
    return "\n\n".join(parts) + "\n"


def _share_rows(shares: Shares) -> Iterator[list[str]]:
    for name, total in shares.total.items():
        yield [name, _percent(shares.share(name) or 0), str(shares.right[name]), str(total)]


def _confidence_rows(stated: Sequence[tuple[float, bool, bool]]) -> Iterator[list[str]]:
    for tenth in range(_TENTHS):
        some = [one for one in stated if min(int(one[0] * _TENTHS + _ROUNDING), _TENTHS - 1) == tenth]
        if some:
            means = [_percent(sum(one[column] for one in some) / len(some)) for column in range(3)]
            yield [f"{tenth / _TENTHS:.1f} to {(tenth + 1) / _TENTHS:.1f}", str(len(some)), *means]


def _rows(tally: Tally) -> Iterator[list[str]]:
    yield ["strict", *_score(tally.strict), ""]
    yield ["relaxed", *_score(tally.relaxed), ""]
    for attribute in tally.task.attributes:
        # If only some pairs are compared, a share of everything annotated would be meaningless.
        score = ["", "", ""] if attribute.optional else _score(tally.attribute(attribute.name))
        yield [_name(attribute.name), *score, _percent(tally.accuracy(attribute.name))]


def _kind_rows(tally: Tally) -> Iterator[list[str]]:
    for kind in tally.kinds:
        strict, relaxed = tally.of_kind(kind)
        accuracies = (_percent(tally.kind_accuracy(kind, name)) for name in tally.task.kind_attributes)
        counts = (str(strict.gold), str(strict.system))
        yield [kind or "(none)", *counts, _percent(strict.f1), _percent(relaxed.f1), *accuracies]


def _score(score: Score) -> list[str]:
    return [_percent(score.precision), _percent(score.recall), _percent(score.f1)]


def _percent(share: float) -> str:
    return f"{100 * share:.2f}"


def _name(attribute: str) -> str:
    return _NAMES.get(attribute, attribute)


def _listed(mistakes: Mistakes, kind: str, kept: tuple[Mistake, ...]) -> Iterator[str]:
    tag = mistakes.task.tag
    count = mistakes.counts[kind]
    yield f"{tag} {kind}: {count}" + (f", the first {len(kept)}" if len(kept) < count else "")
    for mistake in kept:
        sides = [("annotated", mistake.gold), ("found", mistake.system)]
        told = "; ".join(f"{side} {text or '(nothing)'}" for side, text in sides if text is not None)
        yield printable(
            f"{tag} {kind} | {mistake.document}:{mistake.start} | "
            f"… {mistake.before}[{mistake.text}]{mistake.after} … | {told}"
        )
