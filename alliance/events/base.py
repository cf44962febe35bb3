"""What every event is: a frozen fact under a stored name that never changes."""

import re
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, TypeVar, dataclass_transform

import msgspec
from msgspec import Meta

TITLE_LENGTH = 200
TEXT_LENGTH = 5_000
ADDRESS_LENGTH = 500
WEB_ADDRESS = r"^https://[A-Za-z0-9.\-]+(:\d{1,5})?([/?#][!-~]*)?\Z"
NO_ADDRESS = (
    f"Zet hier de hele link. Zij begint met https:// en heeft hoogstens {ADDRESS_LENGTH} tekens,"
    " zonder spaties."
)

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}\Z")]
"""A random key, or the key an imported file gives; never made from a person's name."""
Code = Annotated[str, Meta(pattern=r"^[A-Za-z0-9.][A-Za-z0-9_.\-]{0,63}\Z")]
"""A word from an adopted vocabulary, a CBS code, or a fixed choice."""
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
"""A SHA-256 in hexadecimal."""
Title = Annotated[str, Meta(min_length=1, max_length=TITLE_LENGTH, extra={"text": "free"})]
"""One line of free text; checked on personal data before it is stored."""
Text = Annotated[str, Meta(min_length=1, max_length=TEXT_LENGTH, extra={"text": "free"})]
"""Free text of several lines; checked on personal data before it is stored."""
Place = Annotated[str, Meta(min_length=1, max_length=TITLE_LENGTH, extra={"text": "reach"})]
"""Where something is; may hold an address, and nothing else that is personal."""
Contact = Annotated[str, Meta(min_length=1, max_length=TITLE_LENGTH, extra={"text": "reach"})]
"""How an organisation is reached; a phone number or general mailbox, nothing else personal."""

WebAddress = Annotated[str, Meta(pattern=WEB_ADDRESS, max_length=ADDRESS_LENGTH)]
"""The address of a page or an online meeting: secure, without a name and password in it."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class FactType(msgspec.StructMeta):
    """Makes every fact frozen, keyword-only and strict: msgspec does not inherit these."""

    def __new__(
        mcs, name: str, bases: tuple[type, ...], body: dict[str, Any], **given: Any
    ) -> type:
        """Build the class with the settings every fact shares."""
        settings = {"frozen": True, "kw_only": True, "forbid_unknown_fields": True} | given
        return super().__new__(mcs, name, bases, body, **settings)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fact(msgspec.Struct, metaclass=FactType):
    """A part of an event: frozen, keyword-only, unknown fields refused."""


class Event(Fact):
    """Base of all events. Declare one with @event("stored_name", "subject", "Dutch label")."""

    stored_name: ClassVar[str]
    subject: ClassVar[str]
    label: ClassVar[str]

    @property
    def stream(self) -> str:
        """The stream this event belongs to: its subject and that subject's id."""
        return f"{self.subject}:{getattr(self, self.subject)}"


KINDS: dict[str, type[Event]] = {}
"""Every event there is, by the name under which it is stored."""
Kind = TypeVar("Kind", bound=Event)


def event(stored_name: str, subject: str, label: str) -> Callable[[type[Kind]], type[Kind]]:
    """Enter an event in the list of kinds; `subject` names the field that holds its stream's id.

    Raises ValueError when the stored name is taken: it belongs to its first owner for ever.
    """

    def declare(cls: type[Kind]) -> type[Kind]:
        if stored_name in KINDS:
            raise ValueError(f"stored name {stored_name!r} is already taken")
        if subject not in cls.__struct_fields__:
            raise ValueError(f"{cls.__name__} has no field {subject!r} to name its stream")
        cls.stored_name, cls.subject, cls.label = stored_name, subject, label
        KINDS[stored_name] = cls
        return cls

    return declare


class Refused(Exception):
    """What someone wants cannot be written down: one Dutch sentence per field that is wrong.

    The field `form` stands for the whole: what is refused has no single field.
    """

    def __init__(self, **faults: str) -> None:
        """Name every fault at once, so that nobody mends a form twice."""
        super().__init__(" ".join(faults.values()))
        self.faults = faults


def refuse(**faults: str | None | bool) -> None:
    """Raise Refused with every fault that is a sentence; None and False mean nothing is wrong."""
    found = {field: fault for field, fault in faults.items() if isinstance(fault, str)}
    if found:
        raise Refused(**found)


def unfit_title(title: str, missing: str) -> str | None:
    """The sentence that says what is wrong with a title, or None; `missing` when it is empty."""
    return unfit_line(title, missing, TITLE_LENGTH)


def unfit_text(text: str | None, missing: str | None = None) -> str | None:
    """What is wrong with a text of several lines, or None; empty may be, unless `missing`."""
    return unfit_line(text or "", missing, TEXT_LENGTH)


def unfit_line(line: str, missing: str | None, longest: int) -> str | None:
    """What is wrong with free text of at most `longest` characters, or None."""
    length = len(line.strip())
    if not any(sign.isprintable() and not sign.isspace() for sign in line):
        return missing  # also when all that stands there has no width
    if length > longest:
        return f"Maak dit korter: hoogstens {longest} tekens. Nu zijn het er {length}."
    return None


def unfit_address(link: str | None) -> str | None:
    """What is wrong with the address of a page or an online meeting, or None; it may be empty."""
    said = (link or "").strip()
    if not said:
        return None
    fits = len(said) <= ADDRESS_LENGTH and re.search(WEB_ADDRESS, said, re.ASCII)
    return None if fits else NO_ADDRESS
