"""Stanza's weight files, read without Stanza: tensors, vocabularies and settings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import torch
from attrs import field, frozen
from torch import Tensor

from timeline.errors import ModelError

__all__ = ["ROOT", "UNKNOWN", "Checkpoint", "Vectors", "Vocabulary"]

UNKNOWN, ROOT = 1, 3
"""Where Stanza's word vocabularies keep unknown words, and the root of a tree; 0 is padding, 2 nothing."""


@frozen
class Vocabulary:
    """The row of each string in a table."""

    index: Mapping[str, int] = field(repr=False)
    names: list[str] = field(repr=False)
    lower: bool

    @classmethod
    def of(cls, state: Mapping[str, Any]) -> Vocabulary:
        """Read what Stanza saves of a vocabulary."""
        return cls(state["_unit2id"], state["_id2unit"], bool(state.get("lower")))

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, unit: str) -> int:
        return self.index.get(unit.lower() if self.lower else unit, UNKNOWN)


@frozen
class Checkpoint:
    """One weight file, its tensors as 32-bit floats."""

    path: str
    tensors: Mapping[str, Tensor] = field(repr=False)
    vocabularies: Mapping[str, Any] = field(repr=False)
    settings: Mapping[str, Any] = field(repr=False)

    @classmethod
    def read(cls, path: str) -> Checkpoint:
        """Read a file of tensors and plain values; anything else in it is refused by torch."""
        content = torch.load(path, map_location="cpu", weights_only=True)
        tensors = {
            name: tensor.float() if tensor.is_floating_point() else tensor for name, tensor in content["model"].items()
        }
        return cls(path, tensors, content["vocab"], content["config"])

    def __getitem__(self, name: str) -> Tensor:
        """Return a tensor; raises ModelError if the file lacks it."""
        try:
            return self.tensors[name]
        except KeyError:
            message = f"{self.path} lacks the weights {name!r}; install the model again"
            raise ModelError(message) from None

    def vocabulary(self, name: str) -> Vocabulary:
        """Return one of the file's vocabularies."""
        return Vocabulary.of(self.vocabularies[name])

    def refuse(self, unsupported: Iterable[str]) -> None:
        """Raise ModelError if any of these settings is on: they are not supported here."""
        asked = [name for name in unsupported if self.settings.get(name)]
        if asked:
            message = f"{self.path} needs {', '.join(asked)}, which is not supported; use it as syntax='stanza:PACKAGE'"
            raise ModelError(message)


@frozen
class Vectors:
    """Pretrained word vectors, shared by tagger and parser."""

    vocabulary: Vocabulary
    table: Tensor = field(repr=False)

    @classmethod
    def read(cls, path: str) -> Vectors:
        """Read a Stanza `Pretrain` file, or one of a bundle, which holds whole multiples of a step for each row."""
        content = torch.load(path, map_location="cpu", weights_only=True)
        found = content["emb"] if "emb" in content else content["whole"].float() * content["steps"].float()
        return cls(Vocabulary.of(content["vocab"]), torch.as_tensor(found).float())

    def __getitem__(self, word: str) -> int:
        return self.vocabulary[word.lower().replace(" ", "\xa0")]
