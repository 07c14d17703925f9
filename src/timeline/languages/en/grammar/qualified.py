"""Holidays of other churches: Orthodox Good Friday, Greek Easter, Coptic Christmas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.calculus.operators import Bare
from timeline.calculus.recurring import DayOfYear, Festival, Repeating
from timeline.languages.en.movable import FROM_EASTER, moved
from timeline.languages.meanings import bare
from timeline.languages.observances import orthodox_easter
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["LEVEL"]

_OLD_CALENDAR = {
    DayOfYear(12, 24): DayOfYear(1, 6),
    DayOfYear(12, 25): DayOfYear(1, 7),
    DayOfYear(1, 6): DayOfYear(1, 19),
}
"""Feasts that churches with the Julian calendar keep thirteen days later."""
_EASTERN = "orthodox|eastern|coptic|russian|serbian|georgian|ethiopian|ukrainian|belarusian|macedonian"
_EASTER_ONLY = "greek|romanian|bulgarian|cypriot|albanian"
"""Churches that keep Easter with the other Orthodox ones, and Christmas with the western ones."""


def _easter_of(stretch: Repeating) -> Meaning | None:
    if not isinstance(stretch, Festival) or stretch.name not in FROM_EASTER:
        return None
    return bare(Festival(f"orthodox {stretch.name}", moved(orthodox_easter, FROM_EASTER[stretch.name])))


def _orthodox(d: Meaning) -> Meaning | None:
    """Mean the feast of the same name of churches that count by the Julian calendar."""
    if not isinstance(d.operator, Bare):
        return None
    day = _OLD_CALENDAR.get(d.operator.stretch) if isinstance(d.operator.stretch, DayOfYear) else None
    return _easter_of(d.operator.stretch) if day is None else bare(day)


def _orthodox_easter(d: Meaning) -> Meaning | None:
    return _easter_of(d.operator.stretch) if isinstance(d.operator, Bare) else None


def _armenian(d: Meaning) -> Meaning | None:
    """Mean the Armenian Christmas, which is kept at Epiphany."""
    return bare(DayOfYear(1, 6)) if isinstance(d.operator, Bare) and d.operator.stretch == DayOfYear(12, 25) else None


LEVEL = Level("holidays of other churches", (
    Rule("holiday.of-the-orthodox", "bareday", f"{_EASTERN} [ orthodox ] d:<bareday>", _orthodox, {
        "on [Orthodox Easter]": "2022-04-24", "[Orthodox Good Friday 2022]": "2022-04-22", "will open on [Coptic Christmas]": "2023-01-07", "[Orthodox Easter Sunday 2019]": "2019-04-28",
    }),
    Rule("holiday.of-the-greek-orthodox", "bareday", f"{_EASTER_ONLY} [ orthodox ] d:<bareday>", _orthodox_easter, {"on [Greek Easter]": "2022-04-24"}),
    Rule("holiday.of-the-armenians", "bareday", "armenian d:<bareday>", _armenian, {"will open on [Armenian Christmas]": "2023-01-06"}),
))  # fmt: skip
