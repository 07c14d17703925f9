"""The words of a clause from its verb on, shortened until they can be read at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.mentions.negation import denying_mark, joint_denial
from timeline.events.trees.clauses import is_accused, relation, relative_pronoun
from timeline.events.trees.noun_phrases import is_close, noun_phrase, pruned
from timeline.languages.event_lexicon import EventLexicon
from timeline.syntax.morphology import is_gerund, is_relative_adverb
from timeline.syntax.tree import Sentence

if TYPE_CHECKING:
    from timeline.syntax.tree import Word

__all__ = ["LONGEST", "ClauseBody"]

LONGEST = 25
"""Most words of a clause."""
_GROUP = 6
"""Approximate number of words of subject and verb."""
_ASIDE = frozenset(
    {
        "advcl",
        "parataxis",
        "mark",
        "cc",
        "conj",
        "discourse",
        "vocative",
        "dislocated",
        "punct",
        "acl:relcl",
        "appos",
        "list",
    }
)


@frozen
class ClauseBody:
    """Chooses the words of the clauses of a sentence."""

    sentence: Sentence
    lexicon: EventLexicon
    timed: frozenset[int]
    """Words that are times, left out where they are optional."""

    def words(self, top: Word, chain: list[Word]) -> list[int]:
        """Return the words of the clause, shortened step by step until they fit."""
        keep = {word.index for word in chain}
        pronoun = relative_pronoun(self.sentence, top, self.lexicon)
        steps: tuple[set[str], ...] = (set(), {"acl"}, {"acl", "nmod:unmarked", "obl:unmarked"})
        body: list[int] = []
        for extra in steps:
            body = self._allowed(top, keep, set(_ASIDE) | extra, pronoun)
            if len(body) <= LONGEST:
                return body
        return self._shortened(top, body, keep)

    def _allowed(self, top: Word, keep: set[int], drop: set[str], pronoun: Word | None) -> list[int]:
        found = pruned(self.sentence, top, drop - {"mark", "cc", "conj", "punct", "appos"}, keep)
        for child in self.sentence.dependents(top):
            if child.index in keep:
                continue
            kind = relation(child)
            aside = (child.deprel in drop or kind in drop) and child.lower != self.lexicon.infinitive_marker
            aside = aside and not self._is_denied_with(top, child)
            if kind == "mark" and relation(top) == "acl" and is_gerund(top):
                noun = self.sentence.governor(top)
                aside = noun is None or is_accused(self.sentence, noun, self.lexicon)
            leading = is_relative_adverb(child) and kind == "advmod" and child.index < top.index
            lone = pronoun is not None and child.index == pronoun.index
            other = kind == "obl" and pronoun is not None and pronoun.head == child.index
            if aside or leading or lone or other or self._is_time(child):
                found -= {word.index for word in self.sentence.subtree(child)}
        for index in sorted(found & self.timed):
            word = self.sentence.words[index]
            if word.head not in self.timed and self._is_time(word):
                found -= {below.index for below in self.sentence.subtree(word)}
        found.add(top.index)
        found -= self._loose_asides(found, keep)
        return sorted(found)

    def _is_denied_with(self, top: Word, child: Word) -> bool:
        """Whether a word marks a clause as not having happened, or shares its negation."""
        if child in denying_mark(self.sentence, top, self.lexicon):
            return True
        return relation(child) == "conj" and joint_denial(self.sentence, child, self.lexicon) is not None

    def _loose_asides(self, found: set[int], keep: set[int]) -> set[int]:
        """Drop appositions between commas, and quotation marks and commas left without a function."""
        loose: set[int] = set()
        for index in found:
            word = self.sentence.words[index]
            if relation(word) == "appos" and index not in keep and not is_close(self.sentence, word):
                loose |= {below.index for below in self.sentence.subtree(word)}
            if word.deprel == "cc" and word.head not in found:
                loose.add(index)
        for index in sorted(found - loose):
            word = self.sentence.words[index]
            if word.upos == "PUNCT" and index == len(self.sentence.words) - 1 and word.text in {".", "!", "?"}:
                loose.add(index)
            elif word.upos == "PUNCT" and word.text in {",", "—", "–", ";", ":"}:
                rest = found - loose
                if index - 1 not in rest or index + 1 not in rest:
                    loose.add(index)
        return loose

    def _is_time(self, child: Word) -> bool:
        """Whether a branch is only a time, so that the summary can do without it."""
        if relation(child) not in {"obl", "advmod", "nmod"}:
            return False
        words = [word for word in self.sentence.subtree(child) if word.upos not in {"ADP", "PUNCT", "DET", "SCONJ"}]
        return bool(words) and all(word.index in self.timed for word in words)

    def _shortened(self, top: Word, body: list[int], keep: set[int]) -> list[int]:
        """Drop whole branches from the end, the adjuncts first, until the clause fits."""
        found = set(body)
        last = self.sentence.words[max(keep, default=top.index)]  # the innermost of a chain of infinitives
        branches = [
            child for head in {top.index, last.index} for child in self.sentence.dependents(self.sentence.words[head])
        ]
        order = {"obl": 0, "advmod": 1, "nmod": 0, "xcomp": 3, "ccomp": 4, "obj": 5}
        negations = self.lexicon.negations
        for child in sorted(branches, key=lambda child: (order.get(relation(child), 9), -child.index)):
            if len(found) <= LONGEST:
                break
            if relation(child) not in order or child.index in keep or child.lower in negations:
                continue
            branch = {word.index for word in self.sentence.subtree(child)}
            if relation(child) in {"obj", "ccomp", "xcomp"}:
                short = set(self._inner(child))
                found = (found - branch) | (short & found)
            else:
                found -= branch
        return sorted(found)

    def _inner(self, child: Word) -> list[int]:
        if child.upos in {"VERB", "AUX", "ADJ"}:
            short = pruned(self.sentence, child, {"advcl", "acl", "acl:relcl", "parataxis", "appos"})
            if len(short) > LONGEST - _GROUP:
                short = pruned(
                    self.sentence, child, {"advcl", "acl", "acl:relcl", "parataxis", "appos", "obl", "conj", "cc"}
                )
            return sorted(short)
        case = [below.index for below in self.sentence.dependents(child, "case")]
        return [*case, *noun_phrase(self.sentence, child, self.timed)]
