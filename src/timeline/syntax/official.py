"""Stanza's own packages, as they lie on disk, run by plain Stanza."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from timeline.errors import ModelError
from timeline.syntax.bundle import STANZA
from timeline.syntax.runtime import import_stanza, quietly
from timeline.syntax.threads import single_thread

if TYPE_CHECKING:
    from timeline.syntax.attachment import Arc, TaggedWord
    from timeline.syntax.characters import Passage

__all__ = ["PREFIX", "OfficialModels", "Package", "fetch", "find", "resources"]

PREFIX = "stanza:"
"""Before the name of a package."""
PACKAGES = ("default", "default_fast", "default_accurate")
"""Stanza's packages for English, as `timeline models list` shows them; any other name may be asked for too."""

_LANGUAGE = "en"
_PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")


@frozen
class Package:
    """A package of Stanza models that is installed."""

    folder: Path
    name: str
    processors: dict[str, str] = field(repr=False)
    """Which model each processor uses."""
    digest: str
    """Eight hexadecimal digits of the checksums of its files: Stanza's packages bear no version."""

    @property
    def label(self) -> str:
        """Give name and version, as results quote them."""
        return f"stanza-{_LANGUAGE}-{self.name} {self.digest} (stanza {STANZA})"


def resources() -> Path:
    """Give the folder that Stanza keeps its models in: `STANZA_RESOURCES_DIR`, or Stanza's own choice."""
    named = os.environ.get("STANZA_RESOURCES_DIR")
    if named:
        return Path(named)
    import_stanza(STANZA)
    from stanza.resources.common import DEFAULT_MODEL_DIR  # noqa: PLC0415 - heavy, loaded on use

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
        language: dict[str, Any] = json.loads(listing.read_text(encoding="utf-8"))[_LANGUAGE]
        packages: dict[str, dict[str, str]] = language["packages"]
    except (ValueError, KeyError, TypeError) as error:
        message = f"{listing} is no list of Stanza models for English ({error!r}): {remedy}"
        raise ModelError(message) from error
    if name not in packages:
        message = f"no package {name!r} in {listing}; it lists: {', '.join(sorted(packages))}"
        raise ModelError(message)
    processors = {each: packages[name][each] for each in _PROCESSORS if each in packages[name]}
    digest = hashlib.sha256()
    for processor, model in processors.items():
        if model == "identity":
            continue
        if not (folder / _LANGUAGE / processor / f"{model}.pt").is_file():
            message = f"{PREFIX}{name} is not whole: {processor}/{model}.pt is missing in {folder}; {remedy}"
            raise ModelError(message)
        digest.update(str(language[processor][model].get("md5")).encode())
    return Package(folder, name, processors, digest.hexdigest()[:8])


def fetch(name: str) -> Package:
    """Fetch a package over the network into Stanza's folder; the one place that uses the network.

    Raises ModelError if it cannot be had.
    """
    import_stanza(STANZA)
    import stanza  # noqa: PLC0415 - heavy, loaded on use

    folder = resources()
    try:
        with quietly():
            stanza.download(
                lang=_LANGUAGE,
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


class OfficialModels:
    """A package run by plain Stanza, a text at a time, sentences cut before they are parsed."""

    batches = False  # Stanza pads and rounds by batch

    def __init__(self, package: Package) -> None:
        """Load a package; raises ModelError if Stanza cannot."""
        import_stanza(STANZA)
        import stanza  # noqa: PLC0415 - heavy, loaded on use
        import torch  # noqa: PLC0415

        self.label = package.label
        self._lock = threading.Lock()
        first = {name: model for name, model in package.processors.items() if name in {"tokenize", "mwt"}}
        then = {name: model for name, model in package.processors.items() if name not in first}
        settings: dict[str, Any] = {
            "lang": _LANGUAGE,
            "dir": str(package.folder),
            "package": None,
            "download_method": None,
            "use_gpu": False,
            "logging_level": "ERROR",
        }
        try:
            with quietly(), torch.random.fork_rng(devices=[]), single_thread():
                self._splitter: Any = stanza.Pipeline(processors=first, tokenize_max_seqlen=1000, **settings)
                self._annotator: Any = stanza.Pipeline(
                    processors={"tokenize": package.processors["tokenize"], **then},
                    tokenize_pretokenized=True,
                    **settings,
                )
        except Exception as error:
            message = f"{package.label} cannot be loaded from {package.folder} ({error})"
            raise ModelError(message) from error

    def split(self, passages: Sequence[Passage]) -> list[list[list[tuple[int, int]]]]:
        """Find the sentences and words of passages; the words of a token that are not its parts share it evenly."""
        found = []
        with self._lock, quietly(), single_thread():
            for passage in passages:
                document = self._splitter(passage.characters)
                found.append(
                    [
                        [place for token in sentence.tokens for place in _places(token, passage.characters)]
                        for sentence in document.sentences
                    ]
                )
        return [[words for words in sentences if words] for sentences in found]

    def annotate(self, sentences: Sequence[Sequence[str]]) -> tuple[list[list[TaggedWord]], list[list[Arc]]]:
        """Tag, lemmatize and parse sentences."""
        if not sentences:
            return [], []
        with self._lock, quietly(), single_thread():
            document = self._annotator([list(words) for words in sentences])
        tagged, arcs = [], []
        for sentence in document.sentences:
            words = sentence.words
            tagged.append([(w.text, w.upos or "X", w.xpos or "_", w.feats or "_", w.lemma or "_") for w in words])
            arcs.append([(int(word.head), str(word.deprel)) for word in words])
        return tagged, arcs


def _places(token: Any, characters: str) -> list[tuple[int, int]]:  # noqa: ANN401 - Stanza is untyped
    """Give where the words of a token stand; no word is empty or holds white space."""
    begin, end = int(token.start_char), int(token.end_char)
    words = [str(word.text) for word in token.words]
    if "".join(words) == characters[begin:end]:
        sizes = [len(word) for word in words]
    else:
        count = min(len(words), end - begin)
        sizes = [(end - begin) // count] * count
        sizes[-1] += (end - begin) % count
    places = []
    for size in sizes:
        places.extend(_without_spaces(characters, begin, begin + size))
        begin += size
    return places


def _without_spaces(characters: str, begin: int, end: int) -> list[tuple[int, int]]:
    places = []
    for part in characters[begin:end].split(" "):
        if part:
            places.append((begin, begin + len(part)))
        begin += len(part) + 1
    return places
