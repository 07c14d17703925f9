from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="finds worker processes through /proc")  # noqa: PTH112
def test_a_few_kills_leave_no_trace() -> None:
    pytest.importorskip("pyarrow")
    script = Path(__file__).parent / "kill.py"
    command = [sys.executable, str(script), "--kills", "3", "--articles", "200", "--sentences", "5", "--shard", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 kills" in done.stdout
