"""The text check: nobody is written about, in any free text, however it comes in.

What is surely personal is refused; what may be about a person is asked. A first name standing alone
is neither: the alliance speaks of its personas by first name ("iemand als Hans"), and Hans the
persona cannot be told from another Hans. A name with a title, initials or an age is asked, unless
it is the name of a persona.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence

from alliance.events.base import Event, Refused
from alliance.events.texts import UNPRINTABLE, Said, texts
from alliance.veil import HIDDEN

PERSONA_NAMES = frozenset({"Hans", "Nick", "Patricia", "Truus", "Yonas", "Zeynep"})
"""The invented people of the plan; a test holds this against persona_data."""
OLDEST_YEAR = 2010
"""A full date before this year is taken for a date of birth."""
HELP = 'Zoek je hulp voor iemand? Kijk bij "Waar kun je terecht?".'
FOUND = {
    "bsn": f"Hier lijkt een burgerservicenummer te staan. Haal het weg. {HELP}",
    "mail": f"Hier staat een mailadres. Haal het weg. {HELP}",
    "phone": f"Hier staat een telefoonnummer. Haal het weg. {HELP}",
    "iban": f"Hier staat een rekeningnummer. Haal het weg. {HELP}",
    "address": f"Hier staat een postcode met een huisnummer. Haal het huisnummer weg. {HELP}",
    "birth": f"Hier lijkt een geboortedatum te staan. Haal de datum weg. {HELP}",
}
UNREADABLE = "Hier staat een teken in dat niemand kan lezen. Haal het weg en probeer het nog eens."
COVERED = (
    f"Waar {HIDDEN} staat, is iets verborgen omdat het misschien over een persoon gaat. Schrijf "
    f"opnieuw wat je wilt zeggen, zonder iets over een persoon, of laat het weg. {HELP}"
)
ASKED = (
    "Gaat dit over een herkenbaar persoon? Haal de naam dan weg en schrijf over een groep. "
    f"Gaat het niet over een persoon? Vink dat dan aan. {HELP}"
)

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY, _NUMBER = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_DATE = re.compile(
    rf"(?<![\d.,/-])(?:{_DAY}(?:[-./]{_NUMBER}[-./]| ?{_MONTH} ?)(?P<year>\d{{4}}|\d\d)"
    rf"|(?P<first>\d{{4}})[-/]{_NUMBER}[-/]{_DAY})(?![\d/-]|[.,]\d)",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"\b(?:geboren|geb\.|geboortedatum|geboortedag)[^\d\n]{{0,20}}"
    rf"{_DAY}(?:[-./ ]{_NUMBER}\b| ?{_MONTH}\b)",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]+ ?(?:@|[(\[] ?(?:at|apenstaartje) ?[)\]]) ?[\w-]+(?:\.[\w-]+)+", re.I
)
_NINE = re.compile(
    r"(?:(?<![\w€])(?<!€ )(?<!\d[.,-])|(?<=\bbsn))"
    r"(?:\d{8,9}|\d{4}[. ]\d\d[. ]\d{3}|\d{3}(?P<gap>[ .-])\d{3}(?P=gap)\d{3})(?![\w]|[.,-]\d)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b[0-2]?\d[.:][0-5]\d(?=\s*(?:u\b|uur|tot\b|[-–]))|(?<=[-–])\s?[0-2]?\d[.:][0-5]\d\b"
)
_PHONE = re.compile(
    r"(?<!\w)(?<!\d[.:,])(?:(?:\+|00)31[ .-]*(?:\(0\))?[ .-]*|\(?0)[1-9]"
    r"(?:[ ./()–-]{0,3}\d){8}(?!\d)"
    r"|(?<!\w)\+[1-9](?:[ .()-]{0,2}\d){8,13}(?!\d)"
)
_IBAN = re.compile(  # but no codes of areas or weeks
    r"\b(?!(?:BU|WK|GM|wk)\d)[A-Za-z]{2}\d\d"
    r"(?:[ .]?[A-Za-z0-9]{4}){2,7}(?:[ .]?[A-Za-z0-9]{1,3})?\b"
)
_POSTCODE = r"[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})\b"
_ADDRESS = re.compile(
    rf"\b{_POSTCODE}(?:,? *(?:(?:huis)?(?:nummer|nr\.?))? *|, ?)\d{{1,5}}\b"
    rf"|\b\d{{1,4}}(?: ?[A-Za-z]{{1,2}}|-\d{{1,3}})?(?:, ?| ){_POSTCODE}"
)
_BETWEEN = r"(?:(?:van|de|der|den|ten|ter|het|'t|el|al) )*"
_TITLE = (
    r"\b(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Mm]ijnheer|[Dd]hr\.?|[Dd]e heer|[Ff]amilie)"
)
_PERSON = re.compile(
    rf"{_TITLE} {_BETWEEN}(?P<called>[A-Z][\w'-]*)"
    rf"|\b(?:[A-Z]\. ?){{2,5}}{_BETWEEN}[A-Z][a-z]{{2,}}"
    rf"|\b[A-Z]\. ?(?:(?:van|de|der|den|ten|ter) )+[A-Z][a-z]{{2,}}"
    r"|(?<=[a-z,(] )(?<!unt )(?<!ptie )(?<!roep )(?<!ijlage )(?<!eel )(?<!ariant )(?<!enario )"
    r"[A-Z]\. ?[A-Z][a-z]{2,}"
    r"|\b(?P<aged>[A-Z][\w'-]+)(?: \(\d\d jaar\)|, \d\d jaar\b)"
)


class Doubted(Refused):
    """A text may be about a recognisable person; who says it is not, records it with sure=True."""


def check_texts(events: Sequence[Event], *, sure: bool = False) -> None:
    """Look at every text of these events, also inside their parts.

    Raises Refused with a sentence per top-level field when something was found that has to go, and
    Doubted when the only findings are questions and the writer is not `sure`.
    """
    found: dict[str, str] = {}
    asked: dict[str, str] = {}
    for event in events:
        for said in texts(event):
            if sentence := unfit(said):
                found.setdefault(said.field, sentence)
            elif not sure and may_be_a_person(as_read(said.text)):
                asked.setdefault(said.field, ASKED)
    if found:
        raise Refused(**asked | found)
    if asked:
        raise Doubted(**asked)


def unfit(said: Said) -> str | None:
    """Why a text cannot be kept as it is, as a sentence; or None."""
    if UNPRINTABLE.search(said.text):
        return UNREADABLE
    if HIDDEN in said.text:
        return COVERED
    plain = as_read(said.text)
    return personal(plain) if said.free else personal_in_reach(plain)


def as_read(text: str) -> str:
    """A text as people see it: letters and digits of one width, nothing invisible, one hyphen."""
    kinds = ((sign, unicodedata.category(sign)) for sign in unicodedata.normalize("NFKC", text))
    dashed = (
        "-" if kind == "Pd" or sign == "\u2212" else sign for sign, kind in kinds if kind != "Cf"
    )
    return "".join(dashed)


def personal(text: str) -> str | None:
    """What in this text belongs to one person and has to go, as a sentence; or None."""
    if _MAIL.search(text):
        return FOUND["mail"]
    if not any(map(str.isdigit, text)):
        return None
    for what, found_in in LOOKS.items():
        if found_in(text):
            return FOUND[what]
    # Days and hours beside each other look like a number to call.
    return FOUND["phone"] if _PHONE.search(_TIMES.sub("·", _DATE.sub("·", text))) else None


def personal_in_reach(text: str) -> str | None:
    """The same where an address, a phone number and a general mailbox may stand."""
    without_phone = _PHONE.sub("·", text)
    looked_at = {"iban": text, "bsn": without_phone, "birth": without_phone}
    return next((FOUND[what] for what, said in looked_at.items() if LOOKS[what](said)), None)


def may_be_a_person(text: str) -> bool:
    """Whether the text names someone with a title, initials or an age; personas are nobody."""
    return any(
        (match["called"] or match["aged"]) not in PERSONA_NAMES for match in _PERSON.finditer(text)
    )


def _has_bsn(text: str) -> bool:
    return any(_passes_eleven(re.sub(r"\D", "", match[0])) for match in _NINE.finditer(text))


def _passes_eleven(digits: str) -> bool:
    # The test of the citizen service number: weights 9 to 2 and the last counts as minus one.
    *head, last = (int(digit) for digit in digits.zfill(9))
    total = sum(weight * digit for weight, digit in zip(range(9, 1, -1), head, strict=True))
    return total > 0 and (total - last) % 11 == 0


def _has_iban(text: str) -> bool:
    return any(_passes_97(re.sub(r"[ .]", "", match[0])) for match in _IBAN.finditer(text))


def _passes_97(account: str) -> bool:
    # ISO 13616: the first four characters go last, letters count from ten, remainder one. A word
    # after the number may have been read along, so every length an account can have is tried.
    shifted = (
        "".join(str(int(sign, 36)) for sign in account[4:end] + account[:4])
        for end in range(15, len(account) + 1)
    )
    return any(int(number) % 97 == 1 for number in shifted)


def _has_birth(text: str) -> bool:
    return bool(_BORN.search(text)) or any(
        _year(match["year"] or match["first"]) < OLDEST_YEAR for match in _DATE.finditer(text)
    )


def _year(digits: str) -> int:
    # Of two digits, 10 to 39 are this century: nobody plans further, and older people were born
    # before. The years 00 to 09 count as long ago either way.
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 40 else 1900)


LOOKS: dict[str, Callable[[str], object]] = {
    "bsn": _has_bsn,
    "iban": _has_iban,
    "address": _ADDRESS.search,
    "birth": _has_birth,
}
"""How each kind of number is looked for, the surest first."""
