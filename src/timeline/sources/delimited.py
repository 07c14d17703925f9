"""Records out of CSV and TSV files with a header.

What a quote opens belongs to one record until a quote closes it as RFC 4180 says, and never becomes another: where a
quote is closed otherwise, or not at all, all lines from the begin of the record to where that is found out are lost
with it, and the failure says which. The next line begins a record again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING

from attrs import define, field

from timeline.errors import ArticleError
from timeline.sources.compressed import TORN, open_utf8
from timeline.sources.quoting import Quoting, State
from timeline.sources.records import LONGEST_LINE, Record, RecordKind, broken, fault

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_delimited", "rows_of"]

Choice = Callable[[Iterable[str]], list[str]]
_FOREIGN = re.compile("[\udc80-\udcff]")
_PIECE = 2**16


def read_delimited(path: Path, source: str, choose: Choice | None = None, *, delimiter: str) -> Iterator[Record]:
    """Give the records of a file, as `rows_of` does."""
    return rows_of(lambda: open_utf8(path), source, choose, delimiter=delimiter)


def rows_of(
    opened: Callable[[], IO[bytes]], source: str, choose: Choice | None = None, *, delimiter: str
) -> Iterator[Record]:
    """Give a record for each row, with the columns chosen; rows that are none, or are not UTF-8, give faults.

    Quoted fields may hold line ends. A file whose header cannot be used gives one fault, one that breaks off ends with
    one. `choose` raises `ArticleError` for a header that it cannot use.
    """
    csv.field_size_limit(max(LONGEST_LINE, csv.field_size_limit()))
    number = 0
    try:
        with opened() as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
            rows = _Rows(_Lines(text), source, delimiter)
            for record in rows.records(choose):
                number = rows.lines.number
                yield record
    except TORN as error:
        yield broken(source, f"line {number + 1}", f"the file cannot be read on: {error}")


class _TooLongError(Exception):
    """A record is longer than any article."""


@define
class _Lines:
    """The lines of a file for the csv module, with those of the record that is being read."""

    text: IO[str]
    number: int = 0
    """Of the last that was given, from 1."""
    held: list[str] = field(factory=list)
    size: int = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.text.readline(LONGEST_LINE + 1 - self.size)
        if not line:
            raise StopIteration
        self.number += 1
        self.held.append(line)
        self.size += len(line)
        if self.size > LONGEST_LINE:
            raise _TooLongError
        return line

    def begin(self) -> int:
        """Begin a record; give the number of its first line."""
        self.held.clear()
        self.size = 0
        return self.number + 1

    def quoting(self, delimiter: str) -> Quoting:
        """Tell where the record stands after the lines held."""
        quoting = Quoting(delimiter)
        for number, line in enumerate(self.held, start=self.number - len(self.held) + 1):
            quoting.follow(line, number)
        return quoting

    def pass_over(self, quoting: Quoting) -> None:
        """Go to the end of a record, or to that of the line in which its quotes go wrong."""
        piece = self.held[-1]
        self.held.clear()
        while quoting.state is not State.END:
            is_whole = piece.endswith(("\r", "\n"))
            if is_whole and quoting.state is State.WRONG:
                return
            piece = self.text.readline(_PIECE)
            if not piece:
                return
            self.number += is_whole
            quoting.follow(piece, self.number)


@define
class _Rows:
    """The rows of a file."""

    lines: _Lines
    source: str
    delimiter: str
    told: int = 0
    """Lines that the records given so far account for."""

    def records(self, choose: Choice | None) -> Iterator[Record]:
        """Give a record for each row below the header."""
        rows = csv.reader(self.lines, delimiter=self.delimiter, strict=True)
        header = wanted = None
        while True:
            first = self.lines.begin()
            fields: list[str] | None = None
            failure: Record | None = None
            try:
                fields = next(rows, None)
            except csv.Error as error:
                failure = self.misquoted(first, error)
            except _TooLongError:
                failure = self.too_long(first)
            if failure is None and fields is None:
                return
            if failure is None and not fields:  # a blank line
                continue
            failure = failure or self.unlike_text(first)
            if header is None:
                header = fields or []
                try:
                    wanted = self.columns(header, failure, choose)
                except ArticleError as error:
                    yield broken(self.source, f"line {first}", error, self.taken())
                    return
                continue
            assert wanted is not None
            yield failure or self.row(header, wanted, fields or [], first)

    def columns(self, header: list[str], failure: Record | None, choose: Choice | None) -> dict[str, int]:
        """Give the places of the columns to be read; raise `ArticleError` for a header that cannot be used."""
        if failure is not None:
            message = f"the header cannot be read, and so no row: {failure.data}"
            raise ArticleError(message)
        try:
            chosen = header if choose is None else choose(header)
        except ArticleError as error:
            message = f"{error}; fields are parted by {self.delimiter!r}"
            raise ArticleError(message) from error
        for name in chosen:
            if header.count(name) > 1:
                message = f"the header has {header.count(name)} columns {name!r}: which is meant cannot be told"
                raise ArticleError(message)
        return {name: header.index(name) for name in chosen}

    def row(self, header: list[str], wanted: dict[str, int], fields: list[str], first: int) -> Record:
        """Make a record of a row."""
        place, lines = f"line {first}", self.taken()
        if len(fields) != len(header):
            told = f"the row has {len(fields)} fields, the header {len(header)}; fields are parted by"
            return fault(self.source, place, f"{told} {self.delimiter!r}", lines)
        chosen = {name: fields[index] for name, index in wanted.items()}
        return Record(RecordKind.FIELDS, chosen, self.source, place, lines=lines)

    def taken(self) -> int:
        """Give the number of lines since the last record."""
        lines, self.told = self.lines.number - self.told, self.lines.number
        return lines

    def unlike_text(self, first: int) -> Record | None:
        """Give the failure of a row that is not UTF-8, or holds NULs."""
        for line in self.lines.held:
            if not line.isascii() and _FOREIGN.search(line):
                return fault(self.source, f"line {first}", "the row is not UTF-8; convert the file first", self.taken())
            if "\0" in line:
                told = "a NUL character: a binary file, or UTF-16 without its byte order mark"
                return fault(self.source, f"line {first}", told, self.taken())
        return None

    def misquoted(self, first: int, error: csv.Error) -> Record:
        """Give the failure of what the csv module refuses."""
        last = self.lines.number
        if last == first:
            return fault(self.source, f"line {first}", f"not a row of a CSV file: {error}", self.taken())
        opened = self.lines.quoting(self.delimiter).opened
        told = (
            f"not a row of a CSV file: quotes that open in line {opened} are not closed as they should be ({error}); "
            f"lines {first} to {last} are lost with it"
        )
        return broken(self.source, f"line {first}", told, self.taken())

    def too_long(self, first: int) -> Record:
        """Give the failure of a row that is longer than any article, and go to its end."""
        quoting = self.lines.quoting(self.delimiter)
        self.lines.pass_over(quoting)
        told = f"a row of more than {LONGEST_LINE} characters is no article"
        if quoting.state in {State.END, State.PLAIN, State.BEGIN, State.QUOTE}:
            return fault(self.source, f"line {first}", f"{told}; it ends in line {self.lines.number}", self.taken())
        told += f"; quotes that open in line {quoting.opened} are not closed as they should be, and lines {first} to"
        return broken(self.source, f"line {first}", f"{told} {self.lines.number} are lost with it", self.taken())
