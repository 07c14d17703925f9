from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.errors import ArticleError
from timeline.evaluation.links import Pair, publication_relations, read_pairs
from timeline.formats.timeml import read_timeml

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = """<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2022-07-22" functionInDocument="CREATION_TIME">22 July 2022</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1" class="OCCURRENCE">met</EVENT>, will <EVENT eid="e2" class="OCCURRENCE">meet</EVENT>
and <EVENT eid="e3" class="STATE">hope</EVENT>; it <EVENT eid="e4" class="OCCURRENCE">ended</EVENT>.</TEXT>
<MAKEINSTANCE eiid="ei1" eventID="e1"/><MAKEINSTANCE eiid="ei2" eventID="e2"/>
<MAKEINSTANCE eiid="ei3" eventID="e3"/><MAKEINSTANCE eiid="ei33" eventID="e3"/>
<MAKEINSTANCE eiid="ei4" eventID="e4"/>
<TLINK relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
<TLINK relType="BEFORE" timeID="t0" relatedToEventInstance="ei2"/>
<TLINK relType="INCLUDES" eventInstanceID="ei33" relatedToTime="t0"/>
<TLINK relType="AFTER" eventInstanceID="ei3" relatedToTime="t0"/>
<TLINK relType="VAGUE" eventInstanceID="ei4" relatedToTime="t0"/>
<TLINK relType="BEFORE" eventInstanceID="ei4" relatedToTime="t1"/>
</TimeML>"""


def test_links_with_the_creation_time_count_the_first_of_an_event() -> None:
    assert publication_relations(read_timeml(DOCUMENT)) == {"e1": "before", "e2": "after", "e3": "overlap"}


def test_pairs(tmp_path: Path) -> None:
    path = tmp_path / "pairs.txt"
    path.write_text("wall\tmet\tended\t1\t4\tBEFORE\n\nwall\tmet\thope\t1\t3\tvague\n", encoding="utf-8")
    assert read_pairs(path) == [Pair("wall", "ei1", "ei4", "BEFORE"), Pair("wall", "ei1", "ei3", "VAGUE")]


def test_other_files_are_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "pairs.txt"
    path.write_text("wall met ended\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"pairs\.txt:1: 1 columns"):
        read_pairs(path)
