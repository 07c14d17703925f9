from __future__ import annotations

import pytest

from timeline.errors import ArticleError
from timeline.sources.text import decode


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("naïve".encode("latin-1"), r"not UTF-8 text: .* at byte offset 2 \(0xef\)"),
        (b"\xef\xbb\xbfna\xefve", "byte offset 5"),
        (b"\x89PNG\r\n\x1a\n", "byte offset 0"),
        (b"MZ\x00\x01", "NUL byte at byte offset 2"),
        ("é\0".encode(), "NUL byte at byte offset 2"),
        ("a\0".encode("utf-16-le"), "NUL byte at byte offset 1"),
        ("\ufeffaé\0".encode("utf-16-le"), "NUL byte at byte offset 6"),
        (b"\xff\xfea", "not UTF-16 text: .* at byte offset 2"),
        (b"\xed\xa0\x80", "byte offset 0"),  # a surrogate has no place in UTF-8
    ],
)
def test_what_is_no_text_names_the_byte(data: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        decode(data, "file.bin")
