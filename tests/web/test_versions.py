"""A form that changes something says from what its page was drawn; else nothing is written."""

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.projections import actions, offers
from alliance.web.forms import CHANGED_BY_OTHER
from tests.demo import desk_of, keys_by_subject
from tests.web.test_every_page import KEYS, addresses, rules_of
from tests.web.visitor import SAME_ORIGIN, Page, Visitor
from tests.web.walk import Sent, addresses_of, cast_of, demo_in, forms_of, look, route_of

TYPED = "wat ik net typte"
NO_VERSION = (None, "", "zes", "-1", "1; 2")
Known = Mapping[str, list[str]]
BEGINS = {
    "hours.note",
    "patterns.new",
    "playbooks.new",
    "playbooks.start",
    "relations.talk",
    "actions.new",
    "activities.new",
    "admitting.admit",
    "agenda.raise_point",
    "asking.new",
    "lessons.new",
    "lists.new",
    "meetings.new",
    "moments.new",
    "offers.new",
    "open_questions.scout",
    "organising.form",
    "organising.join",
    "outcomes.new",
    "series.days",
    "wijk_choices.choose",
}
"""Routes that begin something new, and change nothing that was there."""
ADDS = {
    "pillars.link",
    "opinions.agree",
    "opinions.but",
    "opinions.rather_not",
    "opinions.take_back",
    "tips.settle",
    "attendance.announce",
    "coverage.recognise",
    "gathering.show",
    "hiding.choose",
    "news.tell",
}
"""Routes that only add what one person says; what others said stays as it is."""
SEALED = {"minutes.approve"}
"""Routes whose form carries the seal of what was read."""
UNWRITTEN = {
    "succession.hand_over",
    "ring.resume",
    "ring.stop",
    "ring.write",
    "ticket_manager.make",
    "ticket_manager.make_after",
    "ticket_manager.make_from_page",
    "account.correct",
    "account.erase",
    "calendars.renew",
    "keeping.reveal",
    "keeping.take_away",
    "managing.correct",
    "managing.erase",
    "managing.remind",
    "managing.stop",
    "post.again",
    "post.leave",
    "preferring.by_mail",
    "preferring.own",
    "signing_in.ask",
    "signing_in.confirm",
    "signing_in.leave",
    "signing_in.leave_everywhere",
    "tickets.renew",
    "upload_rows.correct",
    "upload_rows.organisations",
    "upload_rows.take",
    "upload_rows.use",
    "uploads.columns",
    "uploads.throw_away",
    "week_post.call",
    "week_post.join",
    "week_post.opening",
    "week_post.resume",
    "week_post.stop",
    "week_post.stop_waiting",
}
"""Routes about people, mail and files that wait, or that bring someone or something to an end."""
SEVERAL = {"confirming.own", "offers_round.note", "reviewing.go", "ticket_offers.by_link"}
"""Routes that change several things in one go, each with its own version: tested with them."""
OTHER_LINKS = {
    "ticket_coming.comes",
    "ticket_coming.stays_away",
    "ticket_doubts.held",
    "ticket_manager.answer",
    "ticket_offers.change_by_link",
    "ticket_offers.stop_by_link",
    "ticket_since.tell",
    "ticket_since.tell_home",
    "ticket_week.cancel",
    "ticket_week.change",
    "ticket_week.decline",
    "ticket_week.show",
}
"""Links in mail that are about something else than one agreement or one offer: not judged here."""
FREE = BEGINS | ADDS | SEALED | UNWRITTEN | SEVERAL | OTHER_LINKS


