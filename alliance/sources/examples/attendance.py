"""Attendance in the examples: who says to come, who was there, who told it at home."""

from collections.abc import Iterator

from alliance.events.attendance import Coming, Presence, announce_attendance, record_attendance
from alliance.events.meetings import GuestsInvited
from alliance.events.news import share_news
from alliance.sources.examples.calendar import CALENDAR, Calendar, Series, chair_on, held_before
from alliance.sources.examples.cast import CAST, KERN, ORGANISATIONS, PLACES, SCHOLLEVAAR
from alliance.sources.examples.pen import AFTERNOON, EVENING, Pen

LATER = (
    ("sander", KERN, 203),
    ("saida", SCHOLLEVAAR, 148),
    ("amina", SCHOLLEVAAR, 148),
    ("tim", SCHOLLEVAAR, 148),
)
"""Who came in a group during the year, so many days before its end."""
ANSWERED = 6
"""So many days beforehand members say whether they come."""
OFTEN: tuple[Presence, ...] = ("aanwezig",) * 6 + ("afgemeld", "aanwezig", "afwezig")
"""How it goes: nearly everyone is there."""
BEFOREHAND: tuple[Coming | None, ...] = ("ja", "ja", "nee", "ja", None)


def tell_attendance(pen: Pen, calendar: Calendar) -> None:
    """Who was at every meeting that was held, and who says to come to those that follow."""
    for series in CALENDAR:
        for number in range(series.held, 0, -1):
            attend(pen, series, number, calendar[series.group, number])
        announce(pen, series, calendar[series.group, 0])
        announce_guests(pen, calendar[series.group, 0])
    tell_at_home(pen, calendar)


def seated(group: str, before: int) -> Iterator[str]:
    """Who was in a group, so many days before the end of the story."""
    for one in CAST:
        here = one.joined >= before and (one.left is None or one.left < before)
        if here and any(part.group == group for part in one.parts):
            yield one.key
    yield from (who for who, where, since in LATER if where == group and since >= before)


def attend(pen: Pen, series: Series, number: int, meeting: str) -> None:
    """The chair goes round the table; the aanjager is a guest of the core group."""
    before = held_before(pen, series, number)
    told, planned = pen.exact(before), pen.past("meeting", meeting)
    chair = chair_on(series, before)
    for place, who in enumerate(seated(series.group, before)):
        presence = "aanwezig" if who == chair else OFTEN[(place + number) % len(OFTEN)]
        past = pen.past("attendance", meeting)
        key = pen.keys[who]
        there = record_attendance(planned, past, presence=presence, today=told, member=key)
        pen.write(chair, told, there, hour=AFTERNOON)
    if series.group == KERN:
        past, ours = pen.past("attendance", meeting), "gemeente_capelle"
        guest = record_attendance(planned, past, presence="aanwezig", today=told, on_behalf_of=ours)
        pen.write(chair, told, guest, hour=AFTERNOON)


def announce(pen: Pen, series: Series, meeting: str) -> None:
    """Most say beforehand whether they come."""
    told = pen.day(ANSWERED)
    for place, who in enumerate(sorted(seated(series.group, ANSWERED), key=PLACES.__getitem__)):
        planned, past = pen.past("meeting", meeting), pen.past("attendance", meeting)
        if answer := BEFOREHAND[place % len(BEFOREHAND)]:
            said = announce_attendance(
                planned, past, member=pen.keys[who], answer=answer, today=told
            )
            pen.write(who, told, said, hour=EVENING)


def announce_guests(pen: Pen, meeting: str) -> None:
    """Whoever was asked as a guest says from the mail to come."""
    planned, told = pen.past("meeting", meeting), pen.day(1)
    for guests in (event for event in planned if isinstance(event, GuestsInvited)):
        for one in guests.organisations:
            past = pen.past("attendance", meeting)
            said = announce_attendance(planned, past, on_behalf_of=one, answer="ja", today=told)
            pen.write(f"organisation:{one}", told, said, hour=EVENING)


def tell_at_home(pen: Pen, calendar: Calendar) -> None:
    """Two chairs tell their own people what the core group decided."""
    before, meeting = held_before(pen, CALENDAR[0], 1), calendar[KERN, 1]
    told = pen.day(before - 3)
    for who in ("karim", "lotte"):
        planned, past = pen.past("meeting", meeting), pen.past("news", meeting)
        shared = share_news(planned, past, organisation=ORGANISATIONS[who], today=told)
        pen.write(who, told, shared, hour=EVENING)
