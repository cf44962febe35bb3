"""Walking the demo: every form there is, and somebody of every role who may fill it in."""

import shutil
from collections.abc import Iterator, Mapping
from itertools import product, zip_longest
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from alliance.app import create_app
from tests.demo import NOW, desk_of, link_for, members_by_role, settings_of
from tests.web.visitor import SAME_ORIGIN, Page, Visitor, attribute, words

TRIED = 40
"""So many of a kind are looked at, to find one with a form: most are done, or somebody else's."""
Sent = dict[str, Any]


def demo_in(demo_file: Path, folder: Path) -> Flask:
    """A demo of its own, for forms that are sent."""
    shutil.copy(demo_file, folder / "demo.db")
    return create_app(settings_of(folder / "demo.db"), lambda: NOW)


def cast_of(app: Flask) -> dict[str, Visitor]:
    """Somebody of every role, the aanjager first: most doors are open to the aanjager."""
    members = members_by_role(desk_of(app))
    found = {role: Visitor(app) for role in sorted(members, key=lambda one: one != "aanjager")}
    for role, visitor in found.items():
        visitor.send(link_for(desk_of(app), members[role]), {})
    return found


def look(visitor: Visitor, address: str) -> Page:
    """A page as it is, whatever its status."""
    return Page(visitor.client.get(address, headers=SAME_ORIGIN))


def forms_of(page: Page, typed: str) -> Iterator[tuple[str, Sent]]:
    """Every form of a page: where it goes, and what it sends when its texts are filled in."""
    if page.status != 200 or page.response.mimetype != "text/html":
        return
    here = page.response.request.path
    for form in page.html.query("form[method=post]"):
        sent: Sent = {}
        for field in form.query("input[name], textarea[name]"):
            kind, name = attribute(field, "type"), attribute(field, "name")
            if kind == "hidden":
                sent[name] = attribute(field, "value")
            elif kind not in ("radio", "checkbox", "file"):
                sent[name] = attribute(field, "value") or words(field) or typed
        for field in form.query("select"):
            sent[attribute(field, "name")] = attribute(field.query("option")[-1], "value")
        yield attribute(form, "action") or here, sent


def route_of(app: Flask, address: str) -> str:
    """The name of the route that a form sent to an address reaches."""
    path = address.partition("#")[0].partition("?")[0]
    return str(app.url_map.bind("localhost").match(path, method="POST")[0])


def addresses_of(rule: Rule, known: Mapping[str, list[str]]) -> Iterator[str]:
    """The addresses of one route, with one key after another filled in."""
    wanted = sorted(rule.arguments - {*(rule.defaults or ())})
    keys = [known.get(name, ["nergens"])[:TRIED] for name in wanted]
    for values in zip_longest(*keys) if len(keys) > 1 else product(*keys):
        filled = {name: one or known[name][-1] for name, one in zip(wanted, values, strict=True)}
        if built := rule.build({**filled, **(rule.defaults or {})}):
            yield built[1]
