"""Site and clock side by side: two processes that begin together and end together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from alliance.config import Settings

HOST = "127.0.0.1"
PATIENCE = 30.0
"""Seconds to wait for the site to answer, and for a process to end by itself."""
GLANCE = 0.1
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
Process = subprocess.Popen[bytes]


class PortTaken(Exception):
    """Something else answers here already; the message says in Dutch what to do."""


def run_both(settings: Settings, port: int, when_up: Callable[[], None]) -> int:
    """Run site and clock until this process is told to end (0) or one of the two dies (1)."""
    check_port(port)
    for sign in ENDINGS:
        signal.signal(sign, lambda *_: sys.exit(0))
    both: list[Process] = []
    try:
        both.append(start(settings, "serve", "--host", HOST, "--port", str(port)))
        both.append(start(settings, "jobs"))
        wait_until_up(both, port)
        if not is_over(both):
            when_up()
        while not is_over(both):
            time.sleep(GLANCE)
        return 1
    finally:
        end(both)


def check_port(port: int) -> None:
    """Raise PortTaken when the site could not be served here."""
    with closing(socket.socket()) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((HOST, port))
        except OSError as error:
            raise PortTaken(
                f"Poort {port} is bezet. Sluit wat daar draait, of geef met --port een andere."
            ) from error


def start(settings: Settings, *words: str) -> Process:
    """A process of its own for one of our commands, with these settings."""
    command = [sys.executable, "-m", "alliance.cli", *words]
    return subprocess.Popen(command, env=os.environ | environment(settings))


def environment(settings: Settings) -> dict[str, str]:
    """The variables that say these settings to another process."""
    return {
        "ALLIANCE_DATABASE_URL": settings.database_url,
        "ALLIANCE_SECRET_KEY": settings.secret_key,
        "ALLIANCE_SITE_URL": settings.site_url,
        "ALLIANCE_SMTP_URL": settings.smtp_url or "",
        "ALLIANCE_FOLDER": str(settings.folder),
        "ALLIANCE_DEMO": "ja" if settings.demo else "",
    }


def wait_until_up(both: Sequence[Process], port: int) -> None:
    """Wait for the site's first answer, as long as both processes live."""
    tried = time.monotonic()
    while not is_over(both) and time.monotonic() - tried < PATIENCE:
        try:
            with urlopen(f"http://{HOST}:{port}/gezond", timeout=PATIENCE):
                return
        except HTTPError:
            return  # it answers, though not well: /status tells more
        except (URLError, OSError):
            time.sleep(GLANCE)


def is_over(both: Sequence[Process]) -> bool:
    """Whether one of them has ended."""
    return any(process.poll() is not None for process in both)


def end(both: Sequence[Process]) -> None:
    """End what still runs, kindly first; nothing interrupts this."""
    for sign in ENDINGS:
        signal.signal(sign, signal.SIG_IGN)
    for process in both:
        process.terminate()
    for process in both:
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
