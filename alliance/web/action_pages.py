"""What all pages about one action share: the action, whose it is, and the form that adds to it."""

from collections.abc import Mapping
from typing import Any

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.actions_rules import action_now
from alliance.projections import actions
from alliance.projections.action_rows import ActionRow
from alliance.web import names
from alliance.web.links import back_to
from alliance.web.pages import ask, person, today
from alliance.web.writing import Decide, Form, add_to, allow, subject

LIST = "Afspraken"


def the_action(action: str) -> ActionRow:
    """One action as it stands; 404 when there is none."""
    subject("action", action)
    found = ask(actions.one, action, today())
    assert found is not None  # it has a history
    return found


def is_own(found: ActionRow) -> bool:
    """Whether who is looking answers for themselves or their organisation, not for another."""
    someone, whose = person(), found.whose
    named = someone.member in (whose["author"], found.owner)
    return named or (found.organisation or "") in someone.organisations


def instead_of(act: str, found: ActionRow) -> ResponseReturnValue | None:
    """Stop who may not do this; whoever may, but for another, goes on to write that down."""
    allow(act, **found.whose)
    if is_own(found):
        return None
    return redirect(url_for("noting.note", action=found.action), 303)


def answer(
    found: ActionRow,
    form: Form,
    decide: Decide,
    said: str,
    start: Mapping[str, Any] | None = None,
) -> ResponseReturnValue:
    """A form that adds to one action, and the way back to its page."""
    back = show_url(found.action)
    it = subject("action", found.action)
    action_now(it.events)  # what was taken back has no forms
    return add_to(it, form.below(here(), found.title, back), decide, back_to(back), said, start)


def asked_in_words(found: ActionRow) -> str:
    """What is asked of whom, by whom, and by when, in one sentence."""
    who = names.name_of("group", found.group) if found.group else names.who_is(found.asker or "")
    whom = (
        names.name_of("organisation", found.organisation) if found.organisation else "wie het kan"
    )
    when = f", vóór {dutch.day(found.by_when)}" if found.by_when else ""
    asks = f"{dutch.capital(who)} vraagt {whom}" if found.asker else dutch.capital(whom)
    return f"{asks}: {found.title.rstrip('.')}{when}."


def show_url(action: str) -> str:
    """The page of one action."""
    return url_for("actions.show", action=action)


def here() -> list[tuple[str, str]]:
    """The way from home to the list of actions."""
    return [(url_for("start.show"), "Start"), (url_for("actions.index"), LIST)]
