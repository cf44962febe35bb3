"""What an event says: names for keys, in words."""

import re
from collections.abc import Callable

from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = {"title": "Zoek een zaal voor de koffie", "by_when": "27-03-2026"}
ENTRY = re.compile(r"/tijdlijn/\d+")


def test_an_entry_names_who_does_it_and_in_which_meeting(visit: Visit) -> None:
    vera = visit("voorzitter")
    typed = {"on": "26-03-2026 om 14.00", "place": "De Wel"}
    meeting = vera.send("/bijeenkomsten/nieuw", typed).response.headers["Location"]
    key = meeting.rpartition("/")[2]
    action = vera.write(f"/afspraken/nieuw?bijeenkomst={key}", NEW)
    entry = vera.open(next(filter(ENTRY.fullmatch, action.links().values())))
    assert "Themagroep Eenzaamheid onder jongeren, donderdag 26 maart 2026" in entry.text
    assert "Vera Voorbeeld" in entry.text
    assert key not in entry.text
    assert "m-voorzitter" not in entry.text
