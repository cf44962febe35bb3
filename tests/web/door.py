"""The door of the site: asking for a link to sign in, finding it in the mail, being in."""

import re

from alliance import outbox
from alliance.database import reading
from alliance.desk import Desk
from tests.web.visitor import Page, Visitor

NOOR = "aanjager@voorbeeld.example"


def ask(visitor: Visitor, mail: str = NOOR, at: str = "/inloggen", status: int = 303) -> Page:
    return visitor.send(at, {"mail": mail}, status)


def link_in_mail(desk: Desk) -> str:
    """The address in the newest letter, as seen from this site."""
    with reading(desk.engine) as db:
        letter = outbox.letters(db, with_links=True)[0]
    [address] = re.findall(r"http://localhost(\S+)", letter.body)
    return str(address)


def is_signed_in(visitor: Visitor) -> bool:
    return "Uitloggen" in visitor.open("/privacy").text
