"""The whole way from treebanks to a bundle: stages, in order, each resumable."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import asdict, field, frozen

from timeline.syntax.bundle import ROLES
from timeline.training import recipe
from timeline.training.accuracy import measure
from timeline.training.model_card import Facts, render
from timeline.training.packing import Release, file_names, pack
from timeline.training.preparation import Prepared, prepare
from timeline.training.recipe import NAME, Recipe
from timeline.training.retagging import retag
from timeline.training.stages import Ledger, digest_of_files
from timeline.training.stanza_trainers import train_lemmatizer, train_parser, train_tagger, train_tokenizer
from timeline.training.treebanks import SPLITS, read, treebank_files
from timeline.training.vectors import SpacyVectors, frequent_words, project, save_vectors, vocabulary

__all__ = ["Plan", "make"]


@frozen
class Plan:
    """What to make, of what, and where."""

    treebanks: Path
    """Folder with `*-train`, `*-dev` and `*-test.conllu`, plain or `.xz`."""
    vectors: Path
    """Wheel of a spaCy model with vectors."""
    output: Path
    """Folder for everything made; the bundle itself comes to stand in `output/bundle`."""
    release: Release
    released: dt.date
    seed: int = 1
    recipe: Recipe = field(factory=Recipe)

    @property
    def bundle(self) -> Path:
        """Where the finished files stand."""
        return self.output / "bundle"


def make(plan: Plan, say: Callable[[str], None]) -> Path:
    """Run every stage that is not done yet and give the folder of the bundle, which `timeline.syntax.load` takes.

    Raises TreebankError, VectorsError or MissingExtraError for what is missing.
    """
    ledger = Ledger(plan.output / "stages", say)
    treebanks = [path for split in SPLITS for path in treebank_files(plan.treebanks, split)]
    data = Prepared(plan.output / "data")
    ledger.run(
        "data",
        {"treebanks": digest_of_files(treebanks), "seed": plan.seed},
        lambda: prepare(plan.treebanks, data.folder, plan.seed),
    )
    weights = {role: plan.output / "weights" / name for role, name in file_names(NAME).items()}
    weights["vectors"].parent.mkdir(parents=True, exist_ok=True)
    ledger.run(
        "vectors",
        {"vectors": digest_of_files([plan.vectors])},
        lambda: _make_vectors(plan.vectors, data, weights["vectors"]),
        ("data",),
    )
    _train(plan, ledger, data, weights)
    ledger.run(
        "bundle",
        asdict(plan.release),
        lambda: pack(weights, plan.bundle, NAME, plan.release),
        ("tokenizer", "tagger", "lemmatizer", "parser"),
    )
    ledger.run("card", {"released": plan.released.isoformat()}, lambda: _write_card(plan), ("bundle",))
    return plan.bundle


def _train(plan: Plan, ledger: Ledger, data: Prepared, weights: dict[str, Path]) -> None:
    """Run the trainers, and between the parser's two phases our own tagger over its text."""
    steps, seed, vectors = plan.recipe, plan.seed, weights["vectors"]
    folder = vectors.parent

    def train(part: str, arguments: list[str], trainer: Callable[[list[str]], None], after: tuple[str, ...]) -> None:
        ledger.run(part, {"arguments": arguments}, partial(trainer, arguments), after)

    train(
        "tokenizer",
        recipe.tokenizer(steps, data, folder, seed),
        partial(train_tokenizer, decay_steps=steps.tokenizer_steps),
        ("data",),
    )
    train("lemmatizer", recipe.lemmatizer(steps, data, folder, seed), train_lemmatizer, ("data",))
    early, gold = (folder / f"{NAME}_{part}.pt" for part in ("tagger_early", "parser_gold"))
    train(
        "tagger_early",
        recipe.tagger_early(steps, data, vectors, folder, seed),
        partial(train_tagger, decay_steps=round(steps.tagger_early_steps / (1 - recipe.EARLY_FALL)), seed=seed),
        ("data", "vectors"),
    )
    train(
        "tagger",
        recipe.tagger(steps, data, vectors, folder, seed),
        partial(train_tagger, decay_steps=steps.tagger_steps, seed=seed, continued=early),
        ("tagger_early",),
    )
    train(
        "parser_gold",
        recipe.parser_gold(steps, data, vectors, folder, seed),
        partial(train_parser, decay_steps=None, seed=seed),
        ("data", "vectors"),
    )
    ledger.run(
        "tagging",
        {},
        lambda: retag(early, vectors, {data.words: data.tagged("train"), data.dev: data.tagged("dev")}),
        ("tagger_early",),
    )
    train(
        "parser",
        [*recipe.parser(steps, data, vectors, folder, seed), "--continue_from", str(gold)],
        partial(train_parser, decay_steps=steps.parser_steps, seed=seed, vocabulary_of=gold),
        ("parser_gold", "tagging"),
    )


def _make_vectors(source: Path, data: Prepared, target: Path) -> None:
    seen = Counter(word.form.lower() for sentence in read(data.words) for word in sentence.words)
    words, matrix = project(SpacyVectors.from_wheel(source), vocabulary(seen, frequent_words()))
    save_vectors(target, words, matrix)


def _write_card(plan: Plan) -> None:
    """Measure the bundle on the test split and write its MODEL_CARD.md."""
    sentences = {
        path.name: sum(1 for _ in read(path)) for split in SPLITS for path in treebank_files(plan.treebanks, split)
    }
    report = measure(str(plan.bundle), plan.treebanks)
    sizes = {role: (plan.bundle / name).stat().st_size for role, name in file_names(NAME).items()}
    facts = Facts(plan.release, plan.released, sentences, {role: sizes[role] for role in ROLES}, report)
    (plan.bundle / "MODEL_CARD.md").write_text(render(facts), encoding="utf-8")
