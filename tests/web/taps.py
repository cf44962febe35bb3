"""Tapping a button of one form among many on a page, as it is drawn there."""

from typing import Any

from tests.web.visitor import Page, Visitor, attribute, words


def fields_of(form: Any) -> dict[str, str]:
    """What one form would send if nobody touched it."""
    sent = {}
    for field in form.query("input[name], textarea[name]"):
        if attribute(field, "type") != "checkbox" or attribute(field, "checked", None) is not None:
            sent[attribute(field, "name")] = attribute(field, "value") or words(field)
    for option in form.query("select option[selected]"):
        sent[attribute(option.parent, "name")] = attribute(option, "value")
    return sent


def tap(visitor: Visitor, address: str, label: str, status: int = 303, **typed: str) -> Page:
    """Tap the button with this label, with what was typed in its form; the page that follows.

    Of a label that stands there more often the first counts. Fails when there is no such button.
    """
    page = visitor.open(address)
    forms = page.html.query("main form")
    [form, button] = next(
        [form, button]
        for form in forms
        for button in form.query("button")
        if label in words(button)
    )
    name = attribute(button, "name")
    pressed = {name: attribute(button, "value")} if name else {}
    sent = fields_of(form) | pressed | typed
    answer = visitor.post(attribute(form, "action") or address, sent, status)
    if status != 303:
        return answer
    return visitor.open(answer.response.headers["Location"].partition("#")[0])
