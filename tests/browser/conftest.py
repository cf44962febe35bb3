"""A running site with the demo in it, and a real browser to look at it with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copy, which
from typing import TYPE_CHECKING

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from alliance.app import create_app
from tests.demo import NOW, desk_of, link_for, members_by_role, settings_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
OFFLINE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass(frozen=True)
class Running:
    """A site that can be reached."""

    app: Flask
    address: str


def whole(app: WSGIApplication) -> WSGIApplication:
    """The same app, read to its end, so that a browser that leaves leaves no file open."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        parts = app(environ, start_response)
        try:
            return [b"".join(parts)]
        finally:
            if close := getattr(parts, "close", None):
                close()

    return answer


@pytest.fixture(scope="module")
def running(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The demo, reached; what one module of tests writes, the next does not see."""
    yield from serve(demo_file, tmp_path_factory.mktemp("running"))


def serve(demo_file: Path, folder: Path) -> Iterator[Running]:
    """A copy of the demo on a port of its own, until it is let go of."""
    file = folder / "demo.db"
    copy(demo_file, file)
    app = create_app(replace(settings_of(file), demo=True), lambda: NOW)
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 3600  # the same styles need no asking on every page
    server = make_server("127.0.0.1", 0, whole(app.wsgi_app), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Running(app, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    thread.join()
    server.server_close()
    desk_of(app).engine.dispose()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=OFFLINE)
        yield browser
        browser.close()


Enter = Callable[..., Page]


@pytest.fixture
def enter(running: Running, chromium: Browser) -> Iterator[Enter]:
    """A page of someone in a role: `enter("aanjager", PHONE)`; without a role, a visitor."""
    contexts = []

    def walk_in(role: str = "", size: dict[str, int] | None = None) -> Page:
        context = chromium.new_context(
            viewport=size or DESKTOP,  # type: ignore[arg-type]
            base_url=running.address,
            locale="nl-NL",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto("/")
        if role:
            member = members_by_role(desk_of(running.app))[role]
            page.goto(link_for(desk_of(running.app), member))
            page.get_by_role("main").get_by_role("button").click()
        return page

    yield walk_in
    for context in contexts:
        context.close()
