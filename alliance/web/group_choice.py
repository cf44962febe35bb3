"""Which group a form is for: from the address, from who fills it in, or asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import Crumbs, person
from alliance.web.roles import may
from alliance.web.writing import Field, Form, allow, where_from


@dataclass(frozen=True)
class GroupQuestion:
    """The group when it goes without saying, or the field that asks it; neither: no group."""

    group: str | None
    known: Mapping[str, str] = field(default_factory=dict)
    label: str = "Welke groep?"

    @property
    def fields(self) -> tuple[Field, ...]:
        """The field that asks for the group, when it must be asked."""
        if self.group or not self.known:
            return ()
        return (Field("pick", "group", self.label, options=[*self.known.items()]),)

    @property
    def lead(self) -> str:
        """For which group the form is, when that goes without saying."""
        return f"Voor: {names.name_of('group', self.group)}." if self.group else ""

    def form(self, title: str, button: str, fields: Sequence[Field], crumbs: Crumbs) -> Form:
        """A form that asks this first, when it must be asked, and then these fields."""
        return Form(title, button, (*self.fields, *fields), crumbs, self.lead)


def group_question(act: str, label: str) -> GroupQuestion:
    """For which group this person does this act: the one in the address, the only one, or ask."""
    asked = where_from(("group",)).get("group")
    if asked:
        allow(act, group=asked)
        return GroupQuestion(asked)
    someone = person()
    known = [one for one in names.of("group").items() if may(someone, act, group=one[0])]
    if len(known) == 1:
        return GroupQuestion(known[0][0])
    known.sort(key=lambda one: one[0] not in someone.groups)
    return GroupQuestion(None, dict(known), label)


def group_of(typed: Typed, asked: GroupQuestion) -> str:
    """The group that goes without saying or was picked; empty when none was."""
    return asked.group or typed.pick("group", asked.known) or ""
