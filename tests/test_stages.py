from __future__ import annotations

import subprocess
import sys

import pytest

from timeline import stages


@pytest.mark.parametrize("name", stages.__all__)
def test_every_stage_is_there_whichever_is_asked_for_first(name: str) -> None:
    program = f"from timeline import stages; assert callable(stages.{name})"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match=r"'timeline\.stages' has no attribute 'nothing'"):
        stages.nothing


@pytest.mark.parametrize(
    ("used", "unused"),
    [
        ("timeline.Extractor().find_times('in May 2019')", "timeline.events.pipeline timeline.workers.pool"),
        ("timeline.Extractor()", "timeline.expressions.finder timeline.events.pipeline timeline.workers.pool"),
    ],
)
def test_a_stage_is_loaded_when_it_is_used(used: str, unused: str) -> None:
    program = f"import sys, timeline\n{used}\nprint(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & set(unused.split())
