"""An entry of the journal: one thing that happened, and how stored bytes become it again."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

import msgspec

from alliance.events.base import KINDS, Event


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One thing that happened, and where in the journal; a Struct, since reading makes many."""

    position: int
    stream: str
    version: int  # within the stream, from 1
    name: str  # under which the event is stored
    at: datetime  # UTC
    by: str  # a member's key, organisation:<key>, `import` or `klok`
    event: Event


class Damaged(Exception):
    """An entry cannot be read back; `position` says which."""

    def __init__(self, position: int, why: str) -> None:
        super().__init__(f"entry {position} cannot be read: {why}")
        self.position, self.why = position, why


def read(row: Sequence[Any]) -> Entry:
    """The entry in a row of position, stream, version, name, at, by and data; raises Damaged."""
    position, stream, version, name, at, by, data = row
    try:
        event = decode(name, data)
    except (KeyError, msgspec.MsgspecError) as error:
        raise Damaged(position, str(error)) from error
    return Entry(position, stream, version, name, datetime.fromisoformat(at), by, event)


def decode(name: str, data: bytes) -> Event:
    """The event in stored bytes; raises KeyError or MsgspecError when they hold none."""
    return _decoder(name).decode(data)


@cache
def _decoder(name: str) -> msgspec.json.Decoder[Event]:
    return msgspec.json.Decoder(KINDS[name])
