"""Reading the form of a request, and the one-time key that it carries."""

import datetime
import hashlib
import json
import secrets
from collections.abc import Callable, Collection
from typing import ParamSpec, TypeVar

from flask import current_app, request, session
from itsdangerous import BadSignature, URLSafeSerializer

from alliance.events.base import Refused
from alliance.readers import (
    UNKNOWN_CHOICE,
    read_choice,
    read_date,
    read_day_and_time,
    read_number,
    read_time,
)

KEY = "key"
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


class Typed:
    """What was typed in the form of this request; collects what could not be read."""

    def __init__(self) -> None:
        """Read the request's own form."""
        self.form = request.form
        self.faults: dict[str, str] = {}

    def text(self, name: str) -> str:
        """The line or text that was typed, without spaces around it; empty when left open."""
        return self.form.get(name, "").strip()

    def optional(self, name: str) -> str | None:
        """What was typed, or None when it was left open."""
        return self.text(name) or None

    def date(self, name: str) -> datetime.date | None:
        """The day that was typed, or None when it was left open or cannot be read (a fault)."""
        return self._read(name, read_date)

    def time(self, name: str) -> datetime.time | None:
        """The time that was typed, or None when it was left open or cannot be read (a fault)."""
        return self._read(name, read_time)

    def day_and_time(self, name: str) -> tuple[datetime.date | None, datetime.time | None]:
        """The day that was typed, with the time when that stands behind it."""
        return self._read(name, read_day_and_time) or (None, None)

    def number(self, name: str) -> int | None:
        """The whole number that was typed, or None when left open or unreadable (a fault)."""
        return self._read(name, read_number)

    def choice(self, name: str, known: Collection[str]) -> str | None:
        """What was chosen, or None; what is not on the list is a fault."""
        return self._read(name, lambda typed: read_choice(typed, known))

    def choices(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """Everything that was ticked; what is not on the list is a fault."""
        ticked = tuple(one for one in self.form.getlist(name) if one)
        if any(one not in known for one in ticked):
            self.faults[name] = UNKNOWN_CHOICE
        return tuple(one for one in ticked if one in known)

    def yes(self, name: str) -> bool:
        """Whether a box was ticked."""
        return bool(self.text(name))

    def seen(self, stream: str) -> dict[str, int]:
        """The version of a stream that the page was drawn from, as `record` wants it."""
        if not (typed := self.text("version")):
            return {}
        try:
            return {stream: read_number(typed)}
        except ValueError:
            return {stream: 0}  # of no page of ours: whatever happened since counts as changed

    def decide(
        self, rule: Callable[Asked, Answer], *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Answer:
        """What the rule makes of it; raises Refused with every fault, of reading and of the rule.

        Where something could not be read, that is the fault, not that it is missing.
        """
        try:
            answer = rule(*args, **kwargs)
        except Refused as why:
            raise Refused(**(why.faults | self.faults)) from why
        if self.faults:
            raise Refused(**self.faults)
        return answer

    def _read(self, name: str, read: Callable[[str], Answer]) -> Answer | None:
        typed = self.text(name)
        if not typed:
            return None
        try:
            return read(typed)
        except ValueError as why:
            self.faults[name] = str(why)
            return None


def fresh_key() -> str:
    """A one-time key for a form, good in this session only; it proves the form was ours too."""
    return _signer().dumps([secrets.token_urlsafe(16), _session_mark()])


def is_own_form() -> bool:
    """Whether this request carries a key we gave to this session and comes from our own page."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    try:
        _, mark = _signer().loads(request.form.get(KEY, ""))
    except (BadSignature, ValueError, TypeError):
        return False
    return secrets.compare_digest(str(mark), _session_mark())


def key_digest() -> str:
    """The one-time key as it is stored: its hash, so that the receipts give no keys away."""
    return hashlib.sha256(request.form.get(KEY, "").encode()).hexdigest()


def form_digest() -> str:
    """A hash of what was typed and where, to tell the same form from another one."""
    typed = sorted((name, values) for name, values in request.form.lists() if name != KEY)
    return hashlib.sha256(json.dumps([request.path, typed]).encode()).hexdigest()


def _session_mark() -> str:
    mark: str = session.setdefault("mark", secrets.token_urlsafe(16))
    return mark


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="form")
