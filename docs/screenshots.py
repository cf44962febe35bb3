"""Draws the pictures of the README from a fresh demo: python -m docs.screenshots."""

import logging
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path
from shutil import which

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from alliance import demo, members, welcome
from alliance.app import create_app
from alliance.database import reading
from alliance.desk import Desk
from alliance.projections import meetings, people

FOLDER = Path(__file__).parent / "screenshots"
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
PHONE, DESKTOP = (390, 844), (1280, 900)


def main() -> None:
    """Make the demo, run it on a port of its own, and take every picture."""
    with tempfile.TemporaryDirectory() as folder:
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        file = Path(folder) / "demo.db"
        demo.make(file, NOW.date())
        app = create_app(demo.settings_for(file), lambda: NOW)
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        desk: Desk = app.extensions["alliance"]
        FOLDER.mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
            for name, size, path in pictures(desk):
                take(browser, f"http://127.0.0.1:{server.server_port}", desk, name, size, path)
            browser.close()
        server.shutdown()
        desk.engine.dispose()


def pictures(desk: Desk) -> list[tuple[str, tuple[int, int], str]]:
    """What each picture is called, how large the window is, and the page it shows."""
    with desk.reading() as now:
        coming = now.ask(meetings.next_of, "kerngroep", now.today)
    assert coming is not None  # the demo plans one
    return [
        ("start", DESKTOP, "/"),
        ("wie-mist-wat", DESKTOP, "/wie-mist-wat/"),
        ("waarom", DESKTOP, "/wie-mist-wat/schollevaar/yonas"),
        ("agenda", DESKTOP, f"/bijeenkomsten/{coming.meeting}/agenda"),
        ("voortgang", DESKTOP, "/voortgang/"),
        ("afspraak-telefoon", PHONE, "/afspraken/nieuw"),
    ]


def take(
    browser: Browser, site: str, desk: Desk, name: str, size: tuple[int, int], path: str
) -> None:
    """Sign in as the aanjager and keep what the window shows."""
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height}, locale="nl-NL")
    page.goto(site + sign_in_path(desk))
    page.get_by_role("main").get_by_role("button").click()
    page.goto(site + path)
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


def sign_in_path(desk: Desk) -> str:
    """A link that signs in the aanjager of the demo."""
    with reading(desk.engine) as db:
        (aanjager, *_) = people.holders(db, "aanjager")
        assert members.name_of(db, aanjager)
    return welcome.link_for(desk, aanjager).removeprefix(desk.settings.site_url)


if __name__ == "__main__":
    main()
