"""Tickets on the screen: a link from a mail does one thing, after a button, without signing in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import members, outbox, tickets
from alliance.database import writing
from alliance.documents import letters
from alliance.events.answers_rules import is_considered
from alliance.projections import people
from alliance.projections.people import Grant
from alliance.tickets import Ticket, answers
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import ask, desk, page, past_day, reading, record
from alliance.web.roles import Person, may, needs
from alliance.web.ticket_states import how_it_stands
from alliance.web.writing import Decide, Form, Subject, fill_in, subject, to_today

bp = Blueprint("tickets", __name__, url_prefix=tickets.PLACE)
KIND = "nieuwe link"
OTHERWISE = "Liever een ander antwoord?"
FAULTS = {
    "unknown": (
        "Deze link werkt niet",
        "Misschien mist er een letter. Open hem nog eens vanuit de mail. Werkt hij dan nog niet,"
        " antwoord dan op de mail of bel.",
    ),
    "expired": (
        "Deze link is verlopen",
        "Een link werkt 30 dagen. Vraag een nieuwe link; die krijg je meteen.",
    ),
    "used": (
        "Deze link is al gebruikt",
        "Je antwoord staat erin. Wil je iets veranderen? Vraag een nieuwe link; die krijg je"
        " meteen.",
    ),
    "ended": ("Hier hoef je niets meer te doen", "Dit is al afgerond of teruggenomen."),
    "answered": ("Je antwoord staat erin", "Wie het vroeg, is nu aan de beurt."),
    "passed_on": ("Dit ligt nu bij iemand anders", "Je hoeft hier niets meer mee te doen."),
}
"""Why a link cannot be used, in a title and a sentence that says what to do."""
RENEWABLE = ("expired", "used")


class Dead(Exception):
    """This link cannot be used; `fault` is why."""

    def __init__(self, fault: str, token: str) -> None:
        super().__init__(fault)
        self.fault, self.token = fault, token


@dataclass(frozen=True)
class Opened:
    """A ticket that can be used now: who holds it, and what it is about."""

    token: str
    ticket: Ticket
    holder: Person
    it: Subject
    on_a_page: bool = False  # one of more things on a page, which can be used until its last day

    @property
    def by(self) -> str:
        """Whom the journal names: the member, or the organisation that got the mail."""
        return self.holder.member or self.ticket.recipient

    @property
    def title(self) -> str:
        """What it is about, in one line."""
        kind, _, key = self.it.stream.partition(":")
        return names.name_of(kind, key)

    def check(self, **whose: str | None) -> None:
        """Raise Dead when whoever got the mail no longer answers for it."""
        if not may(self.holder, self.ticket.act, **whose):
            raise Dead("passed_on", self.token)


def opened(token: str, act: str, kind: str) -> Opened:
    """What a link is for; raises Dead when it is not for this act with this kind of subject now."""
    found = usable(token)
    if (found.act, found.subject[0]) != (act, kind):
        raise Dead("unknown", token)
    return Opened(token, found, holder_of(found, token), subject(*found.subject))


def opened_page(token: str, *acts: str) -> tuple[Ticket, Person]:
    """The ticket of a page about all that its holder answers for; raises Dead as `opened` does."""
    found = usable(token)
    if found.act not in acts or found.stream != found.recipient:
        raise Dead("unknown", token)
    return found, holder_of(found, token)


def usable(token: str) -> Ticket:
    """The ticket of a link that was not used and did not expire; raises Dead otherwise."""
    found = find(token)
    state = found.state(desk().clock())
    if state != "open":
        raise Dead(state, token)
    return found


def find(token: str) -> Ticket:
    """The ticket of a link, also when it was used or expired; raises Dead when there is none."""
    found = tickets.find(reading().db, token, desk().settings.secret_key)
    if found is None:
        raise Dead("unknown", token)
    return found


def holder_of(ticket: Ticket, token: str) -> Person:
    """Whoever got the mail, with the rights of now; raises Dead for who takes no part any more."""
    kind, _, key = ticket.recipient.partition(":")
    if kind == "member" and not ask(people.has_left, key):
        name = members.name_of(reading().db, key) or ""
        grants = (*ask(people.roles_of, key), *map(contact, ask(people.speaks_for, key)))
        return Person(key, name, ask(people.organisation_of, key), grants)
    theirs = ask(people.organisation, key) if kind == "organisation" else None
    if theirs is None or theirs.left_on:
        raise Dead("passed_on", token)
    return Person(organisation=key, grants=(contact(key),))


def contact(organisation: str) -> Grant:
    """What whoever speaks for an organisation may do without signing in."""
    return Grant("contactpersoon", organisation=organisation)


def answer(
    it: Opened, form: Form, decide: Decide, said: str, start: dict[str, Any] | None = None
) -> ResponseReturnValue:
    """The page of one answer; on POST it is written down, once, and the ticket is used."""
    others = [(url, words) for url, words in ways(it) if url != request.path]
    form = replace(form.aside(OTHERWISE, others), template="tickets/answer.html")
    form = replace(form, title=f"{form.title}: {it.title}")

    def write(typed: Typed) -> ResponseReturnValue:
        seen, events = typed.seen(it.it.stream), decide(typed, it.it.events)
        then = url_for("ticket_page.show" if it.on_a_page else "tickets.thanks", token=it.token)
        return record(events, then=then, said=said, seen=seen, by=it.by, also=use(it))

    try:
        return fill_in(form, write, start, it.it)
    except tickets.Spent as why:
        raise Dead("used", it.token) from why


def use(it: Opened) -> Callable[[Any], None]:
    """What uses the ticket, in the transaction that writes down what it is for."""
    spend = tickets.check if it.on_a_page else tickets.use
    return lambda db: spend(db, it.ticket, desk().clock())


def ways(it: Opened) -> list[tuple[str, str]]:
    """Every answer that can be given: address and words."""
    there = url_for("tickets.show", token=it.token)
    there += f"/alles/{it.it.stream.partition(':')[2]}" if it.on_a_page else ""
    found = answers(it.ticket.act, it.it.stream, how_it_stands(it.it))
    return [(f"{there}/{end}", words) for end, words in found.items()]


@bp.get("/<token>")
@needs("read_public")
def show(token: str) -> ResponseReturnValue:
    """Every answer that can be given with this link."""
    if past_day():
        return to_today()
    found = find(token)
    it = opened(token, found.act, found.subject[0])
    lead = "Kies je antwoord. Op de volgende pagina leg je het vast."
    return page("tickets/show.html", it.title, lead=lead, ways=ways(it))


@bp.get("/<token>/bedankt")
@needs("read_public")
def thanks(token: str) -> ResponseReturnValue:
    """It was written down; nothing more to do."""
    found = find(token)
    if not found.used:
        raise Dead("unknown", token)
    asked = found.act == "answer_action" and found.subject[0] == "action"
    talks = asked and is_considered(subject(*found.subject).events)
    return page("tickets/thanks.html", "Dank je wel", token=token, talks=talks)


@bp.post("/<token>/nieuwe-link")
@needs("read_public")
def renew(token: str) -> ResponseReturnValue:
    """A new link in the place of this one, mailed to the same address, once a day."""
    found = find(token)
    holder_of(found, token)
    put_new_link(found)
    return redirect(url_for(".sent", token=token), 303)


def put_new_link(old: Ticket) -> None:
    """Put the letter with a new ticket in the outbox, unless it is there already today."""
    here, now = desk(), desk().clock()
    about, title = f"ticket:{old.ticket}:{here.today()}", names.name_of(*old.subject)
    with writing(here.engine) as db:
        if outbox.is_there(db, about, old.recipient, KIND):
            return
        number = tickets.issue(db, act=old.act, stream=old.stream, recipient=old.recipient, now=now)
        how = how_it_stands(subject(*old.subject))
        ways = letters.ways(here.settings.site_url, number, old.act, old.stream, how)
        letter = letters.renewed(title, ways, now)
        outbox.put(
            db,
            about=about,
            to=old.recipient,
            kind=KIND,
            subject=letter.subject,
            body=letter.body,
            now=now,
        )


@bp.get("/<token>/verstuurd")
@needs("read_public")
def sent(token: str) -> ResponseReturnValue:
    """Where to look now; in the demo the letter lies in the site's own outbox."""
    return page("tickets/sent.html", "Kijk in je mail", demo=desk().settings.demo)


@bp.app_errorhandler(Dead)
def explain(why: Dead) -> ResponseReturnValue:
    """The page of a link that cannot be used: why, and the way to a new one (410)."""
    title, sentence = FAULTS[why.fault]
    renew = url_for("tickets.renew", token=why.token) if why.fault in RENEWABLE else None
    return page("tickets/dead.html", title, sentence=sentence, renew=renew), 410
