"""What something is linked to: to what was picked, or, by word of the aanjager, to nothing."""

from alliance.events.actions import ActionAgreed, ActionCorrected, ActionLinked
from alliance.events.actions_rules import action_now, link_action
from alliance.events.state import links_said

AGREED = ActionAgreed(action="a1", title="Bel De Wel")
HANS = ActionLinked(action="a1", result="r1", persona="hans")


def test_an_action_may_belong_to_no_persona_or_result() -> None:
    for_all = link_action([AGREED, HANS], without=("persona", "result"))
    assert for_all == ActionLinked(action="a1", without=("result", "persona"))

    now = action_now([AGREED, HANS, for_all])
    assert now == ActionCorrected(action="a1", title="Bel De Wel", without=("result", "persona"))


def test_what_belonged_to_no_persona_may_get_one_later() -> None:
    for_all = link_action([AGREED, HANS], without=("persona", "result"))
    again = link_action([AGREED, HANS, for_all], persona="hans")
    assert again == ActionLinked(action="a1", persona="hans", without=("result",))


def test_what_is_said_of_links_leaves_the_others_as_they_are() -> None:
    said = ActionLinked(action="a1", theme="t1", without=("persona",))
    assert links_said(said, "theme", "result", "persona") == {"theme": "t1", "persona": None}
