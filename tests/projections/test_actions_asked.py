"""What was asked, of whom, what they said to it, and since when who has to say something."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionConsidered,
    ActionCorrected,
    ActionDeclined,
    ActionDone,
    ActionHandedOver,
    ActionMoved,
    AnswerDisputed,
    ManagerAnswered,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
    ProgressNoted,
)
from alliance.projections import actions
from alliance.projections.action_rows import ActionRow, Behind, Eyes
from alliance.projections.actions import Filter
from alliance.projections.actions_behind import behind
from tests.projections.conftest import Given

Asked = Callable[..., Any]
SUNDAY, FRIDAY, LATER = date(2026, 11, 22), date(2026, 11, 27), date(2027, 1, 15)
ASKED = ActionAsked(
    action="a1",
    title="Zoek een zaal",
    organisation="kerk",
    group="t3",
    by_when=LATER,
    answer_by=date(2026, 12, 6),
)
ANYONE = ActionAsked(action="a2", title="Drie taarten", group="t3")


@pytest.fixture
def one(asked: Asked) -> Callable[..., ActionRow]:
    """The action as it stands, today or later."""

    def look(today: date = FRIDAY, action: str = "a1") -> ActionRow:
        row: ActionRow = asked(actions.one, action, today)
        return row

    return look


Look = Callable[..., ActionRow]


def test_a_question_waits_since_the_day_it_was_asked(given: Given, one: Look) -> None:
    given(ASKED, by="noor", at=SUNDAY)
    row = one()
    assert (row.status, row.word, row.asker) == ("gevraagd", "wacht op antwoord", "noor")
    assert row.waits(FRIDAY) == "Wacht op antwoord sinds 5 dagen"
    assert row.waits(SUNDAY) == "Wacht op antwoord sinds vandaag"
    assert row.ask and row.ask.answer_by == date(2026, 12, 6)


def test_a_question_to_anyone_says_so(given: Given, one: Look) -> None:
    given(ANYONE, at=SUNDAY)
    row = one(action="a2")
    assert (row.for_anyone, row.word, row.behind) == (True, "wie kan dit?", False)
    assert row.waits(FRIDAY) == "Wacht sinds 5 dagen"


@pytest.mark.parametrize(
    ("answer", "word", "waits"),
    [
        (ActionDeclined(action="a1", why="geen_tijd"), "zei nee", "Zei nee: geen tijd"),
        (
            ActionConsidered(action="a1", answer_by=FRIDAY),
            "overlegt eerst",
            "Overlegt eerst, antwoord vóór 27 november 2026",
        ),
        (
            OtherDateProposed(action="a1", proposed=FRIDAY),
            "andere datum voorgesteld",
            "Stelt een andere datum voor: 27 november 2026",
        ),
        (ActionAccepted(action="a1", owner="jan"), "open", ""),
    ],
)
def test_an_answer_is_told(given: Given, one: Look, answer: Any, word: str, waits: str) -> None:
    given(ASKED, answer, at=SUNDAY)
    assert (one().word, one().waits(FRIDAY)) == (word, waits)


def test_a_yes_says_who_does_it_and_to_a_question_to_anyone_for_whom(
    given: Given, one: Look
) -> None:
    given(ASKED, ActionAccepted(action="a1", owner="jan"))
    given(ANYONE, ActionAccepted(action="a2", organisation="bakker", via="gebeld"), by="noor")
    assert (one().owner, one().organisation) == ("jan", "kerk")
    taken = one(action="a2")
    assert (taken.organisation, taken.via, taken.noted_by) == ("bakker", "gebeld", "noor")


def test_another_date_that_is_fine_is_the_day_and_no_move(given: Given, one: Look) -> None:
    given(ASKED, OtherDateProposed(action="a1", proposed=FRIDAY, reason="Druk."))
    assert (one().by_when, one().ask and one().ask.said) == (LATER, "Druk.")  # type: ignore[union-attr]
    given(OtherDateAccepted(action="a1", by_when=FRIDAY))
    row = one()
    assert (row.status, row.by_when, row.first_date, row.moved) == ("open", FRIDAY, FRIDAY, 0)


def test_another_date_that_is_not_fine_asks_again(given: Given, one: Look) -> None:
    given(ASKED, OtherDateProposed(action="a1", proposed=FRIDAY), at=SUNDAY)
    given(OtherDateDeclined(action="a1"), at=FRIDAY)
    assert (one().status, one().since) == ("gevraagd", FRIDAY)


def test_what_the_manager_says_stands_beside_the_question(given: Given, one: Look) -> None:
    given(ASKED, ActionConsidered(action="a1", answer_by=FRIDAY, question="Mag het?"))
    given(ManagerAnswered(action="a1", backing="tot_hier", limit="In mei."))
    ask = one().ask
    assert ask and (ask.question, ask.backing, ask.limit) == ("Mag het?", "tot_hier", "In mei.")


def test_asking_elsewhere_keeps_who_wrote_it_first(given: Given, one: Look) -> None:
    given(ASKED, ActionDeclined(action="a1", why="anders"), by="noor", at=SUNDAY)
    again = ActionAsked(action="a1", title="Zoek een zaal", organisation="bieb", by_when=LATER)
    given(again, by="karim", at=FRIDAY)
    row = one()
    assert (row.organisation, row.author, row.asker) == ("bieb", "noor", "karim")
    assert (row.agreed_on, row.since) == (SUNDAY, FRIDAY)
    assert row.ask and row.ask.why is None


def test_a_successor_is_asked_by_whoever_asked_first(given: Given, one: Look) -> None:
    given(ASKED, ActionAccepted(action="a1", owner="jan"), by="noor")
    given(ActionHandedOver(action="a1", title="Zoek een zaal", owner="piet"), by="karim")
    assert (one().owner, one().asker, one().status) == ("piet", "noor", "gevraagd")


def test_what_was_agreed_alone_is_asked_by_who_hands_it_over(given: Given, one: Look) -> None:
    given(ActionAgreed(action="a1", title="Bel", owner="jan"), by="jan")
    given(ActionHandedOver(action="a1", title="Bel", owner="piet"), by="noor")
    assert (one().author, one().asker) == ("jan", "noor")


def test_who_says_it_themselves_needs_no_note(given: Given, one: Look) -> None:
    given(ASKED, ActionAccepted(action="a1", via="gebeld"), by="noor")
    given(ProgressNoted(action="a1", note="Bezig."), by="jan")
    assert (one().via, one().noted_by) == (None, None)


def disputed(answer: str, **facts: Any) -> AnswerDisputed:
    known: dict[str, Any] = {"title": "Zoek een zaal", "organisation": "kerk", "by_when": LATER}
    return AnswerDisputed(action="a1", answer=answer, **known | facts)


def test_a_wrong_yes_is_a_question_again(given: Given, one: Look) -> None:
    given(ASKED, ActionAccepted(action="a1", via="gebeld"), at=SUNDAY)
    given(disputed("action_accepted"), by="jan", at=FRIDAY)
    row = one()
    assert (row.status, row.since, row.via) == ("gevraagd", FRIDAY, None)
    assert row.ask and row.ask.disputed_on == FRIDAY


def test_a_wrong_end_is_an_agreement_again(given: Given, one: Look) -> None:
    given(ASKED, ActionAccepted(action="a1"))
    given(ActionDone(action="a1", on=SUNDAY, yielded="Gelukt.", via="gebeld"), at=SUNDAY)
    given(disputed("action_done"), at=FRIDAY)
    row = one()
    assert (row.status, row.on, row.ended_on, row.yielded) == ("open", None, None, None)


def test_a_wrong_move_is_no_move(given: Given, one: Look) -> None:
    given(
        ASKED, ActionAccepted(action="a1"), ActionMoved(action="a1", by_when=FRIDAY, via="gemaild")
    )
    given(disputed("action_moved"))
    assert (one().by_when, one().moved, one().word) == (LATER, 0, "open")


def test_a_question_is_seen_by_its_two_sides_and_its_group(given: Given, asked: Asked) -> None:
    given(ASKED, ANYONE, by="noor", at=SUNDAY)

    def seen(*groups: str, member: str = "", organisations: tuple[str, ...] = ()) -> set[str]:
        eyes = Eyes(member, groups, organisations)
        return {row.action for row in asked(actions.page, Filter(seen_by=eyes), FRIDAY).rows}

    assert seen() == {"a2"}
    assert seen("t3") == seen(member="noor") == seen(organisations=("kerk",)) == {"a1", "a2"}
    assert asked(behind, FRIDAY) == (Behind("t3", late=0, moved=0, dropped=0, waiting=1),)


def test_what_is_asked_of_me_of_us_and_by_me(given: Given, asked: Asked) -> None:
    by_name = ActionHandedOver(action="a3", title="Bel", organisation="kerk", owner="piet")
    given(ASKED, ANYONE, by="noor", at=SUNDAY)
    given(ActionAgreed(action="a3", title="Bel", owner="jan"), by_name, by="jan")

    def ids(wanted: Filter) -> list[str]:
        return [row.action for row in asked(actions.page, wanted, FRIDAY).rows]

    assert ids(Filter(asked=Eyes("jan", organisations=("kerk",)))) == ["a1"]
    assert ids(Filter(asked=Eyes("piet"))) == ["a3"]
    assert ids(Filter(asker="noor")) == ["a1", "a2"]
    assert ids(Filter(waiting=True)) == ["a1", "a2", "a3"]
    assert ids(Filter(mine="noor")) == []
    assert asked(actions.counts, FRIDAY).waiting == 3
    assert asked(actions.counts, FRIDAY).open == 0


def test_who_asked_settles_a_no_and_another_date(given: Given, asked: Asked) -> None:
    given(ASKED, ActionDeclined(action="a1", why="anders"), ANYONE, by="noor")
    for asker, found in (("noor", ["a1"]), ("jan", [])):
        rows = asked(actions.page, Filter(asker=asker, to_settle=True), FRIDAY).rows
        assert [row.action for row in rows] == found


def test_a_correction_leaves_a_question_a_question(given: Given, one: Look) -> None:
    given(ASKED, ActionCorrected(action="a1", title="Zoek een grote zaal", organisation="kerk"))
    assert (one().title, one().status) == ("Zoek een grote zaal", "gevraagd")


def test_an_answer_to_nothing_is_left_alone(given: Given, asked: Asked) -> None:
    given(ActionAccepted(action="a9"), disputed("action_done"))
    assert asked(actions.page, Filter(), FRIDAY).total == 0
