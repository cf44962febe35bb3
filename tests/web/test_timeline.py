"""The timeline: everything that happened, newest first, and who may see what was put off."""

from collections.abc import Callable

from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = {"title": "Zoek een zaal voor de koffie", "by_when": "27-03-2026"}


def agreed_and_moved(teun: Visitor) -> str:
    action = teun.send("/afspraken/nieuw", NEW).response.headers["Location"]
    teun.write(f"{action}/andere-datum", {"by_when": "10-04-2026", "reason": "De zaal is bezet."})
    return action


def test_the_plan_is_told_as_it_was_taken_in(noor: Visitor) -> None:
    assert "ingelezen uit het plan" in noor.open("/tijdlijn/?soort=result_agreed").text
    page = noor.open("/tijdlijn/1")
    assert "Woordenlijst" in page.title
    assert "uur, ingelezen uit het plan." in page.text
    assert "sociaal (" not in page.text  # the word stands there, not its code


def test_older_pages_follow_by_position(noor: Visitor) -> None:
    first = noor.open("/tijdlijn/")
    second = noor.open(first.links()["Ouder"])
    assert not {*first.links()} & {*second.links()} - {*noor.open("/privacy").links(), "Ouder"}


def test_what_was_put_off_is_seen_by_who_it_concerns(visit: Visit) -> None:
    action = agreed_and_moved(visit("themagroep"))
    for role in ("themagroep", "aanjager"):
        assert "Afspraak verschoven" in visit(role).open("/tijdlijn/").text
        assert "Afspraak verschoven" in visit(role).open(action).text


def test_what_was_put_off_is_not_told_to_others(visit: Visit) -> None:
    agreed_and_moved(visit("themagroep"))
    moved = visit("aanjager").open("/tijdlijn/?soort=action_moved")
    entry = next(address for text, address in moved.links().items() if "verschoven" in text)
    kees = visit("klankbordgroep")
    assert "Afspraak verschoven" not in {*kees.open("/tijdlijn/").links()}
    kees.open(entry, 403)


def test_an_unknown_entry_is_not_found(noor: Visitor) -> None:
    assert "Zoek het op" in noor.open("/tijdlijn/999999", 404).text
    noor.open("/tijdlijn/?soort=iets", 404)
