from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import languages
from timeline.expressions.surroundings import Surroundings, quiet_stretches

if TYPE_CHECKING:
    from timeline.languages.language import Language

PARAGRAPHS = ("Scribe! heri", "Per Marcum heri", "Heri pluit, inquit.", "pluit " * 80)


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n\n\n\n"])
def test_bylines_and_furniture_are_beside_the_article(toy: Language, gap: str) -> None:
    text = gap.join(PARAGRAPHS)
    surroundings = Surroundings(text, quiet_stretches(toy.furniture))
    assert [surroundings.holds(text.index(paragraph)) for paragraph in PARAGRAPHS] == [True, True, False, False]


def test_a_phrase_alone_stands_beside_nothing(toy: Language) -> None:
    assert not Surroundings(PARAGRAPHS[0], quiet_stretches(toy.furniture)).holds(8)


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=12), st.data())
def test_places_may_be_skipped(paragraphs: list[str], data: st.DataObject) -> None:
    table = quiet_stretches(languages.get("en").furniture)
    gap = data.draw(st.sampled_from(["\n\n", "\r\n\r\n"]))
    text = gap.join(paragraphs)
    places = sorted(data.draw(st.lists(st.integers(0, len(text) - 1), max_size=8)))
    surroundings = Surroundings(text, table)
    assert [surroundings.holds(place) for place in places] == [
        Surroundings(text, table).holds(place) for place in places
    ]
