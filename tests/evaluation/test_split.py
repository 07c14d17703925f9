from __future__ import annotations

from timeline.evaluation.split import Part, part_of


def test_the_name_of_the_file_alone_decides() -> None:
    assert part_of("market.tml") is part_of("news/2019/market.tml") is part_of("/elsewhere/market.tml") is Part.HELD_OUT
    assert part_of("wall.tml") is Part.DEV


def test_the_split_never_changes() -> None:
    names = [f"article-{number}.tml" for number in range(20)]
    assert [number for number, name in enumerate(names) if part_of(name) is Part.HELD_OUT] == HELD_OUT


def test_about_a_fifth_is_held_out_and_nothing_is_in_both_parts() -> None:
    names = [f"{number}.tml" for number in range(2_000)]
    held_out = [name for name in names if Part.HELD_OUT.holds(name)]
    assert 350 < len(held_out) < 450
    assert all(Part.DEV.holds(name) is not Part.HELD_OUT.holds(name) for name in names)
    assert all(Part.ALL.holds(name) for name in names)


def test_a_name_that_is_not_utf8() -> None:
    assert part_of("caf\udce9.tml") in {Part.DEV, Part.HELD_OUT}


HELD_OUT = [5, 6, 10, 12, 15]
