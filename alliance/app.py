"""The only place where everything is put together: settings in, a site out."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from alliance import dutch
from alliance.config import Settings
from alliance.database import open_engine
from alliance.desk import Desk
from alliance.web import BLUEPRINTS, errors, frame, gate, sheets, signing_in, veiling

LARGEST_FORM = 256 * 1024


def create_app(settings: Settings, clock: Callable[[], datetime] | None = None) -> Flask:
    """The site for these settings; `clock` gives the moment in UTC, for tests and for the demo."""
    app = Flask("alliance.web", static_url_path=sheets.address())
    app.config.update(
        SECRET_KEY=settings.secret_key,
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        SESSION_COOKIE_NAME="alliantie",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.site_url.startswith("https://"),
    )
    app.extensions["alliance"] = make_desk(settings, clock)
    if settings.site_url.startswith("https://"):
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    app.jinja_env.filters.update(dutch.FILTERS)
    signing_in.login.init_app(app)
    gate.guard(app)
    veiling.draw(app)
    frame.draw(app)
    errors.answer(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    return app


def make_desk(settings: Settings, clock: Callable[[], datetime] | None = None) -> Desk:
    """The desk for these settings, with an engine of its own."""
    engine = open_engine(settings.database_url)
    engine.hide_parameters = True  # names, addresses and letters belong in no error message or log
    return Desk(settings, engine, clock) if clock else Desk(settings, engine)
