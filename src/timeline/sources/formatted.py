"""Texts that are no prose: tables, XML, mails and YAML, told by how they begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.errors import ArticleError
from timeline.sources.prologue import after_prologue, is_declared

if TYPE_CHECKING:
    from timeline.sources.columns import Columns

__all__ = ["check_prose", "table_of"]

_PARTED = {",": "csv", "\t": "tsv"}
_NAME = re.compile(r"[^\W\d][\w.:-]{0,63}")
_ROOT = re.compile(r"<([A-Za-z_][\w:.-]{0,63})[\s/>]")
_FORMATS = frozenset(
    {"TimeML", "rss", "feed", "rdf:RDF", "urlset", "sitemapindex", "nitf", "newsML", "newsItem", "NewsML"}
)
"""Root elements that are known without a declaration, if another element follows."""
_OPENED = re.compile(r"<[^<>]*+>\s*+<")
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:(?:[ \t]|$)")
_OF_MAIL = re.compile(r"(?:mime-version|message-id|received|return-path|delivered-to):", re.IGNORECASE)
_KEY = re.compile(r"(?:- |  )?([a-z_]+):(?: |$)")
_OTHER_YAML = re.compile(r"\s|#|-(?: |$)|---$|\.\.\.$|[\w\"'-][^:]*:(?: |$)|$")
_LOOKED_AT = 100
"""Lines."""


def table_of(text: str, columns: Columns) -> str | None:
    r"""Tell a table by its header, which is names alone, one of them that of the texts; None for all else.

    Raises `ArticleError` for one whose fields are parted otherwise than readers take.

    >>> from timeline.sources.columns import Columns
    >>> table_of("id,text\na,It rained.\n", Columns()), table_of("Rain, text and wind\n", Columns())
    ('csv', None)
    """
    header, _, rest = text.lstrip("\r\n").partition("\n")
    row = rest.lstrip("\r\n").partition("\n")[0]
    known = {name.casefold() for name in columns.names}
    for delimiter in (*_PARTED, ";"):
        names = [_unquoted(field).casefold() for field in header.rstrip("\r").split(delimiter)]
        if len(names) == 1 or not {columns.text.casefold(), columns.html.casefold()} & set(names):
            continue
        if known.issuperset(names) or (
            all(map(_NAME.fullmatch, names)) and (row.count(delimiter) >= len(names) - 1 or '"' in row)
        ):
            if delimiter in _PARTED:
                return _PARTED[delimiter]
            message = f"a table whose fields are parted by {delimiter!r}: save it with commas (.csv) or tabs (.tsv)"
            raise ArticleError(message)
    return None


def check_prose(text: str, columns: Columns) -> None:
    r"""Raise `ArticleError`, with the remedy, for what would be read with its markup: XML, a mail, YAML.

    >>> from timeline.sources.columns import Columns
    >>> check_prose("---\nIt rained.\n", Columns())
    >>> check_prose("MIME-Version: 1.0\nSubject: Rain\n\nIt rained.\n", Columns())
    Traceback (most recent call last):
        ...
    timeline.errors.ArticleError: a mail: save its text alone, or as JSON with its date: {"text": …, "published": …}
    """
    lines = text.lstrip("\r\n")[: 2**16].splitlines()[:_LOOKED_AT]
    as_json = 'JSON with its date: {"text": …, "published": …}'
    if root := _root(text):
        what = (
            "TimeML: take its text out, as timeline.formats.timeml.read_timeml does,"
            if root == "TimeML"
            else f"XML ({root}): convert it"
        )
        message = f"{what} first, and give that as text, or as {as_json}"
    elif _is_mail(lines):
        message = f"a mail: save its text alone, or as {as_json}"
    elif _is_yaml(lines, columns):
        message = f"YAML: save it as {as_json}"
    else:
        return
    raise ArticleError(message)


def _root(text: str) -> str | None:
    """Return the root element of a text in XML: any after a declaration, or one of those known."""
    place = after_prologue(text, doctype=True)
    found = _ROOT.match(text, place)
    if found is None:
        return None
    known = found[1] in _FORMATS and _OPENED.match(text, place) is not None
    return found[1] if known or is_declared(text) else None


def _unquoted(field: str) -> str:
    return field[1:-1] if len(field) > 1 and field[0] == field[-1] == '"' else field


def _is_mail(lines: list[str]) -> bool:
    """Tell by its header: fields alone up to a blank line, one of them of mails alone: memos have From and Date."""
    begin = int(bool(lines) and lines[0].startswith("From ") and "@" in lines[0])
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    header = lines[begin:end]
    if not header or not _FIELD.match(header[0]):
        return False
    return all(line[0] in " \t" or _FIELD.match(line) for line in header) and any(map(_OF_MAIL.match, header))


def _is_yaml(lines: list[str], columns: Columns) -> bool:
    """Tell by its directive, or by keys alone, two of which name fields; above a text they are its front matter."""
    if lines and lines[0].startswith("%YAML "):
        return True
    keys = {found[1] for line in lines if (found := _KEY.match(line))} & columns.names
    first = next((line for line in lines if line.strip() and not line.startswith(("---", "#"))), "")
    begins = _KEY.match(first)
    return (
        begins is not None
        and begins[1] in columns.names
        and len(keys) > 1
        and bool(keys & {columns.text, columns.html})
        and all(map(_OTHER_YAML.match, lines))
    )
