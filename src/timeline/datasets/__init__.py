"""Many articles: sources, datasets that can be resumed, and engines that spread the work over machines."""

from __future__ import annotations
