"""The whole way, on a dozen sentences and a few steps."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
import torch

import timeline.training.syntax_models as made
from timeline.syntax import load
from timeline.training.gold_arcs import loss_of_gold_arcs
from timeline.training.packing import Release
from timeline.training.recipe import Recipe

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.training,
    pytest.mark.filterwarnings("ignore"),  # Stanza's trainers are not ours to mend
]

STAGES = ["data", "vectors", "lemmatizer", "tagger_early", "tagger", "tokenizer", "parser_gold", "tagging", "parser"]
STAGES += ["bundle", "card"]
STEPS = Recipe(
    tokenizer_steps=6, tagger_early_steps=2, tagger_steps=4, lemmatizer_epochs=1, parser_gold_steps=2, parser_steps=4,
    evaluations=2,
)  # fmt: skip


def test_from_treebanks_to_a_parser(
    treebanks: Path, wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "frequent_words", lambda: ["council", "rain"])
    plan = made.Plan(
        treebanks=treebanks, vectors=wheel, output=tmp_path / "out", release=Release("tiny", "1", "en", "1.15.0"),
        released=dt.date(2024, 5, 1), recipe=STEPS,
    )  # fmt: skip
    told: list[str] = []
    folder = made.make(plan, told.append)
    assert [line.split(":")[0] for line in told] == STAGES

    analysis = load(str(folder)).parse("The council approved it.")
    assert analysis.model.startswith("tiny 1 (stanza 1.15.0")
    assert analysis.sentences
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "Released 2024-05-01" in card
    assert "$" not in card
    assert "| xx_gum: news | " in card

    told.clear()
    made.make(plan, told.append)
    assert all(line.endswith("done before") for line in told)


def test_the_same_seed_trains_the_same_weights_in_one_process_and_two(
    treebanks: Path, wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "frequent_words", lambda: ["council", "rain"])
    monkeypatch.setattr(made, "_write_card", lambda _: None)
    found = []
    for name, processes in (("one", 1), ("two", 2)):
        plan = made.Plan(
            treebanks=treebanks, vectors=wheel, output=tmp_path / name, release=Release("tiny", "1", "en", "1.15.0"),
            released=dt.date(2024, 5, 1), recipe=STEPS, processes=processes,
        )  # fmt: skip
        found.append({path.name: path.read_bytes() for path in made.make(plan, str).iterdir()})
    assert found[0] == found[1]


def test_gold_arcs_give_stanzas_loss(treebanks: Path) -> None:
    from stanza.models import parser
    from stanza.models.common.doc import Document
    from stanza.models.depparse.data import DataLoader
    from stanza.models.depparse.model import GraphParser
    from stanza.models.depparse.trainer import unpack_batch
    from stanza.utils.conll import CoNLL

    arguments = parser.parse_args(
        [
            *("--mode", "train", "--shorthand", "en_tiny", "--no_pretrain", "--no_char", "--word_cutoff", "1"),
            *("--hidden_dim", "8", "--word_emb_dim", "4", "--deep_biaff_hidden_dim", "6"),
            *("--dropout", "0", "--word_dropout", "0", "--augment_nopunct", "0"),
        ]
    )
    document = Document(CoNLL.conll2dict(input_file=str(treebanks / "xx_ewt-train.conllu"))[0])
    batches = DataLoader(document, 500, arguments, None)
    with torch.random.fork_rng():
        torch.manual_seed(1)
        model = GraphParser(arguments, batches.vocab)
        for parameter in model.parameters():
            parameter.data += torch.randn_like(parameter) / 4  # biaffine scorers begin at zero, where all are alike
    model.train()
    inputs, _, word_order, lengths, word_lengths, words = unpack_batch(batches[0], "cpu")
    batch = (*inputs, word_order, lengths, word_lengths, words)

    expected, _ = model.loss(*batch)
    expected.backward()
    gradients = {name: parameter.grad for name, parameter in model.named_parameters() if parameter.grad is not None}
    model.zero_grad(set_to_none=True)
    found = loss_of_gold_arcs(model, batch)
    found.backward()
    assert found.item() == pytest.approx(expected.item(), rel=1e-2)
    for name, parameter in model.named_parameters():
        if name in gradients:
            assert parameter.grad is not None
            assert torch.allclose(parameter.grad, gradients[name], rtol=0.05, atol=0.02), name
