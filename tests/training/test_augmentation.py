from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.training.augmentation import set_typographically, typographic
from timeline.training.treebanks import Sentence, Word


def _sentence(*forms: str) -> Sentence:
    return Sentence(
        tuple(Word(form, form, "X" if any(map(str.isalpha, form)) else "PUNCT", "_", "_", 0, "root") for form in forms)
    )


def test_marks_open_and_close_in_turn() -> None:
    made = set_typographically(_sentence('"', "We", "'re", "open", '"', "--", "or", "'", "nearly", "'", "..."))
    assert [word.form for word in made.words] == ["“", "We", "’re", "open", "”", "—", "or", "‘", "nearly", "’", "…"]


def test_lemmas_stay() -> None:
    assert [word.lemma for word in set_typographically(_sentence('"', "n't")).words] == ['"', "n't"]


def test_a_share_is_set_and_the_seed_says_which() -> None:
    plain = [_sentence('"', str(number), '"') for number in range(200)]
    once, again, other = typographic(plain, 1), typographic(plain, 1), typographic(plain, 2)
    changed = sum(before != after for before, after in zip(plain, once, strict=True))
    assert 0 < changed < 100
    assert once == again != other


@given(st.lists(st.sampled_from(['"', "'", "--", "...", "it", "n't"]), min_size=1))
def test_no_plain_sign_is_left_and_no_word_lost(forms: list[str]) -> None:
    made = set_typographically(_sentence(*forms))
    assert len(made.words) == len(forms)
    assert not any(sign in word.form for word in made.words for sign in ('"', "'", "--", "..."))


def test_sentences_without_signs_stay() -> None:
    plain = [_sentence("rain", "fell")] * 50
    assert typographic(plain, 1, share=1.0) == plain
