"""The words by which the scanner finds holidays."""

from __future__ import annotations

import re

from timeline.languages.en.festivals import FESTIVALS
from timeline.languages.en.fixed_days import FIXED
from timeline.languages.en.movable import MOVABLE

__all__ = ["HOLIDAY_WORDS", "UNCASED"]

_OPTIONAL = re.compile(r"\[ [^\]]* \]")
_BETWEEN = re.compile(r"\W+")
_TELLING = frozenset(
    "day days week night year hour eve monday tuesday wednesday thursday friday saturday sunday july may april spring"
    " autumn summer birthday".split()
)
"""Words that make the scanner look by themselves; the others of a name need not."""
_ORDINARY = frozenset(
    "al ul el de la the of and in for with e b d un an s ba bav av b'av mi ha raj wal jr omer hari haji guru ram rama"
    " krishna maha puja feast festival double boat dragon makar makara kurban torah mayo corpus immaculate"
    " conception muhammad mohammed mohammad nabi nabawi assumption bakr bhai ganesh ganesha chung puasa mothering"
    " mahavir mahavira raya id vigil good holy gandhi".split()
)
"""Words of their names that say nothing of a holiday by themselves."""


def _telling_words(name: str) -> set[str]:
    """Give the words of a name that make the scanner look for it where they have a capital."""
    needed = " ".join(word for word in _OPTIONAL.sub("", name).split() if not word.endswith("?"))
    words = set(_BETWEEN.split(needed))
    return set() if words & _TELLING else words - _ORDINARY - {""}


HOLIDAY_WORDS = frozenset(
    word
    for name in (*FIXED, *MOVABLE, *FESTIVALS, "lent", "advent", "christi", "eid", "eve")
    for word in _telling_words(name)
) | {"eve", "august", "dragon", "raya", "assumption", "immaculate"}
UNCASED = frozenset(
    "christmas xmas easter halloween hanukkah chanukah hanukah passover pesach purim sukkot ramadan ramadhan eid diwali"
    " deepavali kwanzaa juneteenth nowruz mardi pentecost whitsun onam holi ugadi pongal chuseok losar songkran".split()
)
"""Those of them that name a holiday in small letters too."""
