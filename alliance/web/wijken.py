"""Wijken: one page each with who lives there, who misses what, what there is and whom to call."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.words import RouteAdopted
from alliance.matching import WORDS, Place
from alliance.projections import (
    actions,
    activities,
    coverage_gaps,
    coverage_matrix,
    offers,
    patterns,
    places,
)
from alliance.projections.action_rows import ActionRow
from alliance.projections.activity_rows import ActivityRow
from alliance.projections.coverage_gaps import Gap
from alliance.projections.offer_rows import OfferRow
from alliance.projections.patterns import Filter, Pattern
from alliance.web.pages import ask, page, today
from alliance.web.roles import needs
from alliance.web.sectors import Spread, spread
from alliance.web.sight import eyes

bp = Blueprint("wijken", __name__, url_prefix="/wijken")
LIST = "Wijken en gebieden"


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Every wijk with its residents, and the names the alliance uses itself."""
    home = [(url_for("start.show"), "Start")]
    known, own = ask(places.wijken), ask(places.gebieden)
    return page("wijken/index.html", LIST, home, wijken=known, own=own, source=source())


@bp.get("/<wijk>")
@needs("read_inside")
def show(wijk: str) -> ResponseReturnValue:
    """One wijk or gebied on one page; a buurt leads to its wijk."""
    found = ask(coverage_matrix.zoom, today(), wijk)
    if found is None:
        abort(404)
    if found.place.level == "buurt":
        return redirect(url_for(".show", wijk=found.place.parent))
    if found.place.level == "gemeente":
        return redirect(url_for(".index"))
    return page(
        "wijken/show.html",
        found.place.name,
        [(url_for("start.show"), "Start"), (url_for(".index"), LIST)],
        plan=True,
        here=Here(found.place),
        squares=sorted(found.here.squares.values(), key=lambda one: one.said.recognition),
        heads={head.persona: head for head in found.here.personas},
        words=WORDS,
        source=source(),
    )


@dataclass(frozen=True)
class Here:
    """What a page tells about one place; each question is asked when the page comes to it."""

    place: Place

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """Every code that lies here; not the gemeente around it."""
        whole = ask(places.areas)
        return tuple(
            code for code in self.place.near if code not in whole or whole[code].level != "gemeente"
        )

    @property
    def residents(self) -> list[tuple[str, str | None]]:
        """How many people live in each wijk here; None when nobody knows."""
        return residents(self.place)

    @cached_property
    def offers(self) -> Sequence[OfferRow]:
        """What runs here, or in the whole gemeente."""
        return ask(offers.in_area, self.place.near, today())

    @property
    def own_offers(self) -> list[OfferRow]:
        """What is for this place alone, or for a part of it."""
        return [one for one in self.offers if not set(self.inside).isdisjoint(one.areas)]

    @property
    def wide_offers(self) -> list[OfferRow]:
        """What is for the whole gemeente."""
        return [one for one in self.offers if set(self.inside).isdisjoint(one.areas)]

    @property
    def sectors(self) -> Spread:
        """From which sectors there are offers here, and from which not."""
        return spread(self.own_offers, self.wide_offers)

    @property
    def coming(self) -> Sequence[ActivityRow]:
        """What is planned here, the first day first."""
        return ask(activities.coming, activities.Filter(areas=self.inside), today()).rows

    @property
    def agreed(self) -> Sequence[ActionRow]:
        """What was agreed for here and is still open, as far as the reader may see it."""
        wanted = actions.Filter(status="open", areas=self.inside, seen_by=eyes())
        return ask(actions.page, wanted, today()).rows

    @property
    def routes(self) -> list[tuple[str, list[RouteAdopted]]]:
        """Whom to call, per worry."""
        return by_worry(ask(places.routes, self.place.code))

    @property
    def patterns(self) -> Sequence[Pattern]:
        """What people see coming back here, the last first."""
        return ask(patterns.listed, Filter(areas=self.inside)).rows

    @cached_property
    def gaps(self) -> list[Gap]:
        """What those who are recognised here miss, the heaviest first."""
        found = ask(coverage_gaps.gaps, today())
        return [gap for gap in found if self.place.wijken & set(gap.wijken)]


def residents(place: Place) -> list[tuple[str, str | None]]:
    """How many people live in a wijk, or in each wijk of a gebied; None when nobody knows."""
    known = ask(places.areas)
    asked = [place.code] if place.level == "buurt" else sorted(place.wijken)
    found = [(known[code].name, known[code].residents) for code in asked]
    return [(name, None if many is None else dutch.number(many)) for name, many in found]


def source() -> str:
    """Where the wijken, buurten and numbers of residents come from."""
    return "; ".join(one.source for one in ask(places.adopted))


def by_worry(routes: Iterable[RouteAdopted]) -> list[tuple[str, list[RouteAdopted]]]:
    """Routes under the worry that they are for, in the order of the card."""
    found: dict[str, list[RouteAdopted]] = {}
    for one in routes:
        found.setdefault(one.worry, []).append(one)
    return [*found.items()]


def choices() -> list[tuple[str, str]]:
    """The places people choose from, by name: the alliance's own gebieden and the other wijken.

    A wijk that lies in gebieden as a whole is left out, for people know it by those names.
    """
    own = ask(places.gebieden)
    named = {code for one in own for code in one.areas}
    wijken = [
        (one.code, one.name)
        for one in ask(places.wijken)
        if one.code not in named and not named.issuperset(buurt.code for buurt in one.buurten)
    ]
    return sorted([*((one.gebied, one.name) for one in own), *wijken], key=lambda one: one[1])
