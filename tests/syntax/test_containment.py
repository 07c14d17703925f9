"""What Stanza and torch do to a program, and what of it is let through."""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
import tracemalloc
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

import torch

from timeline import Extractor

if TYPE_CHECKING:
    from timeline.syntax import Parser

ENDLESS = "the quick brown fox ran over the hill and "


def test_a_sentence_of_5000_words_is_cut_and_says_so(parser: Parser) -> None:
    text = ENDLESS * 556 + "slept."
    analysis = parser.parse(text)
    assert sum(len(sentence.words) for sentence in analysis.sentences) > 5_000
    assert max(len(sentence.words) for sentence in analysis.sentences) <= 200
    assert sum(sentence.cut for sentence in analysis.sentences) > 20
    assert not analysis.sentences[-1].cut
    assert not any(sentence.cut for sentence in parser.parse("It rained. It stopped.").sentences)


def test_memory_does_not_grow_with_what_was_read(parser: Parser) -> None:
    texts = [f"Storm {number} hit harbour {number}. " + ENDLESS * 3 + "slept." for number in range(40)]
    list(parser.parse_many(texts))
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(3):
        for analysis in parser.parse_many(texts):
            assert analysis.sentences
    del analysis
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 200_000


def test_no_stanza_document_is_made() -> None:
    code = (
        "import gc; from timeline.syntax import load; load().parse('It rained.')\n"
        "from stanza.models.common.doc import Document, Word\n"
        "print(sum(isinstance(each, (Document, Word)) for each in gc.get_objects()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


def test_the_callers_threads_are_kept(parser: Parser) -> None:
    text = "The ferry sank off Kestrel Bay. " * 40
    expected = parser.parse(text)
    before = torch.get_num_threads()
    try:
        torch.set_num_threads(2)
        assert parser.parse(text) == expected
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)


def test_gradients_and_types_are_the_callers(parser: Parser) -> None:
    text = "The ferry Nokkoniemi sank off Kestrel Bay."
    expected = parser.parse(text)
    torch.set_default_dtype(torch.float64)
    try:
        with torch.enable_grad(), torch.autocast("cpu"):
            assert parser.parse(text) == expected
            assert torch.get_default_dtype() is torch.float64
            assert torch.is_grad_enabled()
            assert not torch.is_inference_mode_enabled()
    finally:
        torch.set_default_dtype(torch.float32)


def test_an_extractor_travels_to_a_spawned_process_as_its_settings() -> None:
    extractor = Extractor(syntax="bundled:exact")
    assert len(pickle.dumps(extractor)) < 1_000
    text = "The wall failed last year."
    assert extractor.extract(text, "2024-03-15").provenance.syntax_model == "en-small 0.3 (stanza 1.15.0)"
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(extractor.extract, text, "2024-03-15").result() == extractor.extract(text, "2024-03-15")
