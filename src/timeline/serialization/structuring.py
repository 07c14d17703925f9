"""Reading the JSON form back into the types, with the path of any fault.

Reading is stricter than cattrs is by itself: no string is taken for a number,
none for a list, and no number for a string. Unknown keys are ignored, as the contract says.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar, get_origin

import attrs
import cattrs
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn
from cattrs.v import transform_error

from timeline.calculus.instants import Instant
from timeline.errors import ArticleError
from timeline.validation import shown

__all__ = ["structure"]

T = TypeVar("T")
_SHOWN_FAULTS = 5


def structure(data: object, cls: type[T]) -> T:
    """Build an attrs class from its JSON form; raises `ArticleError` with the path of each fault.

    >>> from timeline.documents import Span
    >>> structure({"text": "July", "start": 3, "end": 7}, Span)
    Span(text='July', start=3, end=7)
    >>> structure({"text": "July", "start": "3"}, Span)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    timeline.errors.ArticleError: not the JSON form of a Span: expected int, got '3' @ $.start; ...
    """
    try:
        return _converter().structure(data, cls)
    except (cattrs.BaseValidationError, TypeError, ValueError, KeyError) as error:
        faults = transform_error(error, format_exception=_describe)
        more = len(faults) - _SHOWN_FAULTS
        listed = "; ".join(faults[:_SHOWN_FAULTS]) + (f"; and {more} more" if more > 0 else "")
        message = f"not the JSON form of a {cls.__name__}: {listed}"
        raise ArticleError(message) from error


class _WrongTypeError(TypeError):
    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"expected {expected}, got {shown(value)}")


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=False)
    for primitive in (str, int, bool):
        converter.register_structure_hook(primitive, _exactly(primitive))
    converter.register_structure_hook_func(_is_literal, _exactly(str))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(Instant, _instant)
    converter.register_structure_hook_factory(_is_tuple, _from_list)
    converter.register_structure_hook_factory(attrs.has, _from_object)
    return converter


def _exactly(primitive: type) -> Callable[[object, type], object]:
    def take(value: object, _: type) -> object:
        if type(value) is not primitive:  # bool is an int, but not here
            raise _WrongTypeError(primitive.__name__, value)
        return value

    return take


def _number(value: object, _: type) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        expected = "a number"
        raise _WrongTypeError(expected, value)
    return float(value)


def _instant(value: object, _: type) -> Instant:
    if not isinstance(value, str):
        expected = "an ISO 8601 string"
        raise _WrongTypeError(expected, value)
    return Instant.parse(value)


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _from_list(kind: Any, converter: cattrs.Converter) -> Callable[[object, Any], object]:
    hook = homogenous_tuple_structure_factory(kind, converter)

    def take(value: object, cls: Any) -> object:
        if not isinstance(value, list | tuple):
            expected = "a list"
            raise _WrongTypeError(expected, value)
        return hook(value, cls)

    return take


def _from_object(kind: type[T], converter: cattrs.Converter) -> Callable[[object, Any], T]:
    hook = make_dict_structure_fn(kind, converter)

    def take(value: object, cls: Any) -> T:
        if not isinstance(value, Mapping):
            expected = "an object"
            raise _WrongTypeError(expected, value)
        return hook(value, cls)

    return take


def _describe(error: BaseException, _: type | None) -> str:
    # Errors of a type's own checks (no such day, an unknown kind) have their own message.
    return "required field missing" if isinstance(error, KeyError) else str(error)
