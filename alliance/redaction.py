"""Taking a text about a person away for good: out of the journal, and out of whatever came of it.

The bytes of the field are masked and the salt of the entry destroyed, in one transaction with the
entry that says so and with the rows of all projections made again. What was deleted still stands
in the files of the database until they are scrubbed; that is done next, and again by the clock if
it does not succeed at once.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
import sqlalchemy as sa

from alliance import forgotten, hidden, hiding, outbox, projections, receipts, recorder
from alliance.database import reading, scrub, writing
from alliance.desk import Desk
from alliance.events.base import refuse
from alliance.events.journal import ALL, REDACTIONS, UNSEALED, TextRedacted
from alliance.events.meetings import AgendaSent
from alliance.events.texts import fitting, text_at, with_text
from alliance.forgotten import Text
from alliance.hidden import Place
from alliance.journal import Journal, page, stream, version
from alliance.projections import past
from alliance.projections.base import rebuild_in
from alliance.veil import GONE, Veil

SEAL = "digest"
"""The field of a seal over texts."""


def take_away(desk: Desk, position: int, field: str, *, by: str) -> None:
    """Take a hidden text out of every place in the journal that says it, and tell who asked.

    Raises Refused when the keeper answered before.
    """
    with writing(desk.engine) as db:
        turn = recorder.take_turn(db, now=desk.clock(), by=by)
        found = hidden.one(db, position, field)
        refuse(form=found is None and hiding.ANSWERED)
        assert found is not None  # else it was refused
        hidden.take(db, position, field)
        gone = mask_everywhere(desk.journal, turn, found.text)
        for text in gone:
            forgotten.note_text(desk.settings.forgotten, text)
        rebuild_in(db, desk.known, projections.code_hash())
    hiding.tell_askers(desk, found, "Een tekst is weggehaald", hiding.GONE)


def take_away_again(desk: Desk, gone: Sequence[Text], *, by: str) -> None:
    """Take away what an old back-up brought back; what is gone, or of another journal, stays."""
    with reading(desk.engine) as db:
        if not any(text_back(db, one) for one in gone):
            return
    with writing(desk.engine) as db:
        turn = recorder.take_turn(db, now=desk.clock(), by=by)
        back = filter(None, (text_back(db, one) for one in gone))
        mask_everywhere(desk.journal, turn, *back)
        rebuild_in(db, desk.known, projections.code_hash())
    scrub_all(desk)


def text_back(db: sa.Connection, gone: Text) -> str | None:
    """The text that a back-up brought back at this place; None when it did not."""
    if recorder.link_at(db, gone.position).hex() != gone.chain:
        return None
    [entry] = page(db, before=gone.position + 1, limit=1)
    text = text_at(entry.event, gone.field)
    return None if text is None or GONE in text else text


def mask_everywhere(written: Journal, turn: recorder.Turn, *texts: str) -> list[Text]:
    """Mask texts in the journal, the outbox and the receipts, and write down that it was done."""
    db, veil = turn.db, Veil(texts, GONE)
    places = list(hidden.places(db, veil))
    places += seals_over(db, places)
    said = [event for those in by_entry(places) for event in mask_entry(db, those, veil)]
    written.append_in(turn, said)
    outbox.cover(db, veil)
    for position in {place.entry.position for place in places}:
        receipts.forget_form(db, position)
    for other in hidden.waiting(db):
        if other.text == GONE:
            hidden.take(db, other.entry.position, other.field)
    return [
        Text(one.entry.position, recorder.link_at(db, one.entry.position).hex(), one.field)
        for one in places
    ]


def seals_over(db: sa.Connection, places: Sequence[Place]) -> Iterator[Place]:
    """The seals over what a meeting talks about: they have no salt, so a text can be tried."""
    for name in dict.fromkeys(place.entry.stream for place in places):
        for entry in stream(db, name):
            if isinstance(entry.event, AgendaSent) and entry.event.digest != UNSEALED:
                yield Place(entry, SEAL, entry.event.digest)


def by_entry(places: list[Place]) -> Iterator[list[Place]]:
    """The places together that are of one entry."""
    for _, those in groupby(places, lambda place: place.entry.position):
        yield list(those)


def mask_entry(db: sa.Connection, places: list[Place], veil: Veil) -> list[TextRedacted]:
    """Mask these places of one entry; per place the event that says so, with what remains."""
    entry, event = places[0].entry, places[0].entry.event
    for place in places:
        new = fitting(veil.over(place.text), place.text, GONE)
        event = with_text(event, place.field, UNSEALED if place.field == SEAL else new)
    digest = mask(db, entry.position, msgspec.json.encode(event)).hex()
    return [
        TextRedacted(journal=ALL, entry=entry.position, field=place.field, digest=digest)
        for place in places
    ]


def mask(db: sa.Connection, position: int, data: bytes) -> bytes:
    """Let an entry hold this from now on, without its salt; the digest of what remains.

    Its own digest and its link of the chain stay: the chain stands on them.
    """
    here = recorder.journal.c.position == position
    db.execute(sa.update(recorder.journal).where(here).values(data=data, salt=b""))
    return recorder.seal(b"", data)


def finish(desk: Desk) -> None:
    """Let what was taken away go from past dates and from the database's own files.

    Raises Unavailable while someone reads on; the clock tries again.
    """
    with reading(desk.engine) as db:
        if not hidden.taken(db):
            return
    scrub_all(desk)
    with writing(desk.engine) as db:
        hidden.forget_taken(db)


def scrub_all(desk: Desk) -> None:
    """Rewrite the files of the database, and remove those of past dates that say too much."""
    forget_past(desk)
    made = [table for projection in desk.known for table in projection.tables.sorted_tables]
    scrub(desk.engine, [recorder.journal, recorder.receipts, outbox.outbox, *made])


def forget_past(desk: Desk) -> None:
    """Remove the files of past dates that were made before the last text was taken away."""
    with reading(desk.engine) as db:
        past.forget(desk.settings.folder, version(db, REDACTIONS))
