"""The kinds of files that there are: how each is named, how it begins, and what reads it."""

from __future__ import annotations

import codecs
import enum
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePath

from attrs import field, frozen

from timeline.errors import ArticleError
from timeline.sources.columnar import read_arrow, read_parquet
from timeline.sources.columns import Columns
from timeline.sources.compressed import plain_name
from timeline.sources.delimited import read_delimited
from timeline.sources.formatted import check_prose, table_of
from timeline.sources.prologue import after_prologue
from timeline.sources.records import Record, RecordKind, read_json, read_lines, read_whole
from timeline.sources.warc import read_warc

__all__ = ["ENDINGS", "KINDS", "Kind", "Naming", "kind_by_content", "kind_by_name"]


class Naming(enum.Enum):
    """Where the columns of a file are named."""

    NOWHERE = "nowhere"
    """A record is one text or one page."""
    RECORD = "record"
    """In each record anew."""
    FILE = "file"
    """Once for the file: its reader takes `choose`, which says what columns to give."""


@frozen
class Kind:
    """One kind of file; a new one is a row of `KINDS`."""

    name: str
    endings: tuple[str, ...]
    read: Callable[..., Iterator[Record]] = field(repr=False, eq=False)
    """Called with the path and the name of the source."""
    naming: Naming = Naming.NOWHERE
    beginnings: tuple[bytes, ...] = ()
    """The first bytes of such a file, where they tell."""
    is_isolated: bool = False
    """Whether it is read by libraries in C, which a damaged file may crash: that takes a process of its own."""
    may_be_packed: bool = True
    """Whether it is read where it is compressed as a whole."""

    def reader(
        self, path: Path, source: str, choose: Callable[..., list[str]] | None = None
    ) -> Callable[[], Iterator[Record]]:
        """Give what reads a file when it is called, with the columns chosen; it can be pickled."""
        if self.naming is Naming.FILE:
            return partial(self.read, path, source, choose=choose)
        return partial(self.read, path, source)


KINDS = {
    kind.name: kind
    for kind in (
        Kind("lines", (".jsonl", ".ndjson"), read_lines, Naming.RECORD),
        Kind("json", (".json",), read_json, Naming.RECORD),
        Kind("csv", (".csv",), partial(read_delimited, delimiter=","), Naming.FILE),
        Kind("tsv", (".tsv",), partial(read_delimited, delimiter="\t"), Naming.FILE),
        Kind("parquet", (".parquet",), read_parquet, Naming.FILE, (b"PAR1",), is_isolated=True, may_be_packed=False),
        Kind(
            "arrow",
            (".arrow", ".feather"),
            read_arrow,
            Naming.FILE,
            (b"ARROW1\0\0", b"\xff\xff\xff\xff"),
            is_isolated=True,
            may_be_packed=False,
        ),
        Kind("warc", (".warc",), read_warc, beginnings=(b"WARC/",), is_isolated=True),
        Kind("text", (".txt", ".md"), partial(read_whole, kind=RecordKind.TEXT)),
        Kind("page", (".html", ".htm", ".xhtml"), partial(read_whole, kind=RecordKind.PAGE)),
    )
}
"""All kinds by their names."""
ENDINGS = {ending: kind.name for kind in KINDS.values() for ending in kind.endings}
"""What files of each ending hold."""
_UNREADABLE = (
    (b"\x1f\x8b", "compressed with gzip: its name must end in .gz, behind what it holds, as in news.jsonl.gz"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstandard: its name must end in .zst, behind what it holds"),
    (b"BZh", "compressed with bzip2: its name must end in .bz2, behind what it holds"),
    (b"\xfd7zXZ\0", "compressed with xz: its name must end in .xz, behind what it holds"),
    (b"%PDF-", "a PDF document: convert it to text first"),
    (b"PK\x03\x04", "a ZIP archive, or an office document: unpack it, or save it as text, first"),
    (b"\xd0\xcf\x11\xe0", "an office document: save it as text first"),
    (b"{\\rtf", "an RTF document: save it as text first"),
)
_OBJECT = re.compile(r'\s*\{\s*["}]')
_PAGE = re.compile(r"(?:<!doctype\s+html|<html)\b", re.IGNORECASE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def kind_by_name(name: str) -> str | None:
    """Tell by the ending, below that of a compression; None where it is not known.

    >>> kind_by_name("news.csv.gz"), kind_by_name("news.doc"), kind_by_name("news.parquet.gz")
    ('csv', None, None)
    """
    plain = plain_name(name)
    kind = ENDINGS.get(PurePath(plain).suffix.lower())
    return kind if kind is None or plain == name or KINDS[kind].may_be_packed else None


def kind_by_content(head: bytes, columns: Columns | None = None) -> str:
    r"""Tell by the first bytes; what looks like nothing else is text. Raise `ArticleError` for what cannot be read.

    A table is told by its header, if one of the `columns` is there that holds texts.

    >>> kind_by_content(b'\n{"text": "It rained."}'), kind_by_content(b"<!DOCTYPE html>\n"), kind_by_content(b"{brace")
    ('json', 'page', 'text')
    """
    for kind in KINDS.values():
        if kind.beginnings and head.startswith(kind.beginnings):
            return kind.name
    for magic, told in _UNREADABLE:
        if head.startswith(magic):
            raise ArticleError(told)
    encoding = "utf-16" if head.startswith(_UTF16) else "utf-8-sig"
    text = head.decode(encoding, errors="replace")
    if _OBJECT.match(text):
        return "json"
    if _PAGE.match(text, after_prologue(text, doctype=False)):
        return "page"
    columns = columns or Columns()
    if table := table_of(text, columns):
        return table
    check_prose(text, columns)
    return "text"
