"""The pipeline from treebanks to a bundle: stages, in order, each resumable."""

from __future__ import annotations

import datetime as dt
import multiprocessing
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
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
    """The sources, the target and the settings of a training run."""

    treebanks: Path
    """Folder with `*-train`, `*-dev` and `*-test.conllu`, plain or `.xz`."""
    vectors: Path
    """Wheel of a spaCy model with vectors."""
    output: Path
    """Folder for all results; the bundle itself is written to `output/bundle`."""
    release: Release
    released: dt.date
    seed: int = 1
    recipe: Recipe = field(factory=Recipe)
    processes: int = 1
    """Two train independent parts in parallel; the weights are the same."""

    @property
    def bundle(self) -> Path:
        """The folder of the finished files."""
        return self.output / "bundle"


def make(plan: Plan, say: Callable[[str], None]) -> Path:
    """Run every stage that is not done yet and return the folder of the bundle, for `timeline.syntax.load`.

    Raises TreebankError, VectorsError or MissingExtraError if a source is missing.
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
    """Run the trainers, and between the parser's two phases our own tagger on its text.

    A second process, if any, trains the parser and its prerequisites, and this one the rest.
    """
    training = _Training(plan, ledger, data, weights["vectors"])
    if plan.processes > 1:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as second:
            for beside, here in ((training.gold_trees, training.early), (training.trees, training.late)):
                waiting = second.submit(beside)
                here()
                waiting.result()
    # stages done by the other process are recorded, and skipped here
    for part in (training.early, training.late, training.gold_trees, training.trees):
        part()


@frozen
class _Training:
    """Trains the parts of a plan."""

    plan: Plan
    ledger: Ledger
    data: Prepared
    vectors: Path

    def early(self) -> None:
        """Train the lemmatizer, and the tagger of the parser's text."""
        steps, data, seed = self.plan.recipe, self.data, self.plan.seed
        self._run("lemmatizer", recipe.lemmatizer(steps, data, self._folder, seed), train_lemmatizer, ("data",))
        self._run(
            "tagger_early",
            recipe.tagger_early(steps, data, self.vectors, self._folder, seed),
            partial(train_tagger, decay_steps=round(steps.tagger_early_steps / (1 - recipe.EARLY_FALL)), seed=seed),
            ("data", "vectors"),
        )

    def late(self) -> None:
        """Finish the tagger, and train the tokenizer."""
        steps, data, seed = self.plan.recipe, self.data, self.plan.seed
        self._run(
            "tagger",
            recipe.tagger(steps, data, self.vectors, self._folder, seed),
            partial(train_tagger, decay_steps=steps.tagger_steps, seed=seed, continued=self._weights("tagger_early")),
            ("tagger_early",),
        )
        self._run(
            "tokenizer",
            recipe.tokenizer(steps, data, self._folder, seed),
            partial(train_tokenizer, decay_steps=steps.tokenizer_steps),
            ("data",),
        )

    def gold_trees(self) -> None:
        """Train the parser on the tags of the treebank."""
        self._run(
            "parser_gold",
            recipe.parser_gold(self.plan.recipe, self.data, self.vectors, self._folder, self.plan.seed),
            partial(train_parser, decay_steps=None, seed=self.plan.seed),
            ("data", "vectors"),
        )

    def trees(self) -> None:
        """Tag the parser's text with the tagger of `early`, and finish the parser on that."""
        steps, data, seed = self.plan.recipe, self.data, self.plan.seed
        texts = {data.words: data.tagged("train"), data.dev: data.tagged("dev")}
        self.ledger.run(
            "tagging", {}, lambda: retag(self._weights("tagger_early"), self.vectors, texts), ("tagger_early",)
        )
        gold = self._weights("parser_gold")
        self._run(
            "parser",
            [*recipe.parser(steps, data, self.vectors, self._folder, seed), "--continue_from", str(gold)],
            partial(train_parser, decay_steps=steps.parser_steps, seed=seed, vocabulary_of=gold),
            ("parser_gold", "tagging"),
        )

    @property
    def _folder(self) -> Path:
        return self.vectors.parent

    def _weights(self, part: str) -> Path:
        return self._folder / f"{NAME}_{part}.pt"

    def _run(
        self, part: str, arguments: list[str], trainer: Callable[[list[str]], None], after: tuple[str, ...]
    ) -> None:
        self.ledger.run(part, {"arguments": arguments}, partial(trainer, arguments), after)


def _make_vectors(source: Path, data: Prepared, target: Path) -> None:
    seen = Counter(word.form.lower() for sentence in read(data.words) for word in sentence.words)
    words, matrix = project(SpacyVectors.from_wheel(source), vocabulary(seen, frequent_words()))
    save_vectors(target, words, matrix)


def _write_card(plan: Plan) -> None:
    """Evaluate the bundle on the test split and write its MODEL_CARD.md."""
    sentences = {
        path.name: sum(1 for _ in read(path)) for split in SPLITS for path in treebank_files(plan.treebanks, split)
    }
    report = measure(str(plan.bundle), plan.treebanks)
    sizes = {role: (plan.bundle / name).stat().st_size for role, name in file_names(NAME).items()}
    facts = Facts(plan.release, plan.released, sentences, {role: sizes[role] for role in ROLES}, report)
    (plan.bundle / "MODEL_CARD.md").write_text(render(facts), encoding="utf-8")
