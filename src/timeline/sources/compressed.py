"""Files opened for reading through whatever compression their names tell of, with memory that is bounded."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, cast

from timeline.errors import MissingExtraError
from timeline.sources.pieces import Pieces

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["COMPRESSIONS", "TORN", "as_utf8", "open_plain", "open_utf8", "plain_name"]

COMPRESSIONS = (".gz", ".zst", ".bz2", ".xz")
"""Suffixes of compressed files, which stand after the one that tells what they hold."""
TORN = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""What reading a truncated or damaged file raises."""
_PIECE = 2**17
"""Bytes that are unpacked at once, where the format lets us choose."""
_ZSTANDARD_INPUT = 2**10
"""Bytes of .zst taken at once: four of them may stand for 128 KiB."""
_WINDOW = 2**27
"""Bytes that a file may look back at while it is unpacked; those of more are refused, as the zstd command does."""
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def plain_name(name: str) -> str:
    """Give the name without the suffix of its compression.

    >>> plain_name("news.jsonl.gz"), plain_name("news.csv")
    ('news.jsonl', 'news.csv')
    """
    path = Path(name)
    return path.stem if path.suffix.lower() in COMPRESSIONS else path.name


def open_plain(path: Path) -> IO[bytes]:
    """Open a file and decompress it while it is read.

    Raises OSError, and `MissingExtraError` for .zst where zstandard is not installed. What is truncated raises one of
    `TORN` while it is read.
    """
    match path.suffix.lower():
        case ".gz":
            return cast("IO[bytes]", gzip.open(path, "rb"))
        case ".bz2":
            return cast("IO[bytes]", bz2.open(path, "rb"))
        case ".xz":
            return cast("IO[bytes]", io.BufferedReader(_Frames(path, *_xz()), 2**20))
        case ".zst":
            return cast("IO[bytes]", io.BufferedReader(_Frames(path, *_zstandard(path)), 2**20))
        case _:
            return path.open("rb")


def open_utf8(path: Path) -> IO[bytes]:
    """Open a file as `open_plain` does; one in UTF-16, with its byte order mark, is given as UTF-8.

    Raises also `TORN` for what cannot be read at all; UTF-16 that ends within a unit raises OSError while it is read.
    """
    stream = open_plain(path)
    try:
        return as_utf8(stream, path)
    except TORN:
        stream.close()
        raise


def as_utf8(stream: IO[bytes], path: Path) -> IO[bytes]:
    """Give a buffered stream that is in UTF-16, with its byte order mark, as UTF-8; `path` stands in messages."""
    if cast("io.BufferedReader", stream).peek(2)[:2] in _UTF16:
        return cast("IO[bytes]", io.BufferedReader(_Recoded(path, stream), 2**17))
    return stream


class _Frame(Protocol):
    """One compressed piece of a file, of which there may be several."""

    def unpack(self, data: bytes) -> bytes:
        """Take in some bytes, none where `hungry` is false, and give what they stand for, or a part of it."""

    @property
    def hungry(self) -> bool:
        """Whether all that was taken in is given."""

    @property
    def rest(self) -> bytes | None:
        """What was taken in beyond the end of the frame; None before the end."""


class _XzFrame:
    def __init__(self) -> None:
        self._inner = lzma.LZMADecompressor(memlimit=_WINDOW + 2**20)

    def unpack(self, data: bytes) -> bytes:
        return self._inner.decompress(data, _PIECE)

    @property
    def hungry(self) -> bool:
        return self._inner.needs_input

    @property
    def rest(self) -> bytes | None:
        return self._inner.unused_data.lstrip(b"\0") if self._inner.eof else None  # NULs may stand between frames


class _ZstandardFrame:
    hungry = True

    def __init__(self, zstandard: ModuleType) -> None:
        self._error = zstandard.ZstdError
        self._inner = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()

    def unpack(self, data: bytes) -> bytes:
        try:
            return cast("bytes", self._inner.decompress(data))
        except self._error as error:
            raise OSError(str(error)) from error

    @property
    def rest(self) -> bytes | None:
        return self._inner.unused_data if self._inner.eof else None


def _xz() -> tuple[Callable[[], _Frame], int]:
    return _XzFrame, _PIECE


def _zstandard(path: Path) -> tuple[Callable[[], _Frame], int]:
    try:
        import zstandard
    except ImportError as error:
        message = f"{path}: reading .zst needs zstandard: pip install 'news-timeline[warc]'"
        raise MissingExtraError(message) from error
    return lambda: _ZstandardFrame(zstandard), _ZSTANDARD_INPUT


class _Unpacked(Pieces):
    """The pieces that are made of those of a stream, which is closed with them."""

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        self._path = path
        self._stream = stream

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()


class _Frames(_Unpacked):
    """All frames of a file, one after another; a frame that breaks off raises EOFError instead of ending quietly."""

    def __init__(self, path: Path, kind: Callable[[], _Frame], piece: int) -> None:
        super().__init__(path, path.open("rb"))
        self._new, self._piece = kind, piece
        self._frame: _Frame | None = None
        self._rest = b""

    def next_piece(self) -> bytes:
        found = b""
        while not found:
            data = b""
            if self._frame is None or self._frame.hungry:
                data = self._rest or self._stream.read(self._piece)
                self._rest = b""
                if not data and self._frame is not None:
                    message = f"{self._path}: the compressed file ends in the middle"
                    raise EOFError(message)
                if not data:
                    return b""
            self._frame = self._frame or self._new()
            try:
                found = self._frame.unpack(data)
            except (OSError, lzma.LZMAError) as error:
                message = f"{self._path}: damaged: {error}"
                raise OSError(message) from error
            if (rest := self._frame.rest) is not None:
                self._frame, self._rest = None, rest
        return found


class _Recoded(_Unpacked):
    """UTF-16 as UTF-8; half a character becomes bytes that are no UTF-8, so that it spoils its line alone."""

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        super().__init__(path, stream)
        self._decoder = codecs.getincrementaldecoder("utf-16")("surrogatepass")

    def next_piece(self) -> bytes:
        found = ""
        while not found:
            data = self._stream.read(_PIECE)
            try:
                found = self._decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                message = f"{self._path}: not UTF-16 text, as its byte order mark says: {error.reason}"
                raise OSError(message) from error
            if not data:
                break
        return found.encode(errors="surrogatepass")
