"""News: what an organisation took home from a meeting and told its own people."""

from collections.abc import Sequence
from datetime import date

from alliance.events.base import Event, Id, event, refuse
from alliance.events.days import written
from alliance.events.meetings_rules import planned_meeting

TOLD = "Jullie zeiden al dat het verteld is. Kies een andere bijeenkomst."
NO_ORGANISATION = "Je hoort bij geen organisatie. Vraag de aanjager om dat recht te zetten."


@event("news_shared", "news", "Thuis verteld")
class NewsShared(Event):
    """An organisation told its own people what was decided and agreed."""

    news: Id  # the key of the meeting
    organisation: Id


def share_news(
    meeting: Sequence[Event], past: Sequence[Event], *, organisation: str | None, today: date
) -> NewsShared:
    """From the day of the meeting on, once for each organisation."""
    now = planned_meeting(meeting)
    early = f"Deze bijeenkomst is pas op {written(now.on)}. Kies een bijeenkomst die geweest is."
    told = {event.organisation for event in past if isinstance(event, NewsShared)}
    refuse(
        form=(now.on > today and early)
        or (not organisation and NO_ORGANISATION)
        or (organisation in told and TOLD)
    )
    assert organisation is not None  # none was refused
    return NewsShared(news=now.meeting, organisation=organisation)
