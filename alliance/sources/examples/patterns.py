"""Signals from the wijk in the examples: one that was linked and answered, and one that waits."""

from alliance.events.patterns import answer_pattern, link_pattern, raise_pattern
from alliance.sources.examples.cast import KLANK, SCHENKEL
from alliance.sources.examples.pen import EVENING, Pen

SIGNALS = (
    ("Weduwnaars kennen het Huis van de Wijk niet.", None),
    ("Wie slecht ter been is, komt 's avonds nergens meer: de bus rijdt dan niet.", None),
)
"""What the sounding board sees, and where."""
ANSWER = "We hangen het programma ook op bij de supermarkt en de huisarts, in grote letters."


def tell_patterns(pen: Pen) -> None:
    """A signal of the sounding board is linked and answered; another one waits."""
    seen, waits = (
        raise_pattern(pattern=pen.new(), statement=said, group=KLANK, area=area)
        for said, area in SIGNALS
    )
    pen.write("ria", pen.day(28), seen, hour=EVENING)
    pen.write("rob", pen.day(6), waits, hour=EVENING)
    linked = link_pattern([seen], persona="hans", area="WK050206")
    pen.write("noor", pen.day(22), linked, hour=EVENING)
    told = answer_pattern([seen, linked], group=SCHENKEL, statement=ANSWER)
    pen.write("greet", pen.day(13), told, hour=EVENING)
