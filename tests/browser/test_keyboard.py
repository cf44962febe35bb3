"""With the keyboard alone: each stop on the pages of meetings is seen, in the order of the page."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from alliance.projections import meetings
from tests.browser.conftest import DESKTOP, PHONE, Enter, Running
from tests.demo import desk_of

pytestmark = pytest.mark.browser
STOP = Path(__file__).with_name("stop.js").read_text("utf-8")
MOST = 400
"""More stops than any of these pages has."""
LINE = 80
"""What stands beside each other may differ so much in height, in pixels."""


def pages_of(app: Flask) -> list[str]:
    """What the chair of the core group does before, during and after a meeting."""
    with desk_of(app).reading() as now:
        coming = now.ask(meetings.next_of, "kerngroep", now.today)
        [held, *_] = now.ask(meetings.past, now.today, of=("kerngroep",)).rows
    assert coming is not None
    return [
        f"/bijeenkomsten/{coming.meeting}/agenda",
        f"/bijeenkomsten/{coming.meeting}/agenda/klaarmaken",
        f"/bijeenkomsten/{held.meeting}/nu",
        f"/bijeenkomsten/{held.meeting}/verslag",
        f"/bijeenkomsten/{held.meeting}/thuis",
        "/bijeenkomsten/reeks/?groep=kerngroep",
    ]


def walked(page: Page) -> list[str]:
    """What is wrong with the stops of the page that is open, from the first to the last."""
    wrong, before, reached = [], 0.0, False
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (reached and not stop["inside"]):
            break  # past what is the page's own
        wrong += [f"{stop['name']} {fault}" for fault in stop["faults"]]
        if stop["inside"]:
            if stop["down"] < before - LINE:
                wrong.append(f"{stop['name']} stands above the stop before it")
            reached, before = True, stop["down"]
    return wrong if reached else ["nothing can be reached"]


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_stop_is_seen_and_stands_in_the_order_of_the_page(
    size: dict[str, int], running: Running, enter: Enter
) -> None:
    page = enter("kernvoorzitter", size)
    faults = []
    for address in pages_of(running.app):
        page.goto(address)
        faults += [f"{address}: {each}" for each in walked(page)]
    page = enter("aanjager", size)
    page.goto("/lijsten/nieuw")
    faults += walked(page)
    assert not faults, "\n".join(faults)
