from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from timeline.syntax.bundle import ROLES, locate
from timeline.syntax.checkpoints import Vectors
from timeline.training.packing import Release, lean, pack, unpack_vectors
from timeline.training.vectors import save_vectors, steps

if TYPE_CHECKING:
    from pathlib import Path

RELEASE = Release("tiny", "9", "en", "1.15.0")


def _weights(folder: Path) -> dict[str, Path]:
    """Write for each role what a trainer might leave behind."""
    folder.mkdir()
    sources = {}
    for number, role in enumerate(ROLES):
        sources[role] = folder / f"trained-{role}"
        content = {
            "model": {
                "w": torch.full((100, 10), 1 / 3 + number),
                "steps": torch.tensor(3),
                "part": {"b": torch.ones(2)},
            },
            "vocab": {"word": ["a", "b"]},
            "config": {"hidden_dim": 4, "train_file": "/home/me/train.conllu", "save_dir": "/home/me", "lr": 0.1},
            "optimizer_state_dict": {"state": torch.ones(1000)},
            "dev_score_history": [0.1],
        }
        torch.save(content, sources[role])
    return sources


def test_a_bundle_is_found_and_holds_what_it_says(tmp_path: Path) -> None:
    sizes = pack(_weights(tmp_path / "weights"), tmp_path / "bundle", "xx", RELEASE)
    bundle = locate(str(tmp_path / "bundle"))
    assert bundle.label == "tiny 9 (stanza 1.15.0)"
    manifest = json.loads((tmp_path / "bundle" / "manifest.json").read_text(encoding="utf-8"))
    for role, path in bundle.files.items():
        assert sizes[role] == path.stat().st_size
        assert manifest["files"][role]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_files_load_without_running_code(tmp_path: Path) -> None:
    pack(_weights(tmp_path / "weights"), tmp_path / "bundle", "xx", RELEASE)
    content = torch.load(tmp_path / "bundle" / "xx_parser.pt", weights_only=True)
    assert content["model"]["w"].dtype is torch.float16
    assert content["model"]["part"]["b"].dtype is torch.float16
    assert content["model"]["steps"].dtype is torch.int64


def test_what_only_training_needs_is_left_out(tmp_path: Path) -> None:
    pack(_weights(tmp_path / "weights"), tmp_path / "bundle", "xx", RELEASE)
    content = torch.load(tmp_path / "bundle" / "xx_tagger.pt", weights_only=True)
    assert content.keys() == {"model", "vocab", "config"}
    assert content["config"] == {"hidden_dim": 4, "train_file": None, "save_dir": None, "lr": 0.1}
    assert b"/home/me" not in (tmp_path / "bundle" / "xx_tagger.pt").read_bytes()


def test_the_same_weights_give_the_same_bytes(tmp_path: Path) -> None:
    sources = _weights(tmp_path / "weights")
    for name in ("one", "two"):
        pack(sources, tmp_path / name, "xx", RELEASE)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_slice_is_stored_without_the_rest() -> None:
    table = torch.arange(1000, dtype=torch.float32)
    assert lean({"model": {"w": table[:10]}})["model"]["w"].untyped_storage().nbytes() == 20


def test_word_vectors_take_a_byte_a_number_and_lose_nothing(tmp_path: Path) -> None:
    words = [f"w{number}" for number in range(40)]
    whole, size = steps(np.random.default_rng(3).normal(size=(40, 96)).astype(np.float32))
    sources = _weights(tmp_path / "weights")
    save_vectors(sources["vectors"], words, whole * size)
    pack(sources, tmp_path / "bundle", "xx", RELEASE)
    packed = tmp_path / "bundle" / "xx.pretrain.pt"
    assert packed.stat().st_size < sources["vectors"].stat().st_size / 2
    unpacked = tmp_path / "vectors.pt"
    unpack_vectors(packed, unpacked)
    assert torch.equal(torch.load(unpacked)["emb"], torch.load(sources["vectors"])["emb"])
    for path in (packed, unpacked):
        vectors = Vectors.read(str(path))
        assert np.array_equal(vectors.table[[vectors[word] for word in words]].numpy(), whole * size)
        assert not vectors.table[vectors["unseen"]].any()


def test_the_time_of_a_compressed_dictionary_is_left_out() -> None:
    once, later = (lean({"dicts": gzip.compress(b"words", mtime=time)})["dicts"] for time in (1, 2))
    assert once == later
    assert gzip.decompress(once) == b"words"


def test_a_missing_role(tmp_path: Path) -> None:
    sources = _weights(tmp_path / "weights")
    del sources["parser"]
    with pytest.raises(KeyError, match="parser"):
        pack(sources, tmp_path / "bundle", "xx", RELEASE)
