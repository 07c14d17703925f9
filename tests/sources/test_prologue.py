from __future__ import annotations

import pytest

from timeline.sources.prologue import after_prologue, is_declared


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("<rss>", "<rss>"),
        (' <?xml version="1.0"?>\n<!-- a --><!-- b -->\n<rss>', "<rss>"),
        ("<!DOCTYPE html>\n<html>", "<html>"),
        ("<!DOCTYPE nitf [<!ENTITY x 'y'>]><nitf>", "<nitf>"),
        ("<!-- never closed <rss>", "<!-- never closed <rss>"),
        ("It rained.", "It rained."),
        ("", ""),
    ],
)
def test_the_rest_is_what_follows_the_prologue(text: str, rest: str) -> None:
    assert text[after_prologue(text, doctype=True) :] == rest


def test_a_document_type_is_passed_over_only_if_asked() -> None:
    text = "<!-- a --> <!DOCTYPE html><html>"
    assert text[after_prologue(text, doctype=False) :] == "<!DOCTYPE html><html>"


def test_rows_of_comments_come_to_an_end() -> None:
    text = "<!-- --> " * 20_000 + "x"
    assert after_prologue(text, doctype=True) > 65_000


def test_a_declaration_is_xml() -> None:
    assert is_declared('\n<?xml version="1.0"?>')
    assert not is_declared("<?xmlish")
