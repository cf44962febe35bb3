"""The manners of a form page: shown, refused with everything kept, or written down once."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import uuid4

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import journal
from alliance.events.base import Event, Refused
from alliance.privacy import Doubted
from alliance.web import names, pages
from alliance.web.forms import Overtaken, Typed
from alliance.web.roles import may

SEARCH = "zoek"
"""The name of the button that looks something up in a list, and writes nothing down."""
WHERE_FROM = {
    "organisatie": "organisation",
    "groep": "group",
    "bijeenkomst": "meeting",
    "thema": "theme",
    "resultaat": "result",
    "actie": "planned",
    "persona": "persona",
    "aanbod": "offer",
    "afspraak": "action",
    "activiteit": "activity",
}
"""What the address of a form may say about where someone comes from, and its subject."""


@dataclass(frozen=True)
class Field:
    """One field of a form, as fields.html draws it; `options` pairs values with their words.

    Of the kind `hidden` nobody sees anything: its label is what it sends.
    """

    kind: str  # line, text, date, time, number, count, choice, tick(s), select, pick(s), taps, file
    name: str
    label: str
    help: str = ""
    optional: bool = False
    options: Sequence[tuple[str, str]] = ()
    free: bool = False  # free text: says above it not to write about recognisable people
    none: str = ""  # what a pick or select may be instead of something on the list
    parts: Sequence[tuple[str, Sequence[tuple[str, str]]]] = ()  # a pick that falls into short ones

    def near(self, days: Sequence[tuple[str, str]]) -> "Field":
        """The same question for a day, with days that stand ready beside it."""
        return replace(self, options=days)


WHY = Field("text", "reason", "Waarom?", free=True)
"""What a form asks on which something is taken back or comes to an end."""
WHY_OR_NOT = replace(WHY, optional=True)
"""The same where the reason may be left out."""
Decide = Callable[[Typed, list[Event]], Event | Sequence[Event]]
"""What comes of what was typed, after what happened before."""


@dataclass(frozen=True)
class Form:
    """What a form page asks, and the words on its button: what happens."""

    title: str
    button: str
    fields: Sequence[Field]
    crumbs: pages.Crumbs = ()
    lead: str = ""
    ways: Sequence[tuple[str, str]] = ()  # other ways to go from here: address and words
    ways_title: str = ""
    template: str = "form.html"

    def aside(self, title: str, ways: Sequence[tuple[str, str]]) -> "Form":
        """The same form, with other ways to go above it; without any, as it was."""
        return replace(self, ways=ways, ways_title=title) if ways else self

    def below(self, crumbs: pages.Crumbs, name: str, address: str) -> "Form":
        """The same form under the page of what it adds to, with that name in its title."""
        title = f"{self.title}: {name}"
        return replace(self, title=title, crumbs=[*crumbs, (address, name)])


@dataclass(frozen=True)
class Subject:
    """One stream as a page shows it: what happened in it, and who began it."""

    stream: str
    history: Sequence[journal.Entry]

    @property
    def author(self) -> str:
        """The key of who wrote the first entry."""
        return self.history[0].by

    @property
    def version(self) -> int:
        """The version this page was drawn from."""
        return self.history[-1].version

    @cached_property
    def events(self) -> list[Event]:
        """What happened, as rules take it."""
        return [entry.event for entry in self.history]


def subject(kind: str, key: str) -> Subject:
    """The stream of one subject at the moment this page shows; 404 when there is no such thing."""
    history = pages.reading().history(f"{kind}:{key}")
    if not history:
        abort(404)
    return Subject(f"{kind}:{key}", history)


def fill_in(
    form: Form,
    write: Callable[[Typed], ResponseReturnValue],
    start: Mapping[str, Any] | None = None,
    it: Subject | None = None,
) -> ResponseReturnValue:
    """The form's page; on POST what it asks, or the page again with its faults (422, 409).

    `start` is what the form begins with; `it` the subject it adds to, whose version goes along.
    """
    if request.method != "POST":
        return to_today() if pages.past_day() else draw(form, start or {}, it)
    if request.form.get(SEARCH):
        return draw(form, request.form, it)
    try:
        return write(Typed())
    except Refused as why:
        return pages.refused(draw(form, request.form, it, why), why)


def to_today() -> ResponseReturnValue:
    """The same form today: on an earlier day nothing can be written down."""
    asked = request.args.to_dict() | (request.view_args or {})
    here = request.endpoint or "start.show"
    return redirect(url_for(here, _external=False, **{**asked, "op": None}))


def add_to(
    it: Subject,
    form: Form,
    decide: Decide,
    then: str,
    said: str,
    start: Mapping[str, Any] | None = None,
) -> ResponseReturnValue:
    """A form that adds to what happened with a subject, as long as nobody else was first."""

    def write(typed: Typed) -> ResponseReturnValue:
        seen = typed.seen(it.stream)
        return pages.record(decide(typed, it.events), then=then, said=said, seen=seen)

    return fill_in(form, write, start, it)


def because(rule: Callable[..., Event]) -> Decide:
    """What is decided on a form that asks only why, by a rule that takes a reason."""
    return lambda typed, past: typed.decide(rule, past, reason=typed.text("reason"))


def draw(
    form: Form, typed: Mapping[str, Any], it: Subject | None = None, why: Refused | None = None
) -> str:
    """The page of a form with what was typed; beside it what is there now, when overtaken."""
    now = it if isinstance(why, Overtaken) else None
    doubted = isinstance(why, Doubted)
    return pages.page(
        form.template,
        form.title,
        form.crumbs,
        why=in_order(form, why),
        asks=form,
        form=typed,
        it=it,
        now=now,
        doubted=doubted,
    )


def in_order(form: Form, why: Refused | None) -> Refused | None:
    """The same faults in the order in which the form asks; what is about the whole comes first."""
    asked = [field.name for field in form.fields]
    rank = {name: number for number, name in enumerate(asked)}
    faults = why.faults if why else {}
    return (
        Refused(**dict(sorted(faults.items(), key=lambda one: rank.get(one[0], -1))))
        if why
        else None
    )


def new_id() -> str:
    """A random key for something new."""
    return uuid4().hex


def allow(act: str, **whose: str | None) -> None:
    """Stop with 403 when this person may not do this with what is somebody's or a group's."""
    if not may(pages.person(), act, **whose):
        abort(403, act)


def where_from(takes: Collection[str] = tuple(WHERE_FROM.values())) -> dict[str, str]:
    """What the address says about where someone comes from, as rules take it; 404 when unknown.

    `takes` are the words for context that this form can do something with.
    """
    found = {}
    for word, kind in WHERE_FROM.items():
        if kind in takes and (key := request.args.get(word)):
            subject(kind, key)
            found[kind] = key
    if "area" in takes and (area := request.args.get("waar")):
        if area not in names.of("area"):
            abort(404)
        found["area"] = area
    return found
