"""What of a meeting stays within the group that met: its members and the aanjager see it."""

from alliance.documents import within
from alliance.events.advice import AdviceAnswered, AdviceGiven
from alliance.events.agendas import AgendaPrepared
from alliance.events.attendance import AttendanceAnnounced, AttendanceRecorded
from alliance.events.base import Event
from alliance.events.hours import HoursFacts, HoursWithdrawn
from alliance.events.meetings import AgendaLine, AgendaSet, DecisionCorrected, DecisionTaken
from alliance.events.news import NewsShared
from alliance.events.opinions import OpinionGiven, OpinionWithdrawn
from alliance.events.records import MinutesApproved, NoteTaken, PointRecorded
from alliance.events.relations import RelationPaused, RelationResumed, TalkFacts, TalkWithdrawn
from alliance.projections import decisions, meetings
from alliance.projections.hours import noted_by
from alliance.web.pages import ask, person, reading
from alliance.web.roles import held, may

ACT = "read_names_behind"
RELATION = "read_relation"
"""How it stands with an organisation: for the aanjager, and for its own people."""
LATE = "action:"
"""How the key of an agenda point begins that is about one agreement nobody kept yet."""


def is_inside(group: str) -> bool:
    """Whether the reader may see what stays within a group: its members, and the aanjager."""
    someone = person()
    return group in someone.groups or ("all", None) in held(someone, ACT)


def sees_spoken(event: Event) -> bool:
    """Whether the reader may see what was said in or about a meeting; anything else, yes."""
    match event:
        case AttendanceAnnounced(attendance=meeting) | AttendanceRecorded(attendance=meeting):
            return sees_agenda(meeting, inside=True)
        case AgendaPrepared(agenda=meeting) | MinutesApproved(record=meeting):
            return sees_agenda(meeting, inside=True)
        case NoteTaken(record=meeting, about=about) | PointRecorded(record=meeting, about=about):
            return sees_agenda(meeting, inside=is_closed(meeting, about))
        case DecisionTaken(meeting=meeting, about=about):
            return sees_agenda(meeting, inside=is_closed(meeting, about))
        case AdviceGiven(advice=advice) | AdviceAnswered(advice=advice):
            closed = closed_advice(advice)
            return closed is None or is_inside(closed.group) or is_inside(closed.to)
        case OpinionGiven(group=group) | OpinionWithdrawn(group=group):
            return is_inside(group)
        case DecisionCorrected(decision=decision):
            return sees_decision(decision)
        case HoursFacts(hours=hours) | HoursWithdrawn(hours=hours):
            return ask(noted_by, hours) == person().member
        case NewsShared(organisation=organisation):
            return is_ours(organisation)
        case TalkFacts(organisation=organisation) | TalkWithdrawn(organisation=organisation):
            return may(person(), RELATION, organisation=organisation)
        case RelationPaused(relation=organisation) | RelationResumed(relation=organisation):
            return may(person(), RELATION, organisation=organisation)
        case AgendaSet(meeting=meeting, lines=lines):
            late, inside = any(map(asks_late, lines)), any(line.confidential for line in lines)
            return sees_agenda(meeting, late=late, inside=inside)
    return True


def sees_decision(decision: str) -> bool:
    """Whether the reader may see a decision: a confidential one is for its group."""
    found = ask(decisions.one, decision)
    return found is None or not found.confidential or is_inside(found.group)


def is_ours(organisation: str) -> bool:
    """Whether what an organisation told at home is the reader's to see: theirs, or the aanjager."""
    someone = person()
    return organisation in someone.organisations or ("all", None) in held(someone, ACT)


def stays_inside(stream: str) -> bool:
    """Whether it was decided or advised at a point that stays within the group."""
    return within.stays_inside(reading(), stream)


def closed_advice(advice: str) -> AdviceGiven | None:
    """Advice that was given at a point that stays within the group; None for any other."""
    return within.closed_advice(reading(), advice)


def is_closed(meeting: str, about: str | None) -> bool:
    """Whether a point of the agenda of a meeting stays within the group."""
    return within.is_closed(reading(), meeting, about)


def sees_agenda(meeting: str, *, late: bool = False, inside: bool = False) -> bool:
    """Whether the reader may see an agenda: what is late, or stays inside, is for the group."""
    at = ask(meetings.one, meeting) if late or inside else None
    if at is None:
        return not (late or inside)
    sees_late = not late or may(person(), ACT, group=at.group)
    return sees_late and (not inside or is_inside(at.group))


def asks_late(line: AgendaLine) -> bool:
    """Whether a point of an agenda is about one agreement nobody kept yet."""
    return line.key.startswith(LATE)
