"""Which group a form is for: from the address, from who fills it in, or asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for

from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import Crumbs, person
from alliance.web.roles import may
from alliance.web.writing import Field, Form, allow, where_from

AT_ONCE = 7
"""Nobody chooses from more than seven."""


@dataclass(frozen=True)
class GroupQuestion:
    """The group when it goes without saying, or else the field that asks it."""

    group: str | None
    options: Sequence[tuple[str, str]] = ()
    ways: Sequence[tuple[str, str]] = ()  # the groups that did not fit in the field
    label: str = "Welke groep?"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The field that asks for the group, when it must be asked."""
        return () if self.group else (Field("select", "group", self.label, options=self.options),)

    @property
    def lead(self) -> str:
        """For which group the form is, when that goes without saying."""
        return f"Voor: {names.name_of('group', self.group)}." if self.group else ""

    @property
    def ways_title(self) -> str:
        """What stands above the other groups."""
        return "Is het voor een andere groep?" if self.ways else ""

    def form(self, title: str, button: str, fields: Sequence[Field], crumbs: Crumbs) -> Form:
        """A form that asks this first, when it must be asked, and then these fields."""
        fields = (*self.fields, *fields)
        return Form(title, button, fields, crumbs, self.lead, self.ways, self.ways_title)


def group_question(act: str, endpoint: str, label: str, **kept: Any) -> GroupQuestion:
    """For which group this person does this act: the one in the address, the only one, or ask.

    `endpoint` is the form's own, for the groups that did not fit; `kept` goes along with it.
    """
    asked = where_from(("group",)).get("group")
    if asked:
        allow(act, group=asked)
        return GroupQuestion(asked)
    someone = person()
    known = [one for one in names.of("group").items() if may(someone, act, group=one[0])]
    if len(known) == 1:
        return GroupQuestion(known[0][0])
    known.sort(key=lambda one: one[0] not in someone.groups)
    ways = [(url_for(endpoint, groep=group, **kept), name) for group, name in known[AT_ONCE:]]
    return GroupQuestion(None, known[:AT_ONCE], ways, label)


def group_of(typed: Typed, asked: GroupQuestion) -> str:
    """The group that goes without saying or was chosen; empty when none was."""
    chosen = typed.choice("group", [group for group, _ in asked.options])
    return asked.group or chosen or ""
