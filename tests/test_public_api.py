from __future__ import annotations

import importlib.metadata
import importlib.resources
import importlib.util
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import timeline

PUBLIC = [
    "Alternative",
    "Article",
    "ArticleError",
    "BatchError",
    "Bound",
    "Chronicle",
    "DatasetError",
    "Event",
    "Extractor",
    "Failure",
    "ForkError",
    "Granularity",
    "Happening",
    "IncompleteLanguageError",
    "InputError",
    "Instant",
    "Interval",
    "Kind",
    "Limits",
    "Locale",
    "MissingExtraError",
    "ModelError",
    "NotationError",
    "Participant",
    "Provenance",
    "PublicationDateError",
    "SourceError",
    "Span",
    "TemporalExpression",
    "Timeline",
    "TimelineError",
    "UnknownLanguageError",
    "__version__",
    "build_dataset",
    "extract",
    "find_times",
    "merge",
    "timex3s",
]


def test_all_is_what_we_promise() -> None:
    assert timeline.__all__ == PUBLIC
    assert sorted(PUBLIC) == PUBLIC


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "__version__"])
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert inspect.getdoc(getattr(timeline, name))


def test_errors_share_one_base() -> None:
    errors = [getattr(timeline, name) for name in PUBLIC if name.endswith("Error")]
    assert all(issubclass(error, timeline.TimelineError) for error in errors)
    assert issubclass(timeline.PublicationDateError, ValueError)
    assert issubclass(timeline.ArticleError, ValueError)


def test_the_version_is_the_distribution_s() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", timeline.__version__)
    assert importlib.metadata.version("news-timeline") == timeline.__version__


def test_types_are_shipped() -> None:
    assert (importlib.resources.files("timeline") / "py.typed").is_file()


def test_every_module_says_what_is_public() -> None:
    names = [module.name for module in pkgutil.walk_packages(timeline.__path__, "timeline.")]
    sources = [importlib.util.find_spec(name) for name in names]
    paths = [spec.origin for spec in sources if spec is not None and spec.origin is not None]
    assert len(paths) > 20
    without = []
    for path in paths:
        source = Path(path).read_text(encoding="utf-8")
        if re.search(r"^(def|class) ", source, re.MULTILINE) and "\n__all__ = " not in source:
            without.append(path)
    assert not without
