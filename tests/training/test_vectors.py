from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from timeline.training.vectors import DIMENSIONS, SpacyVectors, VectorsError, murmur_hash, project, steps, vocabulary

if TYPE_CHECKING:
    from pathlib import Path


def _vectors(*words: str) -> SpacyVectors:
    rows = {murmur_hash(word): row for row, word in enumerate(words)}
    return SpacyVectors(rows, np.random.default_rng(1).normal(size=(len(words), 300)).astype(np.float32))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("coffee", 3197928453018144401), ("", 14313749767032793493 & 0), ("naïve café society", None)],
)
def test_hashes_as_spacy_does(text: str, expected: int | None) -> None:
    if expected:
        assert murmur_hash(text) == expected
    assert 0 <= murmur_hash(text) < 2**64


def test_words_of_the_treebank_come_first() -> None:
    assert list(vocabulary({"zoo": 2, "once": 1}, ["the", "zoo", "3rd", "co-op"])) == ["zoo", "the", "co-op"]


def test_other_spellings_lend_their_vector() -> None:
    vectors = _vectors("Friday", "NATO", "rain")
    assert [vectors.row(word) for word in ("friday", "nato", "rain", "snow")] == [0, 1, 2, None]


def test_projection() -> None:
    words = [f"w{number}" for number in range(200)]
    vectors = _vectors(*words)
    chosen, matrix = project(vectors, ["missing", *words], most=150)
    assert chosen == words[:150]
    assert matrix.shape == (150, DIMENSIONS)
    whole, size = steps(matrix)
    assert np.array_equal(matrix, whole * size)  # 8 bits lose nothing
    lengths = np.linalg.norm(matrix, axis=1)
    assert np.allclose(lengths, lengths[0], rtol=1e-2)
    assert np.array_equal(matrix, project(vectors, ["missing", *words], most=150)[1])


def test_projection_keeps_what_is_near_near() -> None:
    vectors = _vectors(*(f"w{number}" for number in range(150)))
    vectors.matrix[1] = vectors.matrix[0] + 0.01
    _, matrix = project(vectors, [f"w{number}" for number in range(150)])
    nearest = np.argsort(-(matrix @ matrix[0]))[:2]
    assert set(nearest) == {0, 1}


def test_steps_are_small_and_lose_nothing_twice() -> None:
    matrix = np.random.default_rng(2).normal(size=(50, 20)).astype(np.float32)
    matrix[7] = 0
    whole, size = steps(matrix)
    assert np.abs(whole.astype(int)).max() <= 127
    assert (np.abs(whole * size - matrix) <= size / 2 + 1e-7).all()
    again, same = steps(whole * size)
    assert np.array_equal(again * same, whole * size)


def test_reads_a_wheel(wheel: Path) -> None:
    vectors = SpacyVectors.from_wheel(wheel)
    assert vectors.matrix.shape[1] == 300
    assert vectors.row("council") is not None


def test_what_holds_no_vectors(tmp_path: Path) -> None:
    pytest.importorskip("msgpack", reason="the vectors of spaCy packages need msgpack")
    path = tmp_path / "x.whl"
    path.write_bytes(b"PK")
    with pytest.raises(VectorsError, match="en_core_web_md"):
        SpacyVectors.from_wheel(path)
