"""The life of a made-up alliance of Capelle's size: what happens day by day.

The present stays the same however long the past is: 31 organisations that act, 60 members, about
40 open actions, 120 offers, 6 personas. About twelve entries a day: 10,000 are more than two years.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from alliance.events import actions, activities, meetings, offers, organisations, outcomes
from alliance.events.base import Event
from alliance.events.counts import Count
from alliance.events.personas import PersonaRecognised
from alliance.events.programme import ResultAssessed
from benchmarks.past import Past

MEMBERS, OFFERS = 60, 120
A_DAY = 12.4
"""Entries, on average."""


def days(past: Past) -> Iterator[tuple[date, str, list[Event]]]:
    """Every day on which something happened, somebody who wrote it down, and what."""
    while past.has("member") < MEMBERS:
        join(past)
    while past.has("offer") < OFFERS:
        register(past)
    while True:
        for act, a_day in RATES.items():
            for _ in range(past.times(a_day)):
                act(past)
        if happened := past.take():
            yield past.today, past.one("member"), happened
        past.today += timedelta(days=1)


def join(past: Past) -> None:
    """A member joins, with a role in a group."""
    member = past.new("member")
    past.keep("member", member)
    past.tell(organisations.MemberJoined(member=member, organisation=past.one("organisation")))
    past.tell(
        organisations.RoleAssigned(
            member=member, role="lid", group=past.one("group"), since=past.today
        )
    )


def change_places(past: Past) -> None:
    """Someone leaves and someone else comes."""
    past.tell(organisations.MemberLeft(member=past.lose("member")))
    join(past)


def register(past: Past) -> None:
    """An offer is registered."""
    offer = past.new("offer")
    past.keep("offer", offer)
    past.tell(
        offers.OfferRegistered(
            offer=offer,
            name=past.line(4),
            organisation=past.one("organisation"),
            for_whom=past.line(),
            reach="plek",
            areas=(past.wijk(),),
            contact="010 123 45 67",
        )
    )
    past.tell(offers.OfferConfirmed(offer=offer), after=past.number(1, 20))


def replace_offer(past: Past) -> None:
    """The oldest offer stops and another is registered."""
    stopped = offers.OfferStopped(offer=past.lose("offer"), reason=past.line(), lesson=past.line())
    past.tell(stopped)
    register(past)


def confirm(past: Past) -> None:
    """Somebody says that an offer is as it stands, and whether there is room."""
    offer = past.one("offer")
    past.tell(offers.OfferConfirmed(offer=offer))
    if past.chance(0.4):
        past.tell(offers.CapacityStated(offer=offer, capacity="ruimte"))


def agree(past: Past) -> None:
    """An action is agreed or asked, and ends within weeks: done, maybe moved first, or dropped."""
    action, lasts = past.new("action"), past.number(5, 35)
    facts: dict[str, Any] = {
        "action": action,
        "title": past.line(),
        "organisation": past.one("organisation"),
        "owner": past.one("member"),
        "by_when": past.today + timedelta(days=lasts),
        "group": past.maybe("group"),
    }
    if past.chance(0.6):
        past.tell(actions.ActionAgreed(**facts))
    elif not ask(past, facts):
        past.tell(actions.ActionDropped(action=action, reason=past.line(8)), after=lasts)
        return
    carry_out(past, action, lasts)


def carry_out(past: Past, action: str, lasts: int) -> None:
    """What happens with an action that someone does."""
    if past.chance(0.5):
        towards: dict[str, Any] = {"result": past.one("result"), "persona": past.maybe("persona")}
        past.tell(actions.ActionLinked(action=action, area=past.wijk(), **towards), after=2)
    end = past.today + timedelta(days=lasts)
    if past.chance(0.3):
        later = end + timedelta(days=7)
        past.tell(actions.ActionMoved(action=action, by_when=later, reason=past.line()), after=4)
    if past.chance(0.85):
        past.tell(actions.ActionDone(action=action, on=end, yielded=past.line(12)), after=lasts)
        bring(past, lasts, action=action)
    else:
        past.tell(actions.ActionDropped(action=action, reason=past.line(8)), after=lasts)


def ask(past: Past, facts: dict[str, Any]) -> bool:
    """Whether an organisation that is asked to do something says yes; some talk it over first."""
    action, waits = facts["action"], past.number(1, 3)
    soon = past.today + timedelta(days=14)
    past.tell(actions.ActionAsked(**facts, answer_by=soon))
    if past.chance(0.2):
        past.tell(actions.ActionConsidered(action=action, answer_by=soon), after=1)
    if past.chance(0.2):
        past.tell(actions.ActionDeclined(action=action, why="geen_tijd"), after=waits)
        return False
    past.tell(actions.ActionAccepted(action=action), after=waits)
    return True


def plan(past: Past) -> None:
    """An activity is planned, then held and counted, or cancelled."""
    activity, wait = past.new("activity"), past.number(3, 28)
    past.tell(
        activities.ActivityPlanned(
            activity=activity,
            title=past.line(4),
            on=past.today + timedelta(days=wait),
            start=time(10),
            place="Huis van de Wijk",
            area=past.wijk(),
            organisation=past.one("organisation"),
            group=past.maybe("group"),
            offer=past.maybe("offer"),
            result=past.maybe("result"),
            persona=past.maybe("persona"),
        )
    )
    if past.chance(0.1):
        past.tell(activities.ActivityCancelled(activity=activity, reason=past.line()), after=2)
        return
    held = activities.ActivityHeld(activity=activity, counts=(counted(past),))
    past.tell(held, after=wait)
    bring(past, wait, activity=activity)


def bring(past: Past, after: int, **of: str) -> None:
    """What something brought, and now and then a lesson."""
    day = past.today + timedelta(days=after)
    said: dict[str, Any] = {"statement": past.line(14), "on": day} | of
    if past.chance(0.6):
        past.tell(
            outcomes.OutcomeRecorded(
                outcome=past.new("outcome"),
                count=counted(past) if past.chance(0.7) else None,
                result=past.maybe("result"),
                persona=past.maybe("persona"),
                unplanned=past.chance(0.1),
                **said,
            ),
            after,
        )
    if past.chance(0.1):
        past.tell(outcomes.LessonRecorded(lesson=past.new("lesson"), **said), after)


def counted(past: Past) -> Count:
    """How many came; sometimes nobody counted."""
    if past.chance(0.2):
        return Count(known="onbekend")
    return Count(known="getal", number=past.number(2, 60))


def meet(past: Past) -> None:
    """A group will meet: points are raised, an agenda is set, decisions are taken."""
    meeting, group, wait = past.new("meeting"), past.one("group"), past.number(14, 40)
    day = past.today + timedelta(days=wait)
    past.tell(meetings.MeetingPlanned(meeting=meeting, group=group, on=day, start=time(14)))
    lines = []
    for _ in range(3):
        item, title, reason = past.new("item"), past.line(), past.line(10)
        raised = meetings.AgendaItemRaised(item=item, group=group, title=title, reason=reason)
        past.tell(raised, after=past.number(1, wait - 8))
        key = f"item:{item}"
        lines.append(
            meetings.AgendaLine(key=key, title=title, kind="bespreken", minutes=10, reason=reason)
        )
    past.tell(meetings.AgendaSet(meeting=meeting, lines=tuple(lines)), after=wait - 7)
    for line in lines[:2]:
        taken = meetings.DecisionTaken(
            decision=past.new("decision"),
            meeting=meeting,
            group=group,
            statement=past.line(12),
            about=line.key,
        )
        past.tell(taken, after=wait)


def recognise(past: Past) -> None:
    """A group says whether it knows people like a persona in a wijk."""
    past.tell(
        PersonaRecognised(
            persona=past.one("persona"),
            wijk=past.wijk(),
            recognised=past.chance(0.8),
            group=past.one("group"),
            reason=past.line(),
        )
    )


def assess(past: Past) -> None:
    """A group says how far an agreed result is."""
    said = {"result": past.one("result"), "group": past.one("group"), "reason": past.line(10)}
    past.tell(ResultAssessed(**said, verdict="deels"))


RATES = {
    agree: 1.9,
    plan: 1.0,
    confirm: 1.2,
    meet: 0.15,
    replace_offer: 0.1,
    recognise: 0.1,
    assess: 0.05,
    change_places: MEMBERS / (3 * 365),
}
"""How many times a day each happens; a member stays three years."""
