"""Half a page for any day: every sentence says what is known, where from, and what is not."""

from datetime import date

from alliance.counting import Tally
from alliance.documents.standing import MONITOR, Standing, standing
from alliance.events.programme import Target
from alliance.projections.progress_overview import Overview, Result, Theme
from alliance.projections.progress_period import Period
from alliance.projections.progress_sums import Sums

JUNE, JULY, TODAY = date(2026, 6, 1), date(2026, 7, 1), date(2026, 11, 22)
QUIET = Period(JUNE, TODAY, 0, 0, 0, 0, 0, 0, 0, 0, 0)
BUSY = Period(JUNE, TODAY, 14, 3, 2, 12, 1, 7, 2, 9, 1)


def result(key: str, news_on: date | None = None, owner: str | None = None) -> Result:
    return Result(
        result=key,
        theme="T1",
        statement="Professionals zien signalen eerder.",
        target=Target(words="De peiling."),
        deadline=None,
        owner=owner,
        owner_name=owner,
        ideas=(),
        agreed_on=JUNE,
        adjusted=0,
        news_on=news_on,
        has_action=True,
        sums=Sums(),
    )


def told(*results: Result, period: Period = QUIET, sums: Sums | None = None) -> Standing:
    theme = Theme("T1", "Ken elkaar", "Samenwerken.", results, sums or Sums())
    return standing(Overview((theme,), Sums()), period)


def test_it_says_of_how_many_results_something_was_heard() -> None:
    first = told(result("T1.R1", JULY), result("T1.R2", date(2026, 5, 1)), result("T1.R3"))

    assert first.sentences[0].text == (
        "Er zijn 3 resultaten afgesproken. Van 1 hoorden we iets, van 2 niet, sinds 1 juni 2026."
    )
    assert first.sentences[0].source == "voortgang per resultaat, plan van 2019–2020"


def test_it_says_what_is_not_agreed_yet() -> None:
    sentence = told(result("T1.R1", owner="welzijn"), result("T1.R2")).sentences[1]

    assert sentence.text == (
        "Geen van de 2 resultaten heeft een datum. Nog niet afgesproken: een eigenaar bij 1."
    )


def test_what_is_all_agreed_needs_no_sentence() -> None:
    whole = Result(**result("T1.R1", owner="welzijn").__dict__ | {"deadline": JULY})

    assert all("heeft een" not in sentence.text for sentence in told(whole).sentences)


def test_it_says_what_has_no_action() -> None:
    idle = Result(**result("T1.R1", owner="welzijn").__dict__ | {"has_action": False})

    assert told(idle).sentences[1].text.endswith("Bij één resultaat hoort nog geen actie.")


def test_it_counts_what_became_of_agreements_without_names() -> None:
    assert told(result("T1.R1"), period=BUSY).sentences[2].text == (
        "Sinds 1 juni 2026: 14 afspraken nagekomen, 3 verschoven en 2 niet doorgegaan."
    )


def test_it_says_what_was_held_and_what_that_brought() -> None:
    sums = Sums(tallies=(Tally("deelnames", numbers=9, unknown=1, amount=107),))

    assert told(result("T1.R1"), period=BUSY, sums=sums).sentences[3].text == (
        "Er zijn 12 activiteiten gehouden sinds 1 juni 2026. Eén ging niet door."
        " Geteld sinds het begin: minstens 107 deelnames."
    )


def test_a_quiet_time_is_said_as_such() -> None:
    assert told(result("T1.R1")).sentences[3].text == (
        "Er zijn geen activiteiten gehouden sinds 1 juni 2026."
    )


def test_it_always_says_what_is_not_known() -> None:
    busy, quiet = (told(result("T1.R1"), period=period).sentences[-1] for period in (BUSY, QUIET))

    assert busy.text == (
        "Wat we niet weten: bij 7 activiteiten is niet geteld en van 2 activiteiten weten we niet"
        f" of ze doorgingen. {MONITOR}"
    )
    assert quiet.text == f"Wat we niet weten: {MONITOR}"


def test_it_names_for_whom_nothing_fits_and_where_nobody_looked() -> None:
    overview = Overview((Theme("T1", "Ken elkaar", "Samen.", (result("T1.R1"),), Sums()),), Sums())
    bare = ("nieuwkomers", "jongeren", "mantelzorgers", "ouderen")
    few = standing(overview, QUIET, bare=bare[:2], unseen=["Schenkel"])
    more = standing(overview, QUIET, bare=bare, unseen=[])

    assert few.sentences[4].text == (
        "Voor 2 groepen past niets bij wat zij het eerst nodig hebben:"
        " nieuwkomers en jongeren. Nog niet bekeken: één wijk."
    )
    assert more.sentences[4].text == (
        "Voor 4 groepen past niets bij wat zij het eerst nodig hebben:"
        " nieuwkomers, jongeren, mantelzorgers en andere."
    )


def test_it_ends_with_when_the_core_group_meets() -> None:
    overview = Overview((Theme("T1", "Ken elkaar", "Samen.", (result("T1.R1"),), Sums()),), Sums())
    made = standing(overview, QUIET, next_meeting=date(2026, 11, 26))

    assert made.sentences[-1].text == "De kerngroep komt bij elkaar op 26 november 2026."


def test_it_can_be_copied_whole_with_its_sources() -> None:
    made = told(result("T1.R1"))
    lines = made.text.split("\n\n")

    assert lines[0] == "Stand van zaken op 22 november 2026"
    assert lines[1].endswith("(bron: voortgang per resultaat, plan van 2019–2020)")
    assert len(lines) == len(made.sentences) + 1
