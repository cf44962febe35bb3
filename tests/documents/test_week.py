"""The one mail that has everything in it: each part under its head, links in full, not too long."""

from dataclasses import replace
from datetime import date, time

from alliance.documents.letters import CLOSING
from alliance.documents.week import FEW, Frame, Gathering, Share, Task, Ways, draw, remind

SITE = "https://alliantie.example"
COFFEE = Task("koffie", "Koffie zetten", date(2026, 3, 9))
SOUP = Task("soep", "Soep koken")
TEN = Gathering("jong-maart", "Themagroep jong", date(2026, 3, 10), time(10), "De Wel")
LATER = Gathering("kern-april", "Kerngroep", date(2026, 4, 2))

WHOLE = f"""Dag Fatima,

Dit is er deze week voor je.

LUKT HET NOG?

Koffie zetten
Vóór maandag 9 maart 2026.

Gedaan:
{SITE}/antwoord/koffie/gedaan

BIJEENKOMSTEN

Themagroep jong: dinsdag 10 maart 2026, 10.00 uur, De Wel.
{SITE}/bijeenkomsten/jong-maart

Kerngroep: donderdag 2 april 2026.
{SITE}/bijeenkomsten/kern-april

Je hoeft niet in te loggen. De links werken tot 4 april 2026.

{CLOSING}

Liever een andere dag, een belletje of geen mail? Kies het hier:
{SITE}/antwoord/x/mail
"""


def ways(task: Task) -> Ways:
    return [("Gedaan", f"{SITE}/antwoord/{task.action}/gedaan")]


def frame(**other: object) -> Frame:
    facts: dict[str, object] = {
        "greeting": "Dag Fatima,",
        "site": SITE,
        "monthly": False,
        "good_until": date(2026, 4, 4),
        "prefer": f"{SITE}/antwoord/x/mail",
        "ways": ways,
    }
    return Frame(**facts | other)  # type: ignore[arg-type]


def test_a_letter_reads_from_greeting_to_how_to_get_no_more() -> None:
    letter = draw(Share(late=(COFFEE,), meetings=(TEN,), later=(LATER,)), frame())
    assert letter.subject == "Jouw week: één afspraak en één bijeenkomst"
    assert letter.body == WHOLE


def test_a_letter_asks_whether_one_comes_and_tells_what_was_said() -> None:
    guest = replace(TEN, guest=True, said="ja")
    body = draw(Share(meetings=(guest,)), frame(coming=lambda one: [("Ik kom", one.meeting)])).body
    assert (
        "De Wel.\nJullie zijn gevraagd als gast.\nJe zei dat je komt.\n\n"
        "Ik kom:\njong-maart" in body
    )
    assert "Je hoeft niet in te loggen." in body
    away = draw(Share(meetings=(replace(TEN, said="nee"),)), frame()).body
    assert "Je meldde je af." in away


def test_who_never_signs_in_finds_everything_on_one_page() -> None:
    page = f"{SITE}/antwoord/y/alles"
    letter = draw(Share(due=(COFFEE, SOUP)), frame(monthly=True, ways=None, on_one_page=page))
    assert letter.subject == "Jouw maand: 2 afspraken"
    assert "/gedaan" not in letter.body
    assert f"Antwoord op alles op één pagina:\n{page}\n\nJe hoeft niet" in letter.body


def test_a_long_list_is_cut_and_says_where_the_rest_is() -> None:
    tasks = tuple(Task(str(number), f"Taak {number}") for number in range(FEW + 3))
    body = draw(Share(due=tasks), frame()).body
    assert f"Taak {FEW - 1}" in body and f"Taak {FEW}\n" not in body
    assert f"En nog 3. Je ziet ze op {SITE}/afspraken/?van=mij" in body


def test_a_question_says_who_asks() -> None:
    asked = Task("taart", "Drie taarten", date(2026, 3, 20), asked_by="Themagroep jong")
    body = draw(Share(asked=(asked,)), frame()).body
    assert "EEN VRAAG AAN JOU\n\nDrie taarten\nThemagroep jong vraagt dit. Vóór vrijdag" in body


def test_two_shares_make_one_letter_in_which_a_meeting_stands_once() -> None:
    both = Share(late=(COFFEE,), meetings=(TEN,)) + Share(due=(SOUP,), meetings=(TEN,))
    assert both == Share(late=(COFFEE,), due=(SOUP,), meetings=(TEN,))


def test_a_meeting_far_away_alone_is_nothing_to_mail_about() -> None:
    assert Share(later=(LATER,)).is_empty
    assert not Share(meetings=(TEN,)).is_empty


def test_a_reminder_names_the_one_thing_it_is_about() -> None:
    assert remind(Share(due=(COFFEE,)), frame()).subject == "Herinnering: Koffie zetten"
    two = remind(Share(due=(COFFEE, SOUP)), frame())
    assert two.subject == "Herinnering: 2 afspraken" and "Je vroeg om" in two.body
