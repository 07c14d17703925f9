"""Stanza's own packages as they lie on disk: finding and fetching them."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from attrs import field, frozen

from timeline.errors import ModelError
from timeline.languages import DEFAULT
from timeline.syntax.bundle import STANZA
from timeline.syntax.runtime import import_stanza, quietly

__all__ = ["PREFIX", "Package", "fetch", "find", "resources"]

PREFIX = "stanza:"
"""Prefix of the name of a package."""
PACKAGES = ("default", "default_fast", "default_accurate")
"""Stanza's packages that `timeline models list` shows; any other name may be asked for too."""

LANGUAGE = DEFAULT
_PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")


@frozen
class Package:
    """A package of Stanza models that is installed."""

    folder: Path
    name: str
    processors: dict[str, str] = field(repr=False)
    """Which model each processor uses."""
    digest: str
    """Eight hexadecimal digits of the checksums of its files: Stanza's packages have no version."""

    @property
    def label(self) -> str:
        """Return name and version, as results quote them."""
        return f"stanza-{LANGUAGE}-{self.name} {self.digest} (stanza {STANZA})"


def resources() -> Path:
    """Return the folder of Stanza's models: `STANZA_RESOURCES_DIR`, or Stanza's default."""
    named = os.environ.get("STANZA_RESOURCES_DIR")
    if named:
        return Path(named)
    import_stanza(STANZA)
    from stanza.resources.common import DEFAULT_MODEL_DIR

    return Path(DEFAULT_MODEL_DIR)


def find(name: str, folder: Path | None = None) -> Package:
    """Find an installed package by its name; raises ModelError, saying how to fetch it, if it or a part is missing."""
    folder = resources() if folder is None else folder
    listing = folder / "resources.json"
    remedy = f"run `timeline models fetch {PREFIX}{name}`"
    if not listing.is_file():
        message = f"{PREFIX}{name} is not installed in {folder}: {remedy}, or set STANZA_RESOURCES_DIR to where it is"
        raise ModelError(message)
    try:
        language: dict[str, Any] = json.loads(listing.read_text(encoding="utf-8"))[LANGUAGE]
        packages: dict[str, dict[str, str]] = language["packages"]
    except (ValueError, KeyError, TypeError) as error:
        message = f"{listing} is no list of Stanza models for {LANGUAGE!r} ({error!r}): {remedy}"
        raise ModelError(message) from error
    if name not in packages:
        message = f"no package {name!r} in {listing}; it lists: {', '.join(sorted(packages))}"
        raise ModelError(message)
    processors = {each: packages[name][each] for each in _PROCESSORS if each in packages[name]}
    digest = hashlib.sha256()
    for processor, model in processors.items():
        if model == "identity":
            continue
        if not (folder / LANGUAGE / processor / f"{model}.pt").is_file():
            message = f"{PREFIX}{name} is not whole: {processor}/{model}.pt is missing in {folder}; {remedy}"
            raise ModelError(message)
        digest.update(str(language[processor][model].get("md5")).encode())
    return Package(folder, name, processors, digest.hexdigest()[:8])


def fetch(name: str) -> Package:
    """Fetch a package over the network into Stanza's folder; the one place that uses the network.

    Raises ModelError if the download fails.
    """
    import_stanza(STANZA)
    import stanza

    folder = resources()
    try:
        with quietly():
            stanza.download(
                lang=LANGUAGE,
                model_dir=str(folder),
                package=None,
                processors=dict.fromkeys(_PROCESSORS, name),
                logging_level="ERROR",
            )
    except Exception as error:
        message = (
            f"{PREFIX}{name} could not be fetched ({error}); `timeline models fetch {PREFIX}{name}` needs the network, "
            f"or copy the package into {folder} from a machine that has it"
        )
        raise ModelError(message) from error
    return find(name, folder)
