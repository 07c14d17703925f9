from __future__ import annotations

import logging
import pickle
import socket
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from timeline.layout import shown
from timeline.syntax import Analysis, Parser, Sentence, load
from timeline.training.packing import unpack_vectors

if TYPE_CHECKING:
    from collections.abc import Callable

NEWS = (
    "The harbour board approved the new ferry terminal on Tuesday. Work begins in March, said its chair, "
    "Ines Okafor, who doesn't expect further delays.\n\n"
    "Two previous plans had been rejected by residents. The second failed by 41 votes last year."
)


def check_offsets(text: str, analysis: Analysis) -> None:
    last = 0
    for number, sentence in enumerate(analysis.sentences):
        assert sentence.index == number
        assert sentence.words
        assert (sentence.start, sentence.end) == (sentence.words[0].start, sentence.words[-1].end)
        for index, word in enumerate(sentence.words):
            assert word.index == index
            assert last <= word.start < word.end
            assert shown(text[word.start : word.end]).text == word.text
            last = word.end
        check_tree(sentence)


def check_tree(sentence: Sentence) -> None:
    roots = [word for word in sentence if word.head == -1]
    assert len(roots) == 1
    assert roots[0].deprel == "root"
    assert sentence.subtree(roots[0]) == list(sentence.words)


def shape(analysis: Analysis) -> list[list[tuple[str, str, str, str, int, str, dict[str, str]]]]:
    return [[(w.text, w.lemma, w.upos, w.xpos, w.head, w.deprel, w.feats) for w in s] for s in analysis.sentences]


def test_reads_news(parser: Parser) -> None:
    analysis = parser.parse(NEWS)
    check_offsets(NEWS, analysis)
    assert len(analysis.sentences) == 4
    first = analysis.sentences[0]
    approved = next(word for word in first if word.text == "approved")
    assert (approved.lemma, approved.upos, approved.xpos, approved.head) == ("approve", "VERB", "VBD", -1)
    assert approved.feats["Tense"] == "Past"
    assert [word.text for word in first.dependents(approved, "nsubj")] == ["board"]
    assert [word.text for word in first.dependents(approved, "obj")] == ["terminal"]
    assert [word.text for word in analysis.sentences[1] if word.lemma in {"do", "not"}] == ["does", "n't"]
    rejected = next(word for word in analysis.sentences[2] if word.lemma == "reject")
    assert [word.text for word in analysis.sentences[2].dependents(rejected, "nsubj")] == ["plans"]


def test_names_its_model(parser: Parser) -> None:
    assert parser.model == "en-small 0.3 (stanza 1.15.0, int8)"
    assert parser.parse("It rained.").model == parser.model


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00\x00",
        "\u200e\ufeff",
        "\r\n\r\n \t",
        "Rain\x00fell on\x00Monday.",
        "The 🚢 sank 👩‍🚒 near Galway\u200e.",
        "\ufeffHe wrote \u202bשלום\u202c to her.",
        "Rain fell.\r\n\r\nSnow followed.\r\n",
        "Half a pair \ud83d here. \udea2 There.",
        "Cafe\u0301s closed; na\u00efve plans.",
        "Zero\u200bwidth and mil\u00aditary words.",
        "a\u00a0b\u2003c\u3000d\u2028e\x0bf\x0cg\x85h",
        "...???!!!",
        "https://example.org/a?b=c mail press@example.org now",
    ],
)
def test_offsets_are_true(parser: Parser, text: str) -> None:
    analysis = parser.parse(text)
    check_offsets(text, analysis)
    covered = {place for s in analysis.sentences for w in s for place in range(w.start, w.end)}
    visible = {place for place, character in enumerate(text) if character.isalnum() or character in ".;🚢"}
    assert visible <= covered


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
@example("a\n \n\x85b")
@example("\u200b\ud800\U0001f600.")
def test_offsets_of_any_text(parser: Parser, text: str) -> None:
    check_offsets(text, parser.parse(text))


