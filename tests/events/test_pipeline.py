"""The stages: each declares what it reads and gives, and the declarations hold."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import fields

from timeline.documents import Article
from timeline.events.analysis import GIVEN, ArticleAnalysis
from timeline.events.pipeline import STAGES, Stage, analyse
from timeline.events.scoring import weights
from timeline.languages.en.events import EVENTS

Trees = dict[str, Any]


class _Recording:
    """An analysis that notes which of its attributes are read and set."""

    def __init__(self, analysis: ArticleAnalysis) -> None:
        self.__dict__.update(_analysis=analysis, read=set(), given=set())

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(self._analysis, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self.given.add(name)
        setattr(self._analysis, name, value)


def _given(trees: Trees, name: str = "report", *, dated: bool = True, learned: bool = True) -> ArticleAnalysis:
    text, syntax = trees[name]
    article = Article(text, "2022-07-22" if dated else None)
    return ArticleAnalysis(article, (), syntax, (), EVENTS, weights=weights.load("en") if learned else None)


def test_each_stage_needs_only_what_is_given_before_it() -> None:
    known = set(GIVEN)
    for stage in STAGES:
        assert set(stage.needs) <= known, stage.name
        known |= set(stage.gives)
    assert known == {each.name for each in fields(ArticleAnalysis)}


def test_no_layer_is_given_twice() -> None:
    given = [layer for stage in STAGES for layer in stage.gives]
    assert len(given) == len(set(given))


@pytest.mark.parametrize("learned", [True, False])
@pytest.mark.parametrize("dated", [True, False])
def test_stages_read_what_they_declare_and_no_more(trees: Trees, *, dated: bool, learned: bool) -> None:
    analysis = _given(trees, dated=dated, learned=learned)
    for stage in STAGES:
        recording: Any = _Recording(analysis)
        stage.run(recording)
        assert recording.read - recording.given <= set(stage.needs), stage.name
        assert recording.given == set(stage.gives), stage.name


def test_every_declared_need_is_read_by_some_article(trees: Trees) -> None:
    unread: dict[str, set[str]] = {stage.name: set(stage.needs) for stage in STAGES}
    for dated in (True, False):
        analysis = _given(trees, dated=dated)
        for stage in STAGES:
            recording: Any = _Recording(analysis)
            stage.run(recording)
            unread[stage.name] -= recording.read
    assert not {name: needs for name, needs in unread.items() if needs}


def test_a_layer_cannot_be_read_before_its_stage(trees: Trees) -> None:
    analysis = analyse(_given(trees), upto="annotate")
    assert analysis.annotation.mentions
    with pytest.raises(AttributeError):
        _ = analysis.ruled


def test_the_analysis_goes_as_far_as_it_is_asked_to(trees: Trees) -> None:
    assert analyse(_given(trees), upto="view").scene is not None
    assert {event.trigger.text for event in analyse(_given(trees)).events} >= {"published"}


def test_an_unknown_stage_is_no_place_to_stop(trees: Trees) -> None:
    with pytest.raises(ValueError, match="no stage 'nowhere'"):
        analyse(_given(trees), upto="nowhere")


def test_stages_are_named_apart() -> None:
    assert all(isinstance(stage, Stage) for stage in STAGES)
    assert len({stage.name for stage in STAGES}) == len(STAGES)
