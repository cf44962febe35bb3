"""A question whose day comes before the mail of the week: mailed at once, once, and by day."""

from datetime import date
from typing import Any

import pytest

from alliance import outbox, preferences, rounds
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionCorrected,
    ActionHandedOver,
    ActionWithdrawn,
)
from alliance.events.base import Event
from alliance.mailing.calls import calls
from alliance.mailing.news import tell_news
from alliance.mailing.shares import Known
from alliance.outbox import LAPSED, WAITS
from tests.conftest import Clock
from tests.mailing.conftest import found, go_to, mailed, prefer
from tests.mailing.named import name_contact

FATIMA, SHOP = "member:fatima", "organisation:winkel"


@pytest.fixture(autouse=True)
def before(desk: Desk) -> None:
    """The clock ran before."""
    tell_news(desk)


def ask(desk: Desk, day: str, **who: Any) -> None:
    """Someone is asked for pies before a day."""
    by_when = date.fromisoformat(day)
    asked = ActionAsked(action="taart", title="Drie taarten", by_when=by_when, **who)
    tell(desk, asked)


def tell(desk: Desk, event: Event) -> None:
    """Something happens, and the clock runs."""
    desk.record([event], by="noor")
    tell_news(desk)


def claimed(desk: Desk, clock: Clock, at: str, hour: int, minute: int = 0) -> bool:
    """Whether a letter may leave at a moment, in UTC."""
    go_to(clock, at, hour)
    clock.forward(minutes=minute)
    with writing(desk.engine) as db:
        outbox.lapse(db, clock())
    return bool(outbox.claim(desk.engine, lambda *_: "f@voorbeeld.example", "a.example", clock()))


def test_a_question_for_before_the_next_mail_is_asked_at_once(desk: Desk) -> None:
    ask(desk, "2026-03-04", owner="fatima", group="jong")  # her mail is on Thursday 5 March
    [letter] = found(desk)
    assert (letter.recipient, letter.kind, letter.state) == (FATIMA, "vraag", WAITS)
    assert letter.subject == "Een vraag die niet kan wachten: Drie taarten"
    why = "Themagroep jong vraagt je iets voor woensdag 4 maart 2026. Dat is eerder dan je volgende"
    assert f"Dag Fatima,\n\n{why}" in letter.body
    assert "\n\nDrie taarten\n\nJa:\nhttps://" in letter.body and "/overleg\n" in letter.body


@pytest.mark.parametrize("day", ["2026-03-06", "2026-04-01"])
def test_a_question_that_can_wait_waits_for_the_mail_of_the_week(
    desk: Desk, clock: Clock, day: str
) -> None:
    ask(desk, day, owner="fatima")
    assert found(desk) == []
    assert "Drie taarten" in mailed(desk, clock, "2026-03-05")[FATIMA].body


def test_a_question_without_a_day_can_wait(desk: Desk) -> None:
    tell(desk, ActionAsked(action="taart", title="Drie taarten", owner="fatima"))
    tell(desk, ActionAsked(action="wie", title="Wie kan dit?", by_when=date(2026, 3, 3)))
    assert found(desk) == []


def test_on_the_morning_of_a_mail_it_goes_along_and_after_it_by_itself(
    desk: Desk, clock: Clock
) -> None:
    go_to(clock, "2026-03-05", hour=7)
    ask(desk, "2026-03-06", owner="fatima")
    assert found(desk) == []
    mailed(desk, clock, "2026-03-05")
    tell(desk, ActionAsked(action="thee", title="Thee", by_when=date(2026, 3, 6), owner="fatima"))
    assert {one.kind for one in found(desk)} == {"overzicht", "vraag"}


def test_what_stands_in_the_mail_of_this_morning_is_not_asked_again(
    desk: Desk, clock: Clock
) -> None:
    go_to(clock, "2026-03-05")
    by = date(2026, 3, 6)
    asked = ActionAsked(action="taart", title="Drie taarten", by_when=by, owner="fatima")
    desk.record([asked], by="noor")
    mailed(desk, clock, "2026-03-05")
    tell_news(desk)
    assert [one.kind for one in found(desk)] == ["overzicht"]


