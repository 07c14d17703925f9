"""Speed and accuracy of syntax, beside plain Stanza with the same weights in the same run.

    python tests/benchmarks/syntax.py [DIR] [--documents N] [--no-stanza] [--gold FILE ...]

DIR holds TimeML documents or `.txt` files; their texts are parsed a document at a time and in bulk, by plain Stanza and
by the parser in both precisions. Every figure is of a parser that has read nothing before but a sentence. FILE is a
treebank in CoNLL-U, plain or `.xz`: its raw text is parsed and scored with udtools, which has to be installed for that.
Times are CPU times of one thread; compare them by the ratios of one run.
"""

from __future__ import annotations

import argparse
import gc
import lzma
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from timeline.formats.conllu import to_conllu
from timeline.syntax import Parser
from timeline.syntax.bundle import locate
from timeline.syntax.inference import BundledModels
from timeline.syntax.precision import Precision
from timeline.training.packing import unpack_vectors

__all__ = ["main"]

Tree = tuple[tuple[object, ...], ...]
Trees = dict[tuple[int, int], Tree]
"""The sentences of a document, by their place in its text."""

_MEASURES = ("Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas", "UAS", "LAS")


def _texts(directory: Path) -> list[str]:
    roots = [ET.parse(path).getroot() for path in sorted(directory.rglob("*.tml"))]
    found = ["".join(root.find("TEXT").itertext()) for root in roots]  # type: ignore[union-attr]
    return found + [path.read_text("utf-8") for path in sorted(directory.rglob("*.txt"))]


def _parser(precision: Precision) -> Parser:
    parser = Parser(BundledModels(locate("bundled"), precision), "bundled")
    parser.parse("It rained. It stopped.")
    return parser


def _stanza() -> Any:
    import stanza

    bundle = locate("bundled")
    files = {role: str(path) for role, path in bundle.files.items()}
    vectors = tempfile.NamedTemporaryFile(suffix=".pt")  # noqa: SIM115 - lives as long as the pipeline
    unpack_vectors(bundle.files["vectors"], Path(vectors.name))
    files["vectors"] = vectors.name
    pipeline = stanza.Pipeline(
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
    pipeline("It rained. It stopped.")
    return pipeline


def _stanza_trees(document: Any) -> Trees:
    return {
        (sentence.words[0].start_char, sentence.words[-1].end_char): tuple(
            (w.text, w.lemma, w.upos, w.xpos, w.feats or "_", w.head - 1, w.deprel) for w in sentence.words
        )
        for sentence in document.sentences
    }


def _our_trees(analysis: Any) -> Trees:
    return {
        (sentence.start, sentence.end): tuple(
            (w.text, w.lemma, w.upos, w.xpos, "|".join(f"{k}={v}" for k, v in w.feats.items()) or "_", w.head, w.deprel)
            for w in sentence
        )
        for sentence in analysis.sentences
    }


def _measure(name: str, run: Callable[[], Iterable[Any]], trees: Callable[[Any], Trees]) -> tuple[float, list[Trees]]:
    gc.collect()
    begin = time.process_time()
    results = list(run())
    seconds = time.process_time() - begin
    found = [trees(result) for result in results]
    words = sum(len(tree) for document in found for tree in document.values())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:30}{words / seconds:7.0f} words/s of {words}; peak memory so far {memory:.0f} MiB", flush=True)
    return words / seconds, found


def _shares(texts: Sequence[str]) -> None:
    """Tell what share of the time each model takes in bulk, and what is left for everything around them."""
    parser = _parser(Precision.INT8)
    models: Any = parser._models
    spent: dict[str, float] = {}

    def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            begin = time.process_time()
            try:
                return call(*given)
            finally:
                spent[name] = spent.get(name, 0.0) + time.process_time() - begin

        return run

    for owner, method in (
        ("tokenizer", "split"),
        ("tagger", "tag"),
        ("lemmatizer", "lemmatize"),
        ("attacher", "attach"),
    ):
        model = getattr(models, f"_{owner}")
        setattr(model, method, timed(owner, getattr(model, method)))
    begin = time.process_time()
    for _ in parser.parse_many(texts):
        pass
    whole = time.process_time() - begin
    spent["around them"] = whole - sum(spent.values())
    print("of the time in bulk:", ", ".join(f"{name} {seconds / whole:.1%}" for name, seconds in spent.items()))


