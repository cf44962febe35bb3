"""The veil: covers a text wherever it stands, whole, copied into a sentence or cut short.

Texts are known by what they say, not by where they came from: nothing that copies one, now or in a
page that somebody still has to write, needs to remember that it did. White space, capitals and the
ways in which HTML, JSON, tables and calendars write a sign make no difference.
"""

import html
import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlencode

HIDDEN = "(verborgen tekst)"
"""What stands in the place of a text that waits for the keeper's answer."""
GONE = "(weggehaalde tekst)"
"""What stands in the place of a text that was taken away for good."""

BEGINNING = 8
"""A text that was cut short is known by so many signs, or by more where more are left."""
TINY = 4
"""A text with fewer letters and digits is covered only where it stands by itself."""
FOLD = 18
"""Signs of at most four bytes on a line of a calendar, which has room for 75."""
_GAP = r"(?:\s|\\[nrt]|&nbsp;)+"
_WRITTEN = {
    "&": "&(?:amp;)?",
    "<": "(?:<|&lt;)",
    ">": "(?:>|&gt;)",
    '"': r'(?:\\?"|""|&#34;|&quot;)',
    "'": "(?:'|&#39;|&#x27;)",
    "\\": r"\\{1,2}",
    ",": r"\\?,",
    ";": r"\\?;",
    "é": "[éÉeE]",  # what begins with Één is written Eén where a sentence begins with it
    "É": "[éÉeE]",
}
_OPEN = r"(?:^|(?<=[\n\r:;,(«\"'“‘·–—/|>-])|(?<=[:;,.·–—-] )|(?<= en ))"
_CLOSED = r"(?=$|\s*[\n\r.,;:!?)»\"'”’·…<|/]| en )"
_CUT = re.compile(r"…|\.\.\.")


class Veil:
    """Covers these texts; made once for all that is hidden at a moment."""

    def __init__(self, texts: Iterable[str], instead: str = HIDDEN) -> None:
        pieces = sorted({piece for text in texts for piece in parts(text)}, key=len, reverse=True)
        self._instead = instead
        self._hints = {hint(piece) for piece in pieces}
        self._whole = re.compile("|".join(map(whole, pieces)) or r"(?!)", re.IGNORECASE)
        self._begun = [(beginning(piece), flat(piece)) for piece in pieces if _can_be_cut(piece)]

    def over(self, text: str) -> str:
        """The same text with everything hidden in it covered."""
        line = text.casefold()
        if not any(hint in line for hint in self._hints):
            return text  # nearly always: looking for the patterns takes thirty times as long
        covered = self._whole.sub(lambda _: self._instead, text)
        for start, end in sorted(self._cut_short(covered), reverse=True):
            covered = covered[:start] + self._instead + covered[end:]
        return covered

    def over_address(self, address: str) -> str:
        """The same address with everything hidden in its query covered."""
        page, _, query = address.partition("?")
        asked = parse_qsl(query, keep_blank_values=True)
        covered = [(name, self.over(value)) for name, value in asked]
        return address if covered == asked else f"{page}?{urlencode(covered)}"

    def covers(self, text: str) -> bool:
        """Whether something in this text is hidden."""
        return self.over(text) != text

    def _cut_short(self, text: str) -> Iterator[tuple[int, int]]:
        last = 0
        for dots in _CUT.finditer(text):
            starts = [
                found.start()
                for begins, said in self._begun
                for found in begins.finditer(text, last, dots.start())
                if said.startswith(flat(text[found.start() : dots.start()]))
            ]
            if starts:
                yield min(starts), dots.end()
            last = dots.end()


def over_calendar(veil: Veil, calendar: str) -> str:
    """A calendar with everything hidden in it covered: its long lines are folded (RFC 5545)."""
    lines = re.sub(r"\r?\n[ \t]", "", calendar)
    covered = veil.over(lines)
    if covered == lines:
        return calendar
    return "".join(f"{folded(line)}\r\n" for line in covered.splitlines())


def folded(line: str) -> str:
    """A line of a calendar in pieces that fit, also where a letter takes four bytes."""
    pieces = [line[start : start + FOLD] for start in range(0, len(line), FOLD)]
    return "\r\n ".join(pieces)


def parts(text: str) -> list[str]:
    """The text, and what a page may show of it by itself: its lines, a word and what it means."""
    found = [
        piece for line in text.splitlines() for piece in (line, *line.split(": ", 1)) if says(piece)
    ]
    return [tidied(piece) for piece in (text, *found) if tidied(piece)]


def says(piece: str) -> bool:
    """Whether a part of a text says something that is not said everywhere."""
    return len(piece.split()) > 1 and letters(piece) >= 2 * TINY


def tidied(text: str) -> str:
    """A text with single spaces, and without the point at its end."""
    line = " ".join(text.split())
    return line.rstrip(".…") or line


def whole(text: str) -> str:
    """The pattern of a text, as it may be written anywhere.

    One word is looked for at the edge of what is shown, or beside a sign: others use it too.
    """
    core = written(text)
    left = r"(?<!\w)" if text[0].isalnum() else ""
    right = r"(?!\w)" if text[-1].isalnum() else ""
    if letters(text) < TINY:
        return f"{_OPEN}{core}{_CLOSED}"
    if " " not in text:
        return f"{_OPEN}{core}{right}|{left}{core}{_CLOSED}"
    return f"{left}{core}{right}"


def beginning(text: str) -> re.Pattern[str]:
    """The pattern of how a text begins."""
    left = r"(?<!\w)" if text[0].isalnum() else ""
    return re.compile(left + written(text[:BEGINNING].rstrip()), re.IGNORECASE)


def hint(text: str) -> str:
    """With what a text begins however it is written; empty when that may differ."""
    found = re.match(r"[a-z0-9]*", text[:BEGINNING].casefold(), re.ASCII)
    return found[0] if found else ""


def written(text: str) -> str:
    """The pattern of a text in any way of writing it."""
    return _GAP.join("".join(map(_sign, word)) for word in text.split(" "))


def flat(text: str) -> str:
    """A text as it is compared with how another begins."""
    return " ".join(html.unescape(text).split()).casefold().replace("é", "e")


def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return sum(map(str.isalnum, text))


def _sign(sign: str) -> str:
    if sign in _WRITTEN:
        return _WRITTEN[sign]
    if sign.isascii():
        return re.escape(sign)
    return rf"(?:{re.escape(sign)}|\\u{ord(sign):04x})"


def _can_be_cut(text: str) -> bool:
    return len(text) > BEGINNING
