"""Word types for the lemmatizer: each word with a part of speech, once.

Trained on running text, a lemmatizer sees "the" twenty thousand times. But known words are looked up in its
dictionary; only unknown ones are generated letter by letter, which is learnt from types. An epoch takes a tenth of the
time.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable

from timeline.training.treebanks import Sentence, Word

__all__ = ["word_types"]

LONGEST_FORM = 24
WORDS_A_SENTENCE = 20


def word_types(sentences: Iterable[Sentence], seed: int) -> list[Sentence]:
    """Return the word types of the sentences in random order, as sentences of twenty words without a real tree.

    Of several lemmas of a word for one part of speech, the most frequent counts.
    """
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            if len(word.form) <= LONGEST_FORM and (word.lemma != "_" or word.form == "_"):
                lemmas[word.form, word.upos][word.lemma] += 1
    items = [(form, upos, counts.most_common(1)[0][0]) for (form, upos), counts in sorted(lemmas.items())]
    random.Random(seed).shuffle(items)
    return [
        Sentence(
            tuple(
                Word(form, lemma, upos, "_", "_", 0 if place == 0 else 1, "root" if place == 0 else "dep")
                for place, (form, upos, lemma) in enumerate(items[begin : begin + WORDS_A_SENTENCE])
            )
        )
        for begin in range(0, len(items), WORDS_A_SENTENCE)
    ]
