"""Every reason names a rule that a member can read."""

from datetime import timedelta

from alliance.matching import FRESH, RULES, beside, fit, judge, reach
from tests.matching.cast import MONDAY, PLACES, hans, offer, yonas

OFFERS = [
    offer(),
    offer(kind="vindplaats", stage="gepland", target_groups=("jongeren",), areas=("WK2",)),
    offer(kind=None, paused=True, target_groups=(), areas=(), capacity="vol", confirmed_on=None),
    offer(ends=MONDAY - timedelta(days=1), confirmed_on=MONDAY - FRESH * 2, channels=("school",)),
    offer(barriers_present=("taal",), reach="aan_huis"),
]


def test_every_reason_names_a_rule_and_is_a_sentence() -> None:
    used = set()
    for persona in (hans(barriers=("taal", "mobiliteit", "trauma")), yonas(barriers=("taal",))):
        for found in OFFERS:
            match = judge(
                persona.wanted[0], found, fit(persona, found, MONDAY), reach(found, PLACES["WK1"])
            )
            for reason in (*match.reasons, *beside(persona, found)):
                assert reason.text[0].isupper() or reason.text[0] == "“"
                assert reason.text.endswith(".")
                used.add(reason.rule)
    assert used == set(RULES)