def test_who_has_mail_once_a_month_is_asked_what_is_needed_before_that(
    desk: Desk, clock: Clock
) -> None:
    name_contact(desk, "wim", "winkel")
    tell(desk, ActionAsked(action="koek", title="Koek", by_when=date(2026, 3, 20), owner="kees"))
    assert found(desk) == []  # the first mail of the month is on Thursday
    assert mailed(desk, clock, "2026-03-05")
    ask(desk, "2026-03-20", organisation="winkel")
    assert [one.recipient for one in found(desk) if one.kind == "vraag"] == []
    tell(desk, ActionAsked(action="soep", title="Soep", by_when=date(2026, 3, 30), owner="kees"))
    [letter] = [one for one in found(desk) if one.kind == "vraag"]
    assert letter.recipient == "member:kees" and "Soep" in letter.body


def test_a_question_is_mailed_once_however_often_it_is_told(desk: Desk) -> None:
    ask(desk, "2026-03-04", owner="fatima")
    with writing(desk.engine) as db:
        rounds.note_read(db, 1)
    tell_news(desk)
    by = date(2026, 3, 3)
    tell(desk, ActionCorrected(action="taart", title="Drie taarten", by_when=by, owner="fatima"))
    assert len(found(desk)) == 1


def test_a_day_that_comes_nearer_makes_a_question_urgent(desk: Desk) -> None:
    ask(desk, "2026-04-01", owner="fatima")
    by = date(2026, 3, 4)
    tell(desk, ActionCorrected(action="taart", title="Drie taarten", by_when=by, owner="fatima"))
    assert [one.recipient for one in found(desk)] == [FATIMA]


def test_whom_it_is_passed_on_to_is_asked_too(desk: Desk) -> None:
    ask(desk, "2026-03-04", owner="fatima")
    by = date(2026, 3, 4)
    handed = ActionHandedOver(
        action="taart", title="Drie taarten", by_when=by, organisation="winkel"
    )
    tell(desk, handed)
    assert {one.recipient for one in found(desk)} == {FATIMA, SHOP}


@pytest.mark.parametrize(
    "settled",
    [ActionAccepted(action="taart"), ActionWithdrawn(action="taart", reason="Niet nodig.")],
)
def test_what_is_settled_before_it_leaves_does_not_leave(
    desk: Desk, settled: ActionAccepted | ActionWithdrawn
) -> None:
    ask(desk, "2026-03-04", owner="fatima")
    tell(desk, settled)
    assert [one.state for one in found(desk)] == [LAPSED]


def test_it_leaves_after_a_quarter_of_an_hour_and_by_day(desk: Desk, clock: Clock) -> None:
    ask(desk, "2026-03-04", owner="fatima")
    assert not claimed(desk, clock, "2026-03-02", 9, 14)
    assert claimed(desk, clock, "2026-03-02", 9, 15)


def test_what_is_asked_at_night_leaves_in_the_morning(desk: Desk, clock: Clock) -> None:
    go_to(clock, "2026-03-02", hour=21)
    ask(desk, "2026-03-04", owner="fatima")
    assert not claimed(desk, clock, "2026-03-03", 6, 59)
    assert claimed(desk, clock, "2026-03-03", 7)


def test_in_a_weekend_it_waits_for_monday_and_is_left_when_that_is_too_late(
    desk: Desk, clock: Clock
) -> None:
    prefer(desk, FATIMA, day=2)
    mailed(desk, clock, "2026-03-06")
    go_to(clock, "2026-03-07")
    ask(desk, "2026-03-08", owner="fatima")
    assert found(desk) == []
    tell(desk, ActionAsked(action="thee", title="Thee", by_when=date(2026, 3, 10), owner="fatima"))
    assert not claimed(desk, clock, "2026-03-08", 12)
    assert claimed(desk, clock, "2026-03-09", 7)


def test_a_letter_that_could_not_leave_in_time_lapses(desk: Desk, clock: Clock) -> None:
    ask(desk, "2026-03-04", owner="fatima")
    assert not claimed(desk, clock, "2026-03-05", 7)
    assert [one.state for one in found(desk)] == [LAPSED]


def test_who_likes_a_call_better_is_called_again_when_something_is_asked(
    desk: Desk, clock: Clock
) -> None:
    prefer(desk, FATIMA, way="bellen")
    with writing(desk.engine) as db:
        preferences.note_called(db, FATIMA, clock())
    clock.forward(hours=1)
    ask(desk, "2026-03-04", owner="fatima")
    assert found(desk) == []
    with desk.reading() as now:
        [call] = calls(Known(now))
    assert [task.title for task in call.share.asked] == ["Drie taarten"]
