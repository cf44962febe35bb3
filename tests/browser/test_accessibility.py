"""Every page in every role that sees it, at three widths: axe finds nothing, nothing sticks out."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from alliance.web.roles import EVERYONE, SIGNED_IN, WORDS
from tests.browser.conftest import Enter, Running
from tests.web.test_every_page import addresses, mark_of

pytestmark = pytest.mark.browser
WIDTHS = (320, 768, 1280)
UNDECIDED = Path(__file__).with_name("undecided.txt")
LOOK = Path(__file__).with_name("look.js").read_text("utf-8")


@dataclass
class Judged:
    """What was looked at before: roles share most pages, and one look is enough."""

    addresses: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def judged() -> Judged:
    return Judged()


@pytest.fixture(scope="module")
def verdicts() -> set[str]:
    """What axe could not decide and a person looked at: a rule and a part of a page a line."""
    lines = UNDECIDED.read_text("utf-8").splitlines()
    return {line.split(" — ")[0] for line in lines if line and not line.startswith("#")}


@pytest.mark.parametrize("role", sorted({*WORDS} - {SIGNED_IN}))
def test_axe_finds_nothing_on_any_page(
    role: str, running: Running, enter: Enter, judged: Judged, verdicts: set[str]
) -> None:
    page = enter("" if role == EVERYONE else role)
    client = running.app.test_client()
    for cookie in page.context.cookies():
        client.set_cookie(cookie["name"], cookie["value"])
    faults: list[str] = []
    for address in dict.fromkeys(addresses(running.app)):
        answer = client.get(address)
        if answer.mimetype != "text/html" or answer.location:
            continue
        mark = mark_of(answer.text)
        if mark in judged.pages:
            continue
        page.goto(address)
        again = address in judged.addresses
        faults += [f"{address} {each}" for each in look(page, judged.places, again, verdicts)]
        judged.pages.add(mark)
        judged.addresses.add(address)
    assert not faults, "\n".join(faults)


def look(page: Page, places: set[str], again: bool, verdicts: set[str]) -> list[str]:
    """What is wrong with the page that is open, each with at which width."""
    faults: list[str] = []
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        told = page.evaluate(LOOK, [width, " ".join(places), again])
        places.update(told["places"].split())
        found = [f"{told['wider']} px wider than the window"] if told["wider"] > 0 else []
        found += [f"sticks out of {each}" for each in told["sticking"]]
        found += [f"{rule} {target}" for rule, _, target in told["wrong"]]
        open_ends = {f"{rule} {part(html)}" for rule, html, _ in told["undecided"]} - verdicts
        found += [f"undecided {each}" for each in sorted(open_ends)]
        faults += [f"at {width}: {each}" for each in found]
    return faults


def part(html: str) -> str:
    """The kind of element axe could not judge: its tag and classes, without what differs."""
    found = re.match(r'<(\w+)(?:[^>]*? class="([^"]*)")?', html)
    assert found is not None
    return f"{found[1]}.{found[2].replace(' ', '.')}" if found[2] else found[1]
