from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from timeline import languages
from timeline.languages.en.classes import UNLISTED

ENGLISH = languages.get("en")
LISTED = frozenset(map(str.lower, ENGLISH.vocabulary))
WORDS = st.text(string.ascii_lowercase, min_size=2).filter(lambda word: word not in LISTED)
ENDINGS = ["s", "ies", "er", "ian", "ist", "day", "days", "th"]
ENDED = st.tuples(st.text(string.ascii_lowercase), st.sampled_from(ENDINGS)).map("".join)


@given(WORDS | ENDED.filter(lambda word: word not in LISTED))
def test_words_that_are_not_listed_are_told_by_their_looks(word: str) -> None:
    assert ENGLISH.classify(word).keys() <= UNLISTED
