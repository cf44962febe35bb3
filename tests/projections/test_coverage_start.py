"""What the offer and the personas tell before anyone typed a word."""

from collections.abc import Callable
from typing import Any

import msgspec

from alliance.projections.coverage_start import after_import
from tests.projections.conftest import Given
from tests.projections.coverage_cast import (
    ALLIANCE,
    IN_SCHOLLEVAAR,
    MONDAY,
    YONAS,
    confirmed,
    recognised,
    registered,
)

Asked = Callable[..., Any]
OFFERS = (
    registered("inloop"),
    registered("maatje", forms=("sociaal", "emotioneel"), target_groups=("ouderen_75plus",)),
    registered("taal", forms=(), target_groups=("nieuwkomers", "ouderen")),
    registered("leeg", forms=(), target_groups=()),
    registered("plan", stage="gepland"),
    registered("gids", kind="vindplaats"),
)


def test_offers_are_spread_over_forms_and_ages(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *OFFERS)
    found = asked(after_import, MONDAY)
    assert [(share.label, len(share.offers)) for share in found.by_form] == [
        ("Sociale eenzaamheid", 2),
        ("Emotionele eenzaamheid", 1),
        ("Niet bekend", 2),
    ]
    assert [(share.label, len(share.offers)) for share in found.by_age] == [
        ("Alleen voor ouderen", 1),
        ("Voor andere groepen", 1),
        ("Voor iedereen", 1),
        ("Niet bekend", 1),
    ]


def test_offers_that_nobody_ever_confirmed_are_named(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *OFFERS, *confirmed("klopt"), at=MONDAY)
    found = asked(after_import, MONDAY)
    assert len(found.offers) == 5
    assert [offer.name for offer in found.never_confirmed] == ["inloop", "leeg", "maatje", "taal"]


def test_personas_for_whom_nothing_fits_their_first_need_are_named(
    given: Given, asked: Asked
) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR)
    yonas, zeynep = asked(after_import, MONDAY).nothing_first
    assert (yonas.persona.name, yonas.need.code) == ("Yonas", "netwerk")
    assert yonas.areas == ("WK2", "WK3")
    assert (zeynep.persona.name, zeynep.areas) == ("Zeynep", ())


def test_something_in_one_of_its_wijken_is_something(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, registered(areas=("WK3",), needs=("netwerk",)))
    assert [one.persona.name for one in asked(after_import, MONDAY).nothing_first] == ["Zeynep"]
    given(recognised("WK3", answer=False))
    assert [one.persona.name for one in asked(after_import, MONDAY).nothing_first] == [
        "Yonas",
        "Zeynep",
    ]


def test_a_first_need_that_is_for_someone_else_is_told_apart(given: Given, asked: Asked) -> None:
    given(*ALLIANCE)
    [yonas] = asked(after_import, MONDAY).elsewhere
    assert (yonas.persona.name, yonas.need.label) == ("Yonas", "Gezin laten overkomen")


def test_a_persona_without_needs_is_not_judged(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, msgspec.structs.replace(YONAS, needs=()))
    found = asked(after_import, MONDAY)
    assert [one.persona.name for one in found.nothing_first] == ["Zeynep"]
    assert found.elsewhere == ()
