"""The page during a meeting: who is there, and at each point what is decided, agreed and said.

Every line and every tap is a form of its own that comes back to the same place. A small script
keeps what was typed until it is confirmed; without it everything works too.
"""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance.events.agenda_rules import forward_point, raise_point, set_agenda
from alliance.events.attendance import Presence, record_attendance
from alliance.events.base import Event, Refused, refuse
from alliance.events.records_rules import NOT_THERE, is_approved, take_back
from alliance.privacy import Doubted
from alliance.projections import meetings, records
from alliance.projections.meetings import Meeting
from alliance.seals import seal
from alliance.web import forms, names, presenters, recording
from alliance.web.agenda import the_meeting
from alliance.web.attendance import expected, history_of
from alliance.web.drafts import draft_of, proposal_of
from alliance.web.forms import Typed
from alliance.web.gathering_parts import loose, others, part
from alliance.web.inside import asks_late
from alliance.web.meetings import here, show_url, title_of
from alliance.web.opinions import STANCES
from alliance.web.pages import ask, page, past_day, reading, record, refused, today
from alliance.web.points import anchor, shown
from alliance.web.roles import needs
from alliance.web.spoken import Spoken
from alliance.web.writing import Subject, allow, to_today

bp = Blueprint("gathering", __name__, url_prefix="/bijeenkomsten")
ITEM = "item:"
"""How the key of a point begins that somebody raised."""
SPARE = 12
"""So many one-time keys wait on the page for lines that are typed while there is no connection."""
PRESENT: dict[Presence, str] = {"aanwezig": "Er", "afgemeld": "Afgemeld", "afwezig": "Niet"}
NOT_ON_IT = "Dit punt staat niet op de agenda. Kijk wat er nu staat."
NOTHING_LEFT = (
    "Van iedereen staat al vast wie er is. Kies bij een naam iets anders als dat nodig is."
)
STAYS = "Dit punt blijft binnen de groep. Zet op de agenda wat de andere groep mag weten."
NO_AGENDA = "Er is geen agenda om mee te beginnen. Leg alles vast onderaan, bij Rondvraag."


@bp.route("/<meeting>/nu", methods=["GET", "POST"])
@needs("record_meeting")
def show(meeting: str) -> ResponseReturnValue:
    """The meeting as it goes: one page for a laptop on the table, and for a phone."""
    it, found = the_meeting(meeting)
    allow("record_meeting", group=found.group)
    if past_day():
        return to_today()
    if request.method != "POST":
        return draw(it, found)
    try:
        return carry_out(it, found, Typed())
    except Refused as why:
        return refused(draw(it, found, why), why)


def carry_out(it: Subject, found: Meeting, typed: Typed) -> ResponseReturnValue:
    """Do what the tapped button says, and come back to where it stood."""
    deed = typed.text("doe")
    part, act = ACTS.get(deed, ("", recorded))
    said, events = act(it, found, typed)
    at = part or anchor(typed.text("punt")) if typed.text("punt") or part else "rondvraag"
    then = url_for(".show", meeting=found.meeting, _anchor=at)
    return record(events, then=then, said=said)


Done = tuple[str, Sequence[Event]]


def begin(it: Subject, found: Meeting, typed: Typed) -> Done:
    """Set the agenda as it stands, when nobody did before."""
    proposal = proposal_of(found)
    refuse(form=proposal is None and NO_AGENDA)
    assert proposal is not None  # a meeting without one was refused
    lines = draft_of(found, proposal).lines
    return "De bijeenkomst is begonnen.", [
        typed.decide(set_agenda, it.events, lines=lines, today=today())
    ]


def seat(it: Subject, found: Meeting, typed: Typed) -> Done:
    """Whether one member is there, or the guest of an organisation."""
    presence: Any = typed.text("doe")
    who = typed.optional("lid")
    guest = typed.optional("gast")
    if guest is None and who is None:
        key = presenters.presenter_typed(typed, found.group, field="erbij") or ""
        guest = key.removeprefix("organisation:") if key.startswith("organisation:") else None
    there = typed.decide(
        record_attendance,
        it.events,
        history_of(found.meeting),
        presence=presence,
        today=today(),
        member=who,
        on_behalf_of=guest,
    )
    return "Het staat erin.", [there]


