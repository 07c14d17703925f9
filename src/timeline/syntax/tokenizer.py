"""Segmentation of text into words and sentences, with the weights of Stanza's character tagger.

Stanza's own driver searches the text for each token again, and the padding of one paragraph affects the windows of
another. Here every window is computed from its own characters only, and offsets are counted, not searched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import torch
from stanza.models.tokenization.data import PER_CHAR_FEAT_FUNCS
from stanza.models.tokenization.utils import MASK_RE
from torch import Tensor

from timeline.errors import ModelError
from timeline.syntax.alphabet import Alphabet
from timeline.syntax.batches import batches
from timeline.syntax.checkpoints import Vocabulary
from timeline.syntax.dense import GRAIN, Dense, Rows
from timeline.syntax.recurrence import PaddedRecurrence, backwards

if TYPE_CHECKING:
    from timeline.syntax.characters import Passage
    from timeline.syntax.checkpoints import Checkpoint

__all__ = ["Tokenizer"]

WINDOW = 1000
"""Characters the tagger reads at once, as in Stanza; the next window starts after the last sentence end found."""
BATCH_CHARACTERS = 20_000
BATCH_WINDOWS = 64

_WORD_END, _SENTENCE_END = 1, 2
_POSITIONS = ("end_of_para", "start_of_para")  # in Stanza's order
_ADDRESS_SIGNS = re.compile(r"@|https?:|www\.|\.(?:gov|org|edu|net|com|co)\.")
_LONGEST_ADDRESS = 300
_ESCAPE = "\\"
"""Within brackets, Stanza's pattern reads a row of these in exponentially many ways."""


class Tokenizer:
    """Finds the words and sentences of passages. Its cache changes no result: safe to share between threads."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        """Take weights; raises ModelError if they need features this library does not compute."""
        settings = checkpoint.settings
        checkpoint.refuse(("use_dictionary", "use_mwt", "charlm_forward_file", "conv_res"))
        names: list[str] = list(settings["feat_funcs"])
        unknown = set(names) - set(PER_CHAR_FEAT_FUNCS) - set(_POSITIONS)
        if unknown or int(settings["rnn_layers"]) > 1:
            reason = ", ".join(sorted(unknown)) or "several layers"
            message = f"{checkpoint.path}: a tokenizer with {reason} is not supported"
            raise ModelError(message)
        # Stanza puts the features of single characters before those of position
        features: list[Callable[[str], int]] = [PER_CHAR_FEAT_FUNCS[name] for name in names if name not in _POSITIONS]
        self._alphabet = Alphabet(Vocabulary.of(checkpoint.vocabularies), features)
        self._positions = [name for name in _POSITIONS if name in names]
        self._embedding = checkpoint["embeddings.weight"]
        self._first = PaddedRecurrence(checkpoint, "rnn")
        self._heads = _heads(checkpoint, ("tok_clf", "sent_clf"))
        self._second = PaddedRecurrence(checkpoint, "rnn2") if settings["hierarchical"] else None
        self._second_heads = _heads(checkpoint, ("tok_clf2", "sent_clf2")) if settings["hierarchical"] else None
        self._damping = float(settings["hier_invtemp"])
        self._address: re.Pattern[str] = MASK_RE

    def split(self, passages: Sequence[Passage]) -> list[list[list[tuple[int, int]]]]:
        """Split each passage into sentences of words, which are half-open ranges of the passage's characters."""
        labels = self._label(passages)
        return [self._decode(passage.characters, marks) for passage, marks in zip(passages, labels, strict=True)]

    def _label(self, passages: Sequence[Passage]) -> list[list[int]]:

        codes = [torch.tensor(self._alphabet.read(passage.characters)) for passage in passages]
        labels: list[list[int]] = [[] for _ in passages]
        active = list(range(len(passages)))
        while active:
            ends = {i: min(len(labels[i]) + WINDOW, len(codes[i])) for i in active}
            lengths = [ends[i] - len(labels[i]) for i in active]
            for group in batches(lengths, BATCH_CHARACTERS, BATCH_WINDOWS):
                rows = [active[place] for place in group]
                # whether a window starts or ends its passage
                windows = [(codes[i][len(labels[i]) : ends[i]], not labels[i], ends[i] == len(codes[i])) for i in rows]
                for i, predicted in zip(rows, self._predict(windows), strict=True):
                    if ends[i] < len(codes[i]):
                        stops = [place for place, label in enumerate(predicted) if label == _SENTENCE_END]
                        labels[i].extend(predicted[: stops[-1] + 1] if stops else predicted)
                    else:
                        labels[i].extend(predicted)
            active = [i for i in active if len(labels[i]) < len(codes[i])]
        return labels

    def _predict(self, windows: Sequence[tuple[Tensor, bool, bool]]) -> list[list[int]]:
        """Label the characters of windows; each is closed by one padding unit, as in training."""
        lengths = [len(codes) + 1 for codes, _, _ in windows]
        count, longest = -(-len(windows) // GRAIN) * GRAIN, max(lengths)
        codes = torch.full((count, longest), self._alphabet.padding)
        marks = torch.zeros(count, longest, len(self._positions))
        for row, (window, first, last) in enumerate(windows):
            codes[row, : len(window)] = window
            for column, position in enumerate(self._positions):
                if first if position == "start_of_para" else last:
                    marks[row, 0 if position == "start_of_para" else len(window) - 1, column] = 1
        units, features = self._alphabet.unfold(codes)
        reverse = backwards([*lengths, *[longest] * (count - len(windows))], longest)
        states = self._first(torch.cat((self._embedding[units], features, marks), dim=2), reverse)
        scores = self._heads.padded(Rows(states.flatten(0, 1), None))
        if self._second is not None and self._second_heads is not None:
            if self._damping > 0:
                states *= 1 - torch.sigmoid(scores * -self._damping)[:, :1].view(count, longest, 1)
            states = self._second(states, reverse)
            scores += self._second_heads.padded(Rows(states.flatten(0, 1), None))
        best = _best(scores).view(count, longest).tolist()
        return [row[: length - 1] for row, length in zip(best, lengths, strict=False)]

    def _keep_addresses_whole(self, characters: str, labels: list[int]) -> None:
        """Undo breaks inside e-mail addresses and web addresses, with Stanza's own patterns."""
        if not _ADDRESS_SIGNS.search(characters):
            return
        begin = 0
        for stretch in characters.split(" "):
            if len(stretch) <= _LONGEST_ADDRESS and _ESCAPE not in stretch and _ADDRESS_SIGNS.search(stretch):
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


def _heads(checkpoint: Checkpoint, names: Sequence[str]) -> Dense:
    """Concatenate the two classifiers: whether a word ends here, and whether a sentence does."""
    weight = torch.cat([checkpoint[f"{name}.weight"] for name in names])
    biases = [checkpoint.tensors.get(f"{name}.bias", torch.zeros(1)) for name in names]
    return Dense(weight, torch.cat(biases))


def _best(scores: Tensor) -> Tensor:
    """Return the likeliest label, on ties the first: 0 for nothing, 1 for a word end, 2 for a sentence end."""
    no, yes = torch.nn.functional.logsigmoid(-scores), torch.nn.functional.logsigmoid(scores)
    word = yes[:, 0]
    return torch.stack((no[:, 0], word + no[:, 1], word + yes[:, 1]), dim=1).argmax(1)
