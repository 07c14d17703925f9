from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.languages.en.furniture import FURNITURE
from timeline.layout import BlockKind, blocks, mask, paragraphs


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in blocks(text, FURNITURE)]


@pytest.mark.parametrize(
    "line",
    [
        "Save 40%",
        "Only available to new subscribers",
        "Your guide to a changing climate",
        "Subscribe to read the full story.",
        "Subscribe",
        "Sign up for our morning newsletter",
        "Read more: How the dam failed",
        "Share this article",
        "Share on WhatsApp",
        "Share this article link on Facebook via e-mail",
        "Print this page",
        "×",
        "* * *",
        "Advertisement",
        "Stay across the latest election coverage. [Join our WhatsApp channel](#)",
        "We use cookies to improve your experience and to show you personalised advertising.",
        "Accept all cookies",
        "Follow us on Instagram and Facebook",
        "Image: Reuters",
        "Photo: Ines Okafor / Getty Images",
        "© 2021 The Harbour Gazette. All rights reserved.",
        "Copyright 2021 Harbour Media Ltd",
        "By clicking Sign up, you agree to our terms and privacy policy.",
        "5 min read",
        "12 comments",
        "Most read",
        "Related articles",
        "Skip to main content",
        "Article continues below",
        "This article was first published on 3 May 2019.",
        "Download our app for breaking news",
        "Facebook Twitter Email",
        "Click here to read the letter in full",
    ],
)
def test_furniture(line: str) -> None:
    assert {kind for kind, _ in kinds(line)} == {"furniture"}


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "by Jane Doe and Ravi Kumar",
        "By JANE DOE, Political Editor",
        "By Jane Doe | Harbour Gazette",
        "Jane Doe in Tokyo YESTERDAY",
        "JANE DOE and RAVI KUMAR in Paris 3 HOURS AGO",
        "Jane Doe, Political Editor",
        "Jane Doe Science correspondent",
        "Léa d'Ormesson and Ørjan Åsen in Tromsø",
        "Jane Doe 3 hours ago",
        "Associated Press",
        "Reporting by Jane Doe; Editing by Ravi Kumar",
    ],
)
def test_byline(line: str) -> None:
    assert [kind for kind, _ in kinds(line)] == ["byline"]


