"""Days: which ones a plan or a memory may have."""

from datetime import date

YEARS_BACK = 20
YEARS_AHEAD = 10
"""A day further away is a mistyped year, whatever alliance this is."""

MISSING = "Vul in op welke dag het was."
TOO_EARLY = f"Deze dag ligt meer dan {YEARS_BACK} jaar terug. Kijk het jaartal na."
TOO_FAR = f"Deze dag ligt meer dan {YEARS_AHEAD} jaar vooruit. Kijk het jaartal na."
GONE = "Deze dag is al geweest. Kies vandaag of een latere dag."
NOT_YET = "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."


def unfit_plan(day: date | None, *, today: date, past: str, missing: str | None) -> str | None:
    """What is wrong with a day to do something on, or None; `past` when it has been."""
    if day is None:
        return missing
    if day < today:
        return past
    return TOO_FAR if day.year > today.year + YEARS_AHEAD else None


def unfit_memory(day: date | None, *, today: date) -> str | None:
    """What is wrong with a day on which something was, or None."""
    if day is None:
        return MISSING
    if day > today:
        return NOT_YET
    return TOO_EARLY if day.year < today.year - YEARS_BACK else None


def written(day: date) -> str:
    """A day as people type it: dd-mm-jjjj."""
    return f"{day:%d-%m-%Y}"


def quarter_of(day: date) -> date:
    """The first day of the quarter of a day."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def quarter_after(day: date) -> date:
    """The first day of the quarter after that of a day."""
    first = quarter_of(day)
    return date(first.year, first.month + 3, 1) if first.month < 10 else date(first.year + 1, 1, 1)
