"""`alliance …`: what the keeper does from a keyboard."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from alliance import audit, demo, dutch, jobs, processes, readiness, sources, welcome
from alliance.app import make_desk
from alliance.commands import Commands
from alliance.config import Misconfigured, Settings
from alliance.database import Unavailable
from alliance.desk import Desk
from alliance.events.base import Refused
from alliance.serving import Site

EXPECTED = (
    Misconfigured,
    Unavailable,
    processes.PortTaken,
    demo.NoDemo,
    sources.Unfit,
    sources.NotEmpty,
    Refused,
    welcome.Unwelcome,
)
"""What may go wrong without a mistake in this code; each says in Dutch what to do."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words on the command line ask; 0 when it went well."""
    os.umask(0o077)  # names and addresses stand in what it makes: for the owner of the site alone
    given = commands().parser.parse_args(words)
    work: Callable[[Namespace], int] = given.work
    try:
        return work(given)
    except EXPECTED as why:
        print(why, file=sys.stderr)
        return 2


def commands() -> Commands:
    """Everything that can be asked, each with its help."""
    known = Commands("alliance", "Het platform van de alliantie, vanaf het toetsenbord.")
    _add_running(known)
    _add_keeping(known)
    _add_people(known)
    return known


def _add_running(known: Commands) -> None:
    given = known.add("demo", run_demo, "Laat de site zien met het plan en een verzonnen jaar")
    given.add_argument("--reset", action="store_true", help="begin opnieuw; wat er was, gaat weg")
    given.add_argument(
        "--port", type=int, default=demo.PORT, metavar="POORT", help="de poort (8000)"
    )
    given.add_argument(
        "--database",
        default=str(demo.DATABASE),
        metavar="BESTAND",
        help=f"waar de gegevens staan ({demo.DATABASE})",
    )
    given = known.add("serve", serve, "Draai de site")
    given.add_argument(
        "--host", default=processes.HOST, metavar="ADRES", help="het adres (127.0.0.1)"
    )
    given.add_argument(
        "--port", type=int, default=demo.PORT, metavar="POORT", help="de poort (8000)"
    )
    known.add("jobs", keep_time, "Doe wat op de klok gebeurt, zoals mail versturen")


def _add_keeping(known: Commands) -> None:
    given = known.add("import", import_folder, "Lees een map met gegevens in, zoals persona_data/")
    given.add_argument("folder", type=Path, metavar="MAP", help="de map met de bestanden")
    known.add("demo-events", add_examples, "Vul een lege alliantie met een verzonnen jaar")
    known.add("rebuild", rebuild, "Bouw alle overzichten opnieuw op uit het logboek")
    known.add("verify", verify, "Controleer of het logboek en de overzichten nog kloppen")


def _add_people(known: Commands) -> None:
    roles = f"een van: {', '.join(welcome.ROLES)}"
    given = known.add("invite", invite, "Laat iemand toe en maak een link om in te loggen")
    given.add_argument("--name", required=True, metavar="NAAM", help="hoe die persoon heet")
    given.add_argument("--mail", required=True, metavar="ADRES", help="het mailadres")
    given.add_argument("--role", required=True, choices=welcome.ROLES, metavar="ROL", help=roles)
    given = known.add("sign-in-link", sign_in_link, "Maak een link om in te loggen zonder mail")
    given.add_argument("mail", metavar="ADRES", help="het mailadres van wie meedoet")


def run_demo(given: Namespace) -> int:
    """Make the demo when it is not there, say who can sign in, and serve it."""
    return demo.run(demo.file_of(given.database), given.port, reset=given.reset)


def serve(given: Namespace) -> int:
    """Serve the site until told to end."""
    settings = Settings.from_environment()
    with opened(settings):
        pass  # the tables are there; every worker opens an engine of its own
    Site(settings, given.port, given.host).run()
    return 0


def keep_time(_given: Namespace) -> int:
    """Do the jobs of the clock until told to end."""
    with opened(Settings.from_environment()) as desk:
        jobs.keep_time(desk)
    return 0


def import_folder(given: Namespace) -> int:
    """Take in a folder of files."""
    with opened(Settings.from_environment()) as desk:
        print(sources.import_folder(desk, given.folder))
    return 0


def add_examples(_given: Namespace) -> int:
    """Add a year of examples that ends yesterday."""
    with opened(Settings.from_environment()) as desk:
        sources.add_examples(desk, desk.today() - timedelta(days=1))
    return 0


def rebuild(_given: Namespace) -> int:
    """Replace every row of every projection by what the journal makes of it."""
    with opened(Settings.from_environment()) as desk:
        last = readiness.rebuild_rows(desk, tell)
        print(f"{len(desk.known)} overzichten opnieuw opgebouwd uit {dutch.number(last)} regels.")
    return 0


def verify(_given: Namespace) -> int:
    """Say every fault in journal and projections, and as last line where the chain ends."""
    desk = make_desk(Settings.from_environment())
    try:
        found = False
        for fault in audit.faults(desk):
            found = True
            print(fault)
        print(audit.last_line(desk))
        return 1 if found else 0
    finally:
        desk.engine.dispose()


def invite(given: Namespace) -> int:
    """Let someone take part, and print the link that signs in."""
    with opened(Settings.from_environment()) as desk:
        print(welcome.invite(desk, name=given.name, mail=given.mail, role=given.role))
    return 0


def sign_in_link(given: Namespace) -> int:
    """Print a link that signs in."""
    with opened(Settings.from_environment()) as desk:
        print(welcome.sign_in_link(desk, given.mail))
    return 0


@contextmanager
def opened(settings: Settings) -> Iterator[Desk]:
    """A desk whose tables are there and whose rows are made with this code."""
    desk = make_desk(settings)
    try:
        readiness.make_ready(desk, tell)
        yield desk
    finally:
        desk.engine.dispose()


def tell(position: int) -> None:
    """Say on the screen how far a rebuild has come."""
    print(f"{dutch.number(position)} regels gelezen ...", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
