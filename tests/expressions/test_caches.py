from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.expressions.caches import Cache


@given(st.lists(st.integers(0, 30)), st.integers(1, 8))
def test_a_table_gives_what_its_function_gives_and_stays_within_its_limit(keys: list[int], limit: int) -> None:
    table = Cache(lambda number: number * number + 1, limit)
    for key in keys:
        assert table[key] == key * key + 1
        assert len(table) <= limit
        assert len(table._old) <= limit


def test_what_is_asked_for_lately_is_not_worked_out_again() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    table = Cache(make, 2)
    for key in ("a", "b", "a", "c", "a", "d", "a"):
        assert table[key] == key.upper()
    assert made.count("a") == 1


def test_long_keys_are_not_kept() -> None:
    table = Cache(str.upper, 8, longest=3)
    assert [table["abcd"], table["abc"]] == ["ABCD", "ABC"]
    assert list(table) == ["abc"]
