"""Splitting of sentences that are too long to parse, where it does least harm.

The parser's work and memory grow with the square of a sentence's length, and what the tokenizer calls a sentence of
thousands of words is a table or a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["LONGEST_SENTENCE", "cut_long"]

LONGEST_SENTENCE = 200
"""Most words of a sentence."""

_CUTS = (frozenset(";"), frozenset((":", "—", "–", "--", "|", "•", "·")), frozenset((",", ")")))


def cut_long(words: Sequence[str], limit: int = LONGEST_SENTENCE) -> Iterator[tuple[int, int]]:
    """Yield half-open ranges of at most `limit` words that cover a sentence.

    It is split after a semicolon, else after a colon or dash, else after a comma, as late as possible in the second
    half of what fits, else at the limit.

    >>> list(cut_long(["a", ",", "b", ";", "c", "d"], limit=5))
    [(0, 4), (4, 6)]
    """
    begin = 0
    while len(words) - begin > limit:
        latest = begin + limit
        cut = latest
        for signs in _CUTS:
            places = [place + 1 for place in range(begin + limit // 2, latest) if words[place] in signs]
            if places:
                cut = places[-1]
                break
        yield begin, cut
        begin = cut
    if begin < len(words):
        yield begin, len(words)
