"""The site as a process of its own: gunicorn with threads, every worker with its own engine."""

import logging
import re
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from alliance.app import create_app
from alliance.config import Settings
from alliance.processes import HOST

WORKERS, THREADS = 2, 4

_QUERY = re.compile(r"\?\S*")
_INVALID = "Invalid request"


class Log(Logger):  # type: ignore[misc]
    """What goes wrong in a worker, without what was searched or typed, and without addresses."""

    def setup(self, cfg: Any) -> None:
        """Let every line pass `quiet` first."""
        super().setup(cfg)
        self.error_log.addFilter(quiet)


def quiet(record: logging.LogRecord) -> bool:
    """Take out of a line what somebody searched for, or what could not be read and who sent it."""
    line = record.getMessage()
    record.msg = _INVALID if line.startswith(_INVALID) else _QUERY.sub("?…", line)
    record.args = ()
    return True


class Site(BaseApplication):  # type: ignore[misc]
    """Gunicorn around the site; each worker makes its app, and so its engine, after the fork."""

    def __init__(self, settings: Settings, port: int, host: str = HOST) -> None:
        self._settings = settings
        self._options: dict[str, Any] = {
            "bind": f"{host}:{port}",
            "workers": WORKERS,
            "worker_class": "gthread",
            "threads": THREADS,
            "preload_app": False,
            "control_socket_disable": True,  # it would be opened in somebody's home folder
            "loglevel": "warning",
            "accesslog": None,  # nobody keeps who opened which page
            "logger_class": Log,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand our options to gunicorn."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The site of one worker."""
        return create_app(self._settings)
