"""From trained weights to the files of a bundle.

What only training needs is left out: optimizers, scores along the way, the paths of the machine that trained. Weights
are stored as floats of 16 bits, which Stanza turns into 32 on loading; word vectors, which it takes as they are, have
32 already (but were rounded to 16, so that they compress to half). Files hold tensors and plain values only, so they
load with `torch.load(weights_only=True)`, which runs no code. The same weights give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline.syntax.bundle import ROLES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Release", "file_names", "lean", "pack"]

DROPPED = ("optimizer_state_dict", "scheduler_state_dict", "dev_score_history", "global_step", "last_best_step")
"""What Stanza saves to go on with training."""
_GZIP = b"\x1f\x8b"


@frozen
class Release:
    """How a bundle is called."""

    name: str
    version: str
    language: str
    stanza: str
    """The Stanza version that its files are for."""


def file_names(prefix: str) -> dict[str, str]:
    """Give the file of each role, as a bundle names them.

    >>> file_names("en_small")["vectors"]
    'en_small.pretrain.pt'
    """
    return {role: f"{prefix}.pretrain.pt" if role == "vectors" else f"{prefix}_{role}.pt" for role in ROLES}


def pack(sources: Mapping[str, Path], target: Path, prefix: str, release: Release) -> dict[str, int]:
    """Write the bundle of the weights in `sources` (by role) into a folder, with its manifest; give the sizes in bytes.

    Raises KeyError if a role has no source.
    """
    import torch  # noqa: PLC0415 - heavy, loaded on use

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


def lean(content: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a bundle keeps of a Stanza file: the parts that are loaded, weights halved, no paths."""
    kept = {key: value for key, value in content.items() if key not in DROPPED}
    if isinstance(kept.get("config"), dict):
        kept["config"] = {key: None if _is_path(key) else value for key, value in kept["config"].items()}
    if "model" in kept:
        kept["model"] = _halved(kept["model"])
    dictionary = kept.get("dicts")
    if isinstance(dictionary, bytes) and dictionary.startswith(_GZIP):
        kept["dicts"] = dictionary[:4] + bytes(4) + dictionary[8:]  # the time at which it was compressed
    return kept


def _is_path(key: str) -> bool:
    return key.endswith(("_file", "_dir", "save_name", "load_name")) or key in {"continue_from", "dev_conll_gold"}


def _halved(value: Any) -> Any:  # noqa: ANN401 - tensors in dictionaries
    import torch  # noqa: PLC0415 - heavy, loaded on use

    if isinstance(value, torch.Tensor):
        # a slice would drag the whole of its storage along
        return value.half().clone() if value.is_floating_point() else value.clone()
    if isinstance(value, Mapping):
        return {key: _halved(part) for key, part in value.items()}
    return value
