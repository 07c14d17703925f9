from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import languages
from timeline.expressions.context import Boilerplate, quiet_cache

if TYPE_CHECKING:
    from timeline.languages.language import Language

PARAGRAPHS = ("Scribe! heri", "Per Marcum heri", "Heri pluit, inquit.", "pluit " * 80)


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n\n\n\n"])
def test_bylines_and_furniture_are_beside_the_article(toy: Language, gap: str) -> None:
    text = gap.join(PARAGRAPHS)
    surroundings = Boilerplate(text, quiet_cache(toy.furniture))
    assert [surroundings.holds(text.index(paragraph)) for paragraph in PARAGRAPHS] == [True, True, False, False]


def test_a_phrase_alone_stands_beside_nothing(toy: Language) -> None:
    assert not Boilerplate(PARAGRAPHS[0], quiet_cache(toy.furniture)).holds(8)


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=12), st.data())
def test_places_may_be_skipped(paragraphs: list[str], data: st.DataObject) -> None:
    table = quiet_cache(languages.get("en").furniture)
    gap = data.draw(st.sampled_from(["\n\n", "\r\n\r\n"]))
    text = gap.join(paragraphs)
    places = sorted(data.draw(st.lists(st.integers(0, len(text) - 1), max_size=8)))
    surroundings = Boilerplate(text, table)
    assert [surroundings.holds(place) for place in places] == [
        Boilerplate(text, table).holds(place) for place in places
    ]
