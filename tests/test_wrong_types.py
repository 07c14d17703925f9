"""Every public call with values of every wrong type: it works, or says what is wrong by an error of this library.

Which calls there are is read off the package, so that a new one is tried without a word here. One argument at a time is
wrong, the others are right; what a call gives all the same can be shown, compared, hashed and written as JSON.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import fractions
import functools
import inspect
import io
import itertools
import operator
import pathlib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs
import pytest

import timeline
from timeline import (
    Alternative,
    Article,
    Chronicle,
    Event,
    Extractor,
    Failure,
    Granularity,
    Happening,
    Instant,
    Interval,
    Kind,
    Limits,
    Locale,
    Participant,
    Provenance,
    Span,
    TemporalExpression,
    Timeline,
    TimelineError,
)

DAY = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
SPAN = Span("rained", 3, 9)
FOUND = TemporalExpression("Friday", 13, 19, Kind.DATE, "2022-07-22", DAY, alternatives=(Alternative("x", DAY, 0.1),))
EVENT = Event("e1", SPAN, "rain", "It rained", "OCCURRENCE", participants=(Participant("agent", "It", 0, 2, "It"),))
TIMELINE = Timeline(Article("It rained on Friday.", language="en"), (FOUND,), (EVENT,), Provenance("0"))
HAPPENING = Happening("h1", DAY, (EVENT,))
SAMPLES: dict[str, Any] = {
    "Alternative": FOUND.alternatives[0],
    "Article": TIMELINE.article,
    "Bound": DAY.begin,
    "Chronicle": Chronicle((TIMELINE,), (HAPPENING,)),
    "Event": EVENT,
    "Extractor": Extractor(),
    "Failure": Failure(0, None, "read", "ArticleError", "no text"),
    "Granularity": Granularity.DAY,
    "Happening": HAPPENING,
    "Instant": Instant.of(2022, 7, 22),
    "Interval": DAY,
    "Kind": Kind.DATE,
    "Limits": Limits(),
    "Locale": Locale(),
    "Participant": EVENT.participants[0],
    "Provenance": TIMELINE.provenance,
    "Span": SPAN,
    "TemporalExpression": FOUND,
    "Timeline": TIMELINE,
}
RIGHT: dict[str, Any] = {
    "article": TIMELINE.article.text,
    "articles": [TIMELINE.article.text],
    "begin": "2022-07-01",
    "count": 1,
    "day": 22,
    "end": "2022-08-01",
    "expressions": [FOUND],
    "first": "e1",
    "granularity": Granularity.DAY,
    "instant": Instant.of(2022, 7, 22),
    "month": 7,
    "name": "rain",
    "other": DAY,
    "output": "no such directory/dataset",
    "second": "e1",
    "sources": "no such source",
    "start": 3,
    "text": TIMELINE.article.text,
    "timelines": [TIMELINE],
    "unit": Granularity.DAY,
    "value": dt.date(2022, 7, 22),
    "year": 2022,
}
"""By the name of the parameter, where it has no default."""
RIGHT_THERE: dict[str, Any] = {
    "Article.from_dict.data": {"text": "x"},
    "Bound.from_dict.data": DAY.begin.to_dict(),
    "Instant.of.second": 0,
    "Instant.parse.text": "2022-07-22",
    "Interval.exact.begin": Instant.of(2022),
    "Interval.exact.end": Instant.of(2023),
    "Interval.from_dict.data": DAY.to_dict(),
    "Span.of.end": 9,
    "Timeline.from_dict.data": TIMELINE.to_dict(),
    "Timeline.from_json.text": TIMELINE.to_json(),
    "Extractor.place.article": TIMELINE.article,
}


class Hostile:
    """What has no repr, and is no number, iterable or anything else."""

    def __repr__(self) -> str:
        raise RuntimeError


class Colour(enum.Enum):
    RED = "red"


WRONG: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "True": lambda: True,
    "0": lambda: 0,
    "-1": lambda: -1,
    "huge": lambda: 10**400,
    "endless": lambda: 10**5_000,
    "-huge": lambda: -(10**400),
    "1.5": lambda: 1.5,
    "nan": lambda: float("nan"),
    "inf": lambda: float("inf"),
    "complex": lambda: 1j,
    "Decimal": lambda: decimal.Decimal("1.5"),
    "NaN": lambda: decimal.Decimal("nan"),
    "Fraction": lambda: fractions.Fraction(1, 3),
    "empty str": str,
    "str": lambda: "x",
    "long": lambda: "9" * 5_000,
    "surrogate": lambda: "\ud800\0\x1b",
    "bytes": lambda: b"x",
    "bytearray": lambda: bytearray(b"x"),
    "list": lambda: [None],
    "empty list": list,
    "tuple": lambda: (1, "x"),
    "empty tuple": tuple,
    "set": lambda: {1},
    "dict": lambda: {"x": 1, 2: object()},
    "empty dict": dict,
    "nested": lambda: {"text": {"text": []}, "begin": 1, "end": {}, "granularity": []},
    "generator": lambda: (each for each in (1, "x")),
    "map": lambda: map(str, [1]),
    "file": lambda: io.StringIO("x"),
    "object": object,
    "hostile": Hostile,
    "class": lambda: Instant,
    "function": lambda: len,
    "Ellipsis": lambda: ...,
    "member": lambda: Colour.RED,
    "date": lambda: dt.date(2022, 7, 22),
    "datetime": lambda: dt.datetime(2022, 7, 22, tzinfo=dt.timezone(dt.timedelta(minutes=1))),
    "timedelta": lambda: dt.timedelta(1),
    "Path": lambda: pathlib.Path("x"),
    **{name: functools.partial(SAMPLES.get, name) for name in SAMPLES},
    "timelines": lambda: [TIMELINE, None],
    "events": lambda: (EVENT, FOUND),
}


def calls() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Give every public function, constructor, method and class method, bound to a sample, with its name."""
    for name in timeline.__all__:
        public = getattr(timeline, name)
        if isinstance(public, type) and not issubclass(public, BaseException):
            yield name, public
            for method, _ in inspect.getmembers(public, callable):
                if not method.startswith("_") and not issubclass(public, enum.Enum):
                    yield f"{name}.{method}", getattr(SAMPLES[name], method)
        elif inspect.isfunction(public):
            yield name, public


