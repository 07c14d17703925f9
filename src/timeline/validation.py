"""Validation of callers' input: a value of another type is refused by name, with the types accepted.

Types are declared once, as annotations. `check_fields` checks the fields of an attrs class against them, for classes of
plain fields: types, `X | None` and `tuple[X, ...]`. Bools, NaN and the infinities are not accepted as numbers, and
whole numbers have 64 bits, as in files.
"""

from __future__ import annotations

import functools
import os
import sys
import types
import typing
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

import attrs

from timeline.errors import InputError

if TYPE_CHECKING:
    import enum

__all__ = [
    "check_choice",
    "check_count",
    "check_fields",
    "check_path",
    "check_type",
    "one_of",
    "refuse",
    "refuse_choice",
    "shown",
]

_LONGEST = 60
_WHOLE = range(-(2**63), 2**63)
_NONE = type(None)
_NAMES = {_NONE: "None", float: "a number", int: "a whole number of 64 bits"}
_Check = tuple[str, tuple[type, ...], tuple[type, ...] | None]
"""A field: its name, the types accepted, and those of the items of a tuple."""


def shown(value: object, longest: int = _LONGEST) -> str:
    """Return a short representation of any value, for messages.

    >>> shown("x" * 99)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    """
    try:
        text = repr(value[:longest] if isinstance(value, str | bytes | bytearray) else value)
    except Exception:  # noqa: BLE001 - an int of thousands of digits has no repr, and a foreign object may have none
        text = f"<{type(value).__name__}>"
    return text if len(text) <= longest else f"{text[:longest]}…"


def refuse(name: str, wanted: str, value: object, error: type[InputError] = InputError) -> NoReturn:
    """Raise the error for an argument or field with a wrong value."""
    message = f"{name} must be {wanted}, not {shown(value)}"
    raise error(message)


def check_type(name: str, value: object, *kinds: type, error: type[InputError] = InputError) -> None:
    """Raise `InputError` unless a value has one of some types.

    >>> check_type("indent", True, int, type(None))
    Traceback (most recent call last):
        ...
    timeline.errors.InputError: indent must be a whole number of 64 bits or None, not True
    """
    if not _is_one(value, kinds):
        refuse(name, _named(kinds), value, error)


def check_count(name: str, value: object, least: int = 1, most: int = _WHOLE[-1]) -> None:
    """Raise `InputError` unless a value is a whole number from `least` to `most`."""
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        wanted = f"a whole number, {least} or more" if most == _WHOLE[-1] else f"a whole number from {least} to {most}"
        refuse(name, wanted, value)


def check_choice(name: str, value: object, allowed: Collection[Any]) -> None:
    """Raise `InputError` unless a value is one of a few.

    >>> check_choice("on_error", "skip", ("raise", "yield"))
    Traceback (most recent call last):
        ...
    timeline.errors.InputError: on_error must be 'raise' or 'yield', not 'skip'
    """
    if isinstance(value, bool) or not any(isinstance(value, type(each)) and value == each for each in allowed):
        refuse(name, _either([repr(each) for each in allowed]), value)


def check_path(name: str, value: object) -> None:
    """Raise `InputError` unless a value is a path that a system can have; "" would be the current directory."""
    check_type(name, value, str, os.PathLike)
    path = os.fspath(value)  # type: ignore[call-overload] # checked above
    try:
        possible = isinstance(path, str) and path != "" and b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        possible = False
    if not possible:
        refuse(name, "a path", value)


def refuse_choice(cls: type[enum.Enum], value: object) -> NoReturn:
    """Raise the error for a value that no member of an enumeration has; called by its `_missing_`."""
    refuse(f"a {cls.__name__}", _either([repr(each.value) for each in cls]), value)


def one_of(allowed: Collection[str]) -> Callable[[Any, attrs.Attribute[Any], object], None]:
    """Make the attrs validator of a field whose value is one of a few strings."""

    def validate(_: Any, attribute: attrs.Attribute[Any], value: object) -> None:
        check_choice(attribute.name, value, allowed)

    return validate


