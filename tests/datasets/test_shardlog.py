from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import DatasetError
from timeline.datasets.shardlog import FileEntry, Log, Shard, complete_line, read_log

FILES = {f"{table}/part-000000.jsonl": FileEntry(2, 30, "0" * 64) for table in ("articles", "events")}
SHARDS = [Shard(n, 10 * n, 10, 0, 10 * n + 10, FILES, {"articles": 10, "examples": {"é\ud800": "x"}}) for n in range(5)]
LINES = [*(shard.to_line() for shard in SHARDS), complete_line(5, {"articles": 50})]
DATA = b"".join(LINES)


def read(data: bytes) -> Log:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "shards.jsonl"
        path.write_bytes(data)
        return read_log(path)


def test_what_was_written_is_read() -> None:
    assert read(DATA) == Log(dict(enumerate(SHARDS)), 5, b"", is_tidy=True)
    assert read(b"") == Log({}, None, b"", is_tidy=True)
    assert read(DATA).lost == []
    assert read_log(Path("nowhere")) == Log({}, None, b"", is_tidy=True)


def test_numbers_tell_of_lines_that_are_gone() -> None:
    assert read(b"".join([LINES[0], LINES[3]])).lost == [1, 2]
    assert read(LINES[5]).lost == [0, 1, 2, 3, 4]
    assert read(b"".join(LINES[:3])).lost == []
    assert read(b"".join([*LINES[:3], LINES[5]])).lost == [3, 4]


@pytest.mark.parametrize("length", range(0, len(LINES[1]), 40))
def test_a_line_that_was_being_written_is_left_out(length: int) -> None:
    log = read(LINES[0] + LINES[1][:length])
    assert (list(log.shards), log.unknown, log.is_tidy) == ([0], b"", length == 0)


@pytest.mark.parametrize(
    "line", [b"\n", b"theirs\n", b"{}\n", b"[]\n", b"3\n", b'{"check": 1}\n', b"\xff\n", b"[" * 9_999]
)
def test_other_lines_are_kept_apart(line: bytes) -> None:
    log = read(LINES[0] + line + b"\n" + LINES[1])
    assert (list(log.shards), log.is_tidy) == ([0, 1], False)
    assert log.unknown == line + b"\n"


def test_lines_of_two_datasets_are_refused() -> None:
    other = Shard(2, 21, 10, 0, 31, FILES, {})
    for lines in ([*LINES[:2], other.to_line()], [*LINES[:3], other.to_line()]):
        with pytest.raises(DatasetError, match="does not agree with the lines beside it"):
            read(b"".join(lines))


PLACES = st.integers(0, len(DATA))
DAMAGES = st.lists(st.tuples(PLACES, PLACES.map(lambda end: end % 700), st.binary(max_size=8)), min_size=1, max_size=4)


@given(DAMAGES)
def test_whatever_befalls_a_log_nothing_false_is_believed(damages: list[tuple[int, int, bytes]]) -> None:
    data = DATA
    for begin, length, put in damages:
        data = data[:begin] + put + data[begin + length :]
    log = read(data)
    assert all(log.shards[number] == SHARDS[number] for number in log.shards)
    assert log.complete in {None, 5}
    assert sorted([*log.shards, *log.lost]) == list(range(log.count))
    whole = [line for line in LINES if line[:-1] in data.split(b"\n")]
    assert len(whole) == len(log.shards) + (log.complete is not None)


@given(st.permutations(LINES), st.integers(0, 5))
def test_the_order_of_lines_is_of_no_account(lines: list[bytes], twice: int) -> None:
    log = read(b"".join(lines) + lines[twice])
    assert log.shards == dict(enumerate(SHARDS))
    assert list(log.shards) == sorted(log.shards)
    assert (log.complete, log.unknown, log.is_tidy) == (5, b"", False)
