from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds worker processes through /proc")
def test_a_few_kills_leave_no_trace() -> None:
    pytest.importorskip("pyarrow")
    script = Path(__file__).parent / "kill.py"
    command = [sys.executable, str(script), "--kills", "3", "--articles", "200", "--sentences", "5", "--shard", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 kills" in done.stdout
