from __future__ import annotations

import lzma
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.training.treebanks import (
    Sentence,
    TreebankError,
    Word,
    genre,
    parse,
    read,
    shorten,
    to_conllu,
    treebank_files,
)

if TYPE_CHECKING:
    from pathlib import Path

CONTRACTION = """\
# newdoc id = GUM_news_town
# newpar
# sent_id = 1
# text = They don't.
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t0\troot\t0:root\tEntity=1
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdo\tdo\tAUX\tVBP\t_\t1\taux\t1:aux\t_
3\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t1:advmod\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t1:dep\t_
4\t.\t.\tPUNCT\t.\t_\t1\tpunct\t1:punct\t_

# newpar id = p2
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t0:root\t_
"""


def test_contractions_become_words_that_touch() -> None:
    first, second = parse(CONTRACTION.split("\n"))
    assert [(word.form, word.space_after) for word in first.words] == [
        ("They", True),
        ("do", False),
        ("n't", False),
        (".", True),
    ]
    assert first.text == "They don't."
    assert (first.document, first.paragraph) == ("GUM_news_town", True)
    assert (second.document, second.paragraph) == (None, True)


def test_empty_nodes_and_comments_are_left_out() -> None:
    written = "".join(to_conllu(parse(CONTRACTION.split("\n"))))
    assert "sent_id" not in written
    assert "\tgo\t" not in written


@pytest.mark.parametrize(
    ("line", "reason"),
    [("1\tone\tcolumn", "3 columns"), ("1\ta\ta\tX\tX\t_\t7\tdep\t_\t_", "out of the sentence that ends on line 2")],
)
def test_what_is_no_conllu(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "bad-train.conllu"
    path.write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(TreebankError, match=reason):
        read(path)


def test_damaged_archive(tmp_path: Path) -> None:
    path = tmp_path / "bad-train.conllu.xz"
    path.write_bytes(b"not xz")
    with pytest.raises(TreebankError, match="bad-train"):
        read(path)


def test_plain_and_compressed_are_the_same(tmp_path: Path) -> None:
    plain, compressed = tmp_path / "a-dev.conllu", tmp_path / "b-dev.conllu.xz"
    plain.write_text(CONTRACTION, encoding="utf-8")
    compressed.write_bytes(lzma.compress(CONTRACTION.encode()))
    assert read(plain) == read(compressed)
    assert treebank_files(tmp_path, "dev") == [plain, compressed]


def test_missing_split_is_named(tmp_path: Path) -> None:
    with pytest.raises(TreebankError, match=r"\*-train\.conllu"):
        treebank_files(tmp_path, "train")


def test_genres() -> None:
    assert genre("GUM_interview_libertarian") == "interview"
    assert genre("newsgroup-groups.google.com_some") == "newsgroup"
    assert genre("") == ""


def test_long_words_keep_their_ends() -> None:
    word = Word("https://example.org/a/long/way/down", "x", "X", "X", "_", 0, "root")
    assert shorten(word, 12).form == "https:y/down"
    assert shorten(word, 12).lemma == "x"


_TEXT = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=6)


@given(st.lists(st.lists(st.tuples(_TEXT, st.booleans()), min_size=1, max_size=5), max_size=4))
def test_written_and_read_again(rows: list[list[tuple[str, bool]]]) -> None:
    made = [
        Sentence(
            tuple(Word(form, "x", "NOUN", "NN", "_", place, "dep", space) for place, (form, space) in enumerate(row))
        )
        for row in rows
    ]
    assert list(parse("".join(to_conllu(made)).split("\n"))) == made
