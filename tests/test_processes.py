"""Site and clock side by side: neither goes on without the other, nor without who began them."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from alliance.processes import HOST, PortTaken, check_port

BOTH = f"""
import http.server, os, sys, time
from alliance.processes import run_both

def say(name):
    os.write(1, f"{{name}} {{os.getpid()}}\\n".encode())

def site():
    say("site")
    at = ("{HOST}", int(sys.argv[1]))
    http.server.HTTPServer(at, http.server.BaseHTTPRequestHandler).serve_forever()

def clock():
    say("clock")
    time.sleep(60)

sys.exit(run_both(site, clock, int(sys.argv[1]), lambda: say("up")))
"""
PATIENCE = 20.0


@pytest.fixture
def port() -> int:
    """A port that nobody uses."""
    with closing(socket.socket()) as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


@pytest.fixture
def running(port: int) -> Iterator[subprocess.Popen[str]]:
    """A process with its two, all of them up."""
    command = [sys.executable, "-c", BOTH, str(port)]
    quiet, read = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(command, stdout=read, stderr=quiet, text=True) as process:
        yield process
        process.kill()


def pids(running: subprocess.Popen[str]) -> dict[str, int]:
    """The process of the site and that of the clock, once both are up."""
    out = running.stdout
    assert out is not None
    said = dict(line.split() for line in (out.readline(), out.readline(), out.readline()))
    return {name: int(said[name]) for name in ("site", "clock")}


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_both_end_when_the_first_is_told_to(
    running: subprocess.Popen[str], sign: signal.Signals
) -> None:
    both = pids(running)
    running.send_signal(sign)
    assert running.wait(PATIENCE) == 0
    assert all(map(is_gone, both.values()))


@pytest.mark.parametrize("name", ["site", "clock"])
def test_all_end_when_one_of_the_two_dies(running: subprocess.Popen[str], name: str) -> None:
    both = pids(running)
    os.kill(both[name], signal.SIGKILL)
    assert running.wait(PATIENCE) == 1
    assert all(map(is_gone, both.values()))


def test_a_port_that_is_taken_is_refused_with_what_to_do(port: int) -> None:
    check_port(port)
    with closing(socket.socket()) as other:
        other.bind((HOST, port))
        other.listen()
        with pytest.raises(PortTaken, match=f"Poort {port} is bezet"):
            check_port(port)
