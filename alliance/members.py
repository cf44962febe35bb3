"""The phone book: names, mail addresses, sign-in links and sessions. NOT events, so it can forget.

Tokens are stored as hashes: whoever reads the tables cannot sign in with them. Of who asked for a
link only keyed hashes are kept, for at most a few hours.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from alliance.database import make_tables, scrub, writing
from alliance.events.base import unfit_line
from alliance.phone_book import OF_A_MEMBER as OF_A_MEMBER
from alliance.phone_book import members as members
from alliance.phone_book import requests as requests
from alliance.phone_book import sessions as sessions
from alliance.phone_book import sign_in_links as sign_in_links
from alliance.phone_book import tables as tables
from alliance.recorder import as_text

MAIL = re.compile(r"(?:(?![,;:<>()\"\x7f])[^@\s\0-\x1f])+@[\w-]+(?:\.[\w-]+)+")
"""One address without a name around it, as it goes into an envelope."""
LONGEST_NAME = 100
LONGEST_MAIL = 254  # RFC 5321: the longest address that mail can be sent to
NO_NAME = "Schrijf op hoe deze persoon heet."
UNREADABLE = "Schrijf het hele mailadres, bijvoorbeeld naam@organisatie.nl."

LINK_MINUTES = 15
LINK_KEPT = timedelta(days=30)
SESSION_IDLE = timedelta(days=30)
SEEN_EVERY = timedelta(days=1)
"""How precisely is kept when someone was here last: enough to end what is no longer used."""
PER_ADDRESS = 5
"""Sign-in links one address may ask for within an hour of the clock."""
PER_SENDER = 20


class MailTaken(Exception):
    """This mail address belongs to somebody in the phone book already."""


@dataclass(frozen=True)
class Session:
    """Whose session it is, and whether it is time to note that it is still used."""

    member: str
    to_note: bool


def create_tables(engine: sa.Engine) -> None:
    """Make the tables of the phone book that are not there yet."""
    with writing(engine) as db:
        make_tables(db, tables)


def add_member(db: sa.Connection, member: str, *, name: str, mail: str, now: datetime) -> None:
    """Enter someone in the phone book; raises MailTaken when the address is somebody's."""
    if find_by_mail(db, mail):
        raise MailTaken
    entry = {"member": member, "name": name.strip(), "mail": plain(mail), "added": as_text(now)}
    db.execute(sa.insert(members), entry)


def set_right(db: sa.Connection, member: str, *, name: str, mail: str, now: datetime) -> None:
    """Write name and address of a member anew, or for the first time; raises MailTaken."""
    if find_by_mail(db, mail) not in (None, member):
        raise MailTaken
    entry = {"name": name.strip(), "mail": plain(mail)}
    known = db.execute(sa.update(members).where(members.c.member == member).values(entry))
    if not known.rowcount:
        add_member(db, member, name=name, mail=mail, now=now)


def unfit_entry(name: str, mail: str) -> dict[str, str | None]:
    """What is wrong with a name and an address for the phone book, by field."""
    too_long = unfit_line(mail, UNREADABLE, LONGEST_MAIL)
    readable = MAIL.fullmatch(mail.strip())
    return {
        "name": unfit_line(name, NO_NAME, LONGEST_NAME),
        "mail": too_long or (None if readable else UNREADABLE),
    }


def plain(mail: str) -> str:
    """An address as it is stored: people type it with and without capitals."""
    return mail.strip().casefold()


def find_by_mail(db: sa.Connection, mail: str) -> str | None:
    """The key of the member with this address, or None."""
    return db.scalar(sa.select(members.c.member).where(members.c.mail == plain(mail)))


def name_of(db: sa.Connection, member: str) -> str | None:
    """The name of a member; None when unknown or erased."""
    return db.scalar(sa.select(members.c.name).where(members.c.member == member))


def mail_of(db: sa.Connection, member: str) -> str | None:
    """The address of a member; None when unknown or erased."""
    return db.scalar(sa.select(members.c.mail).where(members.c.member == member))


def rows_of(db: sa.Connection, member: str) -> dict[str, list[dict[str, str | None]]]:
    """Every row about a member, by table; without the hashes of tokens."""
    found = {}
    for table in OF_A_MEMBER:
        query = sa.select(*(column for column in table.c if column.name != "token"))
        rows = db.execute(query.where(table.c.member == member)).mappings()
        found[table.name] = [dict(row) for row in rows]
    return found


def names(db: sa.Connection, wanted: Collection[str] | None = None) -> dict[str, str]:
    """Names by key, of these members or of everyone; who is unknown or erased is left out."""
    query = sa.select(members.c.member, members.c.name)
    if wanted is not None:
        query = query.where(members.c.member.in_(sorted(wanted)))
    return {row.member: row.name for row in db.execute(query)}


