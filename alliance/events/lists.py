"""Lists: what came in all at once, and that it was taken back all at once."""

from typing import Literal

from alliance.events.base import Code, Event, Fact, Id, Text, Title, event

ListKind = Literal["offers", "contacts", "actions"]


class ListItem(Fact):
    """One thing that came in with a list."""

    kind: Code  # offer, organisation, member or action; mailbox: the address of an organisation
    key: Id


@event("list_taken", "list", "Lijst opgenomen")
class ListTaken(Event):
    """A list from outside was taken in as one act, together with everything that it brought."""

    list: Id
    contents: ListKind
    origin: Title  # where it came from
    taken: tuple[ListItem, ...]


@event("list_withdrawn", "list", "Lijst teruggenomen")
class ListWithdrawn(Event):
    """The whole list was taken back, but for what others had changed since."""

    list: Id
    reason: Text
    kept: tuple[ListItem, ...] = ()  # what others had changed, and stays
