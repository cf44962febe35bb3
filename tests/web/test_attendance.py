"""Saying whether you come: two taps from the start page, seen by the group."""

from collections.abc import Callable

import pytest

from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.visitor import Page, Visitor, attribute

Visit = Callable[[str], Visitor]
PLAN = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis"}


def page_of(visit: Visit, role: str) -> Page:
    """The timeline as someone in a role sees it."""
    return visit(role).open("/tijdlijn/")


@pytest.fixture
def meeting(noor: Visitor) -> str:
    """The page of the next core group."""
    answer = noor.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    return str(answer.response.headers["Location"])


def test_a_member_says_so_on_the_start_page_and_may_change_it(visit: Visit, meeting: str) -> None:
    kim = visit("kerngroep")
    page = tap(kim, "/", "Ik kom")
    assert page.title == "Waar staan we?"
    assert "Je zei dat je komt." in page.text
    page = tap(kim, meeting, "Ik kan niet")
    assert "Je hebt je afgemeld." in page.text
    assert "Ik kom toch op 26 maart 2026" in page.text


def test_the_group_sees_who_comes_and_others_see_how_many(
    visit: Visit, noor: Visitor, meeting: str
) -> None:
    tap(visit("kerngroep"), meeting, "Ik kom")
    for someone in (visit("kernvoorzitter"), noor):
        assert "Kim Voorbeeld komt" in someone.open(meeting).text
    page = visit("themagroep").open(meeting)
    assert "Kim Voorbeeld" not in page.text
    assert "Eén lid zei te komen." in page.text
    told = [label.startswith("Komst gemeld") for label in noor.open("/tijdlijn/").links()]
    assert any(told)
    told = [label.startswith("Komst gemeld") for label in page_of(visit, "themagroep").links()]
    assert not any(told)


def test_only_who_is_in_the_group_says_so(visit: Visit, meeting: str) -> None:
    teun = visit("themagroep")
    page = teun.open(meeting)
    assert "Ik kom" not in page.text
    key = attribute(page.html.query("header input[name=key]")[0], "value")
    teun.post(f"{meeting}/komst", {"key": key, "komt": "ja"}, 403)


def test_an_answer_that_is_none_is_refused(visit: Visit, meeting: str) -> None:
    kim = visit("kerngroep")
    key = attribute(kim.open(meeting).html.query("header input[name=key]")[0], "value")
    page = kim.post(f"{meeting}/komst", {"key": key, "komt": "misschien"}, 409)
    assert "Kies of je komt." in page.text


def test_after_the_day_nobody_says_so_any_more(visit: Visit, meeting: str, clock: Clock) -> None:
    clock.forward(days=30)
    page = visit("kerngroep").open(meeting)
    assert "Ik kom" not in page.text and "Wie was er?" in page.text
