"""The clause of an event, readable alone, in the words of the text."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from timeline.events.mentions.clause_body import LONGEST, ClauseBody
from timeline.events.mentions.detection import Mention, Sort
from timeline.events.mentions.negation import (
    denying_branches,
    denying_mark,
    is_hindered,
    joint_denial,
    opening_negation,
)
from timeline.events.trees.clauses import (
    antecedent,
    argument,
    auxiliaries,
    copula_of,
    has,
    infinitive_of,
    is_accused,
    is_ranked,
    relation,
    relative_pronoun,
    run_around,
    subject_of,
)
from timeline.events.trees.noun_phrases import is_aside, is_close, noun_phrase, pruned, rendered, spoken
from timeline.syntax.morphology import is_gerund, is_participle, is_plural, is_proper, is_relative, is_relative_adverb

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = ["summarise"]

_LINKS = 6
"""Most infinitives that complement each other: "is expected to be asked to try to help"."""
_SUBJECT = frozenset({"nsubj", "csubj", "expl"})


def summarise(mention: Mention, lexicon: EventLexicon, timed: Collection[int]) -> str:
    """Summarise the event in at most about 25 words; `timed` words (times) are left out if they are optional."""
    if mention.sort is Sort.NOUN:
        return spoken(rendered(mention.sentence, _named(mention, timed)), lexicon)
    word = joint_denial(mention.sentence, mention.word, lexicon) or mention.word
    return _Clause(mention.sentence, word, lexicon, frozenset(timed)).text()


def _named(mention: Mention, timed: Collection[int]) -> list[int]:
    """Return the words of an event's name."""
    sentence, word = mention.sentence, mention.word
    phrase = noun_phrase(sentence, word, timed)
    if word.upos == "VERB" and word.index > 0:
        before = noun_phrase(sentence, sentence.words[word.index - 1], timed)
        phrase = sorted({*before, *phrase})
    return phrase


