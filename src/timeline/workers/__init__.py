"""Work spread over processes that may die: bounded memory, kept order, and a fault for what kills its worker.

Nothing here knows what the work is; `timeline.workers.articles` does, for articles and timelines.
"""

from __future__ import annotations
