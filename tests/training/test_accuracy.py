from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.training.accuracy import documents, measure, table
from timeline.training.treebanks import Sentence, Word, read

if TYPE_CHECKING:
    from pathlib import Path


def test_documents_by_name() -> None:
    sentence = Sentence((Word("Yes", "yes", "INTJ", "UH", "_", 0, "root"),))
    first = Sentence(sentence.words, document="a", paragraph=True)
    assert list(documents([sentence, first, sentence])) == [("", [sentence]), ("a", [first, sentence])]


def test_bundled_model_by_genre(treebanks: Path) -> None:
    report = measure("bundled", treebanks)
    assert [row.part for row in report.rows] == ["xx_ewt", "xx_ewt: weblog", "xx_gum", "xx_gum: news"]
    words = sum(len(sentence.words) for sentence in read(treebanks / "xx_ewt-test.conllu"))
    whole, part, *_ = report.rows
    assert whole.words == words
    assert whole.scores == part.scores
    assert whole.scores["words"] > 90
    assert 50 < whole.scores["LAS"] <= whole.scores["UAS"] <= whole.scores["words"]
    assert report.words_a_second > 0


def test_table(treebanks: Path) -> None:
    lines = table(measure("bundled", treebanks).rows).splitlines()
    assert lines[0].startswith("| test set | words | words found | sentences | UPOS |")
    assert lines[2].startswith("| xx_ewt | ")
    assert {line.count("|") for line in lines} == {11}