class _Clause:
    """A clause being shortened."""

    def __init__(self, sentence: Sentence, word: Word, lexicon: EventLexicon, timed: frozenset[int]) -> None:
        self.sentence = sentence
        self.word = word
        self.lexicon = lexicon
        self.timed = timed
        self._body = ClauseBody(sentence, lexicon, timed)

    def text(self) -> str:
        """Return the clause as a phrase: subject, verb group, complements."""
        top, chain = self._chain()
        inverted = self._inverted(top, chain)
        if inverted:
            return spoken(rendered(self.sentence, inverted), self.lexicon)
        subject, start, branch = self._subject(top), self._group_start(top), self._subject_branch(top)
        own = subject is not None and subject.head == top.index
        core = [index for index in self._body.words(top, chain) if index >= start and not (own and index in branch)]
        pieces = [] if subject is None else self._subject_text(top, subject)
        noun = self.sentence.governor(top) if relation(top) == "acl" and not own else None
        bare = noun is not None and argument(self.sentence, noun, "case") is None
        bare |= is_gerund(top) or is_ranked(self.sentence, top, self.lexicon)
        if noun is not None and bare and self._completes(top, noun):
            # "the need to watch it": it has no subject.
            pieces = self._phrase(noun)
        pieces = [*self._denied_subject(top, subject), *pieces]
        pieces += self._borrowed(top)
        pieces += self._passive(top, subject, own=own)
        pieces += rendered(self.sentence, core)
        pieces += self._relative_object(top)
        pieces += self._content_before(top)
        return spoken(pieces, self.lexicon)

    def _inverted(self, top: Word, chain: list[Word]) -> list[int]:
        """Return the words of a clause that opens with a negation, unchanged: "never again will he play"."""
        own = argument(self.sentence, top, "nsubj", "expl")
        first = min((aux.index for aux in self.sentence.dependents(top, "aux", "cop")), default=top.index)
        if own is None or not first < own.index < top.index:
            return []
        opening = opening_negation(self.sentence, top, first, self.lexicon)
        if not opening:
            return []
        phrase = set(noun_phrase(self.sentence, own, self.timed))
        inner = {index for index in self._body.words(top, chain) if index >= first} - self._subject_branch(top)
        return sorted({*opening, *phrase, *inner})

    def _denied_subject(self, top: Word, subject: Word | None) -> list[Word | str]:
        """Return the negation that a subject opens with: "not one passenger survived", "neither he nor she came"."""
        if subject is None or subject.head != top.index or subject.index > top.index:
            return []
        opening = self.sentence.subtree(subject)[0]
        if opening.deprel == "cc:preconj" and opening.lower in self.lexicon.negations:
            return [opening]
        branches = denying_branches(self.sentence, top, self.lexicon)
        return [word for branch in branches if branch[-1].index + 1 == opening.index for word in branch]

    def _completes(self, top: Word, noun: Word) -> bool:
        """Whether a clause is the complement of a noun: "the need to watch", "the hope of winning"."""
        if infinitive_of(self.sentence, top, self.lexicon):
            return True
        gerund = is_gerund(top) and has(self.sentence, top, "mark")
        return gerund and not is_accused(self.sentence, noun, self.lexicon)

    def _passive(self, top: Word, subject: Word | None, *, own: bool) -> list[Word | str]:
        """Return the auxiliary that a participle before or between commas omits: "Founded in 2011, the firm …"."""
        apart = relation(top) == "advcl" or (relation(top) == "acl" and is_aside(self.sentence, top))
        if own or subject is None or not apart or not is_participle(top):
            return []
        if has(self.sentence, top, "aux", "cop", "mark", "obj") or (
            relation(top) == "advcl" and top.index > subject.index
        ):
            return []
        several = is_plural(subject) or subject.lower in self.lexicon.several
        several |= bool(self.sentence.dependents(subject, "conj"))
        return [self.lexicon.passive_past[several]]

    def _chain(self) -> tuple[Word, list[Word]]:
        """Climb from an infinitive to the verb it complements: "is expected to face", "went out to look"."""
        chain, word = [self.word], self.word
        while len(chain) < _LINKS and relation(word) in {"xcomp", "advcl"}:
            governor = self.sentence.governor(word)
            if governor is None or not self._is_completed(word, governor):
                break
            word = governor
            chain.append(word)
        return word, chain

    def _is_completed(self, word: Word, governor: Word) -> bool:
        """Whether a clause is summarised with the one above it: its infinitive, or an elliptical clause."""
        if is_hindered(self.sentence, word, self.lexicon):
            return True
        denied = denying_mark(self.sentence, word, self.lexicon)
        if denied:
            told = governor.upos in {"VERB", "ADJ", "AUX"} or (governor in denied and relation(governor) != "advmod")
            return told and governor.index < word.index
        if governor.upos not in {"VERB", "ADJ", "AUX"}:
            return False
        return relation(word) != "advcl" or infinitive_of(self.sentence, word, self.lexicon)

    def _subject(self, top: Word) -> Word | None:
        subjects = [
            child for child in self.sentence.dependents(top, "nsubj", "csubj", "expl") if child.index not in self.timed
        ]
        if subjects and (subjects[0].deprel == "expl" or subjects[0].lower not in self.lexicon.relative_pronouns):
            return subjects[0]
        first = top
        while relation(first) == "conj" and first.head >= 0 and infinitive_of(self.sentence, top, self.lexicon):
            first = self.sentence.words[first.head]
        governor = self.sentence.governor(first)
        if first is not top and relation(first) in {"xcomp", "advcl"} and governor is not None:
            return subject_of(self.sentence, governor, self.lexicon)
        return subject_of(self.sentence, top, self.lexicon)

    def _subject_branch(self, top: Word) -> set[int]:
        found: set[int] = set()
        for child in self.sentence.dependents(top, *_SUBJECT):
            found |= {word.index for word in self.sentence.subtree(child)}
        return found

    def _subject_text(self, top: Word, subject: Word) -> list[Word | str]:
        if subject.deprel == "expl":
            return [subject]
        if subject.lower in self.lexicon.relative_pronouns and is_relative(subject):
            return []
        pronoun = relative_pronoun(self.sentence, top, self.lexicon)
        own = argument(self.sentence, top, "nsubj")
        if pronoun is not None and pronoun.lower in self.lexicon.possessive_relatives and own is not None:
            holder = antecedent(self.sentence, top)
            if holder is not None and pronoun.head == own.index:
                rest = [index for index in noun_phrase(self.sentence, own, self.timed) if index != pronoun.index]
                return [
                    *self._phrase(holder),
                    next(mark for end, mark in self.lexicon.possessives.items() if holder.lower.endswith(end)),
                    *rendered(self.sentence, rest),
                ]
        if subject.upos in {"VERB", "AUX"} and not is_proper(subject):
            indices = sorted(pruned(self.sentence, subject, {"advcl", "parataxis"}))
            return rendered(self.sentence, indices)
        phrase = self._phrase(subject)
        return [*phrase, *self._comma(subject, phrase)]

    def _comma(self, subject: Word, phrase: list[Word | str]) -> list[Word | str]:
        """Close an apposition that started with a comma: "Hollis, the botanist, died"."""
        beside = [child for child in self.sentence.dependents(subject, "appos") if child in phrase]
        return [","] if any(not is_close(self.sentence, child) for child in beside) else []

    def _phrase(self, head: Word) -> list[Word | str]:
        """Return a noun phrase without the clause being summarised."""
        child, branch = self.word, set[int]()
        while child.head >= 0 and child.head != head.index:
            child = self.sentence.words[child.head]
        if child.head == head.index and child is not head:
            branch = {word.index for word in self.sentence.subtree(child)}
        allowed = [index for index in noun_phrase(self.sentence, head, self.timed) if index not in branch]
        return rendered(self.sentence, run_around(allowed, head.index))

    def _group_start(self, top: Word) -> int:
        """Return the start of the verb group: everything before it but the subject precedes the clause."""
        group = [aux.index for aux in self.sentence.dependents(top, "aux", "cop") if aux.index < top.index]
        group += [
            child.index
            for child in self.sentence.dependents(top, "advmod", "case", "amod", "det", "compound", "nummod", "mark")
            if child.index < top.index and not is_relative_adverb(child) and (not group or child.index > min(group) - 2)
        ]
        denied = [*denying_branches(self.sentence, top, self.lexicon), denying_mark(self.sentence, top, self.lexicon)]
        group += [word.index for branch in denied for word in branch if word.index < top.index]
        own = [child.index for child in self.sentence.dependents(top, *_SUBJECT) if child.index < top.index]
        auxiliary = [aux.index for aux in self.sentence.dependents(top, "aux", "cop")]
        if own and not any(index < own[0] for index in auxiliary):
            group = [index for index in group if index > own[0]]
        first = min([*group, top.index])
        while first < top.index and first in self._subject_branch(top):
            first += 1
        return first

    def _borrowed(self, top: Word) -> list[Word | str]:
        """Return the auxiliaries that a coordinated verb shares with the first: "was hit and killed"."""
        marked = has(self.sentence, top, "mark")
        if marked and relation(top) == "conj" and infinitive_of(self.sentence, top, self.lexicon):
            return self._wish(top)
        if self.sentence.dependents(top, "aux", "cop") or self.sentence.dependents(top, "mark"):
            return []
        if infinitive_of(self.sentence, top, self.lexicon):
            return [*self._wish(top), self.lexicon.infinitive_marker]
        group = [aux for aux in auxiliaries(self.sentence, top) if aux.index < top.index]
        first = self.sentence.governor(top)
        if group and first is not None:
            group += [
                child for child in self.sentence.dependents(first, "advmod") if child.lower in self.lexicon.negations
            ]
        return [aux.text for aux in sorted(group, key=lambda aux: aux.index)]

    def _wish(self, top: Word) -> list[Word | str]:
        """Return the verb that a coordinated infinitive depends on: "(was told to stop and) was told to leave"."""
        first = top
        while relation(first) == "conj" and first.head >= 0:
            first = self.sentence.words[first.head]
        governor = self.sentence.governor(first)
        if first is top or relation(first) not in {"xcomp", "advcl"} or governor is None:
            return []
        if governor.upos not in {"VERB", "ADJ"} or governor.index > top.index:
            return []
        if relation(first) == "advcl" and infinitive_of(self.sentence, governor, self.lexicon):
            return []
        group = [
            aux.index
            for aux in self.sentence.dependents(governor, "aux", "cop", "advmod")
            if aux.index < governor.index
        ]
        control = argument(self.sentence, governor, "obj", "iobj")
        named = [] if control is None else noun_phrase(self.sentence, control, self.timed)
        return rendered(self.sentence, {*group, governor.index, *named})

    def _content_before(self, top: Word) -> list[Word | str]:
        """Return reported content that precedes the verb of saying: "It will rain, she said"."""
        content = argument(self.sentence, top, "ccomp")
        if content is None or content.index > top.index:
            return []
        found = pruned(self.sentence, content, {"advcl", "parataxis", "appos"}) - {top.index}
        found -= {mark.index for mark in self.sentence.dependents(content, "mark")}
        indices = [i for i in sorted(found) if self.sentence.words[i].upos != "PUNCT" or i - 1 in found]
        return rendered(self.sentence, indices[:LONGEST])

    def _relative_object(self, top: Word) -> list[Word | str]:
        """Put the antecedent in the place of the relative pronoun: "the visas (which) they were denied"."""
        pronoun = relative_pronoun(self.sentence, top, self.lexicon)
        noun = antecedent(self.sentence, top)
        if top.deprel != "acl:relcl" or noun is None or top is not self.word:
            return []
        if noun.entry in self.lexicon.adverbial_nouns:
            return []  # "the night she died"
        if pronoun is None:
            gap = (
                argument(self.sentence, top, "nsubj") is not None
                and argument(self.sentence, top, "obj", "ccomp", "xcomp") is None
            )
            where = any(is_relative_adverb(child) for child in self.sentence.dependents(top, "advmod"))
            intransitive = copula_of(self.sentence, top) is not None or any(
                aux.deprel == "aux:pass" for aux in self.sentence.dependents(top, "aux")
            )
            return self._phrase(noun) if gap and not where and not intransitive else []
        if relation(pronoun) == "obj" and pronoun.head == top.index:
            return self._phrase(noun)
        if relation(pronoun) == "obl" and pronoun.head == top.index:
            case = argument(self.sentence, pronoun, "case")
            return [*([] if case is None else [case.lower]), *self._phrase(noun)]
        return []
