"""Who sees what of whom: what an organisation moved, dropped or did not answer."""

from alliance.events.actions import (
    ActionAccepted,
    ActionConsidered,
    ActionDeclined,
    ActionDropped,
    ActionExplained,
    ActionFacts,
    ActionHandedOver,
    ActionMoved,
    AnswerDisputed,
    ManagerAnswered,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
    ProgressNoted,
    RepetitionAgreed,
    TakerInformed,
)
from alliance.events.activities import ActivityCancelled, ActivityMoved
from alliance.events.moments import InvitationDeclined
from alliance.events.offers import OfferAnswerDisputed, OfferPaused, OfferStopped
from alliance.events.tips import TipGiven
from alliance.journal import Entry
from alliance.projections import actions, actions_behind, activities, offers
from alliance.projections.action_rows import ActionRow, Behind, Eyes
from alliance.web import inside
from alliance.web.inside import ACT as ACT
from alliance.web.pages import ask, person, today
from alliance.web.roles import held, may


def eyes() -> Eyes | None:
    """Whose late, moved and dropped things the reader of this page may see; None sees all."""
    someone = person()
    found = held(someone, ACT)
    if any(scope == "all" for scope, _ in found):
        return None
    if not found:
        return Eyes()
    groups = tuple(sorted(group for scope, group in found if scope == "group" and group))
    return Eyes(someone.member, groups, tuple(sorted(someone.organisations)))


def asked_here() -> Eyes:
    """To whom a question is that the reader may answer: by name, or of their organisations."""
    someone = person()
    return Eyes(someone.member, organisations=tuple(sorted(someone.organisations)))


def sees(**whose: str | None) -> bool:
    """Whether the reader may see what is behind of this author, owner, group or organisation."""
    return may(person(), ACT, **whose)


def sees_entry(entry: Entry) -> bool:
    """Whether the reader may see an entry: what was put off or stopped is not for everyone."""
    match entry.event:
        case ActionMoved() | ActionDropped() | ActionDeclined() | ActionConsidered():
            return sees_action(entry.event.action)
        case OtherDateProposed() | OtherDateAccepted() | OtherDateDeclined() | ManagerAnswered():
            return sees_action(entry.event.action)
        case AnswerDisputed() | ActionHandedOver():
            return sees_action(entry.event.action)
        case ActionFacts() | ActionAccepted() | ProgressNoted():
            return sees_action(entry.event.action, also_kept=True)
        case ActionExplained():
            return sees_action(entry.event.action)
        case RepetitionAgreed() | TakerInformed():
            return sees_action(entry.event.action, also_kept=True)
        case ActivityMoved(activity=activity) | ActivityCancelled(activity=activity):
            planned = ask(activities.one, activity, today())
            return planned is not None and sees(
                author=planned.author, group=planned.group, organisation=planned.organisation
            )
        case InvitationDeclined() | TipGiven():
            return sees(organisation=entry.event.organisation)
        case OfferPaused() | OfferStopped() | OfferAnswerDisputed():
            given = ask(offers.one, entry.event.offer, today())
            return given is not None and sees(author=given.author, organisation=given.organisation)
        case _:
            return inside.sees_spoken(entry.event)


def sees_action(action: str, *, also_kept: bool = False) -> bool:
    """Whether the reader may see what an action put off; `also_kept`: or it puts nothing off."""
    one = ask(actions.one, action, today())
    if one is None or (also_kept and not one.behind):
        return one is not None
    return sees_row(one)


def sees_row(one: ActionRow) -> bool:
    """Whether the reader may see what is behind of this action: its two sides, and its group."""
    sides = {"owner": one.owner, "group": one.group, "organisation": one.organisation}
    return sees(author=one.author, **sides) or sees(author=one.asker)


def behind_elsewhere() -> list[Behind]:
    """Per group how much is late, moved or dropped where the reader may not see which."""
    looking = eyes()
    if looking is None:
        return []
    return [one for one in ask(actions_behind.behind, today()) if one.group not in looking.groups]
