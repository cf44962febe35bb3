"""Handing in a list, as the aanjager does: a file, then its columns, then its rows."""

from io import BytesIO
from typing import Any

from tests.sources.books import Rows, xlsx
from tests.web.visitor import Page, Visitor, attribute

NEW, SONRISA = "/lijsten/nieuw", "Stichting Sonrisa Rijnmond"
OFFERS: Rows = [
    ("Naam", "Organisatie", "Doelgroep", "Locatie", "Telefoon", "Wijk"),
    ("Soep op vrijdag", SONRISA, "Iedereen uit de buurt", "De Wel", "010 123 45 67", "Schenkel"),
    ("Breicafé", "Breiclub Voorbeeld", "Wie van wol houdt", "Bibliotheek", "", "in de stad"),
    ("", SONRISA, "Ouderen", "", "", ""),
    ("Mevrouw Jansen (82) wil een maatje", SONRISA, "Ouderen", "", "", ""),
]
CONTACTS: Rows = [
    ("Voornaam", "Achternaam", "E-mail", "Organisatie", "Telefoon"),
    ("Wil", "Voorbeeld", "wil@voorbeeld.example", "Stichting Welzijn Capelle", "06 12345678"),
    ("Ans", "Voorbeeld", "ans@voorbeeld.example", "Eetclub Voorbeeld", ""),
    ("Bo", "Voorbeeld", "geen adres", SONRISA, ""),
]


def hand_in(
    noor: Visitor, rows: Rows | bytes, contents: str = "offers", status: int = 303, **more: Any
) -> Page:
    """Send the form with a file; the page that it leads to, or the form again."""
    content = rows if isinstance(rows, bytes) else xlsx(Lijst=rows)
    typed = {"contents": contents, "origin": "sociale kaart van 2025", **more}
    page = noor.send(NEW, typed | {"file": (BytesIO(content), "lijst.xlsx")}, status)
    page.response.request.environ["wsgi.input"].close()  # a file, when much was sent
    return noor.open(page.response.headers["Location"]) if status == 303 else page


def columns_of(noor: Visitor, page: Page, **columns: str) -> str:
    """Accept the columns as they were guessed; the address of the rows."""
    sent = noor.post(page.response.request.path, page.fields() | columns)
    return str(sent.response.headers["Location"])


def rows_page(noor: Visitor, rows: Rows | bytes, contents: str = "offers") -> str:
    """The address of the rows of a list that was handed in."""
    return columns_of(noor, hand_in(noor, rows, contents))


def choose(noor: Visitor, rows: str, **chosen: str) -> Page:
    """Answer what the unknown organisations are."""
    sent = noor.open(rows).fields() | chosen
    noor.post(rows.replace("regels", "organisaties"), sent)
    return noor.open(rows)


def tap(noor: Visitor, address: str, action: str, **fields: str) -> Page:
    """Tap the button of a form on a page."""
    forms = noor.open(address).html.query("main form")
    form = next(one for one in forms if attribute(one, "action").split("?")[0] == action)
    sent = {attribute(one, "name"): attribute(one, "value") for one in form.query("input")}
    answer = noor.post(action, sent | fields)
    return noor.open(answer.response.headers["Location"])


def take(noor: Visitor, rows: str) -> Page:
    """Take in everything that is new."""
    return tap(noor, rows, rows.replace("regels", "opnemen"))
