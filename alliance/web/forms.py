"""Reading the form of a request, and the one-time key that it carries."""

import hashlib
import json
import secrets
from collections.abc import Collection

from flask import current_app, request, session
from itsdangerous import BadSignature, URLSafeSerializer

from alliance.events.base import Refused
from alliance.readers import UNKNOWN_CHOICE, Filled, as_seen, read_number
from alliance.web.picking import Names, pick

KEY = "key"
TWICE = "Je koos een dag en typte er ook een. Laat er één staan."
CHANGED_BY_OTHER = (
    "Iemand anders heeft dit net gewijzigd. Kijk wat er nu staat en verstuur opnieuw."
)


class Overtaken(Refused):
    """Someone else changed this meanwhile; what was typed is kept beside what is there now."""


class Typed(Filled):
    """What was typed in the form of this request; collects what could not be read."""

    def __init__(self) -> None:
        """Read the request's own form."""
        super().__init__(request.form)

    def text(self, name: str) -> str:
        """What was typed, or picked from what stands ready beside the field; never both."""
        said = list(dict.fromkeys(filter(None, map(as_seen, request.form.getlist(name)))))
        if len(said) > 1:
            self.faults[name] = TWICE
        return said[0] if len(said) == 1 else ""

    def choices(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        """Everything that was ticked; what is not on the list is a fault."""
        ticked = tuple(one for one in request.form.getlist(name) if one)
        if any(one not in known for one in ticked):
            self.faults[name] = UNKNOWN_CHOICE
        return tuple(one for one in ticked if one in known)

    def pick(self, name: str, known: Names) -> str | None:
        """The key of what was picked from a list, or None; what is unclear is a fault."""
        return pick(self, name, known)

    def picks(self, name: str, known: Names) -> tuple[str, ...]:
        """Everything that was ticked, with what was searched for; what is unclear is a fault."""
        ticked = self.choices(name, known)
        more = pick(self, name, known, of=f"{name}-zoek")
        return ticked if more is None or more in ticked else (*ticked, more)

    def seen(self, stream: str, name: str = "version") -> dict[str, int]:
        """The version of a stream that the page was drawn from, as `record` wants it.

        Raises Overtaken for a form that does not say it: nobody knows what its sender saw.
        """
        try:
            return {stream: read_number(self.text(name))}
        except ValueError:
            raise Overtaken(form=CHANGED_BY_OTHER) from None


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
