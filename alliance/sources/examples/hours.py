"""Hours in the examples: some members note what their role takes, one corrects, one takes back."""

from alliance.events.hours import correct_hours, note_hours, withdraw_hours
from alliance.sources.examples.pen import EVENING, Pen

ROLES = {
    "themagroeplid": (
        ("ingrid", 210),
        ("joost", 180),
        ("amina", 240),
        ("dewi", 150),
        ("saida", 270),
    ),
    "kerngroeplid": (("farid", 240), ("tim", 300)),
    "klankbordlid": (("ria", 120), ("peter", 150), ("yvonne", 120)),
    "aanjager": (("noor", 32 * 60),),
}
"""Who notes how many minutes a month; the sounding board does only in the first months."""
MONTHS = (330, 300, 270, 240, 200, 170, 130, 90, 60, 30)
BOARD_STOPS = 200


def tell_hours(pen: Pen) -> None:
    """Members note their hours, some months; one was mistaken, another does not want it kept."""
    for before in MONTHS:
        for role, people in ROLES.items():
            if role != "klankbordlid" or before > BOARD_STOPS:
                for who, minutes in people:
                    note(pen, who, role, before, minutes)
    first, second = (note(pen, who, "themagroeplid", 20, 90) for who in ("ingrid", "joost"))
    day = pen.day(15)
    pen.write("ingrid", day, correct_hours(pen.past("hours", first), minutes=120), hour=EVENING)
    pen.write("joost", day, withdraw_hours(pen.past("hours", second)), hour=EVENING)


def note(pen: Pen, who: str, role: str, before: int, minutes: int) -> str:
    """One person notes one month of a role; the key of what was noted."""
    day, hours = pen.day(before), pen.new()
    said = note_hours(
        hours=hours,
        member=pen.keys[who],
        role=role,
        of=(role,),
        month=day.replace(day=1),
        minutes=minutes,
        today=day,
    )
    pen.write(who, day, said, hour=EVENING)
    return hours
