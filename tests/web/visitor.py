"""Someone who opens pages, looks at each of them, fills in forms and taps buttons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from justhtml import JustHTML
from werkzeug.test import TestResponse

from alliance.web.gate import POLICY

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Page:
    """One page as it was received, and what stands on it."""

    response: TestResponse

    @property
    def status(self) -> int:
        """The status code."""
        return self.response.status_code

    @property
    def html(self) -> JustHTML:
        """The page, parsed as a browser would."""
        return JustHTML(self.response.text, collect_errors=True, sanitize=False)

    @property
    def text(self) -> str:
        """Everything that can be read in the body, with single spaces."""
        return " ".join(self.html.query("body")[0].to_text().split())

    @property
    def title(self) -> str:
        """What the page is called."""
        return " ".join(self.html.query("h1")[0].to_text().split())

    def links(self) -> dict[str, str]:
        """The address behind each linked text."""
        return {words(a): attribute(a, "href") for a in self.html.query("a[href]")}

    def fields(self) -> dict[str, Any]:
        """What the form in the page would send if nobody touched it."""
        sent: dict[str, Any] = {}
        for field in self.html.query("main form input[name], main form textarea[name]"):
            chosen = attribute(field, "type") in ("radio", "checkbox")
            if not chosen:
                typed = attribute(field, "value") or words(field)
                sent[attribute(field, "name")] = typed or sent.get(attribute(field, "name"), "")
            elif attribute(field, "checked", None) is not None:
                sent.setdefault(attribute(field, "name"), []).append(attribute(field, "value"))
        for option in self.html.query("main form select option[selected]"):
            assert option.parent is not None
            sent[attribute(option.parent, "name")] = attribute(option, "value")
        return sent

    def visible_fields(self) -> list[str]:
        """The names of the fields that ask something, once each."""
        found = self.html.query("main form input, main form textarea, main form select")
        asked = [field for field in found if attribute(field, "type") != "hidden"]
        return [*dict.fromkeys(attribute(field, "name") for field in asked)]


def words(node: Any) -> str:
    """What can be read in a part of a page."""
    return " ".join(node.to_text().split())


def attribute(node: Any, name: str, missing: Any = "") -> Any:
    """What an attribute says; one without a value is empty."""
    found = (node.attrs or {}).get(name, missing)
    return "" if found is None and name in (node.attrs or {}) else found


class Visitor:
    """A browser without pictures: sends forms as they are drawn, and judges each page's manners."""

    def __init__(self, app: Flask) -> None:
        """Start with an empty cookie jar."""
        self.client: FlaskClient = app.test_client()

    def open(self, address: str, status: int = 200) -> Page:
        """Open a page; it must have this status and good manners."""
        page = Page(self.client.get(address, headers=SAME_ORIGIN))
        assert page.status == status, f"{address}: {page.status} {page.response.text[:2000]}"
        if page.response.mimetype == "text/html" and not 300 <= status < 400:
            look_at(page, address)
        return page

    def send(self, address: str, typed: Mapping[str, Any], status: int = 303) -> Page:
        """Fill in the form at an address and send it, hidden fields and all."""
        fields = {**self.open(address).fields(), **typed}
        return self.post(address, fields, status)

    def post(self, address: str, fields: Mapping[str, Any], status: int = 303) -> Page:
        """Send these fields as they are."""
        page = Page(self.client.post(address, data=fields, headers=SAME_ORIGIN))
        assert page.status == status, f"{address}: {page.status} {page.text[:3000]}"
        if status >= 400:
            look_at(page, address)
        return page

    def write(self, address: str, typed: Mapping[str, Any]) -> Page:
        """Fill in a form, and see the page that it leads to."""
        return self.open(self.send(address, typed).response.headers["Location"])


def too_long(html: JustHTML) -> Iterator[str]:
    """The lists that ask to choose from more than seven; an empty first line is no choice."""
    for select in html.query("select"):
        if len([1 for one in select.query("option") if attribute(one, "value")]) > 7:
            yield attribute(select, "name")
    for group in html.query("fieldset"):
        folded = {id(one) for part in group.query("details") for one in part.query("input")}
        kinds = "input[type=radio], input[type=checkbox]"
        if len([1 for one in group.query(kinds) if id(one) not in folded]) > 7:
            yield words(group)[:60]
        for part in group.query("details"):
            if len(part.query(kinds)) > 7:
                yield words(part)[:60]


def look_at(page: Page, address: str) -> None:
    """The manners of every page: valid, named, labelled, in Dutch, and no script but our own."""
    html = page.html
    assert not html.errors, f"{address}: {html.errors}"
    assert page.response.headers["Content-Security-Policy"] == POLICY
    assert attribute(html.query("html")[0], "lang") == "nl"
    assert len(html.query("h1")) == 1, address
    shown = words(html.query("title")[0])
    assert shown.startswith(f"{page.title} · "), (address, shown, page.title)
    ids = [attribute(node, "id") for node in html.query("[id]")]
    assert len(ids) == len(set(ids)), (address, sorted(i for i in ids if ids.count(i) > 1))
    labelled = {attribute(node, "for") for node in html.query("label")}
    for field in html.query("input, textarea, select"):
        if attribute(field, "type") != "hidden":
            assert attribute(field, "id") in labelled, (address, field.attrs)
    assert not html.query("[style], [onclick]"), address
    for script in html.query("script"):
        assert attribute(script, "src").startswith("/static/") and not words(script), address
    assert not [*too_long(html)], (address, [*too_long(html)])
    for table in html.query("table"):
        named = table.query("caption") or {"aria-label", "aria-labelledby"} & {*(table.attrs or {})}
        assert named, (address, words(table)[:80])
    assert len(html.query("th")) == len(html.query("th[scope=col], th[scope=row]")), address
    for node in html.query("[aria-describedby], [aria-labelledby]"):
        for kind in ("aria-describedby", "aria-labelledby"):
            assert set(attribute(node, kind).split()) <= set(ids), (address, node.attrs)
