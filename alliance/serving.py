"""The site as a process of its own: gunicorn with threads, every worker with its own engine."""

from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

from alliance.app import create_app
from alliance.config import Settings
from alliance.processes import HOST

WORKERS, THREADS = 2, 4


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
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand our options to gunicorn."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The site of one worker."""
        return create_app(self._settings)
