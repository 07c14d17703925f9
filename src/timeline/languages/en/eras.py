"""Reigns, periods and dynasties that texts date by, with the days or years between which they lay."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["DYNASTIES", "ERA_WORDS", "PERIODS", "REIGNS"]

Moment = tuple[int, int, int] | int
"""A day, or a year; years are astronomical (-220 is 221 BC)."""

REIGNS: Mapping[str, tuple[Moment, Moment | None]] = {
    "meiji": ((1868, 10, 23), (1912, 7, 30)),
    "taisho": ((1912, 7, 30), (1926, 12, 25)),
    "taishō": ((1912, 7, 30), (1926, 12, 25)),
    "showa": ((1926, 12, 25), (1989, 1, 8)),
    "shōwa": ((1926, 12, 25), (1989, 1, 8)),
    "heisei": ((1989, 1, 8), (2019, 5, 1)),
    "reiwa": ((2019, 5, 1), None),
}
"""Eras in which years are counted, the first being that in which the era begins; the end is not part of it."""

PERIODS: Mapping[str, tuple[Moment, Moment]] = {
    "victorian": ((1837, 6, 20), (1901, 1, 23)),
    "edwardian": ((1901, 1, 22), (1910, 5, 7)),
    "elizabethan": ((1558, 11, 17), (1603, 3, 25)),
    "jacobean": ((1603, 3, 24), (1625, 3, 28)),
    "georgian": (1714, 1831),
    "regency": ((1811, 2, 5), (1820, 1, 30)),
    "tudor": (1485, 1604),
    "stuart": (1603, 1715),
    "napoleonic": (1799, 1816),
    "reconstruction": (1865, 1878),
    "edo": (1603, 1869),
    "tokugawa": (1603, 1869),
    "heian": (794, 1186),
    "weimar": (1918, 1934),
    "soviet": (1922, 1992),
}
"""Adjectives before "era", "age", "period", "times"."""

DYNASTIES: Mapping[str, tuple[Moment, Moment]] = {
    "qin": (-220, -205),
    "han": (-201, 221),
    "sui": (581, 619),
    "tang": (618, 908),
    "song": (960, 1280),
    "yuan": (1271, 1369),
    "ming": (1368, 1645),
    "qing": (1644, 1913),
    "joseon": (1392, 1898),
    "choson": (1392, 1898),
    "goryeo": (918, 1393),
    "romanov": (1613, 1918),
}
"""Names before "dynasty"; years, the last not part of it."""

ERA_WORDS = frozenset({*REIGNS, *PERIODS, *DYNASTIES})
"""Words that can begin such a name."""