CALLS = dict(calls())
ARGUMENTS = [
    (name, parameter)
    for name, call in CALLS.items()
    for parameter in (inspect.signature(call).parameters if call not in {Granularity, Kind} else ["value"])
]


def right(name: str) -> dict[str, Any]:
    """Give arguments with which a call works."""
    call = CALLS[name]
    if name in SAMPLES and attrs.has(call):  # type: ignore[arg-type] # a class
        sample = SAMPLES[name]
        return {each.alias or each.name: getattr(sample, each.name) for each in attrs.fields(type(sample))}
    if name in SAMPLES:
        return {"value": SAMPLES[name].value}
    parameters = inspect.signature(call).parameters.values()
    return {
        each.name: RIGHT_THERE.get(f"{name}.{each.name}", RIGHT.get(each.name))
        for each in parameters
        if each.default is each.empty
    }


def use(result: object) -> None:
    """Do with a result what can be done with it."""
    if isinstance(result, Iterator):
        result = list(itertools.islice(result, 3))
    if isinstance(result, Interval):
        assert Interval.from_dict(result.to_dict()) == result
    if not attrs.has(type(result)):
        return
    assert repr(result)
    assert result == attrs.evolve(result)  # type: ignore[misc] # looked at above
    hash(result)
    for name in ("to_dict", "to_json", "why"):
        if hasattr(result, name):
            getattr(result, name)()
    for name, member in inspect.getmembers(type(result)):
        if isinstance(member, property):
            getattr(result, name)


def outcome(call: Callable[[], object]) -> str:
    """Tell what came of a call, or raise."""
    try:
        use(call())
    except TimelineError as error:
        told = str(error)
    except OSError as error:  # what the system says of a name of 5,000 characters
        told = error.strerror or ""
    else:
        return "done"
    assert 0 < len(told) < 2_000
    return "refused"


@pytest.mark.parametrize("name", [name for name in CALLS if name != "build_dataset"])
def test_what_is_right_works(name: str) -> None:
    assert outcome(lambda: CALLS[name](**right(name))) == "done"


@pytest.mark.parametrize(("name", "parameter"), ARGUMENTS, ids=[".".join(each) for each in ARGUMENTS])
def test_whatever_is_given_is_taken_or_refused(
    name: str, parameter: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    call, given = CALLS[name], right(name)
    positional = inspect.signature(call).parameters[parameter].kind is inspect.Parameter.POSITIONAL_ONLY
    found = set()
    for label, make in WRONG.items():
        if label in {"endless", "hostile"} and call in {Granularity, Kind}:
            continue  # Python itself fails on their repr before it asks the enumeration
        wrong = [make()] if positional else []
        named = {} if positional else {**given, parameter: make()}
        try:
            found.add(outcome(functools.partial(call, *wrong, **named)))
        except Exception as error:
            error.add_note(f"{name}({parameter}={label})")
            raise
    assert "refused" in found


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge, operator.add, operator.eq])
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_operators_take_their_like_alone(sample: object, compare: Callable[[object, object], object]) -> None:
    for make in WRONG.values():
        other = make()
        if type(other) is type(sample) or (compare is operator.eq and isinstance(other, Hostile)):
            continue
        try:
            said = f"{compare(sample, other)}"
        except TypeError as error:
            said = str(error)
        assert re.search("False|not supported between|unsupported operand", said)


def test_the_samples_are_of_all_public_classes() -> None:
    public = (getattr(timeline, name) for name in timeline.__all__)
    assert {each.__name__ for each in public if isinstance(each, type)} >= set(SAMPLES)
    assert {name.partition(".")[0] for name in CALLS} >= set(SAMPLES)


def test_mappings_are_no_dicts_alone() -> None:
    class Own(Mapping[str, object]):
        def __getitem__(self, key: str) -> object:
            return {"text": "in 2020"}[key]

        def __iter__(self) -> Iterator[str]:
            return iter(["text"])

        def __len__(self) -> int:
            return 1

    assert [each.value for each in Extractor().tag(Own()).expressions] == ["2020"]