def test_invisible_characters_do_not_change_the_analysis(parser: Parser) -> None:
    plain = parser.parse("The military left on Monday.")
    marked = parser.parse("The mil\u00aditary left\u200e on\r\nMonday.")
    assert [row[1:] for row in shape(marked)[0]] == [row[1:] for row in shape(plain)[0]]
    assert marked.sentences[0].words[1].text == "military"


def test_words_hold_no_white_space(parser: Parser) -> None:
    text = "In New\nYork, 10 000 people marched for 2 1/2 hours. Mr. \t Cole left ."
    assert all(not any(c.isspace() for c in word.text) for s in parser.parse(text).sentences for word in s)


def test_blank_lines_end_sentences(parser: Parser) -> None:
    texts = [" ".join(w.text for w in s) for s in parser.parse("Storm hits the\n\ncoast of Maine").sentences]
    assert texts == ["Storm hits the", "coast of Maine"]


def test_line_breaks_do_not(parser: Parser) -> None:
    assert len(parser.parse("The storm hit the\ncoast of Maine on Sunday.").sentences) == 1


def test_addresses_stay_whole(parser: Parser) -> None:
    words = [
        w.text
        for s in parser.parse("Write to jo.doe@example.org or see www.example.org/news today.").sentences
        for w in s
    ]
    assert "jo.doe@example.org" in words
    assert "www.example.org/news" in words


def test_batch_equals_single(parser: Parser) -> None:
    texts = [NEWS, "", "Short one.", NEWS[::-1], "Prices rose. " * 40, NEWS]
    assert list(parser.parse_many(texts)) == [parser.parse(text) for text in texts]
    assert [shape(a) for a in parser.parse_many(texts)] == [shape(parser.parse(text)) for text in texts]


