"""A treebank of our own: a dozen sentences about a town, in CoNLL-U."""

from __future__ import annotations

import io
import lzma
import zipfile
from typing import TYPE_CHECKING

import pytest

from timeline.training.treebanks import Sentence, Word, to_conllu
from timeline.training.vectors import murmur_hash

if TYPE_CHECKING:
    from pathlib import Path

ROWS = """
The the DET DT 2 det | council council NOUN NN 3 nsubj | approved approve VERB VBD 0 root | it it PRON PRP 3 obj | . . PUNCT . 3 punct
Mayor mayor NOUN NN 2 compound | Okoye Okoye PROPN NNP 3 nsubj | resigned resign VERB VBD 0 root | . . PUNCT . 3 punct
She she PRON PRP 2 nsubj | said say VERB VBD 0 root | " " PUNCT `` 5 punct | we we PRON PRP 5 nsubj | won win VERB VBD 2 ccomp | " " PUNCT '' 5 punct
Work work NOUN NN 2 nsubj | began begin VERB VBD 0 root | early early ADV RB 2 advmod | . . PUNCT . 2 punct
Trains train NOUN NNS 2 nsubj | stopped stop VERB VBD 0 root | twice twice ADV RB 2 advmod | . . PUNCT . 2 punct
The the DET DT 2 det | bridge bridge NOUN NN 3 nsubj | opens open VERB VBZ 0 root | today today NOUN NN 3 obl | . . PUNCT . 3 punct
Rain rain NOUN NN 2 nsubj | fell fall VERB VBD 0 root | and and CCONJ CC 5 cc | rivers river NOUN NNS 5 nsubj | rose rise VERB VBD 2 conj
They they PRON PRP 2 nsubj | voted vote VERB VBD 0 root | again again ADV RB 2 advmod | . . PUNCT . 2 punct
No no DET DT 2 det | ferry ferry NOUN NN 3 nsubj | sailed sail VERB VBD 0 root | -- -- PUNCT : 3 punct | ever ever ADV RB 3 advmod
"""  # noqa: E501 - a sentence a line


def sentences(document: str) -> list[Sentence]:
    """Give the sentences as one document of two paragraphs; "do n't" is one token of two words in the last."""
    found = []
    for number, row in enumerate(ROWS.strip().split("\n")):
        cells = [word.split() for word in row.split(" | ")]
        found.append(
            Sentence(
                tuple(
                    Word(form, lemma, upos, xpos, "_", int(head), deprel, following != ".")
                    for (form, lemma, upos, xpos, head, deprel), following in zip(
                        cells, [*(cell[0] for cell in cells[1:]), ""], strict=True
                    )
                ),
                document=document if number == 0 else None,
                paragraph=number in {0, 4},
            )
        )
    return found


@pytest.fixture
def treebanks(tmp_path: Path) -> Path:
    """Write two small treebanks, one of them compressed, whose splits are all alike."""
    folder = tmp_path / "treebanks"
    folder.mkdir()
    for split in ("train", "dev", "test"):
        plain = "".join(to_conllu(sentences("weblog-town")))
        (folder / f"xx_ewt-{split}.conllu").write_text(plain, encoding="utf-8")
        compressed = "".join(to_conllu(sentences("GUM_news_town")))
        (folder / f"xx_gum-{split}.conllu.xz").write_bytes(lzma.compress(compressed.encode()))
    return folder


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Write vectors as a wheel of a spaCy model holds them, one for each word of the treebank."""
    msgpack = pytest.importorskip("msgpack", reason="the vectors of spaCy packages need msgpack")
    import numpy as np

    words = sorted({word.form.lower() for sentence in sentences("") for word in sentence.words})
    matrix = io.BytesIO()
    np.save(matrix, np.random.default_rng(0).normal(size=(len(words), 300)).astype("f4"))
    path = tmp_path / "vectors.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("m/vocab/key2row", msgpack.packb({murmur_hash(word): row for row, word in enumerate(words)}))
        archive.writestr("m/vocab/vectors", matrix.getvalue())
    return path
