"""School holidays: weeks in which the alliance rather does not meet, as a source gives them."""

from datetime import date

from alliance.events.base import Code, Event, Fact, Id, Text, Title, event


class SchoolHoliday(Fact):
    """One holiday; both days belong to it."""

    name: Title
    first: date
    last: date


@event("school_year_adopted", "school_year", "Schoolvakanties opgenomen")
class SchoolYearAdopted(Event):
    """The holidays of one school year in the region of the gemeente."""

    school_year: Id
    region: Code
    holidays: tuple[SchoolHoliday, ...]
    note: Text | None = None
    source: Title