def test_many_reads_ahead_one_batch_at_most(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.syntax.parser.BATCH_CHARACTERS", 15)
    taken = []

    def texts() -> Any:
        for text in ("One came.", "Two came.", "Three came."):
            taken.append(text)
            yield text

    analyses = parser.parse_many(texts())
    assert taken == []
    next(analyses)
    assert taken == ["One came.", "Two came."]


def test_paragraphs_do_not_lean_on_each_other(parser: Parser) -> None:
    long = (
        "The committee met, and the mayor of the town spoke at length about the budget, the roads and the school. " * 30
    )
    joined = parser.parse(long + "\n\n" + NEWS)
    apart = parser.parse(long).sentences + parser.parse(NEWS).sentences
    assert shape(joined) == shape(Analysis(apart, parser.model))


def test_deterministic(parser: Parser) -> None:
    assert shape(parser.parse(NEWS)) == shape(parser.parse(NEWS))


def test_endless_sentence_is_cut(parser: Parser) -> None:
    text = "the quick brown fox and " * 250 + "ran"
    analysis = parser.parse(text)
    check_offsets(text, analysis)
    assert max(len(s.words) for s in analysis.sentences) <= 200
    assert sum(len(s.words) for s in analysis.sentences) == 1251


def test_endless_word_is_cut(parser: Parser) -> None:
    text = "x" * 20_000
    analysis = parser.parse(text)
    check_offsets(text, analysis)
    assert sum(w.end - w.start for s in analysis.sentences for w in s) == len(text)


def test_hostile_addresses_take_no_time(parser: Parser) -> None:
    text = ("a" * 280 + "@ ") * 40
    check_offsets(text, parser.parse(text))


def test_an_address_of_backslashes_comes_to_an_end(parser: Parser) -> None:
    text = "Write to a@[1.1.1.b:" + "\\" * 200 + " today."
    assert parser.parse(text).sentences[0].words[0].text == "Write"


def test_threads_agree(parser: Parser) -> None:
    expected = shape(parser.parse(NEWS))
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(shape(parser.parse(NEWS)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_pickles_as_its_name(parser: Parser) -> None:
    data = pickle.dumps(parser)
    assert len(data) < 200
    assert pickle.loads(data) is parser


def test_works_in_a_spawned_process(parser: Parser) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(parser.parse, "It rained on Monday.").result() == parser.parse("It rained on Monday.")


def test_loads_once() -> None:
    found: list[Parser] = []
    threads = [threading.Thread(target=lambda: found.append(load())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id(parser) for parser in found}) == 1


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.strip()


def test_import_is_light() -> None:
    code = (
        "import sys, timeline.syntax as s; s.Analysis; print({'torch', 'stanza', 'numpy'} & set(sys.modules) or 'none')"
    )
    assert run(code) == "none"


def test_quiet_offline_and_polite() -> None:
    code = """
import logging, random, socket
def refuse(*args, **kwargs): raise OSError("no network here")
class Refusing(socket.socket):
    __init__ = refuse
socket.socket, socket.create_connection, socket.getaddrinfo = Refusing, refuse, refuse
import numpy, torch
torch.manual_seed(3); random.seed(3); numpy.random.seed(3)
def state():
    return (torch.get_rng_state().tolist(), random.getstate(), numpy.random.get_state()[1].tolist(),
            torch.get_num_threads(), torch.is_grad_enabled(), torch.get_default_dtype(),
            logging.getLogger().level, logging.getLogger().handlers, logging.getLogger("stanza").level,
            logging.getLogger("stanza").handlers)
before = state()
from timeline.syntax import load
print(len(load().parse("It rained. It stopped.").sentences), state() == before)
"""
    assert run(code) == "2 True"


def test_no_network_in_this_process(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError

    monkeypatch.setattr(socket, "socket", refuse)
    assert parser.parse("It rained.").sentences


def test_keeps_the_callers_stanza_logger() -> None:
    code = """
import logging
logging.getLogger("stanza").setLevel(logging.ERROR)
from timeline.syntax import load
load()
print(logging.getLogger("stanza").level == logging.ERROR)
"""
    assert run(code) == "True"


def test_says_nothing_while_parsing(parser: Parser, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        parser.parse(NEWS)
    assert not caplog.records


@pytest.fixture
def stanza_pipeline(tmp_path: Path) -> Callable[[str], Any]:
    """Give plain Stanza with the same weights."""
    import stanza

    from timeline.syntax.bundle import locate

    files = {role: str(path) for role, path in locate("bundled").files.items()}
    unpack_vectors(Path(files["vectors"]), tmp_path / "vectors.pt")
    files["vectors"] = str(tmp_path / "vectors.pt")
    pipeline: Callable[[str], Any] = stanza.Pipeline(
        lang="en",
        dir=str(locate("bundled").folder),
        processors=dict.fromkeys(("tokenize", "pos", "lemma", "depparse"), "default"),
        download_method=None,
        resources_filepath=str(locate("bundled").folder / "manifest.json"),
        allow_unknown_language=True,
        use_gpu=False,
        logging_level="ERROR",
        tokenize_model_path=files["tokenizer"],
        pos_model_path=files["tagger"],
        lemma_model_path=files["lemmatizer"],
        depparse_model_path=files["parser"],
        pos_pretrain_path=files["vectors"],
        depparse_pretrain_path=files["vectors"],
    )
    return pipeline


@pytest.mark.filterwarnings("ignore")  # plain Stanza's own
def test_same_as_plain_stanza(exact: Parser, stanza_pipeline: Callable[[str], Any]) -> None:
    text = (
        NEWS
        + "\n\n"
        + (
            "Asked whether the strike, which began 12 days ago, could end before Friday's vote, a union negotiator who "
            "was not authorised to speak publicly said talks had \u201cnever really stopped\u201d \u2013 and wouldn't. "
            "Nobody at Kessler & Sons, the 140-year-old ironworks outside Leeds, answered the phone! Why?! The museum "
            "(closed since 2019) reopens; tickets cost $12.50. Give me the one he gave her."
        )
    )
    plain = [
        [(w.text, w.start_char, w.end_char, w.lemma, w.upos, w.xpos, w.head - 1, w.deprel) for w in sentence.words]
        for sentence in stanza_pipeline(text).sentences
    ]
    ours = [
        [(w.text, w.start, w.end, w.lemma, w.upos, w.xpos, w.head, w.deprel) for w in sentence]
        for sentence in exact.parse(text).sentences
    ]
    assert ours == plain
