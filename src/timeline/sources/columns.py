"""Which columns of a source hold what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, fields, frozen

from timeline.errors import ArticleError, InputError
from timeline.validation import check_type

__all__ = ["Columns", "listing"]

_MOST_LISTED = 30


@frozen
class Columns:
    """The names under which a source keeps the fields of an article.

    >>> Columns.of({"text": "body"}).text
    'body'
    """

    text: str = "text"
    html: str = "html"
    """A whole page; read where there is no text."""
    published: str = "published"
    retrieved: str = "retrieved"
    """When the page was fetched."""
    id: str = "id"
    title: str = "title"
    url: str = "url"
    language: str = "language"
    names: frozenset[str] = field(init=False, repr=False, eq=False)
    """All of them."""

    def __attrs_post_init__(self) -> None:
        said = frozenset(str(getattr(self, each.name)) for each in fields(Columns) if each.init)
        object.__setattr__(self, "names", said)

    @classmethod
    def of(cls, mapping: Mapping[str, str]) -> Columns:
        """Map some fields to other columns; raise `InputError` for what is no field."""
        for given in (item for pair in mapping.items() for item in pair):
            check_type("columns, a mapping of fields to columns:", given, str)
        known = [each.name for each in fields(cls) if each.init]
        for name in mapping:
            if name not in known:
                message = f"an article has no field {name!r}; its fields are {', '.join(known)}"
                raise InputError(message)
        return cls(**mapping)

    def present(self, names: Iterable[str]) -> list[str]:
        """Give those of a table's columns that are to be read: all, where none holds a text, to tell which there are.

        >>> Columns().present(["id", "text", "views"]), Columns().present(["id", "body"])
        (['id', 'text'], ['id', 'body'])
        """
        listed = list(names)
        if self.text not in listed and self.html not in listed:
            return listed
        return [name for name in listed if name in self.names]

    def chosen(self, names: Iterable[str]) -> list[str]:
        """Give those that are to be read; raise `ArticleError` for a table without a column for texts."""
        listed = list(names)
        if self.text not in listed and self.html not in listed:
            message = f"no column {self.text!r} or {self.html!r} to take texts from; columns found: {listing(listed)}"
            raise ArticleError(message)
        return self.present(listed)

    def check(self, found: Iterable[str], *, needs_text: bool = True) -> None:
        """Raise `InputError` where a column that was named is none of those found, or where none holds texts."""
        there = list(found)
        for name, column in self.said.items():
            if column not in there:
                message = f"there is no column {column!r}, which was named for the field {name!r}; columns found: "
                raise InputError(message + listing(there))
        if needs_text and self.text not in there and self.html not in there:
            message = (
                f"there is no column {self.text!r} or {self.html!r} to take texts from; columns found: "
                f"{listing(there)}; say which holds the text: --column text=NAME, columns={{'text': 'NAME'}}"
            )
            raise InputError(message)

    @property
    def said(self) -> dict[str, str]:
        """The fields that were given another column than that of their own name."""
        return {name: column for name, column in self.to_dict().items() if name != column}

    def to_dict(self) -> dict[str, str]:
        """Give the mapping."""
        return {each.name: str(getattr(self, each.name)) for each in fields(Columns) if each.init}


def listing(names: Iterable[str]) -> str:
    """Name columns in a message.

    >>> listing(["id", "body"]), listing([])
    ("'id', 'body'", 'none')
    """
    shown = [repr(name) for name in names]
    more = len(shown) - _MOST_LISTED
    return ", ".join(shown[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "") or "none"
