"""Pages out of web archives (WARC, ISO 28500)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.errors import MissingExtraError
from timeline.sources.records import LONGEST_LINE, Record, RecordKind, broken, fault

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_warc"]

_PAGES = ("text/html", "application/xhtml+xml")
_CODED = ("Content-Encoding", "Transfer-Encoding")
"""Headers of pages whose length within the archive is not that of what they are decoded to."""
_FOUND = 200


def read_warc(path: Path, source: str) -> Iterator[Record]:
    """Give a record for each HTML page that a server gave (status 200); all else in the archive is passed over.

    Archives may be plain or compressed with gzip, zstd or LZ4. One that breaks off ends with a fault.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - an extra
    except ImportError as error:
        message = "reading WARC needs fastwarc: pip install 'news-timeline[warc]'"
        raise MissingExtraError(message) from error
    place = 0
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
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - what a damaged archive raises cannot be told beforehand
        yield broken(source, f"byte {place}", f"the archive cannot be read on: {error or type(error).__name__}")
