"""Work that hangs, dies, starves or raises; a module of its own, so that worker processes can import it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import frozen

from timeline import Article, Timeline
from timeline.errors import ModelError
from timeline.timelines import Provenance


@frozen
class Work:
    """Doubles numbers; other items are ways to fail."""

    marks: str | None = None
    """Directory for items that fail only the first time."""
    broken: str | None = None

    def prepare(self) -> None:
        if self.broken == "raise":
            message = "no such model"
            raise ModelError(message)
        if self.broken == "starve":
            raise MemoryError
        if self.broken == "die":
            os._exit(3)
        if self.broken == "hang":
            self.one("hang")
        if self.broken == "hang once":
            mark = Path(self.marks or "") / "hung"
            with contextlib.suppress(FileExistsError):
                mark.touch(exist_ok=False)
                self.one("hang")

    def run(self, items: list[Any]) -> list[Any]:
        print("noise on standard output")
        return [self.one(item) for item in items]

    def one(self, item: Any) -> Any:  # noqa: C901 - one case a way to fail
        match item:
            case int():
                return item * 2
            case "hang":
                time.sleep(3600)
            case "exit":
                sys.exit(7)  # SystemExit is no Exception: the process ends
            case "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            case "crash":
                ctypes.string_at(0)
            case "starve":
                return len(bytearray(8 * 2**30))
            case "raise":
                message = "a bad item"
                raise ValueError(message)
            case "pid":
                return os.getpid()
            case ("once", name):
                mark = Path(self.marks or "") / name
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
                return name
        return None


def read_or_die(articles: Iterable[Article]) -> list[Timeline]:
    """Read articles as long as none of them is poison."""
    found = []
    for article in articles:
        if article.text == "raise":
            message = "a bad article"
            raise ValueError(message)
        if article.text in {"killed", "hang"}:
            Work().one(article.text)
        found.append(Timeline(article, (), (), Provenance("0")))
    return found
