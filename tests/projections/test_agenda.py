"""What the next meeting must talk about, and why."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from alliance.events.actions import (
    ActionAgreed,
    ActionDone,
    ActionDropped,
    ActionLinked,
    ActionMoved,
    ActionWithdrawn,
)
from alliance.events.meetings import (
    AgendaItemRaised,
    AgendaLine,
    AgendaSet,
    DecisionTaken,
    MeetingCancelled,
    MeetingCorrected,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.outcomes import LessonRecorded, OutcomeRecorded, OutcomeWithdrawn
from alliance.events.programme import ResultAdjusted, ResultAssessed, Target
from alliance.events.words import GebiedNamed
from alliance.projections.agenda import Proposal, proposed
from alliance.projections.agenda_points import Point
from tests.projections.conftest import Given
from tests.projections.plan import plan

Asked = Callable[..., Any]
IMPORTED, TODAY = date(2026, 11, 2), date(2026, 11, 22)
BEFORE, THURSDAY, LATER = date(2026, 11, 5), date(2026, 11, 26), date(2027, 1, 14)
CORE, YOUNG, WIJK, SOUNDING = "kerngroep", "themagroep_t3", "wop_schenkel", "klankbordgroep"
MEETING = MeetingPlanned(meeting="m2", group=CORE, on=THURSDAY)
HELD = MeetingPlanned(meeting="m1", group=CORE, on=BEFORE)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def points(asked: Asked, group: str = CORE, today: date = TODAY, **found: Any) -> dict[str, Point]:
    proposal: Proposal = asked(proposed, group, today, **found)
    return {point.key: point for point in (*proposal.points, *proposal.backlog)}


def agreed(key: str, by_when: date | None, **links: str) -> ActionAgreed:
    return ActionAgreed(action=key, title="Bel De Wel", by_when=by_when, **links)  # type: ignore[arg-type]


def on_agenda(meeting: str, *keys: str) -> AgendaSet:
    return AgendaSet(
        meeting=meeting,
        lines=tuple(
            AgendaLine(key=key, title="Punt", kind="bespreken", minutes=10, reason="Daarom.")
            for key in keys
        ),
    )


def test_a_group_nobody_formed_has_no_agenda(asked: Asked) -> None:
    assert asked(proposed, "onbekend", TODAY) is None


# Right after the import


def test_after_the_import_no_result_has_an_owner_a_measure_or_a_date(asked: Asked) -> None:
    point = points(asked)["results:open"]

    assert point.title == (
        "Geen van de 16 resultaten heeft een eigenaar, een streefwaarde en een datum"
    )
    assert point.reason == (
        "Van de 16 resultaten: zonder eigenaar 16, zonder streefwaarde 16, zonder datum 16."
        " Kies per resultaat wie het trekt, waaraan jullie zien dat het lukt en wanneer het"
        " klaar is."
    )
    assert point.kind == "besluiten"
    assert len(point.streams) == 16


def test_after_the_import_three_results_have_no_action(asked: Asked) -> None:
    point = points(asked)["results:idle"]

    assert point.title == "Bij 3 resultaten hoort nog geen actie"
    assert point.streams == ("result:T1.R2", "result:T3.R2", "result:T4.R4")
    assert "T3.R2 Duidelijk is welk aanbod jongeren nodig hebben" in point.reason


def test_a_theme_group_sees_its_own_results(asked: Asked) -> None:
    point = points(asked, YOUNG)["results:open"]

    assert [stream[:9] for stream in point.streams] == ["result:T3"] * 4
    assert point.title.startswith("Geen van de 4 resultaten")


def test_a_theme_group_sees_what_nobody_took_up(asked: Asked) -> None:
    point = points(asked, YOUNG)["planned:open"]

    assert point.title == "4 acties uit het plan zonder afspraak"
    assert point.reason.startswith("Het plan noemt dit, maar niemand maakte er een afspraak over:")
    assert point.reason.endswith("; en nog 1.")


def test_an_agreement_about_a_part_takes_a_planned_action_up(given: Given, asked: Asked) -> None:
    given(agreed("a1", LATER, planned="T3.A2a"))

    assert points(asked, YOUNG)["planned:open"].title == "3 acties uit het plan zonder afspraak"


def test_when_all_was_taken_up_the_theme_group_is_not_asked(given: Given, asked: Asked) -> None:
    given(*(agreed(f"a{n}", LATER, planned=f"T3.A{n}") for n in (1, 2, 3, 4)))

    assert "planned:open" not in points(asked, YOUNG)


def test_a_wijk_group_chooses_what_suits_its_wijk(given: Given, asked: Asked) -> None:
    point = points(asked, WIJK)["planned:T4.A2"]

    assert point.title.startswith("Kies wat bij jullie wijk past: Een paar keer per jaar")
    assert "Je kunt kiezen uit: Kaartjes" in point.reason

    given(agreed("a1", LATER, planned="T4.A2c", group=WIJK))
    assert "planned:T4.A2" not in points(asked, WIJK)


def test_the_sounding_board_thinks_along_about_what_nobody_began(asked: Asked) -> None:
    found = points(asked, SOUNDING)

    assert found["planned:T4.A1"].title == (
        "Wat vinden jullie hiervan? Een ontmoetingspakket waarmee nieuwe bewoners de buurt gaan"
        " verkennen."
    )
    assert {point.kind for point in found.values()} == {"meedenken"}
    assert "planned:T1.A1" not in found, "what was only handed over is no proposal"


# Agreements


def test_an_agreement_past_its_day_is_asked_after(given: Given, asked: Asked) -> None:
    given(agreed("a1", date(2026, 11, 1), group=CORE), at=date(2026, 10, 1))
    given(ActionMoved(action="a1", by_when=date(2026, 11, 12)), at=BEFORE)
    point = points(asked)["action:a1"]

    assert point.title == "Lukt het nog? Bel De Wel"
    assert point.reason == (
        "Dit zou op 12 november 2026 klaar zijn. Dat is 10 dagen geleden."
        " De dag is al één keer verschoven."
    )
    assert point.streams == ("action:a1",)


def test_an_agreement_without_a_move_says_only_how_long_ago(given: Given, asked: Asked) -> None:
    given(agreed("a1", TODAY - timedelta(1), group=CORE))

    assert points(asked)["action:a1"].reason.endswith("Dat is één dag geleden.")


@pytest.mark.parametrize(
    "end",
    [
        ActionDone(action="a1", on=TODAY),
        ActionDropped(action="a1", reason="Gesloten."),
        ActionWithdrawn(action="a1", reason="Dubbel."),
        ActionMoved(action="a1", by_when=date(2028, 1, 1)),
    ],
)
def test_an_agreement_that_ended_or_moved_is_not_asked_after(
    given: Given, asked: Asked, end: Any
) -> None:
    given(agreed("a1", BEFORE, group=CORE), end)

    assert not {"action:a1", "actions:soon"} & points(asked).keys()


def test_the_longest_waiting_come_apart_and_the_rest_together(given: Given, asked: Asked) -> None:
    given(*(agreed(f"a{n}", BEFORE + timedelta(n), group=CORE) for n in range(6)))
    found = points(asked)

    assert [key for key in found if key.startswith("action:")] == [
        "action:a0",
        "action:a1",
        "action:a2",
    ]
    assert found["actions:late"].title == "Lukt het nog? Loop 3 afspraken na"
    assert found["actions:late"].since == BEFORE + timedelta(3)


def test_what_is_due_before_they_meet_again_is_announced(given: Given, asked: Asked) -> None:
    next_but_one = MeetingPlanned(meeting="m3", group=CORE, on=LATER)
    given(MEETING, next_but_one, agreed("a1", LATER, group=CORE), agreed("a2", None, group=CORE))
    point = points(asked)["actions:soon"]

    assert point.title == "Dit komt eraan: één afspraak"
    assert point.reason == (
        "Klaar vóór of op 14 januari 2027, als jullie elkaar daarna weer zien."
        " De eerste is op 14 januari 2027."
    )
    assert point.kind == "ter_informatie"


def test_an_agreement_of_a_theme_belongs_to_its_theme_group(given: Given, asked: Asked) -> None:
    given(agreed("a1", BEFORE), ActionLinked(action="a1", result="T3.R2"))

    assert "action:a1" in points(asked, YOUNG)
    assert "action:a1" not in points(asked)


def test_the_core_group_hears_how_many_wait_elsewhere(given: Given, asked: Asked) -> None:
    given(agreed("a1", BEFORE, group=YOUNG), agreed("a2", BEFORE, theme="T4"))
    point = points(asked)["actions:elsewhere"]

    assert point.title == "Andere groepen: van 2 afspraken is de dag voorbij"
    assert point.reason == (
        "Het gaat om: Themagroep Eenzaamheid onder jongeren 1 en Verbuurzamen 1."
        " Vraag de voorzitters wat zij nodig hebben."
    )
    assert "actions:elsewhere" not in points(asked, YOUNG)


def test_an_agreement_in_a_wijk_belongs_to_its_wijk_group(given: Given, asked: Asked) -> None:
    named = GebiedNamed(gebied="schenkel", name="Schenkel", areas=("WK050206",), source="plan")
    given(named, agreed("a1", BEFORE, area="BU05020612"), agreed("a2", BEFORE, area="WK050207"))

    assert "action:a1" in points(asked, WIJK)
    assert "action:a2" not in points(asked, WIJK)


# Results


def whole(result: str, deadline: date = LATER) -> ResultAdjusted:
    return ResultAdjusted(
        result=result,
        statement="Professionals zien signalen eerder.",
        owner="welzijn_capelle",
        target=Target(words="De peiling."),
        deadline=deadline,
        reason="Besloten.",
    )


def test_results_that_are_finished_are_counted_off(given: Given, asked: Asked) -> None:
    given(whole("T3.R1"), whole("T3.R2"), whole("T3.R3"))
    point = points(asked, YOUNG)["results:open"]

    assert point.title == "Eén resultaat is nog niet af"
    assert point.minutes == 15
    assert point.reason.startswith("Van de 4 resultaten: zonder eigenaar 1,")


def test_when_every_result_is_whole_nobody_is_asked(given: Given, asked: Asked) -> None:
    given(*(whole(f"T3.R{n}") for n in (1, 2, 3, 4)))

    assert "results:open" not in points(asked, YOUNG)


def test_an_agreement_ends_that_a_result_has_no_action(given: Given, asked: Asked) -> None:
    given(agreed("a1", LATER, result="T3.R2"))

    assert points(asked)["results:idle"].streams == ("result:T1.R2", "result:T4.R4")
    assert "results:idle" not in points(asked, YOUNG)


def test_results_without_news_for_ninety_days_are_asked_after(given: Given, asked: Asked) -> None:
    spring = date(2027, 3, 1)
    assert "results:silent" not in points(asked, YOUNG)
    given(agreed("a1", None, result="T3.R1"), ActionDone(action="a1", on=BEFORE))
    given(OutcomeRecorded(outcome="o1", statement="Twaalf.", on=TODAY, result="T3.R2"))
    given(ResultAssessed(result="T3.R3", verdict="deels", group=YOUNG, reason="Half."), at=spring)
    point = points(asked, YOUNG, today=spring)["results:silent"]

    assert point.title == "Van 3 resultaten horen we niets"
    assert point.streams == ("result:T3.R4", "result:T3.R1", "result:T3.R2")
    assert point.reason.endswith("naar dat aanbod toegeleid (nog nooit iets gemeld).")


def test_silence_is_counted_from_the_last_news(given: Given, asked: Asked) -> None:
    given(*(agreed(f"a{n}", None, result=f"T3.R{n}") for n in (1, 2, 3, 4)))
    given(*(ActionDone(action=f"a{n}", on=BEFORE) for n in (1, 2, 3, 4)))
    point = points(asked, YOUNG, today=date(2027, 3, 1))["results:silent"]

    assert point.reason.endswith("(niet gemeld sinds 5 november 2026).")
    assert point.since == BEFORE


def test_an_outcome_taken_back_is_no_news(given: Given, asked: Asked) -> None:
    recorded = OutcomeRecorded(outcome="o1", statement="Twaalf.", on=TODAY, result="T3.R2")
    given(recorded, OutcomeWithdrawn(outcome="o1", reason="Dubbel."))
    point = points(asked, YOUNG, today=date(2027, 3, 1))["results:silent"]

    assert point.title == "Van 4 resultaten horen we niets"


def test_a_result_past_its_date_is_decided_on(given: Given, asked: Asked) -> None:
    given(whole("T3.R1", deadline=BEFORE))
    for group in (CORE, YOUNG):
        point = points(asked, group)["result:T3.R1"]
        assert point.title == "Is dit gelukt? Professionals zien signalen eerder."
        assert point.kind == "besluiten"

    given(ResultAssessed(result="T3.R1", verdict="gehaald", group=YOUNG, reason="Peiling."))
    assert "result:T3.R1" not in points(asked)


# What was raised, decided and learned


def test_a_raised_point_waits_until_it_was_on_an_agenda(given: Given, asked: Asked) -> None:
    raised = AgendaItemRaised(
        item="i1", group=CORE, title="Vervoer", reason="Veel vragen.", minutes=20
    )
    given(raised, at=BEFORE)
    given(HELD, MEETING)
    point = points(asked)["item:i1"]
    assert point.reason == "Aangedragen op 5 november 2026. Veel vragen."
    assert point.minutes == 20

    given(on_agenda("m2", "item:i1"))
    assert "item:i1" in points(asked), "it still stands on the agenda of the next meeting"
    assert "item:i1" not in points(asked, today=THURSDAY + timedelta(1))


@pytest.mark.parametrize(
    "fell_through",
    [
        MeetingCancelled(meeting="m1", reason="Ziek."),
        MeetingWithdrawn(meeting="m1", reason="Dubbel."),
    ],
)
def test_what_stood_on_a_cancelled_agenda_comes_back(
    given: Given, asked: Asked, fell_through: Any
) -> None:
    given(AgendaItemRaised(item="i1", group=CORE, title="Vervoer"), HELD, MEETING)
    given(on_agenda("m1", "item:i1", "results:open"), fell_through)

    assert points(asked)["item:i1"].is_new
    assert points(asked)["results:open"].is_new


def test_a_raised_point_of_another_group_stays_there(given: Given, asked: Asked) -> None:
    given(AgendaItemRaised(item="i1", group=YOUNG, title="Vervoer"))

    assert "item:i1" not in points(asked)


def test_a_raised_point_takes_the_place_of_the_proposal(given: Given, asked: Asked) -> None:
    raised = AgendaItemRaised(item="i1", group=CORE, title="Eigenaren", about="results:open")
    given(raised, HELD, MEETING)
    assert "results:open" not in points(asked)

    given(on_agenda("m1", "item:i1"))
    assert not points(asked)["results:open"].is_new, "the raised point was about it"


def test_an_agenda_set_again_lets_go_of_what_it_dropped(given: Given, asked: Asked) -> None:
    given(AgendaItemRaised(item="i1", group=CORE, title="Vervoer"), HELD, MEETING)
    given(on_agenda("m1", "item:i1"), on_agenda("m1", "results:open"))

    assert "item:i1" in points(asked)
    assert not points(asked)["results:open"].is_new


def test_a_decision_to_look_at_again_comes_when_it_is_time(given: Given, asked: Asked) -> None:
    taken = DecisionTaken(
        decision="d1", meeting="m1", group=CORE, statement="Wij bellen zelf.", review_on=THURSDAY
    )
    given(HELD, taken, at=BEFORE)
    assert "decision:d1" not in points(asked), "no meeting was planned on or after that day"

    given(MEETING)
    point = points(asked)["decision:d1"]
    assert point.title == "Opnieuw bekijken: Wij bellen zelf."
    assert point.reason == (
        "Jullie besloten dit op 5 november 2026 en wilden het vanaf 26 november 2026 opnieuw"
        " bekijken. Klopt het besluit nog?"
    )


def test_a_decision_about_a_decision_is_its_review(given: Given, asked: Asked) -> None:
    first = DecisionTaken(
        decision="d1", meeting="m1", group=CORE, statement="Wij bellen.", review_on=BEFORE
    )
    second = DecisionTaken(
        decision="d2", meeting="m1", group=CORE, statement="Blijft.", about="decision:d1"
    )
    given(HELD, first, second)

    assert "decision:d1" not in points(asked)


def test_bycatch_and_lessons_since_the_last_meeting_are_shared(given: Given, asked: Asked) -> None:
    old = LessonRecorded(lesson="l0", statement="Begin klein.", on=IMPORTED, theme="T3")
    given(old, at=IMPORTED)
    given(
        HELD,
        LessonRecorded(lesson="l1", statement="Ga langs.", on=TODAY, theme="T3"),
        OutcomeRecorded(outcome="o1", statement="Buren koken.", on=TODAY, unplanned=True),
        OutcomeRecorded(outcome="o2", statement="Zoals gepland.", on=TODAY),
        at=TODAY,
    )
    found = points(asked)

    assert found["lesson:l1"].title == "Les: Ga langs."
    assert found["lesson:l1"].reason == (
        "Wie iets soortgelijks begint, heeft hier iets aan. Vastgelegd op 22 november 2026."
    )
    assert found["outcome:o1"].title == "Onverwachte opbrengst: Buren koken."
    assert not {"lesson:l0", "outcome:o2"} & found.keys()


def test_a_group_that_never_met_hears_of_the_last_ninety_days(given: Given, asked: Asked) -> None:
    given(LessonRecorded(lesson="l1", statement="Ga langs.", on=IMPORTED, theme="T3"), at=IMPORTED)

    assert "lesson:l1" in points(asked, YOUNG)
    assert "lesson:l1" not in points(asked, "themagroep_t4"), "not its theme"
    assert "lesson:l1" not in points(asked, YOUNG, today=date(2027, 3, 1))


def test_a_lesson_is_shared_once(given: Given, asked: Asked) -> None:
    given(LessonRecorded(lesson="l1", statement="Ga langs.", on=TODAY, theme="T3"), at=TODAY)
    given(HELD, MEETING, on_agenda("m1", "lesson:l1"))

    assert "lesson:l1" not in points(asked)


# The list as a whole


def test_a_point_says_when_it_was_on_an_agenda_before(given: Given, asked: Asked) -> None:
    assert points(asked)["results:open"].is_new
    given(HELD, MEETING, on_agenda("m1", "results:open"))
    point = points(asked)["results:open"]

    assert not point.is_new
    assert point.reason.endswith("Dit stond ook op de agenda van 5 november 2026.")


def test_what_stands_on_the_agenda_being_made_stays_new(given: Given, asked: Asked) -> None:
    given(MEETING, on_agenda("m2", "results:open"))

    assert points(asked)["results:open"].is_new


def test_an_agenda_goes_along_when_a_meeting_is_set_right(given: Given, asked: Asked) -> None:
    given(HELD, MEETING, on_agenda("m1", "results:open"))
    given(MeetingCorrected(meeting="m1", group=YOUNG, on=BEFORE))

    assert points(asked)["results:open"].is_new
    assert not points(asked, YOUNG)["results:open"].is_new


def test_points_fit_the_length_of_the_meeting(given: Given, asked: Asked) -> None:
    given(MeetingPlanned(meeting="m2", group=CORE, on=THURSDAY, minutes=50))
    proposal = asked(proposed, CORE, TODAY)

    assert proposal.minutes_available == 50
    assert proposal.minutes_used <= 50
    assert [point.key for point in proposal.points][:2] == ["results:open", "results:idle"]


def test_a_shorter_point_may_fill_what_a_longer_one_leaves(given: Given, asked: Asked) -> None:
    given(
        MeetingPlanned(meeting="m2", group=SOUNDING, on=THURSDAY, minutes=20),
        AgendaItemRaised(item="i1", group=SOUNDING, title="Lang", minutes=60),
        AgendaItemRaised(item="i2", group=SOUNDING, title="Kort", minutes=15),
    )
    proposal = asked(proposed, SOUNDING, TODAY)

    assert [point.key for point in proposal.points] == ["item:i2"]
    assert proposal.backlog[0].key == "item:i1"


def test_without_a_planned_meeting_the_usual_length_counts(asked: Asked) -> None:
    proposal = asked(proposed, CORE, TODAY)

    assert (proposal.occasion.meeting, proposal.minutes_available) == (None, 120)
    assert proposal.occasion.until == TODAY + timedelta(weeks=6)


def test_a_moved_meeting_is_the_next_one_on_its_new_day(given: Given, asked: Asked) -> None:
    given(MEETING, MeetingMoved(meeting="m2", on=LATER))

    assert asked(proposed, CORE, TODAY).occasion.on == LATER
