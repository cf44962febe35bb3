"""Where each subject has its page."""

from flask import g, request, url_for

PAGES = {
    "action": ("actions.show", "action"),
    "activity": ("activities.show", "activity"),
    "offer": ("offers.show", "offer"),
    "outcome": ("outcomes.show", "outcome"),
    "lesson": ("lessons.show", "lesson"),
    "meeting": ("meetings.show", "meeting"),
    "agenda": ("meetings.agenda", "meeting"),
    "attendance": ("meetings.show", "meeting"),
    "record": ("meetings.show", "meeting"),
    "news": ("meetings.show", "meeting"),
    "advice": ("advice.show", "advice"),
    "pattern": ("patterns.show", "pattern"),
    "opinion": ("opinions.show", "item"),
    "decision": ("decisions.show", "decision"),
    "persona": ("personas.show", "persona"),
    "result": ("progress.result", "result"),
    "theme": ("progress.theme", "theme"),
    "playbook": ("playbooks.show", "playbook"),
    "moment": ("moments.show", "moment"),
    "milestone": ("programme.milestone", "milestone"),
    "budget": ("programme.budget", "budget"),
    "organisation": ("people.organisation", "organisation"),
    "relation": ("people.organisation", "organisation"),
    "group": ("people.group", "group"),
}
"""Per subject its page and the name of the key in its address."""


def address_of(stream: str) -> str | None:
    """The address of the page of a stream's subject; None when it has no page of its own."""
    kind, _, key = stream.partition(":")
    if kind not in PAGES:
        return None
    endpoint, argument = PAGES[kind]
    return url_for(endpoint, _external=False, **{argument: key})


def stream_here() -> str | None:
    """The stream of the subject whose page this is, or of the entry; None on any other page."""
    for kind, (endpoint, argument) in PAGES.items():
        if request.endpoint == endpoint:
            return f"{kind}:{(request.view_args or {})[argument]}"
    found: str | None = g.get("stream")
    return found


def show_entry_of(stream: str) -> None:
    """Note that this page shows an entry of a stream."""
    g.stream = stream
