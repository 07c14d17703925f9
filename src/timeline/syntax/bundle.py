"""Where a syntax model is on disk, and its manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from attrs import field, frozen

from timeline.errors import ModelError
from timeline.languages import DEFAULT

__all__ = ["BUNDLED", "STANZA", "Bundle", "locate"]

STANZA = "1.15.0"
"""The version of Stanza that this version of the library works with, as in its dependencies."""

BUNDLED = {"bundled": Path(__file__).parent / "models" / DEFAULT}
"""Models shipped with the package, by the name that `load` takes."""

ROLES = ("tokenizer", "tagger", "lemmatizer", "parser", "vectors")


@frozen
class Bundle:
    """A folder of weights with a manifest: what to load, and its name in results."""

    folder: Path
    name: str
    version: str
    stanza: str
    """The Stanza version that the weights were made for."""
    files: dict[str, Path] = field(repr=False)
    """The weight file of each role: tokenizer, tagger, lemmatizer, parser, vectors."""

    @property
    def label(self) -> str:
        """Return name and version, as results quote them."""
        return f"{self.name} {self.version} (stanza {self.stanza})"


def locate(name: str) -> Bundle:
    """Find the model called `name`: a known name, or the path of a folder with a `manifest.json`.

    Raises ModelError if there is none, or if a file of it is missing or has another size than the manifest says.
    """
    folder = BUNDLED.get(name) or Path(name)
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        known = ", ".join(repr(known) for known in sorted(BUNDLED))
        message = (
            f"no syntax model {name!r}; known: {known}, a Stanza package such as 'stanza:default', "
            "or the path of a folder with a manifest.json and weights"
        )
        raise ModelError(message)
    try:
        content: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
        entries = {role: content["files"][role] for role in ROLES}
        bundle = Bundle(
            folder=folder.resolve(),
            name=str(content["name"]),
            version=str(content["version"]),
            stanza=str(content["stanza"]),
            files={role: folder.resolve() / entry["file"] for role, entry in entries.items()},
        )
        sizes = {role: int(entry["size"]) for role, entry in entries.items()}
    except (ValueError, KeyError, TypeError) as error:
        message = f"{manifest} is not a model manifest ({error!r}); compare the one of the bundled model"
        raise ModelError(message) from error
    for role, path in bundle.files.items():
        found = path.stat().st_size if path.is_file() else None
        if found != sizes[role]:
            state = "missing" if found is None else f"{found} bytes long instead of {sizes[role]}"
            message = f"the {role} weights of {name!r} are damaged: {path} is {state}; install the model again"
            raise ModelError(message)
    return bundle
