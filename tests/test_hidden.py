"""Hiding a text: it is one list, its writer reads on, the keeper is asked, and misuse ends."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance import hidden, hiding, outbox
from alliance.config import Settings
from alliance.database import open_engine, reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionCorrected, ActionDropped
from alliance.events.base import Refused
from alliance.events.organisations import MemberJoined, RoleAssigned
from alliance.hidden import PER_DAY
from alliance.readiness import make_ready
from alliance.veil import HIDDEN
from tests.conftest import Clock

TITLE = "Soep brengen bij Toos Voorbeeld"
WHY = "Haar dochter doet het nu"
MONDAY = date(2026, 3, 2)


@pytest.fixture
def desk(url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    settings = Settings(
        database_url=url,
        secret_key="k" * 32,
        site_url="http://localhost",
        smtp_url=None,
        folder=tmp_path / "past",
        demo=False,
    )
    desk = Desk(settings, open_engine(url), clock)
    make_ready(desk)
    for member, role in (("bram", "beheerder"), ("noor", "aanjager")):
        given = RoleAssigned(member=member, role=role, since=MONDAY)  # type: ignore[arg-type]
        desk.record([MemberJoined(member=member), given], by="import")
    desk.record([ActionAgreed(action="soup", title=TITLE)], by="fatima")
    desk.record([ActionCorrected(action="soup", title=TITLE, owner="jan")], by="jan")
    desk.record([ActionDropped(action="soup", reason=WHY)], by="jan")
    yield desk
    desk.engine.dispose()


def seen_by(desk: Desk, reader: str, text: str = TITLE) -> str:
    with reading(desk.engine) as db:
        veil = hidden.veil_for(db, reader)
    return veil.over(text) if veil else text


def waiting(desk: Desk) -> list[tuple[str, str]]:
    with reading(desk.engine) as db:
        return [(one.entry.by, one.field) for one in hidden.waiting(db)]


def letters(desk: Desk) -> dict[str, str]:
    with reading(desk.engine) as db:
        return {one.recipient: one.subject for one in outbox.letters(db)}


def test_while_nothing_is_hidden_there_is_no_veil(desk: Desk) -> None:
    with reading(desk.engine) as db:
        assert hidden.veil_for(db, "jan") is None
        assert hidden.waiting(db) == []


def test_a_text_is_hidden_where_it_was_first_said_for_all_but_its_writer(desk: Desk) -> None:
    hiding.hide(desk, TITLE, by="greet")
    assert waiting(desk) == [("fatima", "title")]
    assert seen_by(desk, "fatima") == TITLE
    for other in ("jan", "greet", "noor", ""):
        assert seen_by(desk, other) == HIDDEN


def test_hiding_it_again_changes_nothing_and_asks_nobody_twice(desk: Desk, clock: Clock) -> None:
    hiding.hide(desk, TITLE, by="greet")
    clock.forward(hours=1)
    hiding.hide(desk, TITLE, by="jan")
    assert len(waiting(desk)) == 1
    assert len(letters(desk)) == 2


def test_what_nobody_said_cannot_be_hidden(desk: Desk) -> None:
    with pytest.raises(LookupError):
        hiding.hide(desk, "Nooit gezegd", by="greet")


def test_the_keeper_is_asked_and_the_aanjager_told_without_the_text(desk: Desk) -> None:
    hiding.hide(desk, TITLE, by="greet")
    assert letters(desk) == {
        "member:bram": "Een tekst wacht op jou",
        "member:noor": "Er is een tekst verborgen",
    }
    with reading(desk.engine) as db:
        bodies = [one.body for one in outbox.letters(db)]
    assert not [body for body in bodies if "Toos" in body]
    assert any("http://localhost/beheer/verborgen" in body for body in bodies)


def test_who_hides_too_much_on_one_day_is_stopped_until_the_next(desk: Desk, clock: Clock) -> None:
    texts = [f"Soep brengen bij nummer {number}" for number in range(PER_DAY + 1)]
    desk.record([ActionAgreed(action=f"a{n}", title=text) for n, text in enumerate(texts)], by="x")
    for text in texts[:PER_DAY]:
        hiding.hide(desk, text, by="greet")
    with pytest.raises(hiding.TooMany):
        hiding.hide(desk, texts[-1], by="greet")
    assert len(waiting(desk)) == PER_DAY
    hiding.hide(desk, texts[-1], by="jan")
    clock.forward(days=1)
    hiding.hide(desk, TITLE, by="greet")
    assert len(waiting(desk)) == PER_DAY + 2


def test_how_much_someone_hid_is_forgotten_the_next_day(desk: Desk, clock: Clock) -> None:
    hiding.hide(desk, TITLE, by="greet")
    clock.forward(days=1)
    with writing(desk.engine) as db:
        hidden.sweep(db, desk.today())
        assert db.scalar(sa.select(sa.func.count()).select_from(hidden.hiding_counts)) == 0


def test_what_may_be_read_again_is_read_again_and_both_hear_why(desk: Desk) -> None:
    hiding.hide(desk, TITLE, by="greet")
    [(position, field)] = [(one.entry.position, one.field) for one in all_waiting(desk)]
    hiding.reveal(desk, position, field, reason="Toos is een verzonnen persona.")
    assert seen_by(desk, "jan") == TITLE
    told = letters(desk)
    assert told["member:greet"] == told["member:fatima"] == "Een tekst is weer zichtbaar"
    with reading(desk.engine) as db:
        [letter] = outbox.letters_to(db, "fatima")
    assert "Toos is een verzonnen persona." in letter.body
    with pytest.raises(Refused, match="al beantwoord"):
        hiding.reveal(desk, position, field)


def test_a_reason_about_a_person_is_refused_and_the_text_stays_hidden(desk: Desk) -> None:
    hiding.hide(desk, TITLE, by="greet")
    [one] = all_waiting(desk)
    with pytest.raises(Refused) as refused:
        hiding.reveal(desk, one.entry.position, one.field, reason="Bel haar op 06-12345678")
    assert "reason" in refused.value.faults
    assert seen_by(desk, "jan") == HIDDEN


def test_who_imports_or_keeps_time_gets_no_letter(desk: Desk) -> None:
    desk.record([ActionAgreed(action="plan", title="Uit het plan van Toos")], by="import")
    hiding.hide(desk, "Uit het plan van Toos", by="greet")
    one = next(one for one in all_waiting(desk) if one.entry.by == "import")
    hiding.reveal(desk, one.entry.position, one.field)
    assert "member:import" not in letters(desk)


def all_waiting(desk: Desk) -> list[hidden.Hidden]:
    with reading(desk.engine) as db:
        return hidden.waiting(db)
