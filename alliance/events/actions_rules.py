"""When something may be agreed, moved, kept or dropped, and what an action says now."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from alliance.events.actions import (
    ActionAgreed,
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionFacts,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    ActionWithdrawn,
    ProgressNoted,
    Via,
)
from alliance.events.base import Event, refuse, unfit_text, unfit_title
from alliance.events.days import GONE, unfit_memory, unfit_plan
from alliance.events.state import UNCHANGED, WHY, WHY_NOT, Links, changed, fold, new_links, tidy
from alliance.events.turns import ending, whose_turn

NO_TITLE = "Schrijf op wat je doet of gedaan hebt."
PAST = "Deze dag is al geweest. Kies een latere dag, of vink aan dat het al gedaan is."
SAME_DATE = "Dit is al de afgesproken dag. Kies een andere dag."
UNKNOWN = "Deze afspraak bestaat niet. Kies er een uit de lijst met afspraken."
WITHDRAWN = "Deze afspraak is teruggenomen. Maak een nieuwe afspraak als dat nodig is."
DROPPED = "Deze afspraak gaat niet door. Maak een nieuwe afspraak als het toch gebeurt."
DONE = "Deze afspraak is al nagekomen. Klopt er iets niet? Kies dan Verbeteren."
NOT_AGREED = "Hier is nog geen ja op gezegd. Geef eerst antwoord op de vraag."
NOT_DONE = "Deze afspraak is nog niet nagekomen. Kies Gedaan als het klaar is."


class ActionContext(TypedDict, total=False):
    """What may be known around an action; what is not named is left open, or stays as it is."""

    organisation: str | None
    owner: str | None
    group: str | None
    meeting: str | None
    theme: str | None
    result: str | None
    planned: str | None
    persona: str | None
    area: str | None


class ActionChanges(ActionContext, total=False):
    """What a correction may set right; what is not named stays as it is."""

    title: str
    by_when: date | None
    on: date | None
    yielded: str | None


def agree_action(
    *,
    action: str,
    title: str,
    today: date,
    by_when: date | None = None,
    **context: Unpack[ActionContext],
) -> ActionAgreed:
    """Someone will do something; the date may be left open."""
    refuse(
        title=unfit_title(title, NO_TITLE),
        by_when=unfit_plan(by_when, today=today, past=PAST, missing=None),
    )
    return ActionAgreed(action=action, title=title.strip(), by_when=by_when, **context)


def log_action(
    *, action: str, title: str, on: date | None, today: date, **context: Unpack[ActionContext]
) -> ActionLogged:
    """Something was done already; it is agreed and done in one go."""
    refuse(title=unfit_title(title, NO_TITLE), on=unfit_memory(on, today=today))
    assert on is not None  # an empty day was refused
    return ActionLogged(action=action, title=title.strip(), on=on, **context)


def correct_action(
    history: Sequence[Event], *, today: date, **changes: Unpack[ActionChanges]
) -> ActionCorrected:
    """What was written down is set right, also after it was done; nothing else is touched."""
    now = action_now(history)
    new = changed(now, changes)
    moved = new.by_when != now.by_when
    done = isinstance(ending(history), ActionDone | ActionLogged)
    refuse(
        title=unfit_title(new.title or "", NO_TITLE),
        by_when=moved and unfit_plan(new.by_when, today=today, past=PAST, missing=None),
        on=unfit_memory(new.on, today=today) if done else new.on is not None and NOT_DONE,
        yielded=unfit_text(new.yielded) if done else new.yielded is not None and NOT_DONE,
    )
    refuse(form=new == now and UNCHANGED)
    return new


def link_action(history: Sequence[Event], **links: Unpack[Links]) -> ActionLinked:
    """Say what an action works towards; what is not named stays linked as it is."""
    now = action_now(history)
    return ActionLinked(action=now.action, **new_links(now, links))


def move_action(
    history: Sequence[Event],
    *,
    by_when: date | None,
    today: date,
    reason: str | None = None,
    via: Via | None = None,
) -> ActionMoved:
    """Agree on another date, or on a first one."""
    now = open_action(history)
    refuse(
        by_when=(by_when == now.by_when and by_when and SAME_DATE)
        or unfit_plan(by_when, today=today, past=GONE, missing="Kies een nieuwe dag."),
        reason=unfit_text(reason),
    )
    assert by_when is not None  # an empty day was refused
    return ActionMoved(action=now.action, by_when=by_when, reason=tidy(reason), via=via)


def note_progress(
    history: Sequence[Event], *, note: str | None = None, via: Via | None = None
) -> ProgressNoted:
    """It is being done; how that goes may be said in one sentence."""
    now = open_action(history)
    refuse(note=unfit_text(note))
    return ProgressNoted(action=now.action, note=tidy(note), via=via)


def do_action(
    history: Sequence[Event],
    *,
    on: date | None,
    today: date,
    yielded: str | None = None,
    via: Via | None = None,
) -> ActionDone:
    """It was done; what came of it may be said in one sentence."""
    now = open_action(history)
    refuse(on=unfit_memory(on, today=today), yielded=unfit_text(yielded))
    assert on is not None  # an empty day was refused
    return ActionDone(action=now.action, on=on, yielded=tidy(yielded), via=via)


def drop_action(history: Sequence[Event], *, reason: str, via: Via | None = None) -> ActionDropped:
    """It will not happen; the reason is what others learn from."""
    now = unended_action(history)
    refuse(reason=unfit_text(reason, WHY_NOT))
    return ActionDropped(action=now.action, reason=reason.strip(), via=via)


def withdraw_action(history: Sequence[Event], *, reason: str) -> ActionWithdrawn:
    """Take back what should not have been written down, open or ended."""
    now = action_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return ActionWithdrawn(action=now.action, reason=reason.strip())


def action_now(history: Sequence[Event]) -> ActionCorrected:
    """What an action says now; refuses when there is none or it was taken back."""
    now = fold(history, ActionFacts, ActionCorrected)
    refuse(form=now is None and UNKNOWN)
    refuse(form=isinstance(ending(history), ActionWithdrawn) and WITHDRAWN)
    assert now is not None  # an unknown action was refused
    return now


def open_action(history: Sequence[Event]) -> ActionCorrected:
    """What an action says now; refuses when nobody agreed to it yet, or when it ended."""
    now = unended_action(history)
    refuse(form=whose_turn(history) != "doer" and NOT_AGREED)
    return now


def unended_action(history: Sequence[Event]) -> ActionCorrected:
    """What an action says now; refuses when it is no longer anyone's turn."""
    now, end = action_now(history), ending(history)
    refuse(form=isinstance(end, ActionDropped) and DROPPED)
    refuse(form=end is not None and DONE)
    return now
