"""Masking of markup, so that the rest reads as plain text and every character keeps its offset.

Markdown and HTML often occur half stripped, in otherwise plain text. Only certain markup is masked; "a < b",
"AT&T", "[sic]" and "5 * 3" are text.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from attrs import frozen

__all__ = ["Shown", "mask", "reference_end", "shown"]

_ELEMENTS = (
    "a|abbr|address|article|aside|audio|b|big|blockquote|body|br|button|canvas|caption|center|cite|code|dd|del|details|"
    "dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|"
    "ins|kbd|label|legend|li|link|main|mark|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|"
    "section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|"
    "time|title|tr|track|tt|u|ul|var|video|wbr|[a-z]+-[a-z-]+"
)
_LINES = re.compile("br|hr|li|option|tr")
_PARAGRAPHS = re.compile(
    "address|article|aside|blockquote|body|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|"
    "html|legend|main|nav|ol|p|pre|section|table|title|ul"
)

_RAW = re.compile(r"<!--|<(script|style)\b", re.IGNORECASE)
_TAG = re.compile(
    rf"<(/?)({_ELEMENTS})(?:\s*/?|\s+[\w-]+\s*/?|\s[^<>=]{{0,200}}=[^<>]{{0,4000}})>|<![a-z][^<>]{{0,200}}>|<\?[a-z][^<>]{{0,200}}>",
    re.IGNORECASE,
)
# As browsers read them: also without a semicolon, if it is a number or one of the names of HTML 2; of these only
# those that start no word are read before a letter or a digit.
_OLD_NAMES = (
    "[ACEINOUYaceinouy](?:acute|grave|circ|uml|tilde|cedil|ring)|AElig|aelig|Oslash|oslash|szlig|yuml|copy|deg|euro|frac12|"
    "frac14|frac34|laquo|raquo|middot|para|pound|reg|sect|times|gt|lt"
)
_ENTITY = re.compile(
    r"&(?:[A-Za-z][A-Za-z0-9]{1,30};|#[0-9]{1,7};?|#[xX][0-9A-Fa-f]{1,6};?|nbsp|quot|shy|amp(?![a-z])"
    rf"|(?:{_OLD_NAMES})(?![\w=]))"
)
_TARGET = r"""\(\s{0,3}[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?(?:\s"[^"\n]{0,300}")?\s{0,3}\)"""
_LINK = re.compile(rf"(!?\[)([^\[\]]{{0,1000}})(\]{_TARGET})")
_REFERENCE = re.compile(r"(!?\[)([^\[\]\n]{1,1000})(\]\[[^\[\]\n]{0,100}\])")
_ADDRESS = re.compile(r"""(?:\b(?:https?|ftp)://|(?<![\w.@/-])www\.)[^\s<>"\[\]{}|\\^`“”‘’«»]{1,2000}""", re.IGNORECASE)
_MAIL = re.compile(
    r"(?<![\w.+@-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}"
)
_HEADING = re.compile(r"(?:^|(?<=[\n\r]))( {0,3}#{1,6})(?=[ \t])")
_EMPHASIS = (
    # each starts with its sign and only then looks behind it, so that the search leaps from sign to sign
    re.compile(r"(\*(?<![\w*]\*)\*{0,2})(?=[^\s*])([^*\n]{1,1000})(?<=\S)(\1)(?![\w*])"),
    re.compile(r"(_(?<!\w_)_{0,2})(?=[^\s_])([^_\n]{1,1000})(?<=\S)(\1)(?!\w)"),
    # one backtick only: two open a quotation in wire copy
    re.compile(r"(`(?<![\w`]`))(?=\S)([^`\n]{1,500})(?<=\S)(`)(?![\w`'])"),
)
_TWINS = {
    **dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-"),
    "\u2012": "–",
    "\u2015": "—",
    **dict.fromkeys("\u02bc\u2032\uff07", "'"),
    **dict(zip("０１２３４５６７８９，．／：", "0123456789,./:", strict=True)),
}
"""Characters with a plain equivalent: hyphens, dashes, apostrophes, full-width figures."""
_CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))
_OTHERS = "".join(map(chr, (*range(0x80, 0x85), *range(0x86, 0xA0), 0x200B))) + "".join(_TWINS)
_SIGNS = re.compile(f"[{re.escape(_CONTROLS + _OTHERS)}]")

_JOINER = "\u2060"
_HIDDEN = "\u00ad\u061c\ufeff" + "".join(
    map(chr, (*range(0x200C, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x206A)))
)
"""Soft hyphens, joiners, marks of direction and of byte order: invisible, and no separators."""
_SHOWS_NOTHING = re.compile(f"[{_HIDDEN}]+")
_PLACEHOLDER = "x"


