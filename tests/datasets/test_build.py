from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import timeline
from timeline import DatasetError, InputError, Limits
from timeline.datasets.manifest import LOG, MANIFEST, Store
from timeline.tables.columns import TABLES

pytest.importorskip("pyarrow")
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from timeline.datasets.report import Report

WriteSource = Callable[..., Path]


def build(source: Path, output: Path, **options: Any) -> Report:
    return timeline.build_dataset(source, output, **{"events": False, "workers": 1, "shard_records": 10, **options})


def rows(output: Path, table: str) -> list[dict[str, Any]]:
    return [row for path in sorted((output / table).iterdir()) for row in pq.read_table(path).to_pylist()]


def content(output: Path) -> dict[str, bytes]:
    files = [path for path in output.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def test_every_article_is_a_row(tmp_path: Path, write_source: WriteSource) -> None:
    report = build(write_source(), tmp_path / "out")
    found = rows(tmp_path / "out", "articles")
    assert [row["id"] for row in found] == [f"a{number}" for number in range(25)]
    assert [row["position"] for row in found] == list(range(25))
    assert {row["published_by"] for row in found} == {"record"}
    assert [row["place"] for row in found][-1] == "line 25"
    assert (report.counts.articles, report.shards, report.counts.failures.total()) == (25, 3, 0)
    assert report.counts.words == sum(len(row["text"].split()) for row in found) == sum(row["words"] for row in found)


def test_expressions_are_those_of_find_times(tmp_path: Path, write_source: WriteSource) -> None:
    build(write_source(3), tmp_path / "out")
    articles = rows(tmp_path / "out", "articles")
    found = rows(tmp_path / "out", "expressions")
    for article in articles:
        expected = timeline.find_times(article["text"], article["published"])
        mine = [row for row in found if row["position"] == article["position"]]
        assert [(row["number"], row["text"], row["value"], row["edtf"]) for row in mine] == [
            (number, each.text, each.value, each.interval and each.interval.edtf)
            for number, each in enumerate(expected)
        ]
        assert len(mine) == article["expressions"] == 3


def test_events_are_those_of_extract(tmp_path: Path, write_source: WriteSource) -> None:
    build(write_source(3), tmp_path / "out", events=True)
    (first, *_) = rows(tmp_path / "out", "articles")
    expected = timeline.extract(first["text"], first["published"])
    mine = [row for row in rows(tmp_path / "out", "events") if row["position"] == 0]
    assert [(row["trigger"], row["lemma"], row["edtf"]) for row in mine] == [
        (event.trigger.text, event.lemma, event.when and event.when.edtf) for event in expected
    ]
    assert [row["expressions"] for row in mine] == [list(event.expressions) for event in expected]
    assert first["syntax_model"] == expected.provenance.syntax_model


def test_neither_workers_nor_resumption_change_a_byte(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source()
    build(source, tmp_path / "one")
    build(source, tmp_path / "two", workers=2)
    assert content(tmp_path / "one") == content(tmp_path / "two")
    log = (tmp_path / "two" / LOG).read_bytes().splitlines(keepends=True)
    (tmp_path / "two" / LOG).write_bytes(log[0] + log[1][:40])  # as if ended while the second line was written
    (tmp_path / "two" / ".unfinished").mkdir()
    (tmp_path / "two" / ".unfinished" / f"events.part-000001.parquet.{'0' * 32}.tmp").write_bytes(b"half")
    report = build(source, tmp_path / "two")
    assert (report.resumed_shards, report.shards, report.done.articles, report.counts.articles) == (1, 3, 15, 25)
    assert content(tmp_path / "one") == content(tmp_path / "two")
    report = build(source, tmp_path / "two")
    assert (report.resumed_shards, report.done.articles, report.counts.articles) == (3, 0, 25)
    assert content(tmp_path / "one") == content(tmp_path / "two")


def test_shards_do_not_depend_on_the_borders_of_files(tmp_path: Path, write_source: WriteSource) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(7):
        write_source(number, f"news/{number}.jsonl")
    build(folder, tmp_path / "one", shard_records=4)
    assert [row["place"] for row in rows(tmp_path / "one", "articles")][:4] == ["line 1", "line 1", "line 2", "line 1"]
    for kept in range(1, 6):
        log = (tmp_path / "one" / LOG).read_bytes().splitlines(keepends=True)
        before = content(tmp_path / "one")
        (tmp_path / "one" / LOG).write_bytes(b"".join(log[:kept]))
        build(folder, tmp_path / "one", shard_records=4)
        assert content(tmp_path / "one") == before


def test_json_lines_hold_the_same(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source([{"id": "a", "text": "in May 2019 or \ud800 2020", "published": None}, "torn"])
    build(source, tmp_path / "p")
    build(source, tmp_path / "j", form="jsonl")
    for table in TABLES:
        lines = (tmp_path / "j" / table / "part-000000.jsonl").read_text("ascii").splitlines()
        expected = json.loads(json.dumps(rows(tmp_path / "p", table), default=str))
        found = [json.loads(line) for line in lines]
        if table == "articles":  # Arrow holds no lone surrogates
            assert expected[0].pop("text") == found[0].pop("text").replace("\ud800", "\ufffd")
        assert found == expected


def test_failures_are_rows_with_their_cause(tmp_path: Path, write_source: WriteSource) -> None:
    bad: list[Any] = [
        '{"torn',
        {"id": "b", "text": 3},
        {"id": "c", "text": "x", "published": "soon"},
        {"id": "d", "text": "y" * 99},
    ]
    report = build(write_source([*bad, {"id": "e", "text": "in 2019"}]), tmp_path / "out", limits=Limits(characters=50))
    found = rows(tmp_path / "out", "failures")
    assert [(row["position"], row["id"], row["stage"], row["error"]) for row in found] == [
        (0, None, "read", "ArticleError"),
        (1, "b", "read", "ArticleError"),
        (2, "c", "read", "PublicationDateError"),
        (3, "d", "size", "SizeLimit"),
    ]
    assert [row["place"] for row in found] == ["line 1", "line 2", "line 3", "line 4"]
    assert [row["id"] for row in rows(tmp_path / "out", "articles")] == ["e"]
    assert report.counts.failures == {"read: ArticleError": 2, "read: PublicationDateError": 1, "size: SizeLimit": 1}
    assert "2  read: ArticleError\n            first: news.jsonl, line 1: malformed JSON at line 1" in report.render()
    assert (
        report.to_dict()["counts"]["examples"]["size: SizeLimit"]
        == "news.jsonl, line 4: 99 characters, the limit is 50"
    )


def test_articles_of_the_same_id_are_both_kept(tmp_path: Path, write_source: WriteSource) -> None:
    build(write_source([{"id": "a", "text": "in 2019"}, {"id": "a", "text": "in 2020"}]), tmp_path / "out")
    assert [(row["position"], row["value"]) for row in rows(tmp_path / "out", "expressions")] == [
        (0, "2019"),
        (1, "2020"),
    ]


def test_a_mistaken_column_is_told_with_those_there_are(tmp_path: Path) -> None:
    table = pa.table({"nr": [1, 2], "id": ["a", "b"], "body": ["in 2019", "x" * 999]})
    pq.write_table(table, tmp_path / "news.parquet")
    pa.feather.write_feather(table, tmp_path / "news.arrow")
    for source in (tmp_path / "news.parquet", tmp_path / "news.arrow"):
        with pytest.raises(InputError, match=r"there is no column 'text' or 'html'.*found: 'nr', 'id', 'body'"):
            build(source, tmp_path / source.suffix)
        assert not (tmp_path / source.suffix).exists()


def test_long_messages_are_cut_in_the_report(tmp_path: Path, write_source: WriteSource) -> None:
    report = build(write_source([{"text": "x", "published": "soon " * 99}]), tmp_path / "out")
    (example,) = report.counts.examples.values()
    assert len(example) == 300
    assert example.endswith("…")
    assert len(rows(tmp_path / "out", "failures")[0]["message"]) > 300


def test_a_dataset_may_lie_among_its_sources(tmp_path: Path, write_source: WriteSource) -> None:
    write_source(3)
    assert build(tmp_path, tmp_path / "out", form="jsonl").counts.articles == 3
    assert build(tmp_path, tmp_path / "out", form="jsonl").resumed_shards == 1


def test_no_articles(tmp_path: Path, write_source: WriteSource) -> None:
    report = build(write_source(0), tmp_path / "out")
    assert (report.shards, report.counts.articles) == (0, 0)


def test_texts_can_be_left_out(tmp_path: Path, write_source: WriteSource) -> None:
    build(write_source(2), tmp_path / "out", text=False)
    assert [row["text"] for row in rows(tmp_path / "out", "articles")] == [None, None]


def test_other_settings_are_refused_with_the_difference(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source()
    build(source, tmp_path / "out")
    before = content(tmp_path / "out")
    with pytest.raises(DatasetError, match=r"other settings: limits\.seconds: 120\.0 → 60.*text: True → False"):
        build(source, tmp_path / "out", text=False, limits=Limits(seconds=60))
    write_source(26)
    with pytest.raises(DatasetError, match=r"other sources: bytes: \d+ → \d+; 'news\.jsonl' is changed;"):
        build(source, tmp_path / "out")
    assert content(tmp_path / "out") == before


def test_a_second_run_at_once_is_refused(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source()
    with Store(tmp_path / "out").held(), pytest.raises(DatasetError, match="another run is writing"):
        build(source, tmp_path / "out")
    build(source, tmp_path / "out")


def test_a_directory_of_other_things_is_refused(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").touch()
    with pytest.raises(DatasetError, match=r"not empty, and no dataset: it holds 'thesis\.tex'"):
        build(source, tmp_path / "out")


def test_damage_is_noticed(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source()
    build(source, tmp_path / "out")
    store = Store(tmp_path / "out")
    assert list(store.problems(store.shards())) == []
    path = tmp_path / "out" / "events" / "part-000001.parquet"
    data = bytearray(path.read_bytes())
    data[10] ^= 1
    path.write_bytes(data)
    assert ["checksum" in problem for problem in store.problems(store.shards())] == [True]
    path.write_bytes(data[:-1])
    assert ["bytes long instead of" in problem for problem in store.problems(store.shards())] == [True]
    path.unlink()
    assert ["missing" in problem for problem in store.problems(store.shards())] == [True]
    (tmp_path / "out" / LOG).write_text("{}\n")
    with pytest.raises(DatasetError, match="damaged"):
        store.shards()
    (tmp_path / "out" / MANIFEST).write_text("{")
    with pytest.raises(DatasetError, match="no dataset"):
        store.settings()


def test_progress_is_told(tmp_path: Path, write_source: WriteSource) -> None:
    told = []
    build(write_source(), tmp_path / "out", progress=lambda progress: told.append(progress.records))
    assert told[-1] == 25
    assert told == sorted(told)


@pytest.mark.skipif(os.name != "posix", reason="no limit of file sizes")
def test_a_full_disk_loses_nothing(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source(400)
    program = (
        "import resource, sys, timeline\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))\n"
        "timeline.build_dataset(sys.argv[1], sys.argv[2], events=False, workers=1, shard_records=100, form='jsonl')\n"
    )
    command = [sys.executable, "-c", program, str(source), str(tmp_path / "out"), "60000"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "OSError" in done.stderr
    assert not list((tmp_path / "out").rglob("*.tmp"))
    build(source, tmp_path / "out", shard_records=100, form="jsonl")
    build(source, tmp_path / "whole", shard_records=100, form="jsonl")
    assert content(tmp_path / "out") == content(tmp_path / "whole")


@pytest.mark.parametrize("name", ["a file", "read only"])
def test_nowhere_to_write(tmp_path: Path, write_source: WriteSource, name: str) -> None:
    source = write_source()
    place = tmp_path / "place"
    if name == "a file":
        place.touch()
    else:
        if os.name != "posix" or os.geteuid() == 0:
            pytest.skip("everything can be written")
        place.mkdir(mode=0o500)
    with pytest.raises(OSError, match="place"):
        build(source, place / "out")


def test_bad_settings_are_named(tmp_path: Path, write_source: WriteSource) -> None:
    with pytest.raises(InputError, match="no such file"):
        build(tmp_path / "missing.jsonl", tmp_path / "out")
    with pytest.raises(InputError, match="no field 'when'"):
        build(write_source(), tmp_path / "out", columns={"when": "day"})
    with pytest.raises(InputError, match="no format 'sqlite'; there are parquet, jsonl"):
        build(write_source(), tmp_path / "out", form="sqlite")
    assert not (tmp_path / "out").exists()


ODD_IDS = [1.5, "NaN", [], ["a"], {}, {"a": 1}, True, 1e300, None, 7.0, "x" * 5_000, "\ud800"]


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_odd_ids_end_no_build_and_no_resumption(tmp_path: Path, write_source: WriteSource, form: str) -> None:
    given = [{"text": text, "id": name} for name in ODD_IDS for text in ("in May 2019", None, "x" * 99)]
    lines = [json.dumps(row).replace('"NaN"', "NaN") for row in given]
    source, limits = write_source(lines), Limits(characters=50)
    report = build(source, tmp_path / "out", form=form, limits=limits)
    assert report.counts.records == report.counts.articles + report.counts.failures.total() == len(given)
    assert report.counts.articles == 5
    log = tmp_path / "out" / LOG
    whole = content(tmp_path / "out")
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:2]))
    assert build(source, tmp_path / "out", form=form, limits=limits).resumed_shards == 2
    assert content(tmp_path / "out") == whole


def test_odd_ids_of_tables(tmp_path: Path) -> None:
    import decimal

    texts = pa.array(["in May 2019", None])
    columns = {
        "floats": pa.array([1.0, 2.5]),
        "lists": pa.array([["a"], []]),
        "decimals": pa.array([decimal.Decimal("1.5"), decimal.Decimal("2.25")]),
        "bytes": pa.array([b"a", b"\xff"]),
        "dates": pa.array([1, 2], pa.int32()).view(pa.date32()),
        "broken": pa.array([b"\xff", b"\xfe"]).view(pa.string()),
        "structs": pa.array([{"a": 1}, None]),
    }
    for name, ids in columns.items():
        pq.write_table(pa.table({"id": ids, "text": texts}), tmp_path / f"{name}.parquet")
    report = build(tmp_path, tmp_path / "out")
    assert report.counts.articles == 1  # of the floats
    assert report.counts.failures == {"read: ArticleError": 13}


def test_what_is_odd_in_one_source_leaves_the_others(tmp_path: Path, write_source: WriteSource) -> None:
    dates = pa.array([6_585_400, 19_000], pa.int32()).view(pa.date32())
    times = pa.array([1, 2], pa.int64()).view(pa.timestamp("s", "Mars/Olympus"))
    texts = pa.array([b"in May 2019", b"\xff"]).view(pa.string())
    good = pa.array(["in May 2019", "in June 2019"])
    pq.write_table(pa.table({"text": good, "published": dates}), tmp_path / "dates.parquet")
    pq.write_table(pa.table({"text": texts}), tmp_path / "texts.parquet")
    with pa.ipc.new_file(str(tmp_path / "zones.arrow"), pa.table({"text": good, "published": times}).schema) as writer:
        writer.write_table(pa.table({"text": good, "published": times}))
    (tmp_path / "torn.arrow").write_bytes((tmp_path / "zones.arrow").read_bytes()[:-100])
    (tmp_path / "none.parquet").write_bytes(b"PAR1")
    (tmp_path / "latin.csv").write_bytes("id,text,where\n1,in May 2019,Málaga\n2,in May 2019,x\n".encode("latin-1"))
    (tmp_path / "header.csv").write_bytes("id,text,lügen\n1,in May 2019,x\n".encode("latin-1"))
    (tmp_path / "refused.csv").write_bytes(b'id,"te"xt\n1,in May 2019\n')
    (tmp_path / "other.csv").write_bytes(b"id,body\n1,in May 2019\n2,x\n")
    (tmp_path / "wide.csv").write_bytes("id,text\n1,in May 2019\n".encode("utf-16"))
    (tmp_path / "de.csv").write_bytes(b"text,language\nim Mai 2019,de\nin May 2019,en\n")
    write_source(3, "z.jsonl")
    report = build(tmp_path, tmp_path / "out")
    found = {(row["source"], row["place"]): row["message"] for row in rows(tmp_path / "out", "failures")}
    told = {
        ("dates.parquet", "row 1"): "'published' cannot be read: ",
        ("de.csv", "line 2"): "language is 'de'; articles are read in 'en' (there is: en)",
        ("header.csv", "line 1"): "the header cannot be read, and so no row: the row is not UTF-8",
        ("latin.csv", "line 2"): "not UTF-8",
        ("none.parquet", "row 1"): "the file cannot be read on",
        ("other.csv", "line 1"): "no column 'text' or 'html' to take texts from; columns found: 'id', 'body'; fields",
        ("refused.csv", "line 1"): "the header cannot be read",
        ("texts.parquet", "row 2"): "'text' cannot be read: UnicodeDecodeError",
        ("torn.arrow", "row 1"): "the file cannot be read on",
        ("zones.arrow", "row 1"): "Mars/Olympus",
        ("zones.arrow", "row 2"): "Mars/Olympus",
    }
    assert found.keys() == told.keys()
    for place, words in told.items():
        assert words in found[place], (place, found[place])
    assert report.counts.articles == 8
    assert report.counts.failures["read: SourceError"] == 5
    assert build(tmp_path, tmp_path / "out").resumed_shards == report.shards


@pytest.mark.parametrize("ending", ["parquet", "arrow", "csv"])
def test_tables_are_gone_on_with_where_they_were_left(tmp_path: Path, ending: str) -> None:
    table = pa.table({"id": [f"a{n}" for n in range(150)], "text": [f"in May {1850 + n}" for n in range(150)]})
    source = tmp_path / f"news.{ending}"
    if ending == "parquet":
        pq.write_table(table, source, row_group_size=40)
    elif ending == "arrow":
        pa.feather.write_feather(table, source, chunksize=40)
    else:
        source.write_text("id,text\n" + "".join(f'{row["id"]},"{row["text"]}\n"\n' for row in table.to_pylist()))
    build(source, tmp_path / "one", shard_records=70)
    build(source, tmp_path / "two", shard_records=70)
    log = (tmp_path / "two" / LOG).read_bytes().splitlines(keepends=True)
    (tmp_path / "two" / LOG).write_bytes(log[0] + log[1][:40])
    report = build(source, tmp_path / "two", shard_records=70)
    assert (report.resumed_shards, report.counts.records) == (1, 150)
    assert report.counts.lines == (301 if ending == "csv" else 0)
    assert content(tmp_path / "one") == content(tmp_path / "two")
