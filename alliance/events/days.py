"""Days: which ones a plan or a memory may have."""

from datetime import date

FIRST_YEAR = 2018
"""The national programme Eén tegen eenzaamheid began in March 2018; before it was no alliance."""
YEARS_AHEAD = 10

MISSING = "Vul in op welke dag het was."
TOO_EARLY = f"Deze dag ligt vóór {FIRST_YEAR}: toen was er nog geen alliantie. Kijk het jaartal na."
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
    return TOO_EARLY if day.year < FIRST_YEAR else None


def written(day: date) -> str:
    """A day as people type it: dd-mm-jjjj."""
    return f"{day:%d-%m-%Y}"
