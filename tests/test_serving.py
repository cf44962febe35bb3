"""The site as a process of its own: its log never tells who looked for what."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from alliance.processes import HOST
from alliance.serving import quiet

SECRET = "geheimwoord"
PATIENCE = 30.0


@pytest.fixture
def port() -> int:
    """A port that nobody uses."""
    with closing(socket.socket()) as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


@pytest.fixture
def served(port: int, sqlite_url: str) -> Iterator[subprocess.Popen[str]]:
    """The site as `alliance serve` runs it, on an empty journal."""
    given = {
        "ALLIANCE_DATABASE_URL": sqlite_url,
        "ALLIANCE_SECRET_KEY": "k" * 32,
        "ALLIANCE_SITE_URL": f"http://{HOST}:{port}",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "alliance.cli", "serve", "--port", str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | given,
    )  # fmt: skip
    began = time.monotonic()
    while process.poll() is None and time.monotonic() - began < PATIENCE:
        try:
            with urlopen(f"http://{HOST}:{port}/gezond", timeout=PATIENCE):
                break
        except OSError:
            time.sleep(0.1)
    yield process
    process.kill()


def test_no_log_tells_what_was_searched_typed_or_from_where(
    served: subprocess.Popen[str], port: int
) -> None:
    at = f"http://{HOST}:{port}/waar-kun-je-terecht/?zoek={SECRET}"
    for request in (at, Request(at, data=f"naam={SECRET}".encode())):
        with suppress(HTTPError), urlopen(request, timeout=PATIENCE):
            pass
    with closing(socket.create_connection((HOST, port), timeout=PATIENCE)) as raw:
        raw.sendall(f"GET /?zoek={SECRET} HTTP/kapot\r\n{SECRET}\r\n\r\n".encode())
        while raw.recv(4096):
            pass
    served.send_signal(signal.SIGTERM)
    said, _ = served.communicate(timeout=PATIENCE)
    assert "Invalid request" in said
    assert SECRET not in said
    assert "zoek" not in said and "ip=" not in said and "GET" not in said


def test_a_line_about_a_fault_keeps_the_page_and_loses_the_query() -> None:
    line = logging.LogRecord(
        "x", 30, __file__, 1, "Error handling request %s %s", ("GET", f"/a?zoek={SECRET}"), None
    )
    assert quiet(line)
    assert line.getMessage() == "Error handling request GET /a?…"
