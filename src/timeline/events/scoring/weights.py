"""The learned weights shipped with the package: for each feature, one number per answer.

They are made by `python -m timeline.training placing`; a feature without weights has no effect. The file is gzipped
JSON with whole numbers, to be divided by `scale`.
"""

from __future__ import annotations

import gzip
import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from attrs import field, frozen

from timeline.errors import ModelError

__all__ = ["Calibration", "Table", "Weights", "load", "shares"]

_SUFFIX = ".json.gz"
_KEPT = 65_536


@frozen
class Table:
    """Weights of features for some answers."""

    answers: tuple[str, ...]
    rows: Mapping[str, Sequence[float]]
    _sums: dict[tuple[str, ...], Sequence[float]] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The column of each answer."""
        return {answer: place for place, answer in enumerate(self.answers)}

    def total(self, features: Iterable[str]) -> list[float]:
        """Sum the weights of features for each answer."""
        rows = self.rows
        found = [row for row in map(rows.get, features) if row is not None]
        return list(map(sum, zip(*found, strict=True))) if found else [0.0] * len(self.answers)

    def total_of_groups(self, groups: Iterable[tuple[str, ...]]) -> list[float]:
        """Sum the weights of groups of features for each answer; the sums of groups are cached."""
        if len(self._sums) > _KEPT:
            self._sums.clear()
        found = []
        for group in groups:
            known = self._sums.get(group)
            if known is None:
                known = self._sums[group] = self.total(group)
            found.append(known)
        return list(map(sum, zip(*found, strict=True)))


def shares(scores: Sequence[float]) -> list[float]:
    """Turn scores into probabilities (the softmax).

    >>> shares([0.0, 0.0])
    [0.5, 0.5]
    """
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    whole = sum(powers)
    return [power / whole for power in powers]


@frozen
class Calibration:
    """How often statements of a given probability are right, measured on documents not used in training."""

    stated: tuple[float, ...]
    right: tuple[float, ...]

    def of(self, share: float) -> float:
        """Return how often a statement of a probability is right.

        >>> Calibration((0.0, 0.5), (0.25, 0.75)).of(0.6)
        0.75
        """
        return self.right[max(bisect_right(self.stated, share) - 1, 0)]


@frozen
class Weights:
    """All tables of a language."""

    version: str
    tables: Mapping[str, Table]
    calibrations: Mapping[str, Calibration]
    thresholds: Mapping[str, float]


@lru_cache(maxsize=4)
def load(name: str) -> Weights:
    """Load the weights of a language, once per process.

    Raises `ModelError` if there are none for the language, or if they are damaged.
    """
    folder = resources.files("timeline.events.scoring") / "models"
    file = folder / (name + _SUFFIX)
    if not file.is_file():
        known = ", ".join(sorted(repr(each.name.removesuffix(_SUFFIX)) for each in folder.iterdir()))
        message = f"there is no event model for language {name!r}; there is {known}"
        raise ModelError(message)
    try:
        packed = file.read_bytes()
        return read_weights(json.loads(gzip.decompress(packed)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"the event model of language {name!r} cannot be loaded ({error}); install the package again"
        raise ModelError(message) from error


def read_weights(data: Mapping[str, Any]) -> Weights:
    """Read weights in their JSON form."""
    tables = {}
    for name, table in data["tables"].items():
        scale = table["scale"]
        rows = {feature: tuple(one / scale for one in row) for feature, row in table["rows"].items()}
        tables[name] = Table(tuple(table["answers"]), rows)
    calibrations = {name: Calibration(tuple(one[0]), tuple(one[1])) for name, one in data["calibrations"].items()}
    return Weights(data["version"], tables, calibrations, data["thresholds"])
