"""Bytes into text."""

from __future__ import annotations

import codecs

from timeline.errors import ArticleError

__all__ = ["decode"]

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


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
