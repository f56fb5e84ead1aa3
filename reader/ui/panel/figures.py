"""The charts of the overview before they are painted: what is drawn, said and copied."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.model.results import Category, ClaimStatus, Voice
from reader.ui.categories import category_wording, status_wording, voice_wording
from reader.ui.panel.statistics import Portion, Statistics
from reader.ui.panel.tables import Table
from reader.ui.panel.wording import tr

ColourKey = Category | Voice | ClaimStatus | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar, part or column: how much, in whose colour, with what is written at both ends."""

    label: str
    amount: float
    value: str
    colour: ColourKey = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart's marks, the same as a table, and the same as a sentence.

    `empty` is what stands in place of a chart that has nothing to show.
    """

    marks: tuple[Mark, ...]
    table: Table
    empty: str = ""

    @property
    def sentence(self) -> str:
        """Return what a screen reader says of the chart."""
        if self.empty:
            return self.empty
        return "; ".join(f"{mark.label}: {mark.value}" for mark in self.marks if mark.label) + "."


FigureMaker = Callable[[Statistics], Figure]


def categories_figure(statistics: Statistics) -> Figure:
    """Return how often each category occurs."""
    counts = statistics.categories
    marks = tuple(
        Mark(
            category_wording(one.category).plural,
            one.count,
            f"{one.count} · {number(one.per_thousand)}",
            one.category,
        )
        for one in counts
    )
    header = (
        tr("Category"),
        tr("Count"),
        tr("Per 1,000 words"),
        *(voice_wording(voice).plural for voice in Voice),
    )
    rows = tuple(
        (
            category_wording(one.category).plural,
            str(one.count),
            number(one.per_thousand),
            *(str(one.by_voice[voice]) for voice in Voice),
        )
        for one in counts
    )
    return Figure(marks, Table(header, rows), "" if counts else tr("Nothing is marked."))


def voices_figure(statistics: Statistics) -> Figure:
    """Return the share of the article that is the writer's own, quoted and reported."""
    voices = statistics.voices
    marks = tuple(
        Mark(voice_wording(one.voice).plural, one.words, percent(one.share), one.voice)
        for one in voices
    )
    header = (tr("Voice"), tr("Words"), tr("Share"), tr("Marked"), tr("Per 1,000 words"))
    rows = tuple(
        (
            voice_wording(one.voice).plural,
            str(one.words),
            percent(one.share),
            str(one.count),
            number(one.per_thousand),
        )
        for one in voices
    )
    return Figure(marks, Table(header, rows), "" if statistics.words else tr("There are no words."))


def voice_rates_figure(statistics: Statistics) -> Figure:
    """Return the findings in 1,000 words of each voice."""
    marks = tuple(
        Mark(
            voice_wording(one.voice).plural,
            one.per_thousand,
            tr("{rate} · {count} marked").format(rate=number(one.per_thousand), count=one.count),
            one.voice,
        )
        for one in statistics.voices
        if one.words
    )
    return Figure(
        marks, voices_figure(statistics).table, "" if marks else tr("There are no words.")
    )


def density_figure(statistics: Statistics) -> Figure:
    """Return the findings along the article, from its beginning to its end."""
    counts = statistics.density
    marks = tuple(Mark("", count, str(count)) for count in counts)
    rows = tuple(
        (percent(index / len(counts)), percent((index + 1) / len(counts)), str(count))
        for index, count in enumerate(counts)
    )
    table = Table((tr("From"), tr("To"), tr("Marked")), rows)
    return Figure(marks, table, "" if any(counts) else tr("Nothing is marked."))


def headline_figure(statistics: Statistics) -> Figure:
    """Return the headline against the body."""
    header = (tr("Part"), tr("Words"), tr("Marked"), tr("Per 1,000 words"))
    if statistics.headline is None:
        return Figure((), Table(header, ()), tr("The first paragraph is no headline."))
    portions = zip((tr("Headline"), tr("Body")), statistics.headline, strict=True)
    named = tuple(portions)
    marks = tuple(
        Mark(
            name,
            portion.per_thousand,
            tr("{count} in {words} words").format(count=portion.count, words=portion.words),
        )
        for name, portion in named
    )
    return Figure(marks, Table(header, tuple(_portion_row(*one) for one in named)))


def _portion_row(name: str, portion: Portion) -> tuple[str, ...]:
    return name, str(portion.words), str(portion.count), number(portion.per_thousand)


def frequent_words_figure(statistics: Statistics) -> Figure:
    """Return the loaded words that occur most often."""
    words = statistics.frequent_words
    marks = tuple(Mark(word, count, str(count)) for word, count in words)
    table = Table((tr("Word"), tr("Count")), tuple((word, str(count)) for word, count in words))
    return Figure(marks, table, "" if words else tr("No loaded words are marked."))


def claims_figure(statistics: Statistics) -> Figure:
    """Return how many claims are corrected, disputed and standing."""
    counts = statistics.claims
    marks = tuple(
        Mark(status_wording(status).plural, count, str(count), status)
        for status, count in counts.items()
    )
    rows = tuple((status_wording(status).plural, str(count)) for status, count in counts.items())
    empty = "" if any(counts.values()) else tr("No claims were found.")
    return Figure(marks, Table((tr("Claims"), tr("Count")), rows), empty)


def number(value: float) -> str:
    """Return a rate with one decimal, which is all that it can bear."""
    return f"{value:.1f}"


def percent(share: float) -> str:
    """Return a share in whole per cent."""
    return f"{100 * share:.0f} %"
