"""What was told at home, once for each organisation."""

from datetime import date

from alliance.events import news as words
from alliance.events.base import Event
from alliance.events.meetings import MeetingPlanned
from alliance.events.news import NewsShared, share_news
from tests.refusals import faults

SUNDAY, THURSDAY = date(2026, 11, 22), date(2026, 11, 26)
PLANNED = MeetingPlanned(meeting="m1", group="kerngroep", on=THURSDAY)
TOLD = NewsShared(news="m1", organisation="cjg")


def shared(*past: Event, organisation: str | None = "cjg", today: date = THURSDAY) -> Event:
    return share_news([PLANNED], past, organisation=organisation, today=today)


def test_an_organisation_says_once_that_it_told_it() -> None:
    assert shared() == TOLD
    assert faults(lambda: shared(TOLD)) == {"form": words.TOLD}
    assert shared(TOLD, organisation="lelie") == NewsShared(news="m1", organisation="lelie")


def test_before_the_meeting_or_without_an_organisation_there_is_nothing_to_tell() -> None:
    assert faults(lambda: shared(organisation=None)) == {"form": words.NO_ORGANISATION}
    early = "Deze bijeenkomst is pas op 26-11-2026. Kies een bijeenkomst die geweest is."
    assert faults(lambda: shared(today=SUNDAY)) == {"form": early}