def seat_all(it: Subject, found: Meeting, typed: Typed) -> Done:
    """Everyone of whom nothing is recorded: who said not to come is excused, the rest is there."""
    past = history_of(found.meeting)
    events = [
        typed.decide(
            record_attendance,
            it.events,
            past,
            presence="afgemeld" if one.comes is False else "aanwezig",
            today=today(),
            member=one.member,
            on_behalf_of=None if one.member else one.organisation,
        )
        for one in expected(found.meeting, found.group)
        if one.presence is None
    ]
    refuse(form=not events and NOTHING_LEFT)
    return "Iedereen staat erin.", events


def take_off(it: Subject, found: Meeting, typed: Typed) -> Done:
    """Take back one line that should not have been recorded."""
    of = typed.text("wat")
    stands = {line.of for line in ask(records.of_meeting, found.meeting)}
    refuse(form=of not in stands and NOT_THERE)
    past = [entry.event for entry in reading().history(of)]
    gone = typed.decide(take_back, record_of(found.meeting), past, of=of)
    return "Het is weggehaald.", [gone]


def recorded(it: Subject, found: Meeting, typed: Typed) -> Done:
    """One line at one point of the agenda, or at none."""
    about = typed.optional("punt")
    known = {line.key for line in ask(meetings.agenda_of, found.meeting)}
    refuse(form=about is not None and about not in known and NOT_ON_IT)
    spoken = Spoken(typed, found, it.events, record_of(found.meeting), about)
    return "Vastgelegd.", recording.make(spoken, typed.text("doe"))


def pass_on(it: Subject, found: Meeting, typed: Typed) -> Done:
    """Ask another group to speak of a point too; what nobody raised becomes an item first."""
    line = next(
        (one for one in ask(meetings.agenda_of, found.meeting) if one.key == typed.text("punt")),
        None,
    )
    refuse(form=line is None and NOT_ON_IT)
    assert line is not None  # a point that is not there was refused
    raised = line.key.startswith(ITEM)
    key = line.key.removeprefix(ITEM) if raised else seal(found.meeting, line.key)[:32]
    events: list[Event] = []
    past = [entry.event for entry in reading().history(ITEM + key)]
    if not raised and not past:
        item = raise_point(
            item=key,  # the same each time: passed on again, it stays one item
            group=found.group,
            title=line.title,
            kind=line.kind,
            reason=line.reason,
            about=line.key,
        )
        events, past = [item], [item]
    refuse(form=(line.confidential or asks_late(line)) and STAYS)
    to = typed.choice("to", dict(others(found)))
    given = typed.decide(forward_point, past, to=to)
    return "Het punt komt ook op hun agenda.", [*events, given]


ACTS: dict[str, tuple[str, Callable[[Subject, Meeting, Typed], Done]]] = {
    "begin": ("agenda", begin),
    "iedereen": ("wie", seat_all),
    "weg": ("", take_off),
    "doorgeven": ("", pass_on),
    **dict.fromkeys(PRESENT, ("wie", seat)),
}
"""What a button does that records no line, and which part of the page it comes back to."""


def record_of(meeting: str) -> list[Event]:
    """What was recorded so far in a meeting, and whether its minutes were approved."""
    return [entry.event for entry in reading().history(f"record:{meeting}")]


def draw(it: Subject, found: Meeting, why: Refused | None = None) -> str:
    """The page: attendance, every point with its lines, what belongs to no point, the way on."""
    proposal = proposal_of(found)
    lines = ask(meetings.agenda_of, found.meeting)
    points = shown(lines, found.group, proposal, found.start)
    told = ask(records.of_meeting, found.meeting)
    kinds = {line.key: line.kind for line in lines}
    context: dict[str, Any] = {
        "it": it,
        "found": found,
        "points": [part(one, kinds[one.key], told, found.group) for one in points],
        "stances": STANCES,
        "loose": {"lines": loose(told, kinds), "buttons": recording.kinds_for(None, None)},
        "ready": draft_of(found, proposal).lines if proposal and not lines else (),
        "people": expected(found.meeting, found.group),
        "present": PRESENT,
        "mandates": [*names.MANDATES.items()],
        "others": others(found),
        "presenters": [*presenters.presenters(found.group)],
        "keys": [forms.fresh_key() for _ in range(SPARE)],
        "begun": found.on <= today(),
        "approved": is_approved(record_of(found.meeting)),
        "wrong": request.form.get("punt", "") if why else None,
        "typed": request.form,
        "doubted": isinstance(why, Doubted),
        "anchor": anchor,
    }
    crumbs = [*here(), (show_url(found.meeting), title_of(found))]
    return page("gathering/show.html", f"Nu: {title_of(found)}", crumbs, why=why, **context)
