"""The main entry: articles in, timelines out; configured once, used for many."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, overload

from attrs import evolve, field, frozen

from timeline import languages, stages
from timeline.documents import Article
from timeline.errors import ArticleError, BatchError, InputError, UnknownLanguageError
from timeline.expressions.domains import AUTO, DOMAINS
from timeline.expressions.joined import timex3s
from timeline.forks import between_forks
from timeline.given import BatchOptions, Given, article_of, places_of
from timeline.languages.locale import Locale
from timeline.series import check_many
from timeline.timelines import Provenance, Timeline
from timeline.validation import check_choice, check_type
from timeline.version import __version__
from timeline.workers.limits import Limits

if TYPE_CHECKING:
    import datetime as dt

    from timeline.calculus.instants import Instant
    from timeline.expressions.expression import TemporalExpression
    from timeline.failures import Failure, Stage
    from timeline.languages.language import Language
    from timeline.syntax import Analysis, Parser

__all__ = ["Extractor", "extract", "find_times"]

_LIMITS = Limits()
_NO_LIMITS = Limits(None, None, None, None)
_GROUP = 32
"""Articles that a worker reads at once: seconds of work, so that little is repeated when a worker crashes."""
_TAGGED_GROUP = 128


@frozen
class Extractor:
    """A configuration for reading articles.

    Creating one is cheap: models load on first use, once per process, or when `load` is called. Extractors compare
    by their settings and can be pickled, so they can be passed to worker processes.

    `language` is a language's code, `syntax` names a syntax model. An article in another language is
    refused; one without a language is read in this one. `domain` is a hint about the kind of text: bare dates of
    `news` are mostly those about the publication, of `colloquial` text those to come where no verb tells, of a
    `narrative` those of the time last mentioned; by default (`auto`) the text itself tells. `locale` decides how
    numeric dates, seasons and fiscal years are read.

    Raises `InputError` for an unknown setting, `UnknownLanguageError` for an unknown language.
    """

    language: str = field(default=languages.DEFAULT, converter=languages.code_of, kw_only=True)
    syntax: str = field(default="bundled", kw_only=True)
    domain: str = field(default=AUTO, kw_only=True)
    locale: Locale = field(factory=Locale, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_type("syntax", self.syntax, str)
        check_choice("domain", self.domain, DOMAINS)
        check_type("locale", self.locale, Locale)

    @between_forks
    def load(self) -> Extractor:
        """Load language data and models now instead of on first use; return the extractor itself.

        Raises `ModelError` for a syntax model that is missing, damaged or unknown, `IncompleteLanguageError` for a
        language that is read for times only.
        """
        self._parser()
        return self

    def _readable(self, article: Article, expressions: Iterable[TemporalExpression]) -> str:
        return _readable(article, expressions, languages.get(self.language, self.locale))

    def _parser(self) -> Parser:
        languages.get(self.language, self.locale).for_events()
        return _parser(self.syntax)

    def find_times(
        self, text: str, published: str | dt.date | dt.datetime | Instant | None = None
    ) -> list[TemporalExpression]:
        """Find the temporal expressions of a text, in order; needs no model. See `timeline.find_times`."""
        return self._expressions(self._article(Article(text, published)))

    def tag(
        self,
        article: Given,
        published: str | dt.date | dt.datetime | Instant | None = None,
    ) -> Timeline:
        """Return a timeline with the expressions alone: no model is loaded, and there are no events."""
        given = self._article(article, published)
        return Timeline(given, tuple(self._expressions(given)), (), self._provenance(None, None))

    def extract(
        self,
        article: Given,
        published: str | dt.date | dt.datetime | Instant | None = None,
    ) -> Timeline:
        """Read one article: a text, an `Article`, or a mapping with its fields.

        A publication date given here wins over the article's own. Without either, times that lean on it stay
        unresolved. Raises `ArticleError`, `PublicationDateError`, `UnknownLanguageError`, `IncompleteLanguageError` or
        `ModelError`.
        """
        return self.place(self._article(article, published))

    def place(self, article: Article, triggers: Sequence[tuple[int, int]] | None = None) -> Timeline:
        """Read an article as `extract` does; with `triggers`, place the events given instead of those found.

        Triggers are offsets into the text, start and end. So placing can be evaluated apart from detection.
        """
        check_type("article", article, Article, error=ArticleError)
        if triggers is not None:
            triggers = places_of(triggers, len(article.text))
        article = self._article(article)
        expressions = self._expressions(article)
        parser = self._parser()
        with _named(article):
            analysis = parser.parse(self._readable(article, expressions))
        return self._place(article, expressions, analysis, triggers)

    @between_forks
    def _place(
        self,
        given: Article,
        expressions: Sequence[TemporalExpression],
        analysis: Analysis,
        triggers: Sequence[tuple[int, int]] | None = None,
    ) -> Timeline:
        lexicon, furniture = languages.get(self.language, self.locale).for_events()
        learned = stages.load_weights(self.language)
        with _named(given):
            blocks = stages.blocks(given.text, furniture)
            found = stages.extract_events(given, expressions, analysis, blocks, lexicon, triggers, learned)
        provenance = self._provenance(analysis.model, learned.version)
        return Timeline(given, found.expressions, found.events, provenance)

    @overload
    def extract_many(
        self,
        articles: Iterable[Given],
        *,
        workers: int | None = None,
        on_error: Literal["raise"] = "raise",
        ordered: bool = True,
        limits: Limits = ...,
    ) -> Iterator[Timeline]: ...

    @overload
    def extract_many(
        self,
        articles: Iterable[Given],
        *,
        workers: int | None = None,
        on_error: Literal["yield"],
        ordered: bool = True,
        limits: Limits = ...,
    ) -> Iterator[Timeline | Failure]: ...

    def extract_many(
        self,
        articles: Iterable[Given],
        *,
        workers: int | None = None,
        on_error: Literal["raise", "yield"] = "raise",
        ordered: bool = True,
        limits: Limits = _LIMITS,
    ) -> Iterator[Timeline | Failure]:
        """Read many articles, lazily and in order; each timeline is the same as that of `extract`.

        Sentences of several articles are batched, at one and a half times the speed of `extract`: about 60,000
        characters of articles are read ahead. With `workers`, that many processes load the models once and read in
        parallel. `ordered=False` yields timelines as they are done. Memory grows with the longest articles, not with
        their number.

        An article that cannot be read raises an error with its position: `ArticleError`, `PublicationDateError` or
        `UnknownLanguageError` for an invalid article, `BatchError` for one that fails while it is read. With
        `on_error="yield"` it yields a `Failure` in its place and the others continue, also when it exceeds the `limits`
        or crashes its worker process. Anything but an iterable of articles raises `InputError` at once, as does an
        invalid setting.
        """
        check_many("extract_many", articles, "articles", Article)
        options = BatchOptions(workers=workers, on_error=on_error, ordered=ordered, limits=limits)
        if workers is not None or not options.raises:
            return self._in_batches(articles, "extract", options)
        return self._together(articles, limits)

    def _together(self, articles: Iterable[Given], limits: Limits) -> Iterator[Timeline]:
        waiting: deque[tuple[int, Article, Sequence[TemporalExpression]]] = deque()

        def texts() -> Iterator[str]:
            for position, item in enumerate(articles):
                try:
                    article = self._article(item)
                except InputError as error:
                    message = f"article {position}: {error}"
                    raise type(error)(message) from error
                if limits.characters is not None and len(article.text) > limits.characters:
                    raise BatchError(str(stages.too_long(article, limits.characters, position)))
                with stages.failing(article, position, "extract"):
                    expressions = self._expressions(article)
                    readable = self._readable(article, expressions)
                waiting.append((position, article, expressions))
                yield readable

        parser = self._parser()
        for analysis in _analysed(parser, texts(), waiting):
            position, article, expressions = waiting.popleft()
            with stages.failing(article, position, "extract"):
                known = parser.parse(self._readable(article, expressions)) if analysis is None else analysis
                timeline = self._place(article, expressions, known)
            yield timeline

    @overload
    def tag_many(
        self,
        articles: Iterable[Given],
        *,
        workers: int | None = None,
        on_error: Literal["raise"] = "raise",
        ordered: bool = True,
        limits: Limits = ...,
    ) -> Iterator[Timeline]: ...

    @overload
    def tag_many(
        self,
        articles: Iterable[Given],
        *,
        workers: int | None = None,
        on_error: Literal["yield"],
        ordered: bool = True,
        limits: Limits = ...,
    ) -> Iterator[Timeline | Failure]: ...

    def tag_many(
        self,
        articles: Iterable[Given],
        *,
        workers: int | None = None,
        on_error: Literal["raise", "yield"] = "raise",
        ordered: bool = True,
        limits: Limits = _LIMITS,
    ) -> Iterator[Timeline | Failure]:
        """Find the times of many articles, each as by `tag`, with the options of `extract_many`; no model is loaded."""
        check_many("tag_many", articles, "articles", Article)
        options = BatchOptions(workers=workers, on_error=on_error, ordered=ordered, limits=limits)
        return self._in_batches(articles, "times", options)

    def _in_batches(
        self, articles: Iterable[Given], stage: Stage, options: BatchOptions
    ) -> Iterator[Timeline | Failure]:
        extracts = stage == "extract"
        read, load = (self._extracted, self.load) if extracts else (self._tagged, None)
        return stages.in_batches(
            stages.ReadArticles(read, stage, load),
            articles,
            self._article,
            workers=options.workers,
            raises=options.raises,
            ordered=options.ordered,
            limits=options.limits,
            most=_GROUP if extracts else _TAGGED_GROUP,
        )

    def _extracted(self, articles: Iterable[Article]) -> Iterator[Timeline]:
        return self.extract_many(articles, limits=_NO_LIMITS)  # the caller has checked

    def _tagged(self, articles: Iterable[Article]) -> Iterator[Timeline]:
        return map(self.tag, articles)

    def _article(self, given: Given, published: str | dt.date | dt.datetime | Instant | None = None) -> Article:
        """Make an article of the input; refuse one in another language, and set the language of one without."""
        article = article_of(given, published)
        if article.language is None:
            return evolve(article, language=self.language)
        try:
            code = languages.code_of(article.language)
        except UnknownLanguageError as error:
            message = (
                f"the article says that it is in another language: {error}. If it is wrong, leave its language out"
            )
            raise UnknownLanguageError(message) from error
        if code != self.language:
            message = (
                f"the article is in {code!r}, this extractor reads {self.language!r}: take one of language={code!r}"
            )
            raise UnknownLanguageError(message)
        return article

    def _provenance(self, syntax_model: str | None, event_model: str | None) -> Provenance:
        return Provenance(__version__, self.language, syntax_model, event_model, self.domain, self.locale)

    @between_forks
    def _expressions(self, article: Article) -> list[TemporalExpression]:
        language = languages.get(self.language, self.locale)
        with _named(article):
            return stages.find_times(article.text, article.published, language, domain=self.domain)


def find_times(
    text: str,
    published: str | dt.date | dt.datetime | Instant | None = None,
    *,
    language: str = languages.DEFAULT,
    domain: str = AUTO,
    locale: Locale | None = None,
) -> list[TemporalExpression]:
    """Find the temporal expressions of a text, in order, with their values and intervals.

    A range ("from May to July") is one expression with two `ends`; `timex3s` gives those instead, as TIMEX3 has them.
    Offsets count code points of `text` exactly as given; intervals are half-open. Needs no model. Without a
    publication date, times relative to it stay unresolved (`XXXX-05`): nothing is guessed and the clock is not read.

    `domain` and `locale` are those of an `Extractor`.

    Raises `ArticleError` if `text` is not a str, `PublicationDateError` if the date cannot be read,
    `UnknownLanguageError` for an unknown language and `InputError` for an unknown domain.

    >>> [(found.text, found.value) for found in find_times("It opened in May 2019.", "2022-07-22")]
    [('May 2019', '2019-05')]
    """
    locale = Locale() if locale is None else locale
    return Extractor(language=language, domain=domain, locale=locale).find_times(text, published)


def extract(
    article: Given,
    published: str | dt.date | dt.datetime | Instant | None = None,
) -> Timeline:
    """Read one article into a timeline, with the default settings: `Extractor().extract(article, published)`.

    A publication date given here wins over the article's own. The syntax models load on the first call
    and stay loaded.
    """
    return Extractor().extract(article, published)


@contextlib.contextmanager
def _named(article: Article) -> Iterator[None]:
    """Add the article to any exception raised while it is read."""
    try:
        yield
    except Exception as error:
        error.add_note(f"while reading {article!r}")
        raise


@between_forks
def _readable(article: Article, expressions: Iterable[TemporalExpression], language: Language) -> str:
    """Return the text as the parser gets it; the offsets stay those of the text as given."""
    stretches = ((each.start, each.end) for each in timex3s(expressions))
    return stages.readable(article.text, stretches, language.datelines)


def _analysed(parser: Parser, texts: Iterator[str], waiting: Sequence[object]) -> Iterator[Analysis | None]:
    """Analyse texts in batches; yield None for each waiting one if the models fail on one: read them singly."""
    while True:
        try:
            yield from parser.parse_many(texts)
        except Exception:
            if not waiting:
                raise  # the exception of `texts`, after all texts before it
            while waiting:
                yield None
        else:
            return


@between_forks
def _parser(name: str) -> Parser:
    return stages.load_parser(name)
