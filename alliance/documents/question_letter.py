"""The letter that asks one thing that cannot wait for the mail of the week."""

from collections.abc import Iterable
from datetime import date

from alliance.documents.letters import CLOSING, PREFER, Letter, links
from alliance.dutch import weekday

NO_LOGIN = "Je hoeft niet in te loggen. Op de pagina tik je op een knop; dan pas staat het erin."


def cannot_wait(
    greeting: str,
    *,
    title: str,
    asker: str,
    by: date,
    ways: Iterable[tuple[str, str]],
    prefer: str,
) -> Letter:
    """Who asks what, by when, why it comes now, and the answers that can be given."""
    why = (
        f"{asker} vraagt je iets voor {weekday(by)}. Dat is eerder dan je volgende mail. Daarom"
        " vragen we het nu al."
    )
    parts = (greeting, why, title, links(ways).rstrip(), NO_LOGIN, CLOSING, f"{PREFER}:\n{prefer}")
    return Letter(f"Een vraag die niet kan wachten: {title}", "\n\n".join(parts) + "\n")
