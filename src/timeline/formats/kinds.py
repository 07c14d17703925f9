"""What a file holds, told by its name and by how it begins."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from timeline.errors import ArticleError
from timeline.formats.compressed import plain_name

__all__ = ["ENDINGS", "kind_by_content", "kind_by_name"]

ENDINGS = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".warc": "warc",
    ".json": "json",
    ".txt": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
"""What files of each ending hold."""
_UNCOMPRESSED = {"parquet", "arrow"}
_MAGIC = (
    (b"PAR1", "parquet"),
    (b"ARROW1\0\0", "arrow"),
    (b"\xff\xff\xff\xff", "arrow"),
    (b"WARC/", "warc"),
)
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
_PAGE = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype\s+html|<html)\b", re.IGNORECASE | re.DOTALL)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def kind_by_name(name: str) -> str | None:
    """Tell by the ending, below that of a compression; None where it is not known.

    >>> kind_by_name("news.csv.gz"), kind_by_name("news.doc"), kind_by_name("news.parquet.gz")
    ('csv', None, None)
    """
    plain = plain_name(name)
    kind = ENDINGS.get(PurePath(plain).suffix.lower())
    return None if kind in _UNCOMPRESSED and plain != name else kind


def kind_by_content(head: bytes) -> str:
    r"""Tell by the first bytes; what looks like nothing else is text. Raise `ArticleError` for what cannot be read.

    >>> kind_by_content(b'\n{"text": "It rained."}'), kind_by_content(b"<!DOCTYPE html>\n"), kind_by_content(b"{brace")
    ('json', 'page', 'text')
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    for magic, told in _UNREADABLE:
        if head.startswith(magic):
            raise ArticleError(told)
    encoding = "utf-16" if head.startswith(_UTF16) else "utf-8-sig"
    text = head.decode(encoding, errors="replace")
    if _OBJECT.match(text):
        return "json"
    return "page" if _PAGE.match(text) else "text"
