from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from timeline.errors import ModelError
from timeline.syntax import load
from timeline.syntax.bundle import BUNDLED, locate

if TYPE_CHECKING:
    from pathlib import Path


def test_manifest_tells_the_truth() -> None:
    manifest = json.loads((BUNDLED["bundled"] / "manifest.json").read_text(encoding="utf-8"))
    for entry in manifest["files"].values():
        content = (BUNDLED["bundled"] / entry["file"]).read_bytes()
        assert len(content) == entry["size"]
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]


def test_every_folder_has_a_model_card() -> None:
    assert "licences" in (BUNDLED["bundled"] / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_unknown_name_lists_what_is_known() -> None:
    with pytest.raises(ModelError, match=r"'nowhere'.*'bundled'.*'stanza:default'.*folder"):
        load("nowhere")


def test_folder_of_the_same_layout(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(BUNDLED["bundled"], folder)
    assert locate(str(folder)).label == locate("bundled").label
    parser = load(str(folder))
    assert load(str(folder / ".." / "model")) is parser
    assert parser.parse("It rained.") == load().parse("It rained.")


def test_not_a_manifest(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(ModelError, match=r"manifest\.json is not a model manifest"):
        load(str(tmp_path))


def test_missing_and_short_files(tmp_path: Path) -> None:
    shutil.copy(BUNDLED["bundled"] / "manifest.json", tmp_path)
    with pytest.raises(ModelError, match=r"tokenizer weights .* missing"):
        load(str(tmp_path))
    (tmp_path / "en_small_tokenizer.pt").write_bytes(b"short")
    with pytest.raises(ModelError, match="5 bytes long"):
        load(str(tmp_path))


def test_damaged_weights(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(BUNDLED["bundled"], folder)
    weights = folder / "en_small_tagger.pt"
    weights.write_bytes(b"\0" * weights.stat().st_size)
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(str(folder))
