"""How often values of each kind were right in annotated news, as `tests/benchmarks/confidence.py` measures it.

Right means that the annotated value says the same, or only more or less exactly. Rows of few values are drawn
towards those of all units together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.languages.reliability import Reliability

__all__ = ["RELIABILITY"]

RELIABILITY: Reliability = {
    ("DATE", "none", ""): 0.93,
    ("DATE", "none", "year"): 0.90,
    ("DATE", "none", "month"): 0.98,
    ("DATE", "none", "vague"): 0.75,
    ("DATE", "publication", ""): 0.93,
    ("DATE", "publication", "day"): 0.98,
    ("DATE", "publication", "week"): 0.84,
    ("DATE", "choice", ""): 0.86,
    ("DATE", "choice", "month"): 0.94,
    ("DATE", "choice", "weekend"): 0.78,
    ("DATE", "expression", ""): 0.50,
    ("TIME", "none", ""): 0.90,
    ("TIME", "publication", ""): 0.75,
    ("TIME", "choice", ""): 0.52,
    ("TIME", "expression", ""): 0.40,
    ("DURATION", "none", ""): 0.90,
    ("DURATION", "none", "amount"): 0.95,
    ("DURATION", "none", "vague"): 0.66,
    ("DURATION", "publication", ""): 0.80,
    ("DURATION", "publication", "vague"): 0.68,
    ("SET", "none", ""): 0.87,
    ("SET", "none", "vague"): 0.80,
}
