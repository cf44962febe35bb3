"""Questions an import left in the examples: the file and a member both changed something."""

import msgspec

from alliance.events.offers import OfferRegistered
from alliance.events.offers_rules import revise_offer
from alliance.events.sources import answer_question
from alliance.sources.comparison import IMPORT, Known, ask, facts
from alliance.sources.examples.pen import Pen
from alliance.sources.plan import Item

CHANGED = (
    (205, "b15", "Bewoners noemen deze website vaak.", 160, 158),
    (140, "b09", "De campagne loopt nu vooral via wijkkranten.", 30, None),
)
"""Days before the end: which offer changed on the site, to what, when in a file, when answered."""
IN_THE_FILE = "Nagevraagd bij de gemeente: dit loopt nog."


def tell_questions(pen: Pen) -> None:
    """A new file says something else than the aanjager does; one question is answered."""
    for before, offer, note, imported, answered in CHANGED:
        plan = pen.past("offer", offer)[0]
        assert isinstance(plan, OfferRegistered)
        revised = revise_offer(pen.past("offer", offer), note=note)
        pen.write("noor", pen.day(before), revised)
        file = msgspec.structs.replace(plan, note=IN_THE_FILE)
        known = Known(imported=facts(plan), now=facts(revised), since=[revised])
        question = ask(Item("offers.csv", "", file), known)
        pen.write(IMPORT, pen.day(imported), question)
        if answered:
            past = pen.past("question", question.question)
            done = answer_question(past, question=question.question)
            pen.write("noor", pen.day(answered), done)
