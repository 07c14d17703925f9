from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.syntax.batches import batches
from timeline.syntax.characters import passages
from timeline.syntax.segmentation import cut_long


@given(st.lists(st.sampled_from(["a", "b", ",", ";", ":", "—"])), st.integers(2, 12))
def test_cuts_cover_the_sentence(words: list[str], limit: int) -> None:
    ranges = list(cut_long(words, limit))
    assert [place for begin, end in ranges for place in range(begin, end)] == list(range(len(words)))
    assert all(0 < end - begin <= limit for begin, end in ranges)


def test_prefers_stronger_signs() -> None:
    assert list(cut_long([*"aaaaa;aa,aaaaa"], 10)) == [(0, 6), (6, 14)]
    assert list(cut_long([*"aaaaa,aa,aaaaa"], 10)) == [(0, 9), (9, 14)]
    assert list(cut_long([*"aaaaaaaaaaaaaa"], 10)) == [(0, 10), (10, 14)]


def test_short_sentences_stay() -> None:
    assert list(cut_long([*"a;b,c"], 5)) == [(0, 5)]
    assert list(cut_long([])) == []


@given(st.lists(st.integers(1, 40)), st.integers(1, 100), st.integers(1, 5))
def test_batches_hold_everything_once(lengths: list[int], budget: int, most: int) -> None:
    groups = list(batches(lengths, budget, most))
    assert sorted(index for group in groups for index in group) == list(range(len(lengths)))
    for group in groups:
        assert len(group) <= most
        assert len(group) == 1 or len(group) * max(lengths[index] for index in group) <= budget


@given(st.text())
def test_passages_know_their_offsets(text: str) -> None:
    for passage in passages(text, iter([(0, len(text))])):
        assert len(passage.characters) == len(passage.offsets)
        assert list(passage.offsets) == sorted(set(passage.offsets))
        assert passage.characters == passage.characters.strip()
        for character, offset in zip(passage.characters, passage.offsets, strict=True):
            assert character in {text[offset], " ", "\ufffd"}


def test_long_paragraphs_are_cut_at_sentence_ends() -> None:
    text = "Rain fell on the town. " * 1000
    found = list(passages(text, iter([(0, len(text))])))
    assert all(passage.characters.endswith(".") and len(passage.characters) <= 5000 for passage in found)
    assert sum(passage.characters.count(".") for passage in found) == 1000
