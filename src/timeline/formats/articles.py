"""Articles out of files: plain text, one JSON object, or JSON lines, told apart by what they hold."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any

from timeline.documents import Article
from timeline.errors import ArticleError, InputError
from timeline.formats.kinds import kind_by_content
from timeline.serialization import parse

__all__ = ["decode", "read_articles"]

_HEAD = 2**16
_OTHERS = {
    "page": "an HTML page",
    "parquet": "a Parquet table",
    "arrow": "an Arrow table",
    "warc": "a web archive",
}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_articles(stream: IO[bytes], name: str) -> Iterator[Article]:
    """Read the articles of a binary stream; `name` stands in messages.

    A stream whose first line is a whole JSON object holds JSON lines, one article each, and is read line by line.
    One that begins like a JSON object holds one article. Anything else is plain text, taken over as it is,
    line ends included; pages, tables, archives and documents of office programs are refused.

    Raises `ArticleError` (or `PublicationDateError`) that names the place of the fault.
    """
    head = stream.readline()
    if _is_object(head):
        yield from _lines(head, stream, name)
        return
    data = head + stream.read()
    try:
        kind = kind_by_content(data[:_HEAD])
    except ArticleError as error:
        message = f"{name}: {error}"
        raise ArticleError(message) from error
    if kind == "json":
        yield _named(decode(data, name), name)
    elif kind == "text":
        yield Article(decode(data, name))
    else:
        message = f"{name}: {_OTHERS[kind]}: `timeline.datasets.sources.read_file` reads it"
        raise ArticleError(message)


def decode(data: bytes, name: str) -> str:
    r"""Decode UTF-8 (with or without a byte order mark) or UTF-16 with one; line ends stay as they are.

    Raises `ArticleError` with the byte offset of what cannot be text.

    >>> decode(b"caf\xc3\xa9", "menu.txt")
    'café'
    """
    encoding, begin = "utf-8", 0
    if data.startswith(codecs.BOM_UTF8):
        begin = len(codecs.BOM_UTF8)
    elif data.startswith(_UTF16):
        encoding = "utf-16"
    try:
        text = data[begin:].decode(encoding)
    except UnicodeDecodeError as error:
        offset = begin + error.start
        message = (
            f"{name}: not {encoding.upper()} text: {error.reason} at byte offset {offset} "
            f"(0x{data[offset]:02x}); convert the file to UTF-8 first"
        )
        raise ArticleError(message) from error
    if "\0" in text:
        before = text[: text.index("\0")]
        offset = begin + len(before.encode()) if encoding == "utf-8" else 2 + len(before.encode("utf-16-le"))
        message = f"{name}: a NUL byte at byte offset {offset}: a binary file, or UTF-16 without its byte order mark"
        raise ArticleError(message)
    return text


def _is_object(line: bytes) -> bool:
    if not line.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        return False
    try:
        value: Any = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict)


def _lines(head: bytes, stream: IO[bytes], name: str) -> Iterator[Article]:
    yield _named(decode(head, f"{name}, line 1"), f"{name}, line 1")
    for number, line in enumerate(stream, start=2):
        place = f"{name}, line {number}"
        if text := decode(line, place).strip():
            yield _named(text, place)


def _named(text: str, place: str) -> Article:
    try:
        return Article.from_dict(parse(text))
    except InputError as error:
        message = f"{place}: {error}"
        raise type(error)(message) from error
