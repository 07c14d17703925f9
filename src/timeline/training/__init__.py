"""Training of the bundled models: from treebanks to the files in `timeline/syntax/models`.

`python -m timeline.training syntax --treebanks DIR --vectors WHEEL --output DIR` runs every stage; docs/training.md
explains what it needs and how long it takes. `python -m timeline.training placing CORPORA --output FILE --cache DIR`
fits the models that place and order events, on annotated documents. None of this is needed to use the models.
"""

from __future__ import annotations

__all__: list[str] = []