@pytest.fixture(scope="module")
def app(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = demo_in(demo_file, tmp_path_factory.mktemp("versions"))
    yield app
    desk_of(app).engine.dispose()


@pytest.fixture(scope="module")
def cast(app: Flask) -> list[Visitor]:
    return [*cast_of(app).values()]


@pytest.fixture(scope="module")
def known(app: Flask) -> Known:
    return keys_by_subject(desk_of(app)) | KEYS


def by_ticket(app: Flask, rule: Rule) -> Known:
    """For a link in a mail: what it is about, and beside it the ticket of who may answer."""
    desk = desk_of(app)
    with reading(desk.engine) as db:
        waits, agreed = actions.Filter(waiting=True), actions.Filter(status="open")
        rows = [row for one in (waits, agreed) for row in actions.page(db, one, desk.today()).rows]
        given = offers.page(db, offers.Filter(), desk.today()).rows
    act, about = "answer_action", [(f"action:{one.action}", whose(one)) for one in rows]
    if rule.endpoint == "ticket_answers.confirm":
        act, about = "answer_offer", [(f"offer:{one.offer}", whose(one)) for one in given]
    elif "action" in rule.arguments:
        about = [(to, to) for _, to in about]
    with writing(desk.engine) as db:
        numbers = [
            tickets.issue(db, act=act, stream=stream, recipient=to, now=desk.clock())
            for stream, to in about
        ]
    signed = [tickets.token(number, desk.settings.secret_key) for number in numbers]
    return {"action": [one.action for one in rows], "token": signed}


def whose(one: Any) -> str:
    """Who answers for something: a member, or else an organisation."""
    owner = getattr(one, "owner", None)
    return f"member:{owner}" if owner else f"organisation:{one.organisation}"


def a_form(app: Flask, cast: list[Visitor], known: Known, rule: Rule) -> tuple[Visitor, str, Sent]:
    """Who may send a form of this route, where it goes, and what it sends."""
    ours = by_ticket(app, rule) if "token" in rule.arguments else known
    pages = addresses_of(rule, ours) if "GET" in (rule.methods or ()) else addresses(app, each=2)
    for visitor, address in product(cast, [*pages]):
        for to, sent in forms_of(look(visitor, address), TYPED):
            if route_of(app, to) == rule.endpoint:
                return visitor, to, sent
    pytest.fail(f"no page of the demo has a form for {rule.endpoint}")


def test_no_form_that_changes_something_is_taken_without_the_version_it_was_drawn_from(
    app: Flask, cast: list[Visitor], known: Known
) -> None:
    rules = [one for one in rules_of(app) if "POST" in (one.methods or ())]
    assert {one.endpoint for one in rules} >= FREE
    with reading(desk_of(app).engine) as db:
        before = journal.head(db)
    for rule in rules:
        if rule.endpoint in FREE:
            continue
        visitor, to, sent = a_form(app, cast, known, rule)
        assert sent.pop("version"), rule.endpoint
        for version in NO_VERSION:
            said = sent if version is None else sent | {"version": version}
            page = Page(visitor.client.post(to, data=said, headers=SAME_ORIGIN))
            assert page.status == 409, (rule.endpoint, to, version, page.status, page.text[-900:])
            assert CHANGED_BY_OTHER in page.text, (rule.endpoint, version)
            asked = [name for name, typed in sent.items() if typed == TYPED]
            assert page.response.text.count(TYPED) >= len(asked), (rule.endpoint, version, asked)
        later = visitor.client.post(to, data=sent | {"version": "999999"}, headers=SAME_ORIGIN)
        assert later.status_code in (409, 422), (rule.endpoint, later.status_code)
    with reading(desk_of(app).engine) as db:
        assert journal.head(db) == before


def test_every_button_for_such_a_form_carries_the_version(app: Flask, cast: list[Visitor]) -> None:
    judged: set[str] = set()
    for visitor, address in product(cast, dict.fromkeys(addresses(app))):
        for to, sent in forms_of(look(visitor, address), TYPED):
            endpoint = route_of(app, to)
            if endpoint not in FREE:
                assert "version" in sent, (address, to)
                judged.add(endpoint)
    assert {"answers.accept", "offers.room", "people.settle", "sending.send"} <= judged
