"""Comparing a file with what was imported before: whatever happened in between."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from alliance.events.base import Event
from alliance.events.offers import OfferConfirmed, OfferRegistered, OfferRevised
from alliance.journal import Entry
from alliance.sources.comparison import Past, compare
from alliance.sources.plan import Item

OFFERS = ("koffie", "maatje")
NAMES = st.sampled_from(["Een", "Twee", "Drie"])
STEPS = st.lists(
    st.tuples(st.sampled_from(["import", "noor", "confirm"]), st.sampled_from(OFFERS), NAMES),
    max_size=12,
)


class Told:
    """A journal in memory that imports write in."""

    def __init__(self) -> None:
        """Nothing happened yet, and the file says the same of every offer."""
        self.entries: list[Entry] = []
        self.file = dict.fromkeys(OFFERS, "Nul")

    def append(self, event: Event, by: str) -> None:
        """Let something happen."""
        at = datetime(2026, 3, 2, tzinfo=UTC)
        number = len(self.entries) + 1
        self.entries.append(Entry(number, event.stream, 1, event.stored_name, at, by, event))

    def take_in(self) -> list[str]:
        """Import the file; the word each offer gets."""
        past = Past.of(self.entries)
        registered = [OfferRegistered(offer=offer, name=name) for offer, name in self.file.items()]
        steps = [compare(Item("offers.csv", "", event), past) for event in registered]
        for step in steps:
            if step.event:
                self.append(step.event, "import")
        return [step.word for step in steps]

    def called(self, offer: str) -> str:
        """The name an offer has now."""
        now = [
            one.event
            for one in self.entries
            if isinstance(one.event, OfferRegistered | OfferRevised)
        ]
        return next(event.name for event in reversed(now) if event.offer == offer)


@given(STEPS)
def test_whatever_happened_the_second_import_in_a_row_writes_nothing(
    steps: list[tuple[str, str, str]],
) -> None:
    told = Told()
    told.take_in()
    for who, offer, name in steps:
        if who == "noor":
            told.append(OfferRevised(offer=offer, name=name), "noor")
        elif who == "confirm":
            told.append(OfferConfirmed(offer=offer), "noor")
        else:
            told.file[offer] = name
            told.take_in()
    told.take_in()
    before = len(told.entries)
    assert not {"new", "changed", "asked"} & {*told.take_in()}
    assert len(told.entries) == before


@given(STEPS)
def test_an_import_never_undoes_what_a_member_wrote_last(
    steps: list[tuple[str, str, str]],
) -> None:
    told = Told()
    told.take_in()
    written: dict[str, str] = {}
    for who, offer, name in steps:
        if who == "noor":
            told.append(OfferRevised(offer=offer, name=name), "noor")
            written[offer] = name
        elif who == "import":
            told.file[offer] = name
            told.take_in()
        assert {one: told.called(one) for one in written} == written
