"""Long work in stages that are not repeated.

A finished stage records its settings. With the same settings, and the same results of earlier stages, it is skipped; so
an interrupted run resumes where it was, and a changed setting repeats only what depends on it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

__all__ = ["Ledger", "digest_of_files", "to_stderr"]


@frozen
class Ledger:
    """The records of finished stages, in a folder; `say` receives what is run and what is skipped."""

    folder: Path
    say: Callable[[str], None]

    def run(
        self, stage: str, settings: Mapping[str, Any], work: Callable[[], object], after: tuple[str, ...] = ()
    ) -> None:
        """Do the work of a stage unless it is recorded as done with these settings after these stages.

        `settings` are plain values. Raises FileNotFoundError if a stage of `after` is not done.
        """
        asked = {"settings": settings, "after": {name: self._note(name).read_text(encoding="utf-8") for name in after}}
        written = json.dumps(asked, sort_keys=True, default=str)
        digest = hashlib.sha256(written.encode()).hexdigest()
        note = self._note(stage)
        if note.is_file() and note.read_text(encoding="utf-8") == digest:
            self.say(f"{stage}: done before")
            return
        note.unlink(missing_ok=True)
        self.say(f"{stage}: running")
        work()
        self.folder.mkdir(parents=True, exist_ok=True)
        note.write_text(digest, encoding="utf-8")

    def _note(self, stage: str) -> Path:
        return self.folder / f"{stage}.done"


def to_stderr(message: str) -> None:
    """Print a message to standard error; usable from a second process too."""
    sys.stderr.write(f"{message}\n")
    sys.stderr.flush()


def digest_of_files(paths: list[Path]) -> str:
    """Return one hash of the contents of files, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
