"""The page that says what goes and what remains, before a member is erased."""

from collections.abc import Callable
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from alliance import leaving
from alliance.events.base import Refused
from alliance.projections import people
from alliance.web.pages import Crumbs, ask, close_reading, desk, page, past_day, person, refused
from alliance.web.writing import to_today


def confirm_erasing(
    member: str, title: str, crumbs: Crumbs, done: Callable[[], ResponseReturnValue]
) -> ResponseReturnValue:
    """The page with its button; on POST the member is erased and `done` says where to go."""
    if request.method == "POST":
        close_reading()  # erasing rewrites the file, and waits for everyone who reads it
        try:
            leaving.erase(desk(), member, by=person().member)
        except Refused as why:
            return refused(draw(member, title, crumbs, why), why)
        return done()
    return to_today() if past_day() else draw(member, title, crumbs)


def draw(member: str, title: str, crumbs: Crumbs, why: Refused | None = None) -> str:
    """What goes and what remains of this member."""
    former = ask(people.all_members)[member].former
    only = ask(people.holders, "aanjager") == (member,)
    mine = member == person().member
    context: dict[str, Any] = {"former": former, "only": only, "mine": mine}
    return page("managing/erase.html", title, crumbs, why=why, **context)