def mask(text: str) -> str:
    r"""Overwrite markup, addresses and control characters; the result has the length and the offsets of `text`.

    The words of Markdown links, emphasis and headings stay, and so does the text between HTML tags (except in scripts
    and styles). All other markup becomes spaces, but tags that end a line or paragraph leave a line break or a blank
    line. An entity becomes its character, padded with invisible word joiners up to what follows it, or with spaces
    before a space. A web or e-mail address becomes a name "Xxx…" of the same length: a sentence often needs the noun,
    and no part of it may be read as a date. Hyphens, dashes and figures of other code points become their plain
    equivalents. Linear in the text's length.

    >>> mask("a [landslide win](#) this month")
    'a  landslide win     this month'
    >>> mask("AT&amp;T, 5 * 3 &lt; a [sic]")
    'AT&\u2060\u2060\u2060\u2060T, 5 * 3 <    a [sic]'
    """
    if "<" in text:
        text = _TAG.sub(_space_tag, _blank_raw(text))
    for signs, pattern, replace in _STEPS:
        if any(sign in text for sign in signs):
            text = pattern.sub(replace, text)
    if _holds(text, _CONTROLS) or (not text.isascii() and _holds(text, _OTHERS)):
        text = _SIGNS.sub(_plain_twin, text)
    return text


def _holds(text: str, characters: str) -> bool:
    """Whether any of some characters is in a text: far faster than searching for all at once."""
    return any(map(text.__contains__, characters))


def _plain_twin(match: re.Match[str]) -> str:
    return _TWINS.get(match.group(), " ")


@frozen
class Shown:
    """A text without invisible characters, and the offsets of its characters in the original."""

    text: str
    gone: Sequence[int]
    """The offset in it of each character that was left out."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the original of a non-empty span, half-open."""
        return start + bisect_right(self.gone, start), end + bisect_right(self.gone, end - 1)


def shown(text: str) -> Shown:
    r"""Remove invisible characters: soft hyphens, joiners, marks of direction.

    >>> shown("Wed\u00adnesday").text, shown("Wed\u00adnesday").place(0, 9)
    ('Wednesday', (0, 10))
    """
    if text.isascii() or not _holds(text, _HIDDEN):
        return Shown(text, ())
    places = sorted(match.start() for sign in _HIDDEN if sign in text for match in re.finditer(sign, text))
    begins, ends = [0, *(place + 1 for place in places)], [*places, len(text)]
    plain = "".join([text[begin:end] for begin, end in zip(begins, ends, strict=True)])
    return Shown(plain, [place - number for number, place in enumerate(places)])


def reference_end(text: str, end: int) -> int:
    """Return where a span ends, whole with the character reference whose "&" it ends with, if it does.

    >>> reference_end("in Ma&#121; too", 6), reference_end("R& D", 2)
    (11, 2)
    """
    reference = _ENTITY.match(text, end - 1) if text[end - 1 : end] == "&" else None
    return end if reference is None else reference.end()


def _space(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def _keep_middle(match: re.Match[str]) -> str:
    before, middle, after = match.groups()
    return " " * len(before) + middle + " " * len(after)


def _blank_raw(text: str) -> str:
    """Blank comments, scripts and styles; one without an end is left alone, like any other stray tag."""
    parts: list[str] = []
    begin = 0
    lowered = text.lower() if len(text.lower()) == len(text) else text
    absent: set[str] = set()  # ends that do not occur any more, so that hostile input is not searched repeatedly
    for match in _RAW.finditer(text):
        end_mark = f"</{match.group(1).lower()}>" if match.group(1) else "-->"
        if match.start() < begin or end_mark in absent:
            continue
        end = lowered.find(end_mark, match.end())
        if end < 0:
            absent.add(end_mark)
            continue
        parts += [text[begin : match.start()], " " * (end + len(end_mark) - match.start())]
        begin = end + len(end_mark)
    return "".join([*parts, text[begin:]])


def _space_tag(match: re.Match[str]) -> str:
    width = match.end() - match.start()
    name = (match.group(2) or "").lower()
    breaks = "\n\n" if _PARAGRAPHS.fullmatch(name) else "\n" if _LINES.fullmatch(name) else ""
    return breaks + " " * (width - len(breaks))


def _resolve(match: re.Match[str]) -> str:
    entity, text = match.group(), match.string
    character = html.unescape(entity)
    if character == entity or len(character) > 1:  # no such entity
        return entity
    if _SHOWS_NOTHING.fullmatch(character):
        return _JOINER * len(entity)
    if character.isspace() or not character.isprintable():
        return " " * len(entity)
    following = text[match.end() : match.end() + 1]
    filling = _JOINER if following and not following.isspace() else " "
    return character + filling * (len(entity) - 1)


def _replace_address(match: re.Match[str]) -> str:
    whole = match.group()
    address = whole.rstrip(f".,;:!?'\")*_{_JOINER}")
    if address.count("(") > address.count(")") and whole[len(address) :].startswith(")"):
        address += ")"
    return (_PLACEHOLDER * len(address)).capitalize() + whole[len(address) :]


_STEPS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (("&",), _ENTITY, _resolve),
    (("](",), _LINK, _keep_middle),
    (("](",), _LINK, _keep_middle),  # an image may be inside a link
    (("][",), _REFERENCE, _keep_middle),
    (("://", "www.", "WWW.", "Www."), _ADDRESS, _replace_address),
    (("@",), _MAIL, _replace_address),
    (("#",), _HEADING, _space),
    *(((sign,), pattern, _keep_middle) for sign, pattern in zip("*_`", _EMPHASIS, strict=True)),
)
"""Steps after tags are removed, in order: only if one of the signs occurs, so plain text is hardly scanned."""
