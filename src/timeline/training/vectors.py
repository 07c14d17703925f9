"""Word vectors small enough to ship, from the large ones of a spaCy package.

spaCy keys its vectors by a 64-bit MurmurHash2 of each string and lets many strings share a row. Some ten thousands of
lower-cased words are kept: those of the treebanks, and the most frequent ones of the language. Their rows are projected
on the principal components, which keeps most of the information in a fifth of the space.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from attrs import frozen
from numpy.typing import NDArray
from stanza.models.common.pretrain import Pretrain, PretrainedWordVocab
from stanza.models.common.vocab import VOCAB_PREFIX

from timeline.errors import MissingExtraError, TimelineError
from timeline.languages import DEFAULT

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SpacyVectors", "murmur_hash", "project", "save_vectors", "steps", "vocabulary"]

DIMENSIONS = 96
WORDS = 30_000
_SCALE = 0.25
"""Root mean square of the stored numbers: about that of freshly initialised embeddings."""
_STEPS = 127
_MASK = (1 << 64) - 1
_WORD = re.compile(r"[a-z][a-z'.&-]*")


class VectorsError(TimelineError):
    """A file contains no spaCy vectors."""


@frozen
class SpacyVectors:
    """The vectors of a spaCy package: the row of each string, and the rows."""

    rows: Mapping[int, int]
    """From the hash of a string to its row."""
    matrix: NDArray[np.float32]

    @classmethod
    def from_wheel(cls, path: Path) -> SpacyVectors:
        """Read the vectors from a wheel (or other zip file) of a spaCy model with a vector table.

        Raises VectorsError if it contains none, MissingExtraError without msgpack.
        """
        try:
            import msgpack  # type: ignore[import-untyped, unused-ignore]
        except ImportError as error:
            message = f"training needs {error.name}: pip install 'news-timeline[training]'"
            raise MissingExtraError(message) from error
        try:
            with zipfile.ZipFile(path) as wheel:
                [folder] = [name.removesuffix("key2row") for name in wheel.namelist() if name.endswith("vocab/key2row")]
                rows: dict[int, int] = msgpack.unpackb(wheel.read(f"{folder}key2row"), strict_map_key=False)
                matrix = np.load(io.BytesIO(wheel.read(f"{folder}vectors")), allow_pickle=False)
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            message = f"{path} holds no spaCy vectors ({error}); a wheel of en_core_web_md does"
            raise VectorsError(message) from error
        return cls(rows, matrix)

    def row(self, word: str) -> int | None:
        """Return the row of a lower-cased word, or that of the same word capitalised or in capitals."""
        for form in (word, word.capitalize(), word.upper()):
            found = self.rows.get(murmur_hash(form))
            if found is not None:
                return found
        return None


def murmur_hash(text: str, seed: int = 1) -> int:
    """Hash a string as spaCy does (MurmurHash2, 64 bits).

    >>> murmur_hash("coffee")
    3197928453018144401
    """
    data = text.encode("utf-8")
    multiplier, shift = 0xC6A4A7935BD1E995, 47
    state = (seed ^ (len(data) * multiplier)) & _MASK
    whole = len(data) - len(data) % 8
    for begin in range(0, whole, 8):
        block = int.from_bytes(data[begin : begin + 8], "little") * multiplier & _MASK
        block = (block ^ block >> shift) * multiplier & _MASK
        state = (state ^ block) * multiplier & _MASK
    if whole < len(data):
        state = (state ^ int.from_bytes(data[whole:], "little")) * multiplier & _MASK
    state = (state ^ state >> shift) * multiplier & _MASK
    return state ^ state >> shift


def vocabulary(seen: Mapping[str, int], frequent: Iterable[str]) -> Iterator[str]:
    """Yield words by priority, each once: those seen twice or more in training by name, then the `frequent` ones.

    >>> list(vocabulary({"b": 2, "a": 3, "c": 1}, ["the", "a"]))
    ['a', 'b', 'the']
    """
    words = dict.fromkeys(sorted(word for word, count in seen.items() if count > 1))
    words.update(dict.fromkeys(word for word in frequent if _WORD.fullmatch(word)))
    yield from words


def frequent_words() -> list[str]:
    """Return the words of the default language, most frequent first. Raises MissingExtraError without wordfreq."""
    try:
        from wordfreq import iter_wordlist  # type: ignore[import-untyped, unused-ignore]
    except ImportError as error:
        message = f"training needs {error.name}: pip install 'news-timeline[training]'"
        raise MissingExtraError(message) from error
    return list(iter_wordlist(DEFAULT, "large"))


def project(vectors: SpacyVectors, words: Iterable[str], most: int = WORDS) -> tuple[list[str], NDArray[np.float32]]:
    """Return the first `most` words that have a vector, and their vectors on the first principal components.

    Numbers are rounded to multiples of `steps`, so storing them that way loses nothing.
    """
    chosen: list[str] = []
    places: list[int] = []
    for word in words:
        row = vectors.row(word)
        if row is not None:
            chosen.append(word)
            places.append(row)
            if len(chosen) == most:
                break
    rows: NDArray[Any] = vectors.matrix[places].astype(np.float64)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + 1e-8
    rows -= rows.mean(axis=0)
    _, directions = np.linalg.eigh(rows.T @ rows)
    # the sign of a component is arbitrary: fix it, so that every machine makes the same vectors
    directions = directions[:, ::-1][:, :DIMENSIONS]
    directions *= np.sign(directions[np.abs(directions).argmax(axis=0), np.arange(directions.shape[1])])
    projected = rows @ directions
    projected /= np.linalg.norm(projected, axis=1, keepdims=True).clip(1e-6)
    projected *= _SCALE * np.sqrt(projected.shape[1])
    whole, size = steps(projected)
    return chosen, whole.astype(np.float32) * size


def steps(matrix: NDArray[Any]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return the numbers of each row as whole multiples, -127 to 127, of the row's own step, and the steps in a column.

    Steps are rounded up to 16 bits. Numbers that are such multiples lose nothing.
    """
    size = (np.abs(matrix).max(axis=1, keepdims=True) / _STEPS).astype(np.float32)
    halved = size.astype(np.float16)
    halved = np.where(halved < size, np.nextafter(halved, np.float16(np.inf)), halved)
    size = halved.astype(np.float32)
    return np.rint(matrix / size.clip(np.finfo(np.float16).tiny)).astype(np.int8), size


def save_vectors(path: Path, words: Sequence[str], matrix: NDArray[np.float32]) -> None:
    """Write vectors as a Stanza `Pretrain` file, preceded by rows of zeros for Stanza's own symbols."""
    pretrain = Pretrain(str(path))
    pretrain._vocab = PretrainedWordVocab(list(words))  # noqa: SLF001 - Stanza has no other way in
    blank = torch.zeros(len(VOCAB_PREFIX), matrix.shape[1])
    pretrain._emb = torch.cat([blank, torch.from_numpy(matrix)])  # noqa: SLF001 - as above
    pretrain.save(str(path))
