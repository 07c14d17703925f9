from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from timeline import ArticleError, Extractor, ModelError, Timeline, cli
from timeline.evaluation.corpus import evaluate_directory, timeml_files
from timeline.evaluation.scores import Score
from timeline.evaluation.split import Part
from timeline.formats.timeml import read_timeml, to_timeml

if TYPE_CHECKING:
    from pathlib import Path

DCT = '<DCT><TIMEX3 tid="t0" type="DATE" value="2024-03-15" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>'


def document(inside: str, after: str = "") -> str:
    return f"<TimeML>{DCT}<TEXT>{inside}</TEXT>{after}</TimeML>"


GOOD = document(
    'The council <EVENT eid="e1" class="OCCURRENCE">opened</EVENT> the bridge in '
    '<TIMEX3 type="DATE" value="2019-05">May 2019</TIMEX3> for <TIMEX3 type="DURATION" value="P1DE">10 years</TIMEX3>.',
    '<MAKEINSTANCE eventID="e1" tense="PAST" aspect="NONE" polarity="POS"/>',
)
BAD = document(
    'It opened in <TIMEX3 type="DATE" value="2018">2018</TIMEX3>, <EVENT class="STATE">is</EVENT> shut every '
    "<TIMEX3 value='P1D' type='SET'>day<"
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "wall.tml").write_text(GOOD)
    (folder / "market.tml").write_text(document('In <TIMEX3 type="DATE" value="2020">2021</TIMEX3>.'))
    (folder / "notes.txt").write_text("no TimeML")
    (folder / ".hidden.tml").write_text("no TimeML")
    return folder


def test_the_files_are_searched_at_any_depth(gold: Path) -> None:
    assert timeml_files(gold) == ["deeper/wall.tml", "market.tml"]


def test_expressions_are_measured(gold: Path) -> None:
    evaluation = evaluate_directory(gold, errors=5)
    (tally,) = evaluation.tallies
    assert evaluation.documents == 2
    assert (evaluation.problems, evaluation.undated) == ((), ())
    assert tally.strict == tally.relaxed == Score(3, 3, 3)
    assert tally.attribute("value") == Score(1, 3, 3)
    assert tally.attribute("value_normalised") == Score(2, 3, 3)
    assert evaluation.mistakes[0].counts == {"notation": 1, "value": 1}
    assert evaluation.mistakes[0].kept["value"][0].document == "market.tml"


def test_parts_make_up_the_whole(gold: Path) -> None:
    assert [evaluate_directory(gold, part=part).tallies[0].gold for part in Part] == [3, 2, 1]


def test_events_are_measured(gold: Path) -> None:
    expressions, events = evaluate_directory(gold, part=Part.DEV, events=True).tallies
    assert expressions.gold == 2
    assert events.strict == Score(1, 1, 1)
    assert {name: events.accuracy(name) for name in ("class", "tense", "aspect", "polarity")} == {
        "class": 1.0,
        "tense": 1.0,
        "aspect": 1.0,
        "polarity": 1.0,
    }


def test_documents_that_do_not_parse_count_as_missed(gold: Path) -> None:
    (gold / "bad.tml").write_text(BAD)
    (gold / "empty.tml").write_bytes(b"")
    (gold / "other.tml").write_text("<html><TIMEX3>now</TIMEX3></html>")
    evaluation = evaluate_directory(gold, events=True)
    expressions, events = evaluation.tallies
    assert [problem.split(": ")[:2] for problem in evaluation.problems] == [
        ["bad.tml", "not well-formed XML"],
        ["empty.tml", "not well-formed XML"],
        ["other.tml", "no TEXT element"],
    ]
    assert (expressions.gold, expressions.system) == (3 + 2, 3)
    assert expressions.of_kind("SET") == (Score(0, 1, 0), Score(0, 1, 0))
    assert events.gold == 1 + 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything can be read here")
def test_a_file_that_cannot_be_read(gold: Path) -> None:
    (gold / "locked.tml").write_text(GOOD)
    (gold / "locked.tml").chmod(0)
    assert evaluate_directory(gold).problems == ("locked.tml: Permission denied",)


def test_a_dangling_link_is_a_problem(gold: Path) -> None:
    (gold / "gone.tml").symlink_to(gold / "nowhere")
    evaluation = evaluate_directory(gold)
    assert evaluation.problems == ("gone.tml: No such file or directory",)
    assert evaluation.tallies[0].gold == 3


