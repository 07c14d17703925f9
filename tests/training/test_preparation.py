from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.training.preparation import prepare
from timeline.training.treebanks import read, to_conllu

if TYPE_CHECKING:
    from pathlib import Path


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_gives_the_same_bytes(treebanks: Path, tmp_path: Path) -> None:
    first, second = (prepare(treebanks, tmp_path / name, seed=3) for name in ("one", "two"))
    assert _content(first.folder) == _content(second.folder)


def test_another_seed_orders_words_otherwise(treebanks: Path, tmp_path: Path) -> None:
    first, second = prepare(treebanks, tmp_path / "one", seed=1), prepare(treebanks, tmp_path / "two", seed=2)
    assert first.types.read_bytes() != second.types.read_bytes()


def test_text_and_labels_fit(treebanks: Path, tmp_path: Path) -> None:
    made = prepare(treebanks, tmp_path / "made", seed=1)
    for split in ("train", "dev"):
        text, labels = (path(split).read_text(encoding="utf-8") for path in (made.text, made.labels))
        assert [len(line) for line in text.split("\n")] == [len(line) for line in labels.split("\n")]


def test_dev_is_left_as_it_is(treebanks: Path, tmp_path: Path) -> None:
    made = prepare(treebanks, tmp_path / "made", seed=1)
    published = [sentence for path in sorted(treebanks.glob("*-dev.*")) for sentence in read(path)]
    assert made.dev.read_text(encoding="utf-8") == "".join(to_conllu(published))


def test_long_sentences_are_not_trained_on(treebanks: Path, tmp_path: Path) -> None:
    [first, *_] = read(treebanks / "xx_ewt-train.conllu")
    long = "\n".join(f"{place}\tx\tx\tX\tX\t_\t0\troot\t_\t_" for place in range(1, 90))
    (treebanks / "yy-train.conllu").write_text(f"{long}\n", encoding="utf-8")
    made = read(prepare(treebanks, tmp_path / "made", seed=1).words)
    assert len(made) == 18
    assert first in made