def _compare(name: str, ours: Sequence[Trees], theirs: Sequence[Trees]) -> None:
    pairs = list(zip(ours, theirs, strict=True))
    sentences = sum(len(other) for _, other in pairs)
    columns = sum(found.get(place) == tree for found, other in pairs for place, tree in other.items())
    ends = sum(place in found for found, other in pairs for place in other)
    documents = sum(found == other for found, other in pairs)
    print(
        f"  {name}: of {sentences} sentences {ends} have the same ends and {columns} are the same in every column; "
        f"{documents} of {len(pairs)} documents are"
    )


def _speed(texts: Sequence[str], *, with_stanza: bool) -> None:
    theirs: list[Trees] = []
    ours: dict[Precision, list[Trees]] = {}
    for precision in Precision:  # ours first: the peak of memory only grows
        begin = time.perf_counter()
        parser = _parser(precision)
        print(f"{precision.value}: {parser.model}, loaded in {time.perf_counter() - begin:.2f} s")
        _, many = _measure(f"{precision.value}, in bulk", lambda p=parser: p.parse_many(texts), _our_trees)  # type: ignore[misc]
        parser = _parser(precision)
        _, one = _measure(f"{precision.value}, one by one", lambda p=parser: map(p.parse, texts), _our_trees)  # type: ignore[misc]
        _compare("in bulk against one by one", many, one)
        ours[precision] = many
    _shares(texts)
    if with_stanza:
        pipeline = _stanza()
        _, theirs = _measure("plain Stanza, one by one", lambda: map(pipeline, texts), _stanza_trees)
        _, bulk = _measure("plain Stanza, in bulk", lambda: pipeline.bulk_process(list(texts)), _stanza_trees)
        _compare("plain Stanza in bulk against itself", bulk, theirs)
        for precision, many in ours.items():
            _compare(f"{precision.value} against plain Stanza", many, theirs)


def _raw(treebank: str) -> str:
    """Give the text of a treebank: a space between sentences, a blank line between paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for sentence in treebank.strip().split("\n\n"):
        comments = [line for line in sentence.splitlines() if line.startswith("#")]
        if any(line.startswith(("# newdoc", "# newpar")) for line in comments):
            paragraphs.append([])
        paragraphs[-1].append(next(line for line in comments if line.startswith("# text = "))[9:])
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences)


def _accuracy(path: Path) -> None:
    content = (lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()).decode()
    text = _raw(content)
    with tempfile.TemporaryDirectory() as folder:
        gold, system = Path(folder, "gold.conllu"), Path(folder, "system.conllu")
        gold.write_text(content, "utf-8")
        for precision in Precision:
            system.write_text(to_conllu(text, _parser(precision).parse(text)), "utf-8")
            command = [str(Path(sys.executable).with_name("udeval")), "-v", str(gold), str(system)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            rows = [[cell.strip() for cell in line.split("|")] for line in done.stdout.splitlines()]
            scores = {row[0]: row[3] for row in rows if len(row) > 3}
            print(f"{path.name}, {precision.value}:", *(f"{name} {scores[name]}" for name in _MEASURES))


def main() -> None:
    """Measure what is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("directory", type=Path, nargs="?")
    options.add_argument("--documents", type=int, default=sys.maxsize)
    options.add_argument("--no-stanza", action="store_true")
    options.add_argument("--gold", type=Path, nargs="+", default=[])
    given = options.parse_args()
    warnings.simplefilter("ignore")  # Stanza's and torch's
    import torch

    torch.set_num_threads(1)
    if given.directory is not None:
        _speed(_texts(given.directory)[: given.documents], with_stanza=not given.no_stanza)
    for path in given.gold:
        _accuracy(path)


if __name__ == "__main__":
    main()
