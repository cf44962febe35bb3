"""Site and clock side by side: two processes that begin together and end together."""

import multiprocessing
import signal
import socket
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

HOST = "127.0.0.1"
PATIENCE = 30.0
"""Seconds to wait for the site to answer, and for a process to end by itself."""
GLANCE = 0.05
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
Work = Callable[[], object]


class PortTaken(Exception):
    """Something else answers here already; the message says in Dutch what to do."""


def run_both(site: Work, clock: Work, port: int, when_up: Work) -> int:
    """Run site and clock until this process is told to end (0) or one of the two dies (1).

    Forked, since what was imported need not be imported again: no engine may be open yet.
    """
    check_port(port)
    forking = multiprocessing.get_context("fork")
    both = [forking.Process(target=work) for work in (site, clock)]
    for sign in ENDINGS:
        signal.signal(sign, lambda *_: sys.exit(0))
    try:
        for process in both:
            process.start()
        wait_until_up(both, port)
        if not is_over(both):
            when_up()
        wait([process.sentinel for process in both])
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


def wait_until_up(both: Sequence[ForkProcess], port: int) -> None:
    """Wait for the site's first answer, as long as both processes live."""
    began = time.monotonic()
    while not is_over(both) and time.monotonic() - began < PATIENCE:
        try:
            with urlopen(f"http://{HOST}:{port}/gezond", timeout=PATIENCE):
                return
        except HTTPError:
            return  # it answers, though not well: /status tells more
        except (URLError, OSError):
            time.sleep(GLANCE)


def is_over(both: Sequence[ForkProcess]) -> bool:
    """Whether one of them has ended."""
    return not all(process.is_alive() for process in both)


def end(both: Sequence[ForkProcess]) -> None:
    """End what still runs, kindly first; nothing interrupts this."""
    for sign in ENDINGS:
        signal.signal(sign, signal.SIG_IGN)
    started = [process for process in both if process.pid]
    for process in started:
        process.terminate()
    for process in started:
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
