"""What was typed at a point of a meeting, as what happened: a decision, an agreement, advice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alliance.events.actions_rules import agree_action
from alliance.events.advice import Uptake, answer_advice, give_advice
from alliance.events.agenda_rules import take_decision
from alliance.events.base import Event, Refused
from alliance.events.meetings import AgendaItemRaised
from alliance.events.outcomes_rules import record_outcome
from alliance.events.patterns import raise_pattern
from alliance.events.records_rules import record_at, recording, take_note
from alliance.projections import people
from alliance.projections.meetings import Meeting
from alliance.projections.people import Group
from alliance.projections.progress_evidence import plan
from alliance.web import names, presenters
from alliance.web.forms import Typed
from alliance.web.pages import ask, reading, today
from alliance.web.writing import new_id

ADVICE = "advice:"
"""How the key of a point begins that asks to answer advice."""
UPTAKES: dict[Uptake, str] = {
    "overgenomen": "overgenomen",
    "deels": "deels overgenomen",
    "niet": "niet overgenomen",
}
NO_KIND = "Kies wat het is: een besluit, een afspraak, advies of een van de andere."
Made = Sequence[Event]


@dataclass(frozen=True)
class Spoken:
    """One line that was typed in a meeting, and at which point."""

    typed: Typed
    found: Meeting
    meeting: Sequence[Event]
    record: Sequence[Event]
    about: str | None

    @property
    def statement(self) -> str:
        """What was typed."""
        return self.typed.text("statement")

    @cached_property
    def group(self) -> Group:
        """The group that meets."""
        found = ask(people.group, self.found.group)
        assert found is not None  # it meets
        return found

    @cached_property
    def context(self) -> dict[str, str]:
        """What the point itself says that something belongs to, so that nobody is asked."""
        return context_of(self.about) | ({"theme": self.group.theme} if self.group.theme else {})

    def only(self, *wanted: str) -> dict[str, Any]:
        """These of the links that are known."""
        return {name: code for name, code in self.context.items() if name in wanted}

    def recorded(self, made: Event | Made) -> Made:
        """What was made, with the point at which it was."""
        events = [made] if isinstance(made, Event) else made
        return record_at(self.meeting, self.record, events, about=self.about, today=today())


def context_of(about: str | None) -> dict[str, str]:
    """The links that follow from what a point is about: gap:yonas:netwerk:schollevaar."""
    kind, *rest = (about or "").split(":")
    match kind, rest:
        case "gap", [persona, _, area]:
            return {"persona": persona, "area": area}
        case "planned" | "result" | "persona", [key] if key in names.of(kind):
            return {kind: key}
        case "item", [key]:
            raised = [one.event for one in reading().history(f"item:{key}")]
            first = next((one for one in raised if isinstance(one, AgendaItemRaised)), None)
            return context_of(first.about) if first and first.about else {}
    return {}


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


def answer(one: Spoken) -> Made:
    """What was done with the advice that the point is about, which the minutes tell too."""
    recording(one.meeting, one.record, today())
    past = [each.event for each in reading().history(one.about or "")]
    uptake = one.typed.text("doe")
    given = one.typed.decide(
        answer_advice, past, uptake=uptake, reason=one.statement, meeting=one.found.meeting
    )
    told = f"Advies {UPTAKES[given.uptake]}. {given.reason}"
    noted = take_note(
        one.meeting, one.record, note=new_id(), statement=told, about=one.about, today=today()
    )
    return [given, noted]


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
    first = FIRST.get(kind or "", "notitie")
    order = [first, *(one for one in KINDS if one != first)]
    return [(one, KINDS[one][0]) for one in order]


def make(one: Spoken, deed: str) -> Made:
    """What was typed, made into what happened by the button that was tapped."""
    if deed in UPTAKES and (one.about or "").startswith(ADVICE):
        return answer(one)
    if deed not in KINDS:
        raise Refused(form=NO_KIND)
    return KINDS[deed][1](one)
