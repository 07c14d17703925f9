"""The syntax models installed on this machine, and fetching others."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.errors import ModelError
from timeline.syntax import stanza_files
from timeline.syntax.bundle import BUNDLED, locate

__all__ = ["fetch", "listing"]


def listing() -> Iterator[tuple[str, str]]:
    """Yield the names that `load` takes, each with its version and location, or why it cannot be used."""
    for name in BUNDLED:
        yield name, f"{locate(name).label}, in the package"
    for package in stanza_files.PACKAGES:
        try:
            found = stanza_files.find(package)
        except ModelError as error:
            yield f"{stanza_files.PREFIX}{package}", f"not installed: {error}"
        else:
            yield f"{stanza_files.PREFIX}{package}", f"{found.label}, in {found.folder}"


def fetch(name: str) -> str:
    """Fetch a model by its name over the network, unless it is in the package; return its name and version.

    Raises ModelError for a name that cannot be fetched, or if the download fails.
    """
    if name in BUNDLED:
        return f"{locate(name).label}, in the package: nothing to fetch"
    if not name.startswith(stanza_files.PREFIX) or name == stanza_files.PREFIX:
        known = ", ".join(stanza_files.PREFIX + package for package in stanza_files.PACKAGES)
        message = f"nothing to fetch by the name {name!r}; there are {known}"
        raise ModelError(message)
    found = stanza_files.fetch(name.removeprefix(stanza_files.PREFIX))
    return f"{found.label}, in {found.folder}"
