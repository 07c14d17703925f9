"""Evaluation of the library on a directory of annotated documents."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

from timeline.documents import Article
from timeline.errors import ArticleError, ModelError
from timeline.evaluation import tasks
from timeline.evaluation.matching import match
from timeline.evaluation.mistakes import Mistakes
from timeline.evaluation.scores import Mark, Tally, Task
from timeline.evaluation.split import Part
from timeline.extractor import Extractor
from timeline.formats.timeml import TimemlDocument, read_timeml
from timeline.version import __version__

__all__ = ["Evaluation", "evaluate_directory", "timeml_files"]

_SUFFIX = ".tml"
# For documents that are not well-formed: opening tags, without self-closing ones.
_TEXT = re.compile(rb"<TEXT\b.*?(?:</TEXT\s*>|\Z)", re.DOTALL)
_OPENING = re.compile(rb"<(TIMEX3|EVENT)\b([^<>]*)(?<!/)>")
_LABEL = re.compile(rb"""\b(type|class)\s*=\s*["']([^"']*)""")


@frozen
class Evaluation:
    """Counts over the documents of a directory."""

    part: Part
    tallies: tuple[Tally, ...]
    mistakes: tuple[Mistakes, ...]
    """One for each tally."""
    documents: int = 0
    problems: tuple[str, ...] = ()
    """One line for each document that could not be evaluated; its annotations count as missed."""
    undated: tuple[str, ...] = ()
    """The documents without a readable publication date, evaluated as undated."""
    library: str = field(default=__version__)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, with shares between 0 and 1."""
        form: dict[str, Any] = {"library": self.library, "part": self.part.value, "documents": self.documents}
        form |= {"problems": list(self.problems), "undated": list(self.undated)}
        form |= {tally.task.tag: tally.to_dict() for tally in self.tallies}
        if any(found.limit for found in self.mistakes):
            form["errors"] = {found.task.tag: _mistakes_form(found) for found in self.mistakes}
        return form


def evaluate_directory(
    directory: str | os.PathLike[str],
    *,
    part: Part = Part.ALL,
    events: bool = False,
    errors: int = 0,
    extractor: Extractor | None = None,
) -> Evaluation:
    """Evaluate the library on every TimeML file under a directory: its expressions, and with `events` its events.

    The first `errors` mistakes of each kind are kept. Documents are read one by one, so that memory does not grow with
    their number. One that cannot be read, or on which the library fails, is listed among the problems and its
    annotations count as missed.

    Raises `ArticleError` if there are no TimeML files (in this part), `ModelError` if a model is missing,
    `OSError` for a directory that cannot be read.
    """
    names = [name for name in timeml_files(directory) if part.holds(name)]
    if not names:
        which = "" if part is Part.ALL else f" in the part {part.value!r}"
        message = f"{os.fspath(directory)}: no TimeML files{which}: names that end in {_SUFFIX} are looked for"
        raise ArticleError(message)
    measured = (tasks.TIMEX3, tasks.EVENT) if events else (tasks.TIMEX3,)
    tallies, mistakes = tuple(map(Tally, measured)), tuple(Mistakes(task, errors) for task in measured)
    problems, undated = [], []
    reader = extractor or Extractor()
    for name in names:
        try:
            document = read_timeml(Path(directory, name))
        except (ArticleError, OSError) as error:
            problems.append(_problem(name, error, Path(directory, name)))
            for tally, kinds in zip(tallies, _annotated_kinds(Path(directory, name), measured), strict=True):
                tally.add_missed(kinds)
            continue
        if document.published is None:
            undated.append(name)
        found: list[list[Mark]] = [[] for _ in measured]
        try:
            found = _read(document, reader, events=events)
        except ModelError:
            raise
        except Exception as error:  # noqa: BLE001 - a failure of the library on a document is a result, not the end
            problems.append(_problem(name, error, Path(directory, name)))
        wanted = [tasks.annotated_expressions(document.timexes), tasks.annotated_events(document.events)]
        for tally, noted, gold, system in zip(tallies, mistakes, wanted[: len(measured)], found, strict=True):
            pairs = match(gold, system)
            tally.add(gold, system, pairs)
            noted.add(name, document.text, gold, system, pairs)
    return Evaluation(part, tallies, mistakes, len(names), tuple(problems), tuple(undated))


def timeml_files(directory: str | os.PathLike[str]) -> list[str]:
    """Return the TimeML files anywhere under a directory, as sorted relative paths; hidden ones are left out.

    Raises `OSError` for a directory that cannot be read.
    """
    return sorted(_walk(os.fspath(directory)))


def _walk(directory: str) -> Iterator[str]:
    for here, folders, files in os.walk(directory, onerror=_give_up):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.endswith(_SUFFIX) and not name.startswith("."):
                yield os.path.relpath(os.path.join(here, name), directory).replace(os.sep, "/")  # noqa: PTH118 - kept a str


def _give_up(error: OSError) -> None:
    raise error


def _read(document: TimemlDocument, reader: Extractor, *, events: bool) -> list[list[Mark]]:
    article = Article(document.text, document.published)
    timeline = reader.extract(article) if events else reader.tag(article)
    expressions = tasks.found_expressions(timeline.expressions)
    return [expressions, tasks.found_events(timeline.events)] if events else [expressions]


def _annotated_kinds(path: Path, measured: tuple[Task, ...]) -> list[list[str]]:
    """Return the kinds of annotations in a document that is not well-formed, as far as its tags can be recognised."""
    kinds: dict[str, list[str]] = {task.tag: [] for task in measured}
    try:
        data = path.read_bytes()
    except OSError:
        return list(kinds.values())
    if text := _TEXT.search(data):
        for tag, attributes in _OPENING.findall(text[0]):
            labels = {name.decode(): value.decode("utf-8", "replace") for name, value in _LABEL.findall(attributes)}
            for task in measured:
                if task.tag == tag.decode():
                    kinds[task.tag].append(labels.get(task.kind, ""))
    return list(kinds.values())


def _problem(name: str, error: Exception, path: Path) -> str:
    if isinstance(error, OSError):
        return f"{name}: {error.strerror or error}"
    if isinstance(error, ArticleError):
        return f"{name}: {str(error).removeprefix(f'{path}: ')}"
    return f"{name}: {type(error).__name__}: {error}"


def _mistakes_form(mistakes: Mistakes) -> dict[str, Any]:
    kept = mistakes.kept
    return {
        kind: {"count": count, "examples": [one.to_dict() for one in kept.get(kind, ())]}
        for kind, count in sorted(mistakes.counts.items())
    }
