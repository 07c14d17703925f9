"""How the bundled models are made: from treebanks to the files in `timeline/syntax/models`.

`python -m timeline.training syntax --treebanks DIR --vectors WHEEL --output DIR` runs every stage; docs/training.md
tells what is needed and how long it takes. `python -m timeline.training placing CORPORA --output FILE --cache DIR`
fits the models that place and order events, with annotated documents. Using the models needs nothing of this.
"""

from __future__ import annotations

__all__: list[str] = []
