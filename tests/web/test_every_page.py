"""Every route there is: it says who may come, answers everyone, and its page has manners."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from alliance.web.roles import ACTS, EVERYONE, WORDS, act_of
from tests.demo import desk_of, keys_by_subject, link_for, members_by_role
from tests.web.visitor import Page, Visitor, look_at

KEYS = {
    "place": ["WK050207", "schollevaar", "BU05020551"],
    "area": ["WK050207", "schollevaar", "BU05020551"],
    "wijk": ["WK050206"],
    "gebied": ["schollevaar"],
    "position": ["1"],
    "token": ["verlopen"],
}
"""What fills a part of an address that no stream is named after."""


def rules_of(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def addresses(app: Flask) -> Iterator[str]:
    """Every address that can be opened, with real keys from the demo filled in."""
    known = keys_by_subject(desk_of(app)) | KEYS
    with app.test_request_context():
        for rule in rules_of(app):
            if "GET" not in (rule.methods or ()):
                continue
            if not rule.arguments:
                yield rule.rule
                continue
            for number in range(3):
                filled = {name: known[name] for name in rule.arguments}
                values = {name: keys[min(number, len(keys) - 1)] for name, keys in filled.items()}
                yield app.url_map.bind("localhost").build(rule.endpoint, values)


def test_every_route_declares_who_may_come(demo_site: Flask) -> None:
    for rule in rules_of(demo_site):
        view = demo_site.view_functions[rule.endpoint]
        assert act_of(view) in ACTS, rule.endpoint


def test_every_role_has_at_least_one_act_of_its_own() -> None:
    held = {role for roles in ACTS.values() for role in roles}
    assert held == set(WORDS)


@pytest.fixture(scope="module", params=[*WORDS])
def visitor(request: pytest.FixtureRequest, demo_site: Flask) -> Visitor:
    visitor = Visitor(demo_site)
    if request.param != EVERYONE:
        member = members_by_role(desk_of(demo_site))[request.param]
        visitor.send(link_for(desk_of(demo_site), member), {})
    return visitor


def test_every_page_has_manners_in_every_role(demo_site: Flask, visitor: Visitor) -> None:
    answers = {200, 302, 303, 401, 403, 404, 409, 410}
    seen = 0
    for address in dict.fromkeys(addresses(demo_site)):
        page = Page(visitor.client.get(address))
        assert page.status in answers, (address, page.status, page.response.text[-3000:])
        if page.response.mimetype == "text/html" and page.status not in (302, 303):
            look_at(page, address)
            seen += page.status == 200
    assert seen > 5


def test_every_reading_page_can_be_seen_on_an_earlier_day(demo_site: Flask) -> None:
    aanjager = Visitor(demo_site)
    member = members_by_role(desk_of(demo_site))["aanjager"]
    aanjager.send(link_for(desk_of(demo_site), member), {})
    for address in dict.fromkeys(addresses(demo_site)):
        page = Page(aanjager.client.get(address, query_string={"op": "2025-09-01"}))
        assert page.status in {200, 302, 303, 403, 404, 410}, (address, page.text[-500:])
        if page.status == 200 and "eind van" in page.text:
            assert not page.html.query("main form[method=post]"), address
