"""Commands on the keyboard that speak Dutch: their help, and what they say when asked wrongly."""

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

FAULTS = (
    (r"the following arguments are required: (.*)", r"Dit ontbreekt nog: \1."),
    (r"unrecognized arguments: (.*)", r"Dit hoort niet bij deze opdracht: \1."),
    (r"argument (\S+): expected one argument", r"Achter \1 hoort nog iets."),
    (r"argument (\S+): invalid int value: '(.*)'", r"Achter \1 hoort een getal, er staat '\2'."),
    (
        r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)",
        r"'\2' kan niet. Kies uit: \3.",
    ),
)
"""What argparse says, and how we say it."""
Work = Callable[[argparse.Namespace], int]


class Formatter(argparse.HelpFormatter):
    """Help whose first word is Dutch."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line that shows how to type it."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A command whose help and refusals are Dutch."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog, description=description, formatter_class=Formatter, add_help=False)
        self.given = self.add_argument_group("wat erbij hoort")
        self.given.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is wrong and how to go on, and end with 2."""
        for english, dutch in FAULTS:
            message = re.sub(f"^{english}$", dutch, message)
        self.exit(2, f"{message}\nKijk wat kan met: {self.prog} --help\n")


class Commands:
    """A set of commands under one name, each with its help and the function that does it."""

    def __init__(self, name: str, description: str) -> None:
        self.parser = Parser(name, description)
        self._known = self.parser.add_subparsers(
            title="opdrachten", metavar="OPDRACHT", required=True, parser_class=Parser
        )

    def add(self, name: str, work: Work, explanation: str) -> Any:
        """One more command; to what it gives back, its options can be added."""
        command = self._known.add_parser(
            name,
            prog=f"{self.parser.prog} {name}",
            help=explanation[0].lower() + explanation[1:],
            description=f"{explanation}.",
        )
        command.set_defaults(work=work)
        return command.given
