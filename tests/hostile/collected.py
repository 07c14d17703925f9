"""Every regular expression of the package: those of modules, those that languages hand in, those made at run time."""

from __future__ import annotations

import ast
import importlib
import itertools
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

import timeline
from timeline import languages
from timeline.expressions.grammar import Grammar

__all__ = ["ANYWHERE", "MADE_LATER", "SHIELDED", "expressions", "is_sought", "places"]

ROOT = Path(timeline.__file__).parent
_MAKERS = frozenset({"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"})
_SEEKING = frozenset({"search", "sub", "subn", "findall", "finditer"})
SHIELDED = {"timeline.syntax.tokenizer.MASK_RE": ("\\", 300)}
"""Stanza's pattern of addresses is ambiguous in a character: no text that holds it is shown to it, nor a longer one."""
MADE_LATER = {
    "expressions/cascade.py": "the rules of a language, collected below",
    "expressions/scanner.py": "one set of characters; the tokens of a language, of its words with full stops",
    "layout/blocks.py": "the furniture of a language, collected below",
    "layout/datelines.py": "the datelines of a language, collected below",
    "sources/published.py": "the datelines of a language, collected below",
    "timelines.py": "a name that the caller gave, escaped",
    "evaluation/values.py": "a template: digits in the place of X",
    "training/accuracy.py": "the name of a part of a treebank",
    "sources/quoting.py": "one set of characters",
    "layout/markup.py": "one of the characters that show nothing",
    "publication.py": "the name of a weekday",
}
"""Modules that make expressions when they run, and of what."""


def _modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(timeline.__path__, "timeline."):
        if found.name.endswith("__main__"):
            continue
        try:
            yield importlib.import_module(found.name)
        except ImportError:  # an extra is not installed
            continue


def _held(value: object, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from _held(each, depth - 1)
    elif depth and isinstance(value, dict):
        yield from _held([*value.values()], depth)
    elif depth and attrs.has(type(value)):
        yield from _held([getattr(value, each.name, None) for each in attrs.fields(type(value))], depth)


def expressions() -> dict[str, re.Pattern[Any]]:
    """Give the expressions by where they stand; what stands in several places is given once."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for name, pattern in itertools.chain(_of_modules(), *map(_of_language, languages.AVAILABLE)):
        found.setdefault((pattern.pattern, pattern.flags), (name, pattern))
    return dict(found.values())


def _of_modules() -> Iterator[tuple[str, re.Pattern[Any]]]:
    for module in reversed([*_modules()]):  # where something is defined comes before the package that hands it on
        for name, value in sorted(vars(module).items(), key=lambda item: item[0]):
            for number, pattern in enumerate(_held(value)):
                yield f"{module.__name__}.{name}" + f"[{number}]" * bool(number), pattern


def _of_language(code: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    language = languages.get(code)
    for part in ("furniture", "datelines"):
        data = getattr(language, part)
        for field in attrs.fields(type(data)):
            said = getattr(data, field.name)
            if isinstance(said, str):
                yield f"{code}: {part}.{field.name}", re.compile(said)
    grammar = Grammar(language)
    for compiled in grammar._parses.cascade.rules:
        pattern = compiled.regex(grammar.alphabet, len(grammar.alphabet))
        yield f"{code}: rule {compiled.rule.id}: {compiled.rule.pattern}", pattern


def places() -> Iterator[tuple[str, bool, str]]:
    """Give the calls in the source that make an expression: the file, whether it is made on import, and the line."""
    for path in sorted(ROOT.rglob("*.py")):
        name = str(path.relative_to(ROOT))
        tree = ast.parse(path.read_text("utf-8"))
        inside = {
            id(node)
            for function in ast.walk(tree)
            if isinstance(function, (ast.FunctionDef, ast.Lambda, ast.AsyncFunctionDef))
            for node in ast.walk(function)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Attribute)
                and isinstance(node.value, ast.Name)
                and node.value.id == "re"
                and node.attr in _MAKERS
            ):
                yield name, id(node) not in inside and not name.endswith("blocks.py"), f"{name}:{node.lineno}"


ANYWHERE = "credit", "date", "COMPLETE", "SHORT", "CHANGED"
"""Expressions of a language that are sought anywhere in a line; the others must match from its first character."""
GUARDED = frozenset({"timeline.calculus.durations._DATE_PART", "timeline.calculus.durations._CLOCK_PART"})
"""Sought only in what another expression has matched to the end, so that each try to match succeeds."""


def is_sought(name: str) -> bool:
    """Whether an expression is sought anywhere in a text, so that matching may begin at every character."""
    if ": rule " in name or name in GUARDED:
        return False
    if ":" in name:
        return name.endswith(ANYWHERE)
    module, _, variable = name.partition("[")[0].rpartition(".")
    source = Path(importlib.import_module(module).__file__ or "").read_text("utf-8")
    used = re.findall(rf"\b{variable}\.([a-z]+)\(", source) or re.findall(r"\.([a-z]+)\(", source)
    return not _SEEKING.isdisjoint(used)