def check_fields(instance: Any) -> None:
    """Raise `InputError` unless each field has the type of its annotation; used as `__attrs_post_init__`.

    On the first instance of a class it is replaced by a check generated for that class.
    """
    cls: Any = type(instance)
    test = _test_of(cls)
    if cls.__attrs_post_init__ is check_fields:
        cls.__attrs_post_init__ = test
    test(instance)


@functools.cache
def _test_of(cls: type) -> Callable[[Any], None]:
    """Generate a check of all fields at once that values of the exact types pass, as attrs generates an `__init__`.

    Some classes are instantiated thousands of times per text: a loop over the fields would double the cost.
    """
    tests: list[str] = []
    names: dict[str, Any] = {"look": _look}
    ranges = {float: (-sys.float_info.max, sys.float_info.max), int: (_WHOLE[0], _WHOLE[-1])}
    for name, kinds, items in _checks(cls):
        if items is not None:
            names[f"items_of_{name}"] = frozenset() if ranges.keys() & set(items) else frozenset(items)
            inside = f"{{*map(type, self.{name})}} <= items_of_{name}"
            tests.append(f"type(self.{name}) is tuple and (not self.{name} or {inside})")
            continue
        either = [f"self.{name} is None"] if _NONE in kinds else []
        for kind in kinds:
            if kind is not _NONE:
                names[kind.__name__] = kind
                low, high = ranges.get(kind, (None, None))
                within = "" if low is None else f" and {low} <= self.{name} <= {high}"
                either.append(f"type(self.{name}) is {kind.__name__}{within}")
        tests.append(f"({' or '.join(either)})")
    passes = " and ".join(tests) or "True"
    exec(f"def test(self):\n    if not ({passes}): look(self)", names)  # noqa: S102 - names of fields and types
    made: Callable[[Any], None] = names["test"]
    return made


def _look(instance: object) -> None:
    """Check each field closely, and refuse the first one with a wrong value."""
    cls: Any = type(instance)
    for name, kinds, items in _checks(cls):
        value = getattr(instance, name)
        wanted = _named(kinds) if items is None else f"a tuple of {_named(items)}"
        if not _is_one(value, kinds):
            refuse(f"{cls.__name__}.{name}", wanted, value)
        if items is not None and (wrong := [item for item in value if not _is_one(item, items)]):
            message = f"{cls.__name__}.{name} must be {wanted}; it holds {shown(wrong[0])}"
            raise InputError(message)


@functools.cache
def _checks(cls: type) -> tuple[_Check, ...]:
    hints = typing.get_type_hints(cls)
    return tuple(_check_of(field.name, hints[field.name]) for field in attrs.fields(cls) if field.init)


def _check_of(name: str, hint: Any) -> _Check:
    if typing.get_origin(hint) is tuple:
        return name, (tuple,), tuple(_members(typing.get_args(hint)[0]))
    return name, tuple(_members(hint)), None


def _members(hint: Any) -> Iterator[type]:
    if hint is Any:
        yield object
    elif typing.get_origin(hint) is typing.Literal:
        yield from {type(value) for value in typing.get_args(hint)}
    elif typing.get_origin(hint) in {typing.Union, types.UnionType}:
        for each in typing.get_args(hint):
            yield from _members(each)
    else:
        yield typing.get_origin(hint) or hint


def _is_one(value: object, kinds: tuple[type, ...]) -> bool:
    if isinstance(value, bool):
        return bool in kinds or object in kinds
    if float in kinds and isinstance(value, int | float):
        return -sys.float_info.max <= value <= sys.float_info.max
    if isinstance(value, int) and int in kinds:
        return value in _WHOLE
    return isinstance(value, kinds)


def _named(kinds: Collection[type]) -> str:
    return _either([_NAMES.get(kind, kind.__name__) for kind in kinds])


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
