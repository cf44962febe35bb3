"""After a back-up is put back: who was erased is erased again, and so is what was taken away."""

from contextlib import suppress

from alliance import forgotten, leaving, members, redaction
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.base import Refused
from alliance.leaving import CLOCK


def erase_again(desk: Desk) -> None:
    """Erase whatever the list beside the database names and the database still holds."""
    file = desk.settings.forgotten
    with reading(desk.engine) as db:
        back = [member for member in forgotten.members(file) if members.name_of(db, member)]
    for member in back:
        with suppress(Refused):  # another process that starts now did it
            leaving.erase(desk, member, by=CLOCK)
    redaction.take_away_again(desk, forgotten.texts(file), by=CLOCK)