def may_ask(db: sa.Connection, *, mail: str, sender: str, secret: str, now: datetime) -> bool:
    """Count a request for a sign-in link, of a known address or not; False when it is too many."""
    by_address = _count(db, _keyed(plain(mail), secret), now)
    by_sender = _count(db, _keyed(sender, secret), now)
    return by_address <= PER_ADDRESS and by_sender <= PER_SENDER


def start_link(db: sa.Connection, member: str, now: datetime) -> str:
    """A token that signs this member in once, within fifteen minutes."""
    token = secrets.token_urlsafe(32)
    expires = as_text(now + timedelta(minutes=LINK_MINUTES))
    db.execute(
        sa.insert(sign_in_links), {"token": _hashed(token), "member": member, "expires": expires}
    )
    return token


def is_usable(db: sa.Connection, token: str, now: datetime) -> bool:
    """Whether a sign-in link would work; looking at it changes nothing."""
    usable = _usable(token, now)
    return db.scalar(sa.select(sign_in_links.c.member).where(usable)) is not None


def redeem_link(db: sa.Connection, token: str, now: datetime) -> str | None:
    """Whom this token signs in, once; None when it was used, has expired or is not ours."""
    use = sa.update(sign_in_links).where(_usable(token, now)).values(used=as_text(now))
    member: str | None = db.scalar(use.returning(sign_in_links.c.member))
    return member


def open_session(db: sa.Connection, member: str, now: datetime) -> str:
    """A token that stays good until the session is ended or unused for thirty days."""
    token = secrets.token_urlsafe(32)
    moment = as_text(now)
    session = {"token": _hashed(token), "member": member, "created": moment, "last_seen": moment}
    db.execute(sa.insert(sessions), session)
    return token


def find_session(db: sa.Connection, token: str, now: datetime) -> Session | None:
    """The session with this token; None when it was ended or not used for too long."""
    query = sa.select(sessions.c.member, sessions.c.last_seen)
    found = db.execute(query.where(sessions.c.token == _hashed(token))).first()
    if found is None or found.last_seen < as_text(now - SESSION_IDLE):
        return None
    return Session(found.member, to_note=found.last_seen < as_text(now - SEEN_EVERY))


def note_session(db: sa.Connection, token: str, now: datetime) -> None:
    """Note that a session is still used."""
    mine = sessions.c.token == _hashed(token)
    db.execute(sa.update(sessions).where(mine).values(last_seen=as_text(now)))


def end_session(db: sa.Connection, token: str) -> None:
    """Sign out here."""
    db.execute(sa.delete(sessions).where(sessions.c.token == _hashed(token)))


def end_all_sessions(db: sa.Connection, member: str) -> None:
    """Sign out everywhere; links that were not used yet end too."""
    for table in (sessions, sign_in_links):
        db.execute(sa.delete(table).where(table.c.member == member))


def erase(
    engine: sa.Engine, gone: Collection[str], secret: str, *, also: Sequence[sa.Table] = ()
) -> None:
    """Remove name, address, hash, links and sessions of members, also from the file itself.

    From the tables in `also` the member is gone already. Waits for who is reading; raises
    Unavailable when the database cannot be written.
    """
    with writing(engine) as db:
        for member in gone:
            if mail := mail_of(db, member):
                db.execute(sa.delete(requests).where(requests.c.asked == _keyed(mail, secret)))
            for table in OF_A_MEMBER:
                db.execute(sa.delete(table).where(table.c.member == member))
    scrub(engine, [*OF_A_MEMBER, requests, *also])


def sweep(db: sa.Connection, now: datetime) -> None:
    """Forget links after thirty days, sessions nobody uses, and requests of earlier hours."""
    db.execute(sa.delete(sign_in_links).where(sign_in_links.c.expires < as_text(now - LINK_KEPT)))
    db.execute(sa.delete(sessions).where(sessions.c.last_seen < as_text(now - SESSION_IDLE)))
    db.execute(sa.delete(requests).where(requests.c.hour < _hour(now)))


def _count(db: sa.Connection, asked: str, now: datetime) -> int:
    insert = (sqlite if db.dialect.name == "sqlite" else postgresql).insert(requests)
    counted = insert.values(asked=asked, hour=_hour(now), number=1).on_conflict_do_update(
        index_elements=["asked", "hour"], set_={"number": requests.c.number + 1}
    )
    number: int = db.execute(counted.returning(requests.c.number)).scalar_one()
    return number


def _usable(token: str, now: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(
        sign_in_links.c.token == _hashed(token),
        sign_in_links.c.used.is_(None),
        sign_in_links.c.expires > as_text(now),
    )


def _hour(now: datetime) -> str:
    return as_text(now)[:13]


def _hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _keyed(text: str, secret: str) -> str:
    return hmac.digest(secret.encode(), text.encode(), "sha256").hex()
