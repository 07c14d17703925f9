"""Pages out of web archives (WARC, ISO 28500)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, cast

from timeline.errors import MissingExtraError
from timeline.sources.records import LONGEST_LINE, Record, RecordKind, broken, fault

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_warc"]

_PAGES = ("text/html", "application/xhtml+xml")
_CODED = ("Content-Encoding", "Transfer-Encoding")
"""Headers of pages whose length within the archive is not that of what they are decoded to."""
_FOUND = 200
_LENGTH = re.compile(rb"content-length:[ \t]*([0-9]{1,18})\s*", re.IGNORECASE)
_BEGIN = b"WARC/"
_GZIP = b"\x1f\x8b"
_LONGEST_HEADER = 2**16
"""Bytes of one line of a record's header."""


def read_warc(path: Path, source: str) -> Iterator[Record]:
    """Give a record for each HTML page that a server gave (status 200); all else in the archive is passed over.

    Archives may be plain or compressed with gzip, zstd or LZ4. One that breaks off ends with a fault; of zstd and LZ4,
    only where it breaks off within a page.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        message = "reading WARC needs fastwarc: pip install 'news-timeline[warc]'"
        raise MissingExtraError(message) from error
    place = 0
    is_whole = True
    try:
        archive = ArchiveIterator(str(path), record_types=WarcRecordType.response, auto_decode="all", fsspec_args=False)
        for entry in archive:
            place = entry.stream_pos
            if entry.http_headers is None or entry.http_headers.status_code != _FOUND:
                continue
            if (entry.http_content_type or "") not in _PAGES:
                continue
            data = entry.reader.read(LONGEST_LINE + 1)
            if len(data) > LONGEST_LINE:
                yield fault(source, f"byte {place}", f"a page of more than {LONGEST_LINE} bytes is no article")
                continue
            if len(data) < entry.content_length and not any(entry.http_headers.get(name) for name in _CODED):
                told = f"the archive ends within a page, of which there are {len(data)} of {entry.content_length} bytes"
                yield broken(source, f"byte {place}", f"{told}; what came behind it is lost with it")
                is_whole = False
                continue
            yield Record(
                RecordKind.PAGE,
                data,
                source,
                f"byte {place}",
                entry.record_id,
                entry.headers.get("WARC-Target-URI"),
                entry.headers.get("WARC-Date"),
                entry.http_charset,
            )
        if is_whole and _breaks_off(path, place):
            told = "the archive ends within a record behind here, or within this one"
            yield broken(source, f"byte {place}", f"{told}; what came behind it is lost with it")
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - what a damaged archive raises cannot be told beforehand
        told = f"the archive cannot be read on: {error or type(error).__name__}"
        yield broken(source, f"byte {place}", f"{told}; what comes behind it is lost with it")


def _breaks_off(path: Path, place: int) -> bool:
    """Tell whether the records from the last page on end before they should, which fastwarc passes over in silence."""
    with path.open("rb") as file:
        file.seek(place)
        is_packed = file.read(len(_GZIP)) == _GZIP
        file.seek(place)
        if not is_packed:
            return _ends_within_a_record(file)
        try:
            return _ends_within_a_record(cast("IO[bytes]", gzip.GzipFile(fileobj=file)))
        except EOFError:
            return True


def _ends_within_a_record(stream: IO[bytes]) -> bool:
    while line := stream.readline(_LONGEST_HEADER):
        if line.isspace():  # behind each record
            continue
        if not line.startswith(_BEGIN):  # no archive from here on, unless it ends within the first word
            return _BEGIN.startswith(line)
        length = 0
        while (line := stream.readline(_LONGEST_HEADER)) and not line.isspace():
            if found := _LENGTH.fullmatch(line):
                length = int(found.group(1))
        if not line:
            return True
        if length:
            stream.seek(length - 1, 1)
            if not stream.read(1):
                return True
    return False
