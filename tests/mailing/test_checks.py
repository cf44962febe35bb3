"""The question whether offers are right: in the one mail, twice at most, and then not for long."""

from datetime import date, timedelta

import pytest

from alliance import outbox, preferences, rounds
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.offers import OfferConfirmed, OfferRegistered, OfferStopped
from alliance.events.organisations import OrganisationLeft
from alliance.mailing import forecast
from alliance.mailing.calls import calls
from alliance.mailing.days import week_of
from alliance.mailing.shares import Known
from tests.conftest import Clock
from tests.mailing.conftest import agree, mailed, prefer

THURSDAY = date(2026, 3, 5)
KEES, WINKEL = "member:kees", "organisation:winkel"
ASKS = "KLOPT DIT NOG?"


def offer(desk: Desk, *keys: str, organisation: str = "kerk") -> None:
    """An organisation has offers that nobody confirmed."""
    made = [
        OfferRegistered(
            offer=key,
            name=f"Koffie {key}",
            organisation=organisation,
            for_whom="Wie alleen eet",
            place="De Wel",
        )
        for key in keys
    ]
    desk.record(made, by="import")


def thursdays(desk: Desk, clock: Clock, number: int, to: str = KEES) -> list[outbox.Letter]:
    """The letters to someone on so many Thursdays from now."""
    first = desk.today() + timedelta(days=1)
    first += timedelta(days=(THURSDAY.weekday() - first.weekday()) % 7)
    found = []
    for week in range(number):
        letters = mailed(desk, clock, str(first + timedelta(days=7 * week)))
        found += [letters[to]] if to in letters else []
    return found


def test_the_only_question_names_the_offer_and_has_one_link(desk: Desk, clock: Clock) -> None:
    offer(desk, "ochtend")
    letter = mailed(desk, clock, str(THURSDAY))[KEES]
    assert letter.subject == "Klopt dit nog over Koffie ochtend?"
    assert "Dit staat er over Kerk:\n\nKoffie ochtend\nWie alleen eet. De Wel." in letter.body
    assert letter.body.count("/klopt\n") == 1 and "/alles" not in letter.body
    assert "Je hoeft niet in te loggen. De link werkt tot 4 april 2026." in letter.body
    assert "twee keer per jaar" in letter.body


def test_more_offers_are_one_question_about_the_organisation(desk: Desk, clock: Clock) -> None:
    offer(desk, *"abcdefg", organisation="winkel")
    letter = mailed(desk, clock, str(THURSDAY))[WINKEL]
    assert letter.subject == "Klopt dit nog over Winkel?"
    assert "En nog 2 keer aanbod op de pagina." in letter.body and "Koffie f" not in letter.body


def test_with_an_agreement_in_it_there_is_still_one_page(desk: Desk, clock: Clock) -> None:
    offer(desk, "a", "b")
    agree(desk, "soep", "2026-03-09", owner="kees")
    letter = mailed(desk, clock, str(THURSDAY))[KEES]
    assert letter.subject == "Jouw maand: één afspraak en 2 keer aanbod"
    assert letter.body.count("/alles\n") == 1 and "/klopt\n" not in letter.body
    assert ASKS in letter.body


def test_who_signs_in_gets_it_in_the_mail_of_the_week(desk: Desk, clock: Clock) -> None:
    offer(desk, "a")
    with writing(desk.engine) as db:
        preferences.note_sign_in(db, "kees")
    agree(desk, "soep", "2026-03-09", owner="kees")
    letter = mailed(desk, clock, str(THURSDAY))[KEES]
    assert "Jouw week" in letter.subject and letter.body.count("/klopt\n") == 1


def test_silence_is_asked_once_more_after_four_weeks_and_then_left_to_a_call(
    desk: Desk, clock: Clock
) -> None:
    offer(desk, "a")
    letters = thursdays(desk, clock, 40)
    assert [str(one.made_at.date()) for one in letters] == ["2026-03-05", "2026-04-02"]


def test_an_answer_ends_it_until_it_is_half_a_year_old(desk: Desk, clock: Clock) -> None:
    offer(desk, "a", "b")
    [first] = thursdays(desk, clock, 2)
    assert ASKS in first.body
    desk.record([OfferConfirmed(offer="a"), OfferStopped(offer="b", reason="Weg.")], by="kees")
    [second] = thursdays(desk, clock, 28)
    assert second.subject == "Klopt dit nog over Koffie a?"
    assert str(second.made_at.date()) == "2026-09-17"


def test_a_new_offer_is_asked_about_again(desk: Desk, clock: Clock) -> None:
    offer(desk, "a")
    assert len(thursdays(desk, clock, 20)) == 2
    offer(desk, "b")
    [letter] = thursdays(desk, clock, 1)
    assert "Koffie a" in letter.body and "Koffie b" in letter.body


def test_nobody_is_asked_for_an_organisation_that_left(desk: Desk, clock: Clock) -> None:
    offer(desk, "a")
    desk.record([OrganisationLeft(organisation="kerk")], by="noor")
    assert thursdays(desk, clock, 5) == []


def test_who_likes_a_call_is_called_about_it(desk: Desk, clock: Clock) -> None:
    offer(desk, "a")
    prefer(desk, KEES, way="bellen")
    assert thursdays(desk, clock, 6) == []
    with desk.reading() as now:
        [call] = calls(Known(now))
    assert [one.organisation for one in call.share.checks] == ["kerk"]


def test_a_letter_that_was_stopped_did_not_ask(desk: Desk, clock: Clock) -> None:
    offer(desk, "a")
    with writing(desk.engine) as db:
        rounds.choose(db, KEES, week_of(THURSDAY), desk.today(), stopped=True)
    letters = thursdays(desk, clock, 3)
    assert [str(one.made_at.date()) for one in letters] == ["2026-03-12"]


@pytest.mark.parametrize("due", [False, True])
def test_what_another_wrote_down_is_told_in_the_next_letter_and_asks_for_none(
    desk: Desk, clock: Clock, due: bool
) -> None:
    offer(desk, "a")
    desk.record([OfferConfirmed(offer="a", via="gebeld")], by="noor")
    if not due:
        assert thursdays(desk, clock, 8) == []
        return
    agree(desk, "soep", "2026-03-09", owner="kees")
    agree(desk, "taart", "2026-04-13", owner="kees")
    first, second = thursdays(desk, clock, 6)
    told = "Koffie a: klopt (gebeld, opgetekend door de aanjager)."
    assert told in first.body and "Klopt dat niet? Zeg het op de pagina." in first.body
    assert told not in second.body


def test_the_preview_says_what_the_letter_will(desk: Desk, clock: Clock) -> None:
    offer(desk, "a")
    with desk.reading() as now:
        known = Known(now)
        found = forecast.planned_for(known, KEES)
        assert found
        shown = forecast.preview(known, found[1], desk.settings.site_url)
    letter = mailed(desk, clock, str(found[0]))[KEES]
    assert shown.subject == letter.subject
    assert shown.body.count(forecast.LINK) == letter.body.count("/antwoord/")
