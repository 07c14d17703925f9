"""Characters to words and sentences, with Stanza's character tagger.

Stanza's own driver looks for each token again in the text, and lets the padding of one paragraph change what the
windows of another see. Here every window is computed on its own characters only, and offsets are counted, not searched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from timeline.errors import ModelError
from timeline.syntax.batches import batches

if TYPE_CHECKING:
    from timeline.syntax.characters import Passage

__all__ = ["Tokenizer"]

WINDOW = 1000
"""Characters the tagger reads at once, as in Stanza; the next window begins after the last sentence end found."""
BATCH_CHARACTERS = 10_000

_WORD_END, _SENTENCE_END = 1, 2
_ADDRESS_SIGNS = re.compile(r"@|https?:|www\.|\.(?:gov|org|edu|net|com|co)\.")
_LONGEST_ADDRESS = 300


class Tokenizer:
    """Finds the words and sentences of passages. Holds only read-only state: safe to share between threads."""

    def __init__(self, path: str) -> None:
        """Load weights; raises ModelError if they need features this library does not compute."""
        from stanza.models.tokenization.data import PER_CHAR_FEAT_FUNCS  # noqa: PLC0415 - heavy, loaded on use
        from stanza.models.tokenization.trainer import Trainer  # noqa: PLC0415
        from stanza.models.tokenization.utils import MASK_RE  # noqa: PLC0415

        trainer = Trainer.__new__(Trainer)  # its __init__ builds an optimizer, whose import takes longer than all else
        trainer.load(path, None, None)
        arguments = trainer.args
        names: list[str] = list(arguments["feat_funcs"])
        unknown = set(names) - set(PER_CHAR_FEAT_FUNCS) - {"end_of_para", "start_of_para"}
        if unknown or arguments["use_dictionary"] or arguments["use_mwt"]:
            reason = ", ".join(sorted(unknown)) or "a dictionary or multi-word tokens"
            message = f"{path}: a tokenizer with {reason} is not supported"
            raise ModelError(message)
        self._model: Any = trainer.model.eval()
        self._vocabulary: Any = trainer.vocab
        # Stanza puts the features of single characters first, those of position behind
        self._features: list[Any] = [PER_CHAR_FEAT_FUNCS[name] for name in names if name in PER_CHAR_FEAT_FUNCS]
        self._positions = ("end_of_para" in names, "start_of_para" in names)
        self._address: re.Pattern[str] = MASK_RE
        self._known: dict[str, tuple[int, list[float]]] = {}

    def split(self, passages: Sequence[Passage]) -> list[list[list[tuple[int, int]]]]:
        """Give for each passage its sentences, each a list of words as half-open ranges of the passage's characters."""
        labels = self._label(passages)
        return [self._decode(passage.characters, marks) for passage, marks in zip(passages, labels, strict=True)]

    def _encode(self, characters: str) -> tuple[list[int], list[list[float]]]:
        known = self._known
        units: list[int] = []
        features: list[list[float]] = []
        for character in characters:
            found = known.get(character)
            if found is None:
                found = (self._vocabulary.unit2id(character), [float(feature(character)) for feature in self._features])
                known[character] = found
            units.append(found[0])
            features.append(found[1])
        for place, wanted in ((-1, self._positions[0]), (0, self._positions[1])):
            if wanted:
                features = [[*row, 0.0] for row in features]
                features[place][-1] = 1.0
        return units, features

    def _label(self, passages: Sequence[Passage]) -> list[list[int]]:
        import torch  # noqa: PLC0415

        encoded = [self._encode(passage.characters) for passage in passages]
        tensors = [(torch.tensor(units), torch.tensor(features)) for units, features in encoded]
        labels: list[list[int]] = [[] for _ in passages]
        active = list(range(len(passages)))
        while active:
            ends = {i: min(len(labels[i]) + WINDOW, len(encoded[i][0])) for i in active}
            lengths = [ends[i] - len(labels[i]) for i in active]
            for group in batches(lengths, BATCH_CHARACTERS, 32):
                rows = [active[place] for place in group]
                windows = [tuple(column[len(labels[i]) : ends[i]] for column in tensors[i]) for i in rows]
                for i, predicted in zip(rows, self._predict(windows), strict=True):
                    if ends[i] < len(encoded[i][0]):
                        stops = [place for place, label in enumerate(predicted) if label == _SENTENCE_END]
                        labels[i].extend(predicted[: stops[-1] + 1] if stops else predicted)
                    else:
                        labels[i].extend(predicted)
            active = [i for i in active if len(labels[i]) < len(encoded[i][0])]
        return labels

    def _predict(self, windows: list[tuple[Any, ...]]) -> list[list[int]]:
        """Label the characters of windows, longest first; each is closed by one padding unit, as in training."""
        import torch  # noqa: PLC0415

        lengths = [len(units) for units, _ in windows]
        shape = (len(windows), lengths[0] + 1)
        units = torch.full(shape, self._vocabulary.unit2id("<PAD>"), dtype=torch.int64)
        features = torch.zeros((*shape, windows[0][1].shape[-1]))
        for row, (length, (row_units, row_features)) in enumerate(zip(lengths, windows, strict=True)):
            units[row, :length] = row_units
            features[row, :length] = row_features
        scores = self._model(units, features, [length + 1 for length in lengths])
        best = scores.argmax(2).tolist()
        return [labels[:length] for labels, length in zip(best, lengths, strict=True)]

    def _keep_addresses_whole(self, characters: str, labels: list[int]) -> None:
        """Undo breaks inside e-mail addresses and web addresses, with Stanza's own patterns."""
        if not _ADDRESS_SIGNS.search(characters):
            return
        begin = 0
        for stretch in characters.split(" "):
            if len(stretch) <= _LONGEST_ADDRESS and _ADDRESS_SIGNS.search(stretch):
                for match in self._address.finditer(stretch):
                    first, last = begin + match.start(), begin + match.end() - 1
                    labels[first:last] = [0] * (last - first)
                    labels[last] = labels[last] or _WORD_END
            begin += len(stretch) + 1

    def _decode(self, characters: str, labels: list[int]) -> list[list[tuple[int, int]]]:
        self._keep_addresses_whole(characters, labels)
        sentences: list[list[tuple[int, int]]] = []
        words: list[tuple[int, int]] = []
        begin = 0
        for place, label in enumerate(labels):
            if characters[place] == " ":  # white space always ends a word
                if place > begin:
                    words.append((begin, place))
                begin = place + 1
            elif label or place + 1 - begin >= WINDOW:
                words.append((begin, place + 1))
                begin = place + 1
            if label == _SENTENCE_END and words:
                sentences.append(words)
                words = []
        if begin < len(characters):
            words.append((begin, len(characters)))
        if words:
            sentences.append(words)
        return sentences
