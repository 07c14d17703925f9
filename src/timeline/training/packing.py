"""From trained weights to the files of a bundle.

Data needed only for training is left out: optimizers, intermediate scores, paths of the training machine. Weights are
stored as 16-bit floats, word vectors as whole multiples of their own step, to which they were rounded before training
(`vectors.steps`); `timeline.syntax.checkpoints` converts both to 32-bit floats. Files contain tensors and plain values
only, so they load with `torch.load(weights_only=True)`, which runs no code. The same weights give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import torch
from attrs import frozen
from stanza.models.common.vocab import VOCAB_PREFIX

from timeline.syntax.bundle import ROLES
from timeline.syntax.checkpoints import Vectors
from timeline.training.vectors import save_vectors, steps

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Release", "file_names", "lean", "pack", "unpack_vectors"]

DROPPED = ("optimizer_state_dict", "scheduler_state_dict", "dev_score_history", "global_step", "last_best_step")
"""Keys that Stanza saves to resume training."""
_GZIP = b"\x1f\x8b"


@frozen
class Release:
    """The name of a bundle."""

    name: str
    version: str
    language: str
    stanza: str
    """The Stanza version of its files."""


def file_names(prefix: str) -> dict[str, str]:
    """Return the file of each role, as a bundle names them.

    >>> file_names("en_small")["vectors"]
    'en_small.pretrain.pt'
    """
    return {role: f"{prefix}.pretrain.pt" if role == "vectors" else f"{prefix}_{role}.pt" for role in ROLES}


def pack(sources: Mapping[str, Path], target: Path, prefix: str, release: Release) -> dict[str, int]:
    """Write the weights in `sources` (by role) into a folder as a bundle, with its manifest; return the sizes in bytes.

    Raises KeyError if a role has no source.
    """
    target.mkdir(parents=True, exist_ok=True)
    files: dict[str, dict[str, Any]] = {}
    for role, name in file_names(prefix).items():
        content = torch.load(sources[role], map_location="cpu", weights_only=True)
        torch.save(lean(content), target / name)
        data = (target / name).read_bytes()
        files[role] = {"file": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    manifest = {
        "name": release.name,
        "version": release.version,
        "language": release.language,
        "stanza": release.stanza,
        "files": files,
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return {role: entry["size"] for role, entry in files.items()}


def unpack_vectors(source: Path, target: Path) -> None:
    """Write the vectors of a bundle in the format of Stanza's `Pretrain`, for a plain Stanza pipeline."""
    vectors = Vectors.read(str(source))
    save_vectors(target, vectors.vocabulary.names[len(VOCAB_PREFIX) :], vectors.table[len(VOCAB_PREFIX) :].numpy())


def lean(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the content of a Stanza file for a bundle: the parts that are loaded, weights in fewer bits, no paths."""
    kept = {key: value for key, value in content.items() if key not in DROPPED}
    if isinstance(kept.get("config"), dict):
        kept["config"] = {key: None if _is_path(key) else value for key, value in kept["config"].items()}
    if "model" in kept:
        kept["model"] = _halved(kept["model"])
    if "emb" in kept:
        kept |= _in_steps(kept.pop("emb"))
    dictionary = kept.get("dicts")
    if isinstance(dictionary, bytes) and dictionary.startswith(_GZIP):
        kept["dicts"] = dictionary[:4] + bytes(4) + dictionary[8:]  # the time of compression
    return kept


def _is_path(key: str) -> bool:
    return key.endswith(("_file", "_dir", "save_name", "load_name")) or key in {"continue_from", "dev_conll_gold"}


def _in_steps(table: Any) -> dict[str, Any]:
    whole, sizes = steps(table.numpy())
    return {"whole": torch.from_numpy(whole), "steps": torch.from_numpy(sizes).half()}


def _halved(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        # a slice would keep its whole storage
        return value.half().clone() if value.is_floating_point() else value.clone()
    if isinstance(value, Mapping):
        return {key: _halved(part) for key, part in value.items()}
    return value
