"""Saying whether a proposal was tried out with the people it is about."""

from alliance.events import checks as words
from alliance.events.checks import check_item
from alliance.events.meetings import AgendaItemChecked, AgendaItemRaised
from tests.refusals import faults

RAISED = AgendaItemRaised(item="i1", group="kern", title="Een pakket", kind="besluiten")


def test_a_yes_says_how_in_one_sentence() -> None:
    said = check_item([RAISED], checked="ja", how=" Vier bewoners lazen het. ")
    assert said == AgendaItemChecked(item="i1", checked="ja", how="Vier bewoners lazen het.")
    assert faults(lambda: check_item([RAISED], checked="ja")) == {"how": words.NO_WAY}


def test_not_yet_and_not_needed_ask_no_words() -> None:
    said = check_item([RAISED], checked="nog_niet", how="Dit valt weg.")
    assert said == AgendaItemChecked(item="i1", checked="nog_niet")
    assert faults(lambda: check_item([RAISED, said], checked="nog_niet")) == {"form": words.SAID}
    assert check_item([RAISED, said], checked="niet_nodig").checked == "niet_nodig"


def test_what_nobody_raised_or_chose_is_refused() -> None:
    assert faults(lambda: check_item([], checked="niet_nodig")) == {"form": words.NO_ITEM}
    assert faults(lambda: check_item([RAISED], checked=None)) == {"checked": words.NO_CHOICE}
