"""The commands of `python -m timeline.training`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.evaluation.report import render_placing
from timeline.evaluation.split import Part
from timeline.languages import DEFAULT
from timeline.syntax.bundle import locate
from timeline.training.accuracy import measure as measure_syntax
from timeline.training.accuracy import table
from timeline.training.marked_texts import OWN_TEXTS
from timeline.training.packing import Release
from timeline.training.placing import fit
from timeline.training.readings import asked, recorded, written
from timeline.training.readings import fit as fit_readings
from timeline.training.readings import measure as measure_readings
from timeline.training.rule_confidence import as_json
from timeline.training.rule_confidence import measure as measure_rules
from timeline.training.rule_page import render
from timeline.training.stages import to_stderr
from timeline.training.syntax_models import Plan, make

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

__all__ = ["COMMANDS"]


def _make(options: argparse.Namespace) -> int:
    plan = Plan(
        treebanks=options.treebanks,
        vectors=options.vectors,
        output=options.output,
        release=Release(f"{DEFAULT}-small", options.version, DEFAULT, locate("bundled").stanza),
        released=options.released,
        seed=options.seed,
        processes=options.processes,
    )
    plan = evolve(plan, recipe=plan.recipe.scaled(options.scale))
    sys.stdout.write(f"{make(plan, to_stderr)}\n")
    return 0


def _fit_placing(options: argparse.Namespace) -> int:
    thresholds = {"day": options.day, "any": options.any}
    scores, packed = fit(options.corpora, options.cache, options.part, options.version, thresholds)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_bytes(packed)
    sys.stdout.write(render_placing(scores, f"{options.part}, in folds", 100))
    return 0


def _measure_rules(options: argparse.Namespace) -> int:
    found = measure_rules(options.corpora, options.cache, Part(options.part))
    options.output.write_text(as_json(found), encoding="utf-8")
    sys.stdout.write(f"{sum(found.total.values())} judgements of {len(found.total)} rules\n")
    return 0


def _fit_readings(options: argparse.Namespace) -> int:
    own = written(OWN_TEXTS)
    answered = [*own, *(each for directory in options.corpora for each in asked(directory, Part(options.part)))]
    answered += [] if options.recorded is None else recorded(options.recorded)
    weights = fit_readings(answered)
    options.output.write_text(f"{json.dumps(weights, indent=1, sort_keys=True)}\n", encoding="utf-8")
    held_out = [each for directory in options.corpora for each in asked(directory, Part.HELD_OUT)]
    for name, some in (("fitted on", answered), ("of our own texts", own), ("held out", held_out)):
        count, right, probability = measure_readings(some, weights)
        sys.stdout.write(f"{name:16} {right} of {count} right, mean probability of the right one {probability:.3f}\n")
    return 0


def _write_page(options: argparse.Namespace) -> int:
    options.output.write_text(render(), encoding="utf-8")
    return 0


def _measure(options: argparse.Namespace) -> int:
    report = measure_syntax(options.model, options.treebanks, options.split)
    sys.stdout.write(
        f"{report.model}\n\n{table(report.rows)}\n{report.words_a_second:,.0f} words/s of processor time\n"
    )
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "syntax": _make,
    "measure": _measure,
    "placing": _fit_placing,
    "rules": _measure_rules,
    "readings": _fit_readings,
    "page": _write_page,
}
