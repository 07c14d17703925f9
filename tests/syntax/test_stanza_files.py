"""Stanza's own packages, played by the bundled weights in Stanza's layout: the hub is not reached from tests."""

from __future__ import annotations

import hashlib
import json
import logging
import pickle
import shutil
import socket
from typing import TYPE_CHECKING, Any

import pytest
import torch

from timeline import Extractor, ModelError
from timeline.syntax import Parser, load, stanza_models
from timeline.syntax.bundle import locate
from timeline.syntax.stanza_files import fetch, find
from timeline.syntax.stanza_models import StanzaModels
from timeline.training.packing import unpack_vectors

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The harbour board approved the new ferry terminal on Tuesday. Work begins in March, said its chair, Ines Okafor, "
    "who doesn't expect delays.\n\nTwo plans had failed by then. Why?!"
)
ROLES = {"tokenize": "tokenizer", "pos": "tagger", "lemma": "lemmatizer", "depparse": "parser", "pretrain": "vectors"}


@pytest.fixture(scope="module")
def layout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("stanza_resources")
    files = locate("bundled").files
    language: dict[str, Any] = {"lang_name": "English", "packages": {}}
    for processor, role in ROLES.items():
        place = folder / "en" / processor / "small.pt"
        place.parent.mkdir(parents=True)
        if role == "vectors":
            unpack_vectors(files[role], place)
        else:
            shutil.copy(files[role], place)
        entry: dict[str, Any] = {"md5": hashlib.md5(place.read_bytes(), usedforsecurity=False).hexdigest()}
        if processor in {"pos", "depparse"}:
            entry["dependencies"] = [{"model": "pretrain", "package": "small"}]
        language[processor] = {"small": entry}
    names = ("tokenize", "pos", "lemma", "depparse")
    language["packages"] = {"default": dict.fromkeys(names, "small"), "default_fast": dict.fromkeys(names, "small")}
    language["packages"]["broken"] = {**dict.fromkeys(names, "small"), "depparse": "large"}
    language["depparse"]["large"] = {"md5": "0"}
    (folder / "resources.json").write_text(json.dumps({"en": language}), "utf-8")
    return folder


@pytest.fixture
def installed(layout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(layout))
    monkeypatch.setattr("timeline.syntax.parser._LOADED", {})
    return layout


def shape(parser: Parser, text: str = TEXT) -> list[list[tuple[object, ...]]]:
    return [
        [(w.text, w.start, w.end, w.lemma, w.upos, w.xpos, w.feats, w.head, w.deprel) for w in s]
        for s in parser.parse(text).sentences
    ]


@pytest.mark.filterwarnings("ignore")  # plain Stanza's own
def test_stanza_computes_in_one_thread(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    models: Any = StanzaModels(find("default_fast", installed))
    seen: list[int] = []
    for name in ("_splitter", "_annotator"):
        pipeline = getattr(models, name)
        monkeypatch.setattr(
            models, name, lambda given, run=pipeline: (seen.append(torch.get_num_threads()), run(given))[1]
        )
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    try:
        assert Parser(models, "it").parse(TEXT).sentences
        assert torch.get_num_threads() == 3
    finally:
        torch.set_num_threads(before)
    assert set(seen) == {1}


@pytest.mark.filterwarnings("ignore")  # plain Stanza's own
def test_a_package_on_disk_is_used(installed: Path, exact: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError

    monkeypatch.setattr(socket, "socket", refuse)
    parser = load("stanza:default_fast")
    assert parser.model.startswith("stanza-en-default_fast ")
    assert parser.model == find("default_fast").label
    assert shape(parser) == shape(exact)
    assert list(parser.parse_many([TEXT, "It rained."])) == [parser.parse(TEXT), parser.parse("It rained.")]
    assert load("stanza:default_fast") is parser
    assert pickle.loads(pickle.dumps(parser)) is parser
    assert installed.is_dir()


@pytest.mark.filterwarnings("ignore")
def test_the_extractor_takes_it_and_results_name_it(installed: Path) -> None:
    for syntax in ("stanza:default", str(installed)):
        found = Extractor(syntax=syntax).extract("The dock opened in May 2019.")
        assert [event.lemma for event in found] == ["open"]
        assert found.provenance.syntax_model == find("default").label


@pytest.mark.filterwarnings("ignore")
def test_sentences_without_end_are_cut_here_too(installed: Path) -> None:
    assert installed
    analysis = load("stanza:default").parse("the quick brown fox and " * 120 + "ran")
    assert max(len(sentence.words) for sentence in analysis.sentences) <= 200
    assert any(sentence.cut for sentence in analysis.sentences)


@pytest.mark.filterwarnings("ignore")
def test_the_callers_logging_stays(installed: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert installed
    logger = logging.getLogger("stanza")
    before = (logger.level, list(logger.handlers))
    load("stanza:default").parse(TEXT)
    assert (logger.level, logger.handlers) == before
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@pytest.mark.parametrize("name", ["stanza:default", "stanza:default_fast"])
def test_what_is_not_installed_says_how_to_fetch_it(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    with pytest.raises(ModelError, match=f"not installed in .*timeline models fetch {name}"):
        load(name)
    with pytest.raises(ModelError, match="timeline models fetch"):
        Extractor(syntax=name).extract("It rained.")


def test_a_package_that_is_not_whole(installed: Path) -> None:
    assert installed
    with pytest.raises(
        ModelError, match=r"not whole: depparse/large.pt is missing.*timeline models fetch stanza:broken"
    ):
        load("stanza:broken")


def test_a_package_that_there_is_not(installed: Path) -> None:
    assert installed
    with pytest.raises(ModelError, match=r"no package .deafult..*default, default_fast"):
        load("stanza:deafult")


def test_a_listing_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "resources.json").write_text("[]")
    with pytest.raises(ModelError, match="no list of Stanza models for 'en'"):
        load(str(tmp_path))


def test_fetching_without_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> Any:
        message = "no network here"
        raise ConnectionError(message)

    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    monkeypatch.setattr("stanza.download", refuse)
    with pytest.raises(ModelError, match=r"no network here.*timeline models fetch stanza:default"):
        fetch("default")


def test_fetching_asks_stanza_and_finds_what_came(
    layout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bring(**asked: Any) -> None:
        assert asked["processors"]["depparse"] == "default_fast"
        shutil.copytree(layout, asked["model_dir"], dirs_exist_ok=True)

    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    monkeypatch.setattr("stanza.download", bring)
    assert fetch("default_fast").folder == tmp_path


class Token:
    """A token as Stanza gives it."""

    def __init__(self, start: int, end: int, *words: str) -> None:
        self.start_char, self.end_char = start, end
        self.words = [type("Word", (), {"text": word}) for word in words]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        (Token(0, 5, "do", "n't"), [(0, 2), (2, 5)]),
        (Token(6, 8, "in", "dem"), [(6, 7), (7, 8)]),
        (Token(8, 9, "a", "b", "c"), [(8, 9)]),
        (Token(9, 12, "x y"), [(9, 10), (11, 12)]),
    ],
)
def test_words_of_a_token_share_it(token: Token, expected: list[tuple[int, int]]) -> None:
    assert stanza_models._places(token, "don't imqx y") == expected