def test_a_document_on_which_the_library_fails_counts_as_missed(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Extractor.tag

    def fail(self: Extractor, article: Any) -> Timeline:
        if "council" in article.text:
            message = "\x1b[31m"
            raise IndexError(message)
        return read(self, article)

    monkeypatch.setattr(Extractor, "tag", fail)
    evaluation = evaluate_directory(gold)
    assert evaluation.problems == ("deeper/wall.tml: IndexError: \x1b[31m",)
    assert evaluation.tallies[0].strict == Score(1, 3, 1)


def test_a_missing_model_ends_it(gold: Path) -> None:
    with pytest.raises(ModelError):
        evaluate_directory(gold, events=True, extractor=Extractor(syntax="no-such"))


def test_a_document_without_a_date(gold: Path) -> None:
    (gold / "undated.tml").write_text('<T><TEXT><TIMEX3 type="DATE" value="XXXX-05">May</TIMEX3></TEXT></T>')
    assert evaluate_directory(gold).undated == ("undated.tml",)


def test_an_empty_text_is_measured(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(document(""))
    evaluation = evaluate_directory(tmp_path, events=True)
    assert evaluation.problems == ()
    assert [tally.gold + tally.system for tally in evaluation.tallies] == [0, 0]


def test_nothing_to_measure(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with pytest.raises(ArticleError, match="no TimeML files: "):
        evaluate_directory(tmp_path / "none")
    (gold / "market.tml").unlink()
    with pytest.raises(ArticleError, match="in the part 'held-out'"):
        evaluate_directory(gold, part=Part.HELD_OUT)
    with pytest.raises(FileNotFoundError):
        evaluate_directory(tmp_path / "missing")
    with pytest.raises(NotADirectoryError):
        evaluate_directory(gold / "notes.txt")


def test_the_table(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(gold), "--errors"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    rows = [line.split() for line in out.splitlines()]
    assert rows[0] == ["2", "documents,", "part:", "all"]
    assert ["strict", "100.00", "100.00", "100.00"] in rows
    assert ["value", "33.33", "33.33", "33.33", "33.33"] in rows
    assert ["value,", "normalised", "66.67", "66.67", "66.67", "66.67"] in rows
    assert "TIMEX3 value | market.tml:3 | … In [2021]. … | annotated 2020; found 2021\n" in out


def test_json(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(gold), "--json", "--errors", "1", "--part", "dev", "--events"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["part"], result["documents"], result["problems"]) == ("dev", 1, [])
    assert result["TIMEX3"]["strict"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "hits": 2}
    assert result["TIMEX3"]["per_type"]["DURATION"]["value_accuracy"] == 0
    assert result["TIMEX3"]["per_type"]["DURATION"]["value_normalised_accuracy"] == 1
    assert result["EVENT"]["class"]["accuracy"] == 1
    assert result["errors"]["TIMEX3"]["notation"]["count"] == 1


def test_problems_are_told_and_status_is_1(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (gold / "bad\x1b.tml").write_text(BAD)
    assert cli.main(["evaluate", str(gold)]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("3 documents")
    assert err.count("\n") == 1
    assert r"bad\x1b.tml: not well-formed XML" in err


def test_what_cannot_be_measured_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(tmp_path)]) == 1
    assert cli.main(["evaluate", str(tmp_path / "missing")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert [line.rsplit(": ", 1)[-1] for line in err.splitlines()] == [
        "names that end in .tml are looked for",
        "No such file or directory",
    ]


@pytest.mark.parametrize(
    "arguments", [["--part", "test"], ["--errors", "-1"], ["--errors", "many"], ["--published", "x"]]
)
def test_bad_usage_is_status_2(gold: Path, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["evaluate", str(gold), *arguments])
    assert caught.value.code == 2


def test_text_cannot_drive_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inside = 'a\u202e\n\u0085 <TIMEX3 type="D\u009b" value="\u202e">then</TIMEX3>\u2028'
    (tmp_path / "a.tml").write_text(document(inside))
    cli.main(["evaluate", str(tmp_path), "--errors"])
    out = capsys.readouterr().out
    assert not {"\u202e", "\u009b", "\u2028", "\u0085"} & set(out)
    assert out.count("[then]") == 1


def test_what_the_library_writes_agrees_with_itself(tmp_path: Path, made_by_hand: Timeline) -> None:
    found = Extractor().tag(made_by_hand.article)
    (tmp_path / "a.tml").write_text(to_timeml(found))
    (tally,) = evaluate_directory(tmp_path).tallies
    assert tally.gold > 0
    assert tally.strict.f1 == tally.attribute("value").f1 == 1
    assert read_timeml(tmp_path / "a.tml").text == made_by_hand.article.text


@pytest.mark.corpora
def test_real_documents_are_measured_without_a_crash() -> None:
    directory = os.environ.get("TIMELINE_CORPORA")
    if not directory:
        pytest.skip("TIMELINE_CORPORA names no directory of TimeML documents")
    evaluation = evaluate_directory(directory)
    assert evaluation.problems == ()
    (tally,) = evaluation.tallies
    assert tally.strict_hits <= tally.relaxed_hits <= min(tally.gold, tally.system)
    assert tally.right["value"] <= tally.right["value_normalised"]
