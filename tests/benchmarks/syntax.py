"""Speed and accuracy of syntax, beside plain Stanza with the same weights in the same run.

    python tests/benchmarks/syntax.py DIR [--gold FILE ...] [--documents N]

DIR holds TimeML documents (or `.txt` files); their texts are parsed a document at a time and in bulk, by plain Stanza and by
the parser in both precisions. FILE is a treebank in CoNLL-U, plain or `.xz`; its raw text is parsed and scored with udtools, if
that is installed. Times are CPU times of one thread.
"""

from __future__ import annotations

import argparse
import gc
import lzma
import resource
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

warnings.simplefilter("ignore")

Tree = tuple[tuple[object, ...], ...]
Trees = dict[tuple[int, int], Tree]
"""The sentences of a document, by their place in its text."""


def texts_of(directory: Path) -> list[str]:
    """Read the texts of a directory of TimeML or text files."""
    found = [
        "".join(ElementTree.parse(path).getroot().find("TEXT").itertext())  # type: ignore[union-attr] # noqa: S314 - one's own corpus
        for path in sorted(directory.rglob("*.tml"))
    ]
    return found + [path.read_text("utf-8") for path in sorted(directory.rglob("*.txt"))]


def stanza_pipeline() -> Any:
    """Give plain Stanza with the bundled weights."""
    import stanza

    from timeline.syntax.bundle import locate

    bundle = locate("bundled")
    files = {role: str(path) for role, path in bundle.files.items()}
    return stanza.Pipeline(
        lang="en",
        dir=str(bundle.folder),
        processors=dict.fromkeys(("tokenize", "pos", "lemma", "depparse"), "default"),
        download_method=None,
        resources_filepath=str(bundle.folder / "manifest.json"),
        allow_unknown_language=True,
        use_gpu=False,
        logging_level="ERROR",
        tokenize_max_seqlen=1000,
        tokenize_model_path=files["tokenizer"],
        pos_model_path=files["tagger"],
        lemma_model_path=files["lemmatizer"],
        depparse_model_path=files["parser"],
        pos_pretrain_path=files["vectors"],
        depparse_pretrain_path=files["vectors"],
    )


def stanza_trees(document: Any) -> Trees:
    return {
        (sentence.words[0].start_char, sentence.words[-1].end_char): tuple(
            (w.text, w.lemma, w.upos, w.xpos, w.feats or "_", w.head - 1, w.deprel) for w in sentence.words
        )
        for sentence in document.sentences
    }


def our_trees(analysis: Any) -> Trees:
    return {
        (sentence.start, sentence.end): tuple(
            (w.text, w.lemma, w.upos, w.xpos, "|".join(f"{k}={v}" for k, v in w.feats.items()) or "_", w.head, w.deprel)
            for w in sentence
        )
        for sentence in analysis.sentences
    }


def measure(name: str, run: Callable[[], Iterable[Any]], trees: Callable[[Any], Trees]) -> list[Trees]:
    """Run and print how fast it went; give the trees of each document."""
    gc.collect()
    begin = time.process_time()
    results = list(run())
    seconds = time.process_time() - begin
    found = [trees(result) for result in results]
    words = sum(len(tree) for document in found for tree in document.values())
    print(f"{name:32} {words / seconds:7.0f} words/s  {1e6 * seconds / words:6.0f} us/word  {words} words", flush=True)
    return found


def compare(name: str, ours: list[Trees], theirs: list[Trees]) -> None:
    """Print how many sentences and documents are the same in every column."""
    sentences = sum(len(document) for document in theirs)
    same = sum(document.get(place) == tree for document, other in zip(ours, theirs) for place, tree in other.items())
    cut_alike = sum(place in document for document, other in zip(ours, theirs) for place in other)
    documents = sum(document == other for document, other in zip(ours, theirs))
    print(
        f"  {name}: {same} of {sentences} sentences the same in all columns, {cut_alike} with the same ends; "
        f"{documents} of {len(theirs)} documents"
    )


def gold_text(path: Path) -> tuple[str, str]:
    """Give a treebank as CoNLL-U without multiword tokens' extras, and its raw text, a blank line between documents."""
    content = lzma.open(path, "rt", encoding="utf-8").read() if path.suffix == ".xz" else path.read_text("utf-8")
    return content, content


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("directory", type=Path)
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--no-stanza", action="store_true")
    given = options.parse_args()
    import torch

    from timeline.syntax import load

    torch.set_num_threads(1)
    texts = texts_of(given.directory)[: given.documents]
    theirs: list[Trees] = []
    if not given.no_stanza:
        pipeline = stanza_pipeline()
        pipeline("It rained. It stopped.")
        measure("stanza, a document at a time", lambda: map(pipeline, texts), stanza_trees)
        theirs = measure("stanza, in bulk", lambda: pipeline.bulk_process(texts), stanza_trees)
    for name in ("bundled:exact", "bundled"):
        begin = time.perf_counter()
        parser = load(name)
        print(f"{name}: {parser.model}, loaded in {time.perf_counter() - begin:.2f} s")
        parser.parse("It rained. It stopped.")
        one = measure(f"{name}, a document at a time", lambda: map(parser.parse, texts), our_trees)
        many = measure(f"{name}, in bulk", lambda: parser.parse_many(texts), our_trees)
        compare("bulk against one at a time", many, one)
        if theirs:
            compare("against stanza", many, theirs)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    sys.exit(main())
