from __future__ import annotations

import pytest

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity
from timeline.expressions.expression import Kind, TemporalExpression


def read(kind: Kind, value: str, mod: str | None = None) -> TemporalExpression:
    return TemporalExpression("it", 0, 2, kind, value, mod=mod)


@pytest.mark.parametrize(
    ("value", "duration"),
    [
        ("P2Y", Duration.of(2, Granularity.YEAR)),
        ("PT48H", Duration.of(48, Granularity.HOUR)),
        ("P2.5DE", Duration.of(2.5, Granularity.DECADE)),
        ("PXY", None),
        ("P1YXM", None),
        ("", None),
        ("FUTURE_REF", None),
    ],
)
def test_duration(value: str, duration: Duration | None) -> None:
    assert read(Kind.DURATION, value).duration == duration
    assert read(Kind.DURATION, value, "MORE_THAN").duration == duration


@pytest.mark.parametrize(("kind", "value"), [(Kind.SET, "P1Y"), (Kind.DATE, "2022"), (Kind.DATE, "P1D")])
def test_what_is_no_length_has_no_duration(kind: Kind, value: str) -> None:
    assert read(kind, value).duration is None
