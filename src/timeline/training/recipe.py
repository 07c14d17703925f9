"""The training recipe: the sizes of the models and the length of their training.

The numbers are those of the bundled models. They were chosen for two CPU cores and an hour and a half: on this budget
more steps compete with more units, and at run time the parser is more than half of the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.languages import DEFAULT

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.training.preparation import Prepared

__all__ = [
    "EARLY_FALL",
    "NAME",
    "Recipe",
    "lemmatizer",
    "parser",
    "parser_gold",
    "tagger",
    "tagger_early",
    "tokenizer",
]

NAME = "en_small"
TAGGER_RATE = 3e-3
EARLY_FALL = 2 / 3
"""Final share of the learning rate of the tagger's first phase."""


@frozen
class Lap:
    """A number of steps, evaluated on dev every `interval` of them."""

    steps: int
    interval: int


@frozen
class Recipe:
    """The length of training of each part; sizes are in the functions below."""

    tokenizer_steps: int = 5000
    tagger_early_steps: int = 4000
    """Steps at a rate that falls by a third; the resulting tagger tags the parser's training text."""
    tagger_steps: int = 4000
    """Further steps, at a rate that falls to zero."""
    lemmatizer_epochs: int = 6
    parser_gold_steps: int = 6000
    """Steps on the tags of the treebank, at a constant rate."""
    parser_steps: int = 7000
    """Steps on the tags of our own tagger, at a decreasing rate."""
    evaluations: int = 2
    """How often each part is evaluated on dev during training; the best state is kept."""

    def scaled(self, factor: float) -> Recipe:
        """Return the recipe with the steps multiplied, at least one of each."""

        def times(steps: int) -> int:
            return max(1, round(steps * factor))

        return evolve(
            self,
            tokenizer_steps=times(self.tokenizer_steps),
            tagger_early_steps=times(self.tagger_early_steps),
            tagger_steps=times(self.tagger_steps),
            lemmatizer_epochs=times(self.lemmatizer_epochs),
            parser_gold_steps=times(self.parser_gold_steps),
            parser_steps=times(self.parser_steps),
        )

    def lap(self, steps: int) -> Lap:
        """Return a number of steps with their evaluations."""
        return Lap(steps, max(1, steps // self.evaluations))


def tokenizer(recipe: Recipe, data: Prepared, output: Path, seed: int) -> list[str]:
    """Characters to words and sentences: LSTM layers of 64 each way, the second over what the first makes of a word."""
    lap = recipe.lap(recipe.tokenizer_steps)
    return [
        *_common(output, "tokenizer", seed),
        *("--lang", DEFAULT, "--mode", "train", "--no_use_mwt"),
        *(
            "--txt_file",
            str(data.text("train")),
            "--label_file",
            str(data.labels("train")),
            "--mwt_json_file",
            str(data.expansions),
        ),
        *("--dev_txt_file", str(data.text("dev")), "--dev_label_file", str(data.labels("dev"))),
        *("--dev_conll_gold", str(data.dev)),
        *("--emb_dim", "32", "--hidden_dim", "64", "--max_seqlen", "300", "--batch_size", "32"),
        *("--dropout", "0.2", "--unit_dropout", "0.2", "--lr0", "2e-3"),
        *("--steps", str(lap.steps), "--eval_steps", str(lap.interval)),
        *("--anneal_after", str(lap.steps + 1), "--max_steps_before_stop", str(lap.steps + 1)),
    ]


def tagger_early(recipe: Recipe, data: Prepared, vectors: Path, output: Path, seed: int) -> list[str]:
    """Return the first phase of `tagger`."""
    return _tagger("tagger_early", data, vectors, output, seed, recipe.lap(recipe.tagger_early_steps))


def tagger(recipe: Recipe, data: Prepared, vectors: Path, output: Path, seed: int) -> list[str]:
    """Words to UPOS, XPOS and features: two LSTM layers of 160 each way over words and their characters.

    One hidden layer serves all three: separate ones, with bilinear classifiers, take half of each step.
    """
    return _tagger("tagger", data, vectors, output, seed, recipe.lap(recipe.tagger_steps))


def _tagger(  # noqa: PLR0913, PLR0917 - the two phases differ in these
    part: str, data: Prepared, vectors: Path, output: Path, seed: int, lap: Lap
) -> list[str]:
    rate = TAGGER_RATE if part == "tagger_early" else TAGGER_RATE * EARLY_FALL
    return [
        *_common(output, part, seed),
        *("--lang", DEFAULT, "--mode", "train", "--wordvec_pretrain_file", str(vectors)),
        *("--train_file", str(data.words), "--eval_file", str(data.dev)),
        *("--share_hid", "--tag_emb_dim", "0", "--deep_biaff_hidden_dim", "200"),
        *("--hidden_dim", "160", "--num_layers", "2", "--char_hidden_dim", "100", "--char_emb_dim", "50"),
        *("--transformed_dim", "100", "--word_emb_dim", "75", "--word_cutoff", "3"),
        *("--dropout", "0.33", "--word_dropout", "0.15", "--augment_nopunct", "0.1"),
        *("--batch_size", "50", "--lr", f"{rate:g}", "--max_steps", str(lap.steps)),
        *("--eval_interval", str(lap.interval), "--fix_eval_interval"),
        *("--max_steps_before_stop", str(lap.steps + 1)),
    ]


def lemmatizer(recipe: Recipe, data: Prepared, output: Path, seed: int) -> list[str]:
    """Words with their UPOS to lemmas: a dictionary, and letters in, letters out for the rest."""
    return [
        *_common(output, "lemmatizer", seed),
        *("--mode", "train", "--train_file", str(data.types), "--eval_file", str(data.dev)),
        *("--hidden_dim", "100", "--emb_dim", "50", "--pos_dim", "50", "--num_layers", "1"),
        *("--dropout", "0.3", "--emb_dropout", "0.2", "--batch_size", "100", "--lr", "2e-3"),
        *("--num_epoch", str(recipe.lemmatizer_epochs), "--log_step", "100"),
    ]


def parser_gold(recipe: Recipe, data: Prepared, vectors: Path, output: Path, seed: int) -> list[str]:
    """Return the first phase of `parser`, on the tags of the treebank."""
    texts = (data.words, data.dev)
    return _parser("parser_gold", texts, vectors, output, seed, recipe.lap(recipe.parser_gold_steps))


def parser(recipe: Recipe, data: Prepared, vectors: Path, output: Path, seed: int) -> list[str]:
    """Words with lemmas and tags to trees: two LSTM layers of 200 each way, then biaffine scores.

    No characters are read: the tags, for which the tagger reads them, replace them.
    """
    texts = (data.tagged("train"), data.tagged("dev"))
    return _parser("parser", texts, vectors, output, seed, recipe.lap(recipe.parser_steps))


def _parser(  # noqa: PLR0913, PLR0917 - the two phases differ in these
    part: str, texts: tuple[Path, Path], vectors: Path, output: Path, seed: int, lap: Lap
) -> list[str]:
    """Return the arguments of a phase; `texts` are those for training and for dev."""
    return [
        *_common(output, part, seed),
        *("--lang", DEFAULT, "--mode", "train", "--no_checkpoint", "--wordvec_pretrain_file", str(vectors)),
        *("--train_file", str(texts[0]), "--eval_file", str(texts[1])),
        *("--hidden_dim", "200", "--num_layers", "2", "--no_char", "--transformed_dim", "100"),
        *("--word_emb_dim", "75", "--word_cutoff", "3", "--deep_biaff_hidden_dim", "100"),
        *("--tag_emb_dim", "50", "--no_ufeats", "--dropout", "0.33", "--word_dropout", "0.2"),
        *("--batch_size", "1000", "--optim", "adam", "--lr", "2e-3", "--beta2", "0.95", "--weight_decay", "0"),
        *("--no_second_optim", "--no_plateau", "--max_steps", str(lap.steps), "--eval_interval", str(lap.interval)),
        *("--max_steps_before_stop", str(lap.steps + 1)),
    ]


def _common(output: Path, part: str, seed: int) -> list[str]:
    return [
        *("--shorthand", NAME, "--cpu", "--seed", str(seed)),
        *("--save_dir", str(output), "--save_name", f"{NAME}_{part}.pt"),
    ]
