"""Rules of announcements: what everyone may read of an activity, and in which words.

Whoever announces takes the same rule: a member on a page, or later an organisation by a link.
"""

import re
from collections.abc import Sequence

from alliance.events.activities import ActivityAnnounced, AnnouncementWithdrawn
from alliance.events.activities_rules import awaited_activity
from alliance.events.base import TITLE_LENGTH, Event, refuse, unfit_line, unfit_text, unfit_title
from alliance.events.state import UNCHANGED, tidy

INWARD = re.compile(r"eenza|isolement|kwetsba(?:ar|re)|doelgroep|persona\b", re.IGNORECASE)
"""Words about people that nobody wants to read on an invitation."""

NO_HEADLINE = "Schrijf op wat er te doen is, zoals: samen koffie drinken."
OUTWARD = (
    "Schrijf dit voor wie komt: laat woorden als eenzaam of doelgroep weg. Alleen de organisatie"
    " zelf mag ze gebruiken."
)
FOR_RESIDENTS = "Deze activiteit is niet voor inwoners. Kies een activiteit voor inwoners."
NOT_THERE = "Deze activiteit staat niet in het programma. Kijk in de lijst van de week."


def announce_activity(
    history: Sequence[Event],
    *,
    headline: str,
    text: str | None = None,
    joining: str | None = None,
    ours: bool = False,
) -> ActivityAnnounced:
    """Show an activity to everyone; `ours`: the organisation itself chooses its words."""
    now = awaited_activity(history)
    refuse(form=now.audience != "inwoners" and FOR_RESIDENTS)
    refuse(
        headline=unfit_title(headline, NO_HEADLINE) or unfit_words(headline, ours),
        text=unfit_text(text) or unfit_words(text, ours),
        joining=unfit_line(joining or "", None, TITLE_LENGTH) or unfit_words(joining, ours),
    )
    said = ActivityAnnounced(
        activity=now.activity, headline=headline.strip(), text=tidy(text), joining=tidy(joining)
    )
    refuse(form=said == announced(history) and UNCHANGED)
    return said


def withdraw_announcement(history: Sequence[Event]) -> AnnouncementWithdrawn:
    """Show it to everyone no more; the activity itself stands."""
    said = announced(history)
    refuse(form=said is None and NOT_THERE)
    assert said is not None  # what is not there was refused
    return AnnouncementWithdrawn(activity=said.activity)


def announced(history: Sequence[Event]) -> ActivityAnnounced | None:
    """What everyone may read of an activity now; None when it is not shown."""
    kinds = ActivityAnnounced | AnnouncementWithdrawn
    last = next((one for one in reversed(history) if isinstance(one, kinds)), None)
    return last if isinstance(last, ActivityAnnounced) else None


def unfit_words(text: str | None, ours: bool) -> str | None:
    """What is wrong with words that strangers read, or None."""
    return OUTWARD if not ours and INWARD.search(text or "") else None
