"""Every page in every role that sees it, at three widths: axe finds nothing, nothing sticks out."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from alliance.web.roles import EVERYONE, SIGNED_IN, WORDS
from tests.browser.conftest import Enter, Running
from tests.web.test_every_page import addresses

pytestmark = pytest.mark.browser
WIDTHS = (320, 768, 1280)
UNDECIDED = Path(__file__).with_name("undecided.txt")
CHANGING = re.compile(r'value="[^"]{40,}"')
"""One-time keys, which make the same page different each time."""


@pytest.fixture(scope="module")
def judged() -> set[str]:
    """What was looked at before: roles share most pages, and one look is enough."""
    return set()


@pytest.fixture(scope="module")
def verdicts() -> set[str]:
    """What axe could not decide and a person looked at: a rule and a part of a page a line."""
    lines = UNDECIDED.read_text("utf-8").splitlines()
    return {line.split(" — ")[0] for line in lines if line and not line.startswith("#")}


@pytest.mark.parametrize("role", sorted({*WORDS} - {SIGNED_IN}))
def test_axe_finds_nothing_on_any_page(
    role: str, running: Running, enter: Enter, judged: set[str], verdicts: set[str]
) -> None:
    page = enter("" if role == EVERYONE else role)
    faults: list[str] = []
    for address in dict.fromkeys(addresses(running.app)):
        answer = page.context.request.get(address, max_redirects=0)
        if answer.status in (302, 303) or "text/html" not in answer.headers["content-type"]:
            continue
        body = CHANGING.sub("", answer.text())
        mark = hashlib.sha256(body.split("<main", 1)[-1].encode()).hexdigest()
        if mark in judged:
            continue
        judged.add(mark)
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults += look(page, f"{address} at {width}", verdicts)
    assert not faults, "\n".join(faults)


def look(page: Any, where: str, verdicts: set[str]) -> list[str]:
    """What is wrong with the page as it stands, each with where."""
    wider = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    faults = [f"{where}: {wider} px wider than the window"] if wider > 0 else []
    told = Axe().run(page, options={"preload": False}).response
    for one in told["violations"]:
        faults += [f"{where}: {one['id']} {node['target']}" for node in one["nodes"]]
    for one in told["incomplete"]:
        undecided = {f"{one['id']} {part(node)}" for node in one["nodes"]} - verdicts
        faults += [f"{where}: undecided {each}" for each in sorted(undecided)]
    return faults


def part(node: dict[str, Any]) -> str:
    """The kind of element axe could not judge: its tag and classes, without what differs."""
    found = re.match(r'<(\w+)(?:[^>]*? class="([^"]*)")?', node["html"])
    assert found is not None
    return f"{found[1]}.{found[2].replace(' ', '.')}" if found[2] else found[1]
