"""What was typed at a point of a meeting, as what happened: a decision, an agreement, advice."""

from collections.abc import Callable

from alliance.events.actions_rules import agree_action
from alliance.events.advice import give_advice
from alliance.events.agenda_rules import take_decision
from alliance.events.base import Refused
from alliance.events.outcomes_rules import record_outcome
from alliance.events.patterns import raise_pattern
from alliance.events.records_rules import take_note
from alliance.projections import people
from alliance.projections.progress_evidence import plan
from alliance.web import names, presenters
from alliance.web.pages import ask, today
from alliance.web.replies import (
    ADVICE,
    DOING,
    PATTERN,
    UPTAKES,
    reply_to_advice,
    reply_to_pattern,
)
from alliance.web.spoken import Made, Spoken
from alliance.web.writing import new_id

NO_KIND = "Kies wat het is: een besluit, een afspraak, advies of een van de andere."


def decision(one: Spoken) -> Made:
    """What was decided, when it is looked at again, and whose decision it is."""
    taken = one.typed.decide(
        take_decision,
        one.meeting,
        decision=new_id(),
        statement=one.statement,
        about=one.about,
        review_on=one.typed.date("day"),
        mandate=one.typed.choice("mandate", names.MANDATES),  # type: ignore[arg-type]
        today=today(),
    )
    return one.recorded(taken)


def action(one: Spoken) -> Made:
    """Who does what, by when."""
    who = presenters.presenter_typed(one.typed, one.found.group, field="who")
    agreed = one.typed.decide(
        agree_action,
        action=new_id(),
        title=one.statement,
        today=today(),
        by_when=one.typed.date("day"),
        group=one.found.group,
        meeting=one.found.meeting,
        **doer(who),
        **one.only("theme", "result", "planned", "persona", "area"),
    )
    return one.recorded(agreed)


def doer(who: str | None) -> dict[str, str | None]:
    """The organisation that answers for an action, and the member who does it."""
    kind, _, key = (who or "").partition(":")
    if kind == "member":
        return {"owner": key, "organisation": ask(people.organisation_of, key)}
    return {"organisation": key} if kind == "organisation" else {}


def advice(one: Spoken) -> Made:
    """What the group says to the one that asked, or else to the core group."""
    given = one.typed.decide(
        give_advice,
        advice=new_id(),
        group=one.found.group,
        to=asked_by(one),
        statement=one.statement,
        meeting=one.found.meeting,
        about=one.about,
    )
    return one.recorded(given)


def asked_by(one: Spoken) -> str:
    """Which group has to answer: of the theme that the point is about, or else the core group."""
    groups = ask(people.all_groups)
    asked = one.context.get("planned")
    themes = {each.theme for each in ask(plan) if each.planned == asked}
    theirs = (each.group for each in groups if each.theme in themes)
    core = (each.group for each in groups if each.kind == "kerngroep")
    return next(theirs, None) or next(core, one.found.group)


def pattern(one: Spoken) -> Made:
    """What the group sees that comes back."""
    where = one.context.get("area") or one.group.gebied
    raised = one.typed.decide(
        raise_pattern,
        pattern=new_id(),
        statement=one.statement,
        group=one.found.group,
        theme=one.group.theme,
        area=where,
    )
    return one.recorded(raised)


def outcome(one: Spoken) -> Made:
    """What something brought."""
    brought = one.typed.decide(
        record_outcome,
        outcome=new_id(),
        statement=one.statement,
        count=None,
        today=today(),
        on=one.found.on,
        **one.only("theme", "result", "persona", "area"),
    )
    return one.recorded(brought)


def note(one: Spoken) -> Made:
    """What was said."""
    return [
        one.typed.decide(
            take_note,
            one.meeting,
            one.record,
            note=new_id(),
            statement=one.statement,
            about=one.about,
            today=today(),
        )
    ]


KINDS: dict[str, tuple[str, Callable[[Spoken], Made]]] = {
    "besluit": ("Besluit", decision),
    "afspraak": ("Afspraak", action),
    "advies": ("Advies", advice),
    "signaal": ("Signaal", pattern),
    "opbrengst": ("Opbrengst", outcome),
    "notitie": ("Notitie", note),
}
"""What can be recorded at a point: the word on its button, and what it makes."""
FIRST = {
    "besluiten": "besluit",
    "bespreken": "afspraak",
    "meedenken": "advies",
    "ter_informatie": "notitie",
}
"""What is recorded most at a point of each kind."""


def kinds_for(kind: str | None, key: str | None) -> list[tuple[str, str]]:
    """The buttons at a point, what is recorded most in front."""
    if key and key.startswith(ADVICE):
        return [(word, label.capitalize()) for word, label in UPTAKES.items()]
    order = dict.fromkeys([FIRST.get(kind or "", "notitie"), *KINDS])
    usual = [(one, KINDS[one][0]) for one in order]
    return [(DOING, "Dit doen we ermee"), *usual] if key and key.startswith(PATTERN) else usual


def make(one: Spoken, deed: str) -> Made:
    """What was typed, made into what happened by the button that was tapped."""
    about = one.about or ""
    if deed in UPTAKES and about.startswith(ADVICE):
        return reply_to_advice(one)
    if deed == DOING and about.startswith(PATTERN):
        return reply_to_pattern(one)
    if deed not in KINDS:
        raise Refused(form=NO_KIND)
    return KINDS[deed][1](one)
