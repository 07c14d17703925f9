from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.expressions.grammar import Grammar
from timeline.expressions.scanner import Scanner
from timeline.languages.meaning import Meaning
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.language import Language


def read(language: Language, text: str) -> list[tuple[str, str, str | None]]:
    """Give text, rule and signal of what is found."""
    grammar = Grammar(language)
    scanner = Scanner(grammar)
    first = _read(grammar, scanner, text)
    assert _read(grammar, scanner, text) == first  # what is remembered changes nothing
    return first


def _read(grammar: Grammar, scanner: Scanner, text: str) -> list[tuple[str, str, str | None]]:
    found = []
    for island in scanner.islands(text):
        places = island.places()

        def words(span: tuple[int, int], places: list[tuple[int, int]] = places) -> str:
            return text[places[span[0]][0] : places[span[1] - 1][1]]

        found += [
            (words((each.start, each.end)), each.rule, each.signal and words(each.signal))
            for each in grammar.read(island.characters, island.words, island.before, island.after)
        ]
    return found


def test_rules_compose(toy: Language) -> None:
    assert read(toy, "urbs mensis 1999.") == [("mensis 1999", "month of year", None)]
    assert read(toy, "urbs mensis, 1999.") == [("mensis, 1999", "month of year", None)]


def test_the_longest_match_wins_then_the_rule_named_first(toy: Language) -> None:
    rules = (
        Rule("short", "x", "<month>", lambda: Meaning("DATE", value="short")),
        Rule("first", "x", "<month> <number>", lambda: Meaning("DATE", value="first")),
        Rule("second", "x", "<month> <year>", lambda: Meaning("DATE", value="second")),
    )
    language = evolve(toy, levels=(Level("only", rules),))
    assert [rule for _, rule, _ in read(language, "mensis 1999 mensis")] == ["first", "short"]


def test_a_rule_that_means_nothing_gives_way(toy: Language) -> None:
    assert read(toy, "mensis 2500") == [("mensis", "month", None)]


def test_a_level_repeats_until_nothing_is_found(toy: Language) -> None:
    assert read(toy, "heri post post post") == [("heri post post post", "much later", None)]


def test_rounds_are_bounded(toy: Language) -> None:
    text = "heri" + " post" * 60
    ((found, _, _),) = read(toy, text)
    assert 1 < found.count("post") <= 8


def test_spans_of_one_rule_have_their_own_signals_and_derivations(toy: Language) -> None:
    assert read(toy, "ab mensis 1999 ad heri") == [
        ("mensis 1999", "from to > month of year", "ab"),
        ("heri", "from to > yesterday", "ad"),
    ]


def test_neighbours_forbid(toy: Language) -> None:
    assert read(toy, "mensis pm") == []
    assert read(toy, "mensis urbs") == [("mensis", "month", None)]


def test_new_words_do_not_change_what_old_ones_mean(toy: Language) -> None:
    grammar = Grammar(toy)
    island = next(iter(Scanner(grammar).islands("mensis 1999")))

    def parse() -> list[tuple[int, int, Meaning, str]]:
        found = grammar.read(island.characters, island.words, island.before, island.after)
        return [(each.start, each.end, each.meaning, each.rule) for each in found]

    before = parse()
    size = len(grammar.alphabet)
    for number in range(20):
        grammar.alphabet.character((f"new{number}", "month"))
    assert len(grammar.alphabet) == size + 20
    assert parse() == before


def test_threads_read_alike(toy: Language) -> None:
    grammar = Grammar(toy)
    scanner = Scanner(grammar)
    text = "mensis 1999 urbs ab mensis ad heri urbs heri post urbs junus, 1999 urbs mensis pm urbs " * 5
    results: list[list[tuple[int, int, str]]] = []

    def work() -> None:
        results.append(
            [
                (each.start, each.end, each.rule)
                for island in scanner.islands(text)
                for each in grammar.read(island.characters, island.words, island.before, island.after)
            ]
        )

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert results[0]
    assert all(result == results[0] for result in results)


def test_words_of_rules_and_of_texts_are_folded_alike(toy: Language) -> None:
    rule = Rule("straße", "named", "große pause", lambda: Meaning("DATE"), {})
    language = evolve(toy, levels=(Level("words", (rule,)),), triggers=frozenset({"'große"}), vocabulary=())
    for text in ("die große Pause", "die Große Pause", "DIE GROSSE PAUSE", "die grosse pause"):
        assert [words.casefold() for words, _, _ in read(language, text)] == ["grosse pause"]


def test_a_span_may_reach_from_one_capture_to_another(toy: Language) -> None:
    pair = Rule(
        "pair",
        "x",
        "a:<month> y:<year>? et m:<month> z:<year>?",
        lambda *_: (Meaning("DATE", value="1"), Meaning("DATE", value="2")),
        spans=("a..y", "m..z"),
    )
    language = evolve(toy, levels=(Level("only", (pair,)),))
    assert read(language, "mensis et mensis") == [("mensis", "pair", None), ("mensis", "pair", None)]
    assert read(language, "mensis 1999 et mensis 1998") == [
        ("mensis 1999", "pair", None),
        ("mensis 1998", "pair", None),
    ]


def test_a_span_that_is_left_out_has_no_meaning(toy: Language) -> None:
    def each(*captured: object) -> tuple[Meaning, ...]:
        return tuple(Meaning("DATE", value=str(one)) for one in captured if one is not None)

    several = Rule("several", "x", "a:<month> [ et b:<month> ] et c:<year>", each, spans=("a", "b", "c"))
    language = evolve(toy, levels=(Level("only", (several,)),))
    assert [text for text, _, _ in read(language, "mensis et 1999")] == ["mensis", "1999"]
    assert [text for text, _, _ in read(language, "mensis et mensis et 1999")] == ["mensis", "mensis", "1999"]
