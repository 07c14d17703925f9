from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.training.characters import labelled_paragraphs, running_text
from timeline.training.treebanks import Sentence, Word


def _sentence(text: str, *, paragraph: bool = False) -> Sentence:
    words = text.replace(".", " .").split()
    spaces = [following != "." for following in [*words[1:], ""]]
    return Sentence(
        tuple(Word(form, form, "X", "X", "_", 0, "root", space) for form, space in zip(words, spaces, strict=True)),
        paragraph=paragraph,
    )


def test_labels_lie_under_their_characters() -> None:
    [(text, labels)] = labelled_paragraphs([_sentence("It rained."), _sentence("We left.")])
    assert text == "It rained. We left."
    assert [text[place] for place, label in enumerate(labels) if label == "2"] == [".", "."]
    assert [text[place] for place, label in enumerate(labels) if label == "1"] == ["t", "d", "e", "t"]


def test_paragraphs_stand_apart() -> None:
    sentences = [_sentence("One.", paragraph=True), _sentence("Two."), _sentence("Three.", paragraph=True)]
    assert running_text(sentences) == "One. Two.\n\nThree.\n"


@given(st.lists(st.lists(st.sampled_from(["a", "bc", "."]), min_size=1).map(" ".join), min_size=1))
def test_every_character_has_a_label(texts: list[str]) -> None:
    sentences = [_sentence(text) for text in texts]
    for text, labels in labelled_paragraphs(sentences):
        assert len(text) == len(labels)
        assert labels.count("2") == len(sentences)
        assert labels.count("1") + labels.count("2") == sum(len(sentence.words) for sentence in sentences)