@pytest.mark.parametrize(
    "line",
    [
        "Friday, July 21, 2017",
        "22 July 2022, 10:30 GMT",
        "Published 3 May 2019",
        "Updated: 4:15 p.m. ET, Mon May 6, 2019",
        "First published on Tue 3 Sep 2019 06.00 BST",
        "3 hours ago",
        "2022-07-22",
        "2022-07-22T10:30:00Z",
        "03/05/2019",
        "Published 3 May 2019 | Last updated 4 May 2019",
        "OSLO, Norway (AP) --",
        "LIMA, March 12 (Xinhua) --",
    ],
)
def test_dateline(line: str) -> None:
    assert [kind for kind, _ in kinds(line)] == ["dateline"]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("A ferry leaves the harbour in May. © Coast Guard/Reuters", "© Coast Guard/Reuters"),
        ("Rescuers at the mine, where 12 people died. Image: Ines Okafor.", "Image: Ines Okafor."),
        ("The mayor, pictured last year. (Photo by Jane Doe/Getty Images)", "(Photo by Jane Doe/Getty Images)"),
        ("Crowds gathered on Sunday. Jane Doe/AFP", "Jane Doe/AFP"),
    ],
)
def test_caption_and_its_credit(text: str, credit: str) -> None:
    (kind, caption), (rest, found) = kinds(text)
    assert (kind, rest, found) == ("caption", "furniture", credit)
    assert caption == text.removesuffix(credit).rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "Ferry sinks off northern coast, killing 12",
        "Politics & society",
        "# Storm over, says minister",
        "Group B — Chile 2 – 0 Ghana",
        "“Never again”",
    ],
)
def test_heading(line: str) -> None:
    assert [kind for kind, _ in kinds(line)] == ["heading"]


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank on Sunday.",
        "Save the Harbour, a charity, won 40% of the vote.",
        "Subscribers to the service fell by a third in May, the company said.",
        "Sign-ups doubled.",
        "By Monday night the water had reached the bridge.",
        "By late May 2019 the two sides had stopped talking.",
        "On Friday, 3 May 2019, the council met.",
        "May said the vote on Friday was final.",
        "“We use cookies to bribe them,” the baker joked.",
        "Follow the money, investigators were told, and they did.",
        "Read more books, the minister told pupils.",
        "Join the army or go to prison, the judge told him in 1968.",
        "Stay was granted on Tuesday, the court said in a ruling, after an appeal by the channel's owners.",
        "Get out, she told the reporters.",
        "Share prices fell by 3% on Monday.",
        "Share to a to a to a to a to a to a to a to a to a to a to a to a to a to a to a to a to a to a to a",
        "Copyright law was changed in 2019.",
        "Advertisement rates rose in June.",
        "The label on the box read Image: none of the above, and nobody at the trial on Monday disputed it.",
        "Related charges were dropped in March.",
        "More on that day would have died without the dam.",
        "Comments by the minister angered farmers.",
        "Jane Doe in Tokyo said on Monday that talks had failed.",
        "Donors in Oslo, Geneva and Lima paid.",
        "The court denied these claims:",
        "pilgrims at the shrine in 2008",
        "- Two people died on Monday",
    ],
)
def test_when_in_doubt_prose(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["prose"]


def test_page() -> None:
    text = (
        "Your guide to a changing climate\n\nSave 20%\n\nDam fails in north\n\nMinister promises inquiry\n\n"
        "Water pours through the dam on Sunday. © Jane Doe/Reuters\n\nRavi Kumar in Quito YESTERDAY\n\n×\n\n"
        "A dam failed on Sunday, killing at\nleast 12 people, officials said.\n\nAdvertisement\n\nIt was built in 1970."
    )
    assert [kind for kind, _ in kinds(text)] == [
        "furniture", "furniture", "heading", "heading", "caption", "furniture", "byline", "furniture",
        "prose", "furniture", "prose",
    ]  # fmt: skip


def test_lines_without_blank_lines() -> None:
    text = (
        "Dam fails in north\nBy Ravi Kumar\n3 May 2019\n"
        "A dam failed on Sunday, killing at least twelve people, officials\n"
        "said. May Okafor, who lives below it, fled.\nAdvertisement\nIt was built in 1970."
    )
    assert kinds(text) == [
        ("heading", "Dam fails in north"),
        ("byline", "By Ravi Kumar"),
        ("dateline", "3 May 2019"),
        ("prose", text[text.index("A dam") : text.index("\nAdv")]),
        ("furniture", "Advertisement"),
        ("prose", "It was built in 1970."),
    ]


def test_wrapped_prose_stays_whole() -> None:
    text = "The council of the town met\non Friday, and the members of\nParliament for the region left."
    assert kinds(text) == [("prose", text)]


def test_bullets_stand_alone() -> None:
    assert [text for _, text in kinds("What we know:\n- Two died.\n- Ten left.")] == [
        "What we know:",
        "- Two died.",
        "- Ten left.",
    ]


def test_torn_sentence_is_no_heading() -> None:
    assert [kind for kind, _ in kinds("The bill was passed before a review of the\n\ncountry's laws.")] == [
        "prose",
        "prose",
    ]


def test_html_paragraphs() -> None:
    text = "<h1>Dam fails</h1><p>By Jane Doe</p><p>A dam failed on Sunday.</p>"
    assert [kind for kind, _ in kinds(text)] == ["heading", "byline", "prose"]


def test_carriage_returns() -> None:
    assert [kind for kind, _ in kinds("Dam fails\r\n\r\nBy Jane Doe\r\n\r\nA dam failed.\r\n")] == [
        "heading",
        "byline",
        "prose",
    ]


def test_paragraphs_cover_the_text() -> None:
    text = "a\n\nb\r\n \r\nc\nd\u2029\u2029e"
    assert [text[start:end] for start, end in paragraphs(text)] == ["a", "b", "c\nd", "e"]


@given(st.text(alphabet="aB. \n\r-©×1/:,y\x00[]()<p>", max_size=100) | st.text())
@example("<B>")
def test_nothing_visible_is_lost(text: str) -> None:
    found = blocks(text, FURNITURE)
    last = 0
    for block in found:
        assert last <= block.start < block.end <= len(text)
        last = block.end
    covered = {place for block in found for place in range(block.start, block.end)}
    shown = mask(text)  # "<B>" is a tag
    assert {place for place, character in enumerate(shown) if character in "aB"} <= covered


@pytest.mark.parametrize("piece", ["A B\n", "#a\n", "1\n", "By A ", "A/", "May 1 ", "© ", "\n ", "Subscribe to our "])
def test_hostile_input_takes_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(isinstance(block.kind, BlockKind) for block in blocks(text, FURNITURE))


def test_numbers_with_letters_in_a_dateline_are_those_of_the_language() -> None:
    assert blocks("Updated 3rd July 2022\n\nIt rained.", FURNITURE)[0].kind is BlockKind.DATELINE
    other = evolve(FURNITURE, numbers="")
    assert blocks("Updated 3rd July 2022\n\nIt rained.", other)[0].kind is not BlockKind.DATELINE
    assert blocks("Updated 3 July 2022\n\nIt rained.", other)[0].kind is BlockKind.DATELINE
