"""What organisations of a list say in the examples when asked whether their offers are right."""

from alliance.events.base import Event
from alliance.events.offer_answers_rules import dispute_offer_answer, tell_change
from alliance.events.offers_rules import confirm_offer, stop_offer
from alliance.events.tips_rules import give_tip, settle_tip
from alliance.sources.examples.pen import AFTERNOON, EVENING, Pen

YOUNG_CARERS = "Jongeren die thuis voor iemand zorgen: daar is op vrijdag niets voor."
HALL = "De zaal van de kerk aan de Bermweg staat op dinsdag leeg."
ASKED = 17
"""Days before the end on which the letters left."""


def tell_check_up(pen: Pen) -> None:
    """One answers by the page, two by phone, one of these says it was not so; others are silent."""
    answer_by_page(pen)
    right = confirm_offer(pen.past("offer", "breicafe"), via="gebeld")
    pen.write("noor", pen.day(ASKED - 6), right)
    moved = tell_change(
        pen.past("offer", "tuinieren"),
        via="gesproken",
        place="Bermweg, achter de kas",
        contact="Bel de tuinen: 010 000 00 04",
    )
    hall = give_tip(
        tip="lege_zaal", statement=HALL, organisation="tuinen_voorbeeld", via="gesproken"
    )
    pen.write("noor", pen.day(ASKED - 7), *moved, hall)
    settled = settle_tip(pen.past("tip", "lege_zaal"), sequel="op_agenda")
    pen.write("noor", pen.day(ASKED - 8), settled)
    ended = stop_offer(pen.past("offer", "zingen"), reason="De dirigent is verhuisd.", via="gebeld")
    pen.write("noor", pen.day(ASKED - 6), ended, hour=AFTERNOON)
    never_said = dispute_offer_answer(pen.past("offer", "zingen"))
    pen.write("bo", pen.day(ASKED - 8), never_said, hour=EVENING)


def answer_by_page(pen: Pen) -> None:
    """Two are right, one changed, and it says so in one evening."""
    answers: list[Event] = [
        confirm_offer(pen.past("offer", key)) for key in ("soep", "samen_koken")
    ]
    answers += tell_change(
        pen.past("offer", "soep_aan_huis"),
        place="Bij mensen thuis in Schenkel",
        joining="Bel vóór donderdag",
        contact="Huis van de Wijk De Wel",
    )
    missed = give_tip(
        tip="jonge_mantelzorgers", statement=YOUNG_CARERS, organisation="soepgroep_voorbeeld"
    )
    pen.write("wil", pen.day(ASKED - 1), *answers, missed, hour=EVENING)
