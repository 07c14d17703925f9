"""Work distributed over processes that may crash: bounded memory, kept order, a fault for items that kill a worker.

The pool is independent of the kind of work; `timeline.workers.articles` defines it for articles and timelines.
"""

from __future__ import annotations
