"""Stand van zaken: half a page for any day, ready to copy, every sentence with its source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alliance.counting import in_words
from alliance.dutch import capital, day, listed, number, several
from alliance.projections.progress_overview import Overview, Result
from alliance.projections.progress_period import Period

PLAN = "plan van 2019–2020"
MONITOR = (
    "Of mensen zich minder eenzaam voelen, meet de GGD één keer in de vier jaar."
    " Het aantal activiteiten zegt dat niet."
)
NAMED = 3
"""So many groups without anything that fits are named; the rest is counted."""


@dataclass(frozen=True)
class Sentence:
    """A sentence that can be copied, and where it comes from."""

    text: str
    source: str  # in Dutch: from what it was counted
    page: str  # which page shows it: progress, actions, activities, coverage or meetings


@dataclass(frozen=True)
class Standing:
    """How things stand at the end of one day."""

    on: date
    sentences: tuple[Sentence, ...]

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"Stand van zaken op {day(self.on)}"

    @property
    def text(self) -> str:
        """All of it as plain text, to copy into a mail."""
        lines = (f"{sentence.text} (bron: {sentence.source})" for sentence in self.sentences)
        return "\n\n".join([self.title, *lines])


def standing(
    overview: Overview,
    period: Period,
    *,
    bare: Sequence[str] = (),
    unseen: Sequence[str] | None = None,
    next_meeting: date | None = None,
) -> Standing:
    """How things stand on the last day of a period.

    `bare` names the groups for whom nothing fits (never a persona: the reader may be anyone),
    `unseen` the wijken where nobody looked yet, None when that was not asked.
    """
    sentences = [
        heard(overview, period),
        missing(overview),
        agreements(period),
        activities(overview, period),
        gaps(bare, unseen),
        unknown(period),
        meeting(next_meeting),
    ]
    return Standing(period.until, tuple(sentence for sentence in sentences if sentence))


def heard(overview: Overview, period: Period) -> Sentence:
    """How many results have news since the period began."""
    found = overview.results
    news = sum(told_since(result, period.since) for result in found)
    agreed = several(len(found), "resultaat", "resultaten")
    some = f"Van {number(news)} hoorden we iets, van {number(len(found) - news)} niet,"
    told = some if news else "We hoorden daar nog niets van"
    return Sentence(
        f"Er {be(len(found))} {agreed} afgesproken. {told} sinds {day(period.since)}.",
        f"voortgang per resultaat, {PLAN}",
        "progress",
    )


def told_since(result: Result, since: date) -> bool:
    """Whether anything was heard of a result since a day."""
    return result.news_on is not None and result.news_on >= since


def missing(overview: Overview) -> Sentence | None:
    """What is not agreed yet about the results, and which have nothing done for them."""
    total = len(overview.results)
    lacks = {what: len(overview.lacking(what)) for what in ("eigenaar", "streefwaarde", "datum")}
    nowhere = [f"een {what}" for what, count in lacks.items() if count == total > 0]
    partly = [
        f"een {what} bij {number(count)}" for what, count in lacks.items() if 0 < count < total
    ]
    idle = len(overview.lacking("actie"))
    said = [
        f"Geen van de {total} resultaten heeft {' of '.join(nowhere)}." if nowhere else "",
        f"Nog niet afgesproken: {listed(partly)}." if partly else "",
        f"Bij {several(idle, 'resultaat', 'resultaten')} hoort nog geen actie." if idle else "",
    ]
    text = " ".join(filter(None, said))
    return Sentence(text, f"afgesproken resultaten, {PLAN}", "progress") if text else None


def agreements(period: Period) -> Sentence:
    """What became of agreements, without names."""
    kept = several(period.kept, "afspraak", "afspraken")
    return Sentence(
        f"Sinds {day(period.since)}: {kept} nagekomen, {number(period.moved)} verschoven"
        f" en {number(period.dropped)} niet doorgegaan.",
        "afspraken die zijn vastgelegd",
        "actions",
    )


def activities(overview: Overview, period: Period) -> Sentence:
    """What was held, and what was counted in all since the beginning."""
    held = several(period.held, "activiteit", "activiteiten")
    off = several(period.cancelled, "ging", "gingen")
    fell_through = f" {capital(off)} niet door." if period.cancelled else ""
    counted = [in_words(count) for count in overview.total.counts if count.number is not None]
    brought = f" Geteld sinds het begin: {listed(counted)}." if counted else ""
    return Sentence(
        f"Er {be(period.held)} {held} gehouden sinds {day(period.since)}.{fell_through}{brought}",
        "activiteiten en opbrengsten die zijn vastgelegd",
        "activities",
    )


def gaps(bare: Sequence[str], unseen: Sequence[str] | None) -> Sentence | None:
    """For whom nothing fits, and where nobody looked."""
    names = listed(bare) if len(bare) <= NAMED else f"{', '.join(bare[:NAMED])} en andere"
    nothing = several(len(bare), "groep", "groepen")
    said = [
        f"Voor {nothing} past niets bij wat zij het eerst nodig hebben: {names}." if bare else "",
        f"Nog niet bekeken: {several(len(unseen), 'wijk', 'wijken')}." if unseen else "",
    ]
    text = " ".join(filter(None, said))
    return Sentence(text, "overzicht Wie mist wat?", "coverage") if text else None


def unknown(period: Period) -> Sentence:
    """What is not known, which is never left out."""
    not_counted = several(period.uncounted, "activiteit", "activiteiten")
    not_told = several(period.unreported, "activiteit", "activiteiten")
    parts = [
        f"bij {not_counted} is niet geteld" if period.uncounted else "",
        f"van {not_told} weten we niet of ze doorgingen" if period.unreported else "",
    ]
    found = listed([part for part in parts if part])
    here = f"{found}. " if found else ""
    return Sentence(f"Wat we niet weten: {here}{MONITOR}", "wat niet is vastgelegd", "activities")


def meeting(on: date | None) -> Sentence | None:
    """When the core group meets again."""
    if on is None:
        return None
    return Sentence(f"De kerngroep komt bij elkaar op {day(on)}.", "bijeenkomsten", "meetings")


def be(amount: int) -> str:
    """The verb for so many: is or zijn."""
    return "is" if amount == 1 else "zijn"
