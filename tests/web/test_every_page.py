"""Every route there is: it says who may come, answers everyone, and its page has manners."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from werkzeug.routing import Rule

from alliance.answers import Answers
from alliance.desk import Desk
from alliance.web.roles import ACTS, EVERYONE, SIGNED_IN, WORDS, act_of
from tests.demo import desk_of, keys_by_subject, link_for, members_by_role
from tests.web.visitor import Page, Visitor, look_at

KEYS = {
    "place": ["WK050207", "schollevaar", "BU05020551"],
    "area": ["WK050207", "schollevaar", "BU05020551"],
    "wijk": ["WK050206"],
    "gebied": ["schollevaar"],
    "position": ["1"],
    "step": ["1"],
    "recipient": ["member:nergens"],
    "stream": ["result:T2.R4", "programme:samen_tegen_eenzaamheid", "persona:hans"],
    "field": ["statement"],
    "feed": ["verlopen"],
    "token": ["verlopen"],
    "upload": ["verlopen"],
    "row": ["2"],
}
"""What fills a part of an address that no stream is named after."""
ANSWERS = {200, 302, 303, 401, 403, 404, 409, 410}
CHANGING = re.compile(r'value="[^"]{40,}"')
"""One-time keys, which make the same page different each time."""


def rules_of(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def addresses(app: Flask, each: int = 1) -> Iterator[str]:
    """Every address that can be opened, with `each` different keys from the demo filled in."""
    known = keys_by_subject(desk_of(app)) | KEYS
    with app.test_request_context():
        for rule in rules_of(app):
            if "GET" not in (rule.methods or ()):
                continue
            if not rule.arguments:
                yield rule.rule
                continue
            for number in range(each):
                filled = {name: known[name] for name in rule.arguments - {*(rule.defaults or ())}}
                values = {name: keys[min(number, len(keys) - 1)] for name, keys in filled.items()}
                all_of = values | dict(rule.defaults or {})
                yield app.url_map.bind("localhost").build(rule.endpoint, all_of)


def test_every_route_declares_who_may_come(demo_site: Flask) -> None:
    for rule in rules_of(demo_site):
        view = demo_site.view_functions[rule.endpoint]
        assert act_of(view) in ACTS, rule.endpoint


def test_every_role_has_at_least_one_act_of_its_own() -> None:
    held = {role for roles in ACTS.values() for role in roles}
    assert held == set(WORDS)


@pytest.fixture(scope="module", params=sorted({*WORDS} - {SIGNED_IN}))
def visitor(request: pytest.FixtureRequest, demo_site: Flask) -> Visitor:
    visitor = Visitor(demo_site)
    if request.param != EVERYONE:
        member = members_by_role(desk_of(demo_site))[request.param]
        visitor.send(link_for(desk_of(demo_site), member), {})
    return visitor


@pytest.fixture(scope="module")
def judged() -> set[str]:
    """What was looked at before: roles share most pages, and one look is enough."""
    return set()


def test_every_page_has_manners_in_every_role(
    demo_site: Flask, visitor: Visitor, judged: set[str]
) -> None:
    seen = 0
    for address in dict.fromkeys(addresses(demo_site)):
        page = Page(visitor.client.get(address))
        assert page.status in ANSWERS, (address, page.status, page.response.text[-3000:])
        if page.response.mimetype == "text/html" and page.status not in (302, 303):
            seen += page.status == 200
            body = mark_of(page.response.text)
            if body not in judged:
                look_at(page, address)
                judged.add(body)
    assert seen > 5


def mark_of(text: str) -> str:
    """What tells one page from another: all but the frame and the one-time keys."""
    return CHANGING.sub("", text.split("<main", 1)[-1])


def test_pages_of_other_things_have_manners_too(demo_site: Flask) -> None:
    aanjager = Visitor(demo_site)
    member = members_by_role(desk_of(demo_site))["aanjager"]
    aanjager.send(link_for(desk_of(demo_site), member), {})
    for address in dict.fromkeys(addresses(demo_site, each=3)):
        page = Page(aanjager.client.get(address))
        assert page.status in ANSWERS, (address, page.status, page.response.text[-3000:])


def test_every_reading_page_can_be_seen_on_an_earlier_day(demo_site: Flask) -> None:
    aanjager = Visitor(demo_site)
    member = members_by_role(desk_of(demo_site))["aanjager"]
    aanjager.send(link_for(desk_of(demo_site), member), {})
    for address in dict.fromkeys(addresses(demo_site)):
        page = Page(aanjager.client.get(address, query_string={"op": "2025-09-01"}))
        assert page.status in {200, 302, 303, 403, 404, 410}, (address, page.text[-500:])
        if page.status == 200 and "eind van" in page.text:
            assert not page.html.query("main form[method=post]"), address


@pytest.mark.parametrize("day", [None, date(2025, 9, 1)])
def test_no_page_changes_an_answer_that_the_next_page_gets(
    demo_site: Flask, day: date | None
) -> None:
    desk = desk_of(demo_site)
    desk.answers = Answers(at_most=100_000)
    aanjager = Visitor(demo_site)
    aanjager.send(link_for(desk, members_by_role(desk)["aanjager"]), {})
    for address in dict.fromkeys(addresses(demo_site)):
        aanjager.client.get(address, query_string={"op": day} if day else None)
    forgetful = Desk(desk.settings, desk.engine, desk.clock)
    with forgetful.reading(day) as now:
        mine = [key for key in desk.answers.kept if key[0].today == now.today]
        for moment, query, args, *named in mine:
            found = now.ask(query, *args, **dict(named))
            remembered = desk.answers.kept[moment, query, args, *named]
            assert repr(found) == repr(remembered), (query, args, named)
    assert len(mine) > 100


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31-02-2026", "Deze dag bestaat niet"),
        ("1-1-26", "Schrijf het jaar met vier cijfers"),
        ("ooit", "Schrijf de datum als dag-maand-jaar"),
        ("31-12-2099", "Die dag moet nog komen"),
    ],
)
def test_a_day_that_cannot_be_shown_is_said_on_a_page_with_a_way_on(
    demo_site: Flask, typed: str, sentence: str
) -> None:
    aanjager = Visitor(demo_site)
    member = members_by_role(desk_of(demo_site))["aanjager"]
    aanjager.send(link_for(desk_of(demo_site), member), {})
    page = aanjager.open(f"/afspraken/?op={typed}", 400)
    assert sentence in page.text
    assert page.links()["Naar de startpagina"] == "/"
