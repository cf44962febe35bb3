"""How someone hears from us: chosen on the own page or with the link below a mail."""

import pytest

from alliance import leaving, preferences, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.preferences import Preference
from tests.conftest import Clock
from tests.web.visitor import Visitor

NOOR, SONRISA = "member:m-aanjager", "organisation:sonrisa"


def liked(desk: Desk, recipient: str) -> Preference:
    with reading(desk.engine) as db:
        return preferences.of(db, recipient)


def link(desk: Desk, recipient: str) -> str:
    with writing(desk.engine) as db:
        number = tickets.issue(
            db, act="keep_account", stream=recipient, recipient=recipient, now=desk.clock()
        )
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}/mail"


def test_someone_chooses_day_and_reminders_on_the_own_page(noor: Visitor, desk: Desk) -> None:
    page = noor.open("/mijn-gegevens")
    assert "hoogstens één mail per week, op donderdag" in page.text
    address = page.links()["Kies hoe je van ons hoort"]
    page = noor.write(address, {"way": "mail", "day": "0", "reminders": "ja"})
    assert "op maandag en ook herinneringen" in page.text
    assert liked(desk, NOOR) == Preference("mail", 0, True, signs_in=True)


def test_the_form_begins_with_what_was_chosen_before(noor: Visitor) -> None:
    noor.write("/mijn-gegevens/mail", {"way": "bellen", "day": "2"})
    fields = noor.open("/mijn-gegevens/mail").fields()
    assert (fields["way"], fields["day"]) == (["bellen"], ["2"])


def test_nothing_chosen_is_said_at_the_field(noor: Visitor) -> None:
    page = noor.send("/mijn-gegevens/mail", {"way": "", "day": "9"}, 422)
    assert "Kies hoe je van ons wilt horen." in page.text
    assert "Kies een van de mogelijkheden uit de lijst." in page.text


def test_the_link_below_a_mail_needs_no_signing_in_and_works_until_its_last_day(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    address = link(desk, SONRISA)
    page = visitor.write(address, {"way": "niets", "day": "3"})
    assert "geen mail en geen telefoon" in page.text
    assert liked(desk, SONRISA).way == "niets"
    page = visitor.write(page.links()["Kies iets anders"], {"way": "mail", "day": "3"})
    assert "hoogstens één mail per maand, op donderdag" in page.text
    clock.forward(days=31)
    assert visitor.open(address, 410).title == "Deze link is verlopen"


def test_opening_the_link_changes_nothing(visitor: Visitor, desk: Desk) -> None:
    visitor.open(link(desk, SONRISA))
    with reading(desk.engine) as db:
        assert SONRISA not in preferences.everyone(db)


def test_a_link_for_something_else_changes_no_preference(visitor: Visitor, desk: Desk) -> None:
    with writing(desk.engine) as db:
        number = tickets.issue(
            db, act="answer_action", stream=SONRISA, recipient=SONRISA, now=desk.clock()
        )
    token = tickets.token(number, desk.settings.secret_key)
    assert visitor.open(f"/antwoord/{token}/mail", 410).title == "Deze link werkt niet"


def test_signing_in_once_makes_it_a_mail_a_week(
    visitor: Visitor, noor: Visitor, desk: Desk
) -> None:
    assert liked(desk, NOOR).signs_in
    assert not liked(desk, "member:m-themagroep").signs_in


def test_what_someone_chose_is_in_the_file_and_goes_with_erasing(noor: Visitor, desk: Desk) -> None:
    noor.write("/mijn-gegevens/mail", {"way": "bellen", "day": "3"})
    assert "De aanjager belt je" in noor.open("/mijn-gegevens/download").response.text
    leaving.erase(desk, "m-aanjager", by="m-beheerder")
    assert liked(desk, NOOR) == preferences.UNSAID


@pytest.mark.parametrize("day", preferences.MAIL_DAYS)
def test_every_mail_day_can_be_chosen(noor: Visitor, desk: Desk, day: int) -> None:
    noor.write("/mijn-gegevens/mail", {"way": "mail", "day": str(day)})
    assert liked(desk, NOOR).day == day
