"""The programme of the Week in the examples: what everyone may read, in words for who comes."""

from datetime import date, time, timedelta

from alliance.events.activities import ActivityPlanned
from alliance.events.activities_rules import plan_activity
from alliance.events.announcements import announce_activity, withdraw_announcement
from alliance.events.contributions import Contribution, contribute_activity
from alliance.events.invitations import decline_invitation, invite_organisations
from alliance.events.moments import MomentSet
from alliance.sources.examples.cast import ORGANISATIONS
from alliance.sources.examples.pen import EVENING, Pen

HOME, ABSENT = "vijverhof", "supermarkt"
"""Which organisation adds something by the link in its mail, and which does nothing."""
INVITED, ASKED, ANSWERED, DAYS = 98, 5, 30, 7
"""So many days before the Week organisations are asked, and so much later they answer."""
BEFORE, LATEST = 30, 4
"""So many days before the Week its programme is told, within the days of the story."""
OPEN = (
    (0, "saida", "Open ochtend in het Huis van de Wijk", time(10), "Huis van de Wijk De Wel",
     "Loop binnen voor koffie en een rondje door het huis.", "gewoon binnenlopen"),
    (1, "tim", "Wandelen met de sportcoach", time(13, 30), "Sportpark Schenkel",
     "Een uur in een rustig tempo. Iedereen kan mee.", "gewoon komen"),
    (2, "marijke", "Soep met de buren", time(12), "Huis van de Wijk Schollevaar",
     "De soep staat klaar. Neem iemand mee.", "gewoon aanschuiven"),
    (5, "anouk", "Zingen voor wie niet kan zingen", time(19, 30), "Recreatiezaal De Serre",
     None, "gewoon komen"),
)  # fmt: skip
"""On which day of the Week, who, what, at what hour, where, what else, and how to join."""


def tell_announcements(pen: Pen, week: MomentSet) -> None:
    """Plan what is only there in the Week, and show it to everyone."""
    before = max(LATEST, (pen.until - week.on).days + BEFORE)
    for number, who, what, start, place, text, joining in OPEN:
        planned = plan(pen, before, who, what, week.on + timedelta(days=number), start, place)
        past = pen.past("activity", planned.activity)
        said = announce_activity(past, headline=what, text=text, joining=joining, ours=True)
        pen.write(who, pen.day(before), said, hour=EVENING)
    tell_contributions(pen, week)
    withdrawn = withdraw_announcement(pen.past("activity", planned.activity))
    pen.write(who, pen.day(before - 2), withdrawn, hour=EVENING)


def tell_contributions(pen: Pen, week: MomentSet) -> None:
    """Organisations are asked for what they do: one adds something by its link, one says no."""
    days = [week.on + timedelta(days=number) for number in range(DAYS)]
    asked = max(ASKED, (pen.until - week.on).days + INVITED)
    invited = invite_organisations(pen.past("moment", week.moment), today=week.on)
    pen.write("noor", pen.day(asked), invited, hour=EVENING)
    told = pen.day(max(LATEST, asked - ANSWERED))
    said: Contribution = {
        "headline": "Zingen met bewoners en buren",
        "on": days[3],
        "start": time(14),
        "place": "De Vijverhof, grote zaal",
        "text": "Liedjes van vroeger en nu. De koffie staat klaar.",
        "joining": "gewoon binnenlopen",
    }
    added = contribute_activity(
        activity=pen.new(), organisation=HOME, days=days, today=min(told, week.on), **said
    )
    pen.write(f"organisation:{HOME}", told, *added, hour=EVENING)
    past = pen.past("moment", week.moment)
    no = decline_invitation(past, organisation=ABSENT, today=week.on)
    pen.write(f"organisation:{ABSENT}", told, no, hour=EVENING)


def plan(
    pen: Pen, before: int, who: str, what: str, on: date, start: time, place: str
) -> ActivityPlanned:
    """Plan one activity of the Week."""
    told = pen.day(before)
    planned = plan_activity(
        activity=pen.new(),
        title=what,
        on=on,
        start=start,
        place=place,
        today=min(told, on),
        organisation=ORGANISATIONS[who],
    )
    pen.write(who, told, planned)
    return planned
