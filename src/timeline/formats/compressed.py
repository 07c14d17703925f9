"""Files opened for reading through whatever compression their names tell of."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from pathlib import Path
from typing import IO, cast

from timeline.errors import MissingExtraError

__all__ = ["COMPRESSIONS", "TORN", "open_plain", "plain_name"]

COMPRESSIONS = (".gz", ".zst", ".bz2", ".xz")
"""Suffixes of compressed files, which stand after the one that tells what they hold."""
TORN = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""What reading a truncated or damaged file raises."""


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
            return cast("IO[bytes]", lzma.open(path, "rb"))
        case ".zst":
            return cast("IO[bytes]", io.BufferedReader(_Zstandard(path), 2**20))
        case _:
            return path.open("rb")


class _Zstandard(io.RawIOBase):
    """All frames of a file, one after another; a frame that breaks off raises EOFError instead of ending quietly."""

    def __init__(self, path: Path) -> None:
        try:
            import zstandard  # noqa: PLC0415 - an extra
        except ImportError as error:
            message = f"{path}: reading .zst needs zstandard: pip install 'news-timeline[warc]'"
            raise MissingExtraError(message) from error
        self._path = path
        self._error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor().decompressobj
        self._frame = self._new()
        self._is_fresh = True  # nothing of the frame was read
        self._rest = b""
        self._left = b""
        self._stream = path.open("rb")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer)).cast("B")
        while not self._left:
            data = self._rest or self._stream.read(2**17)
            self._rest = b""
            if not data:
                if self._is_fresh:
                    return 0
                message = f"{self._path}: the compressed file ends in the middle"
                raise EOFError(message)
            if self._frame.eof:
                self._frame = self._new()
            try:
                self._left = self._frame.decompress(data)
            except self._error as error:
                message = f"{self._path}: damaged: {error}"
                raise OSError(message) from error
            self._is_fresh = self._frame.eof
            self._rest = self._frame.unused_data if self._frame.eof else b""
        count = min(len(view), len(self._left))
        view[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
