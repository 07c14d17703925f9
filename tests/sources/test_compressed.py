from __future__ import annotations

import bz2
import gzip
import io
import lzma
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.sources.compressed import TORN, open_plain, open_utf8

if TYPE_CHECKING:
    from pathlib import Path


def _zstandard(data: bytes) -> bytes:
    return pytest.importorskip("zstandard").compress(data)  # type: ignore[no-any-return]


PACK: dict[str, Any] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": _zstandard}


@pytest.mark.parametrize("suffix", PACK)
def test_what_is_unpacked_is_never_held_whole(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"bomb{suffix}").write_bytes(PACK[suffix](bytes(300 * 2**20)))
    lengths = []
    if suffix in {".xz", ".zst"}:
        from timeline.sources import compressed

        inner = compressed._Frames.next_piece

        def watched(self: Any) -> bytes:
            found = inner(self)
            lengths.append(len(found))
            return found

        monkeypatch.setattr(compressed._Frames, "next_piece", watched)
    with open_plain(tmp_path / f"bomb{suffix}") as stream:
        total = 0
        while piece := stream.read(2**20):
            total += len(piece)
    assert total == 300 * 2**20
    assert max(lengths, default=0) <= 32 * 2**20


@pytest.mark.parametrize("suffix", [".xz", ".zst"])
@settings(deadline=None, max_examples=30)
@given(pieces=st.lists(st.binary(max_size=300), max_size=4), cut=st.integers(0, 40))
def test_frames_follow_each_other_and_a_torn_one_is_told(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, pieces: list[bytes], cut: int
) -> None:
    path = tmp_path_factory.mktemp("frames") / f"a{suffix}"
    frames = [PACK[suffix](piece) for piece in pieces]
    path.write_bytes(b"".join(frames))
    with open_plain(path) as stream:
        assert stream.read() == b"".join(pieces)
    if frames and 0 < cut < len(frames[-1]):
        path.write_bytes(b"".join(frames)[:-cut])
        with open_plain(path) as stream, pytest.raises(TORN):
            stream.read()


def test_xz_may_be_padded(tmp_path: Path) -> None:
    (tmp_path / "a.xz").write_bytes(lzma.compress(b"one") + bytes(4) + lzma.compress(b"two") + bytes(8))
    with open_plain(tmp_path / "a.xz") as stream:
        assert stream.read() == b"onetwo"


def test_what_looks_back_too_far_is_refused(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    parameters = zstandard.ZstdCompressionParameters(window_log=28, compression_level=1)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    (tmp_path / "a.zst").write_bytes(packer.compress(b"x" * 1000) + packer.flush())
    with open_plain(tmp_path / "a.zst") as stream, pytest.raises(OSError, match="damaged"):
        stream.read()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("suffix", ["", *PACK])
def test_utf16_is_given_as_utf8(tmp_path: Path, encoding: str, suffix: str) -> None:
    text = "café\n東京 🌧\n" * 30_000
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    data = (mark + text).encode(encoding)
    (tmp_path / f"a{suffix}").write_bytes(PACK[suffix](data) if suffix else data)
    with open_utf8(tmp_path / f"a{suffix}") as stream:
        assert stream.read().decode("utf-8-sig") == text


def test_what_is_not_utf16_after_all_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("a\n".encode("utf-16") + b"b")
    with open_utf8(tmp_path / "a") as stream, pytest.raises(OSError, match="not UTF-16 text, as its byte order mark"):
        stream.read()


def test_half_a_character_of_utf16_spoils_its_line_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("a\n\ud800\nb\n\ud83d\ude00".encode("utf-16", "surrogatepass"))
    with open_utf8(tmp_path / "a") as stream:
        first, second, third, fourth = stream.read().split(b"\n")
    assert (first, third, fourth.decode()) == (b"a", b"b", "\N{GRINNING FACE}")
    with pytest.raises(UnicodeDecodeError):
        second.decode()


def test_reading_a_stream_of_zstandard_needs_no_whole_file(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "x.zst"
    path.write_bytes(zstandard.compress(b"ab\n" * 100_000))
    with open_plain(path) as stream:
        assert isinstance(stream, io.BufferedReader)
        assert sum(1 for _ in stream) == 100_000
