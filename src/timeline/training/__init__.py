"""How the bundled models are made: from treebanks to the files in `timeline/syntax/models`.

`python -m timeline.training syntax --treebanks DIR --vectors WHEEL --output DIR` runs every stage; docs/training.md
tells what is needed and how long it takes. Using the models needs nothing of this.
"""

from __future__ import annotations

__all__: list[str] = []
