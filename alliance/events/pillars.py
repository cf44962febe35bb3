"""The pillars of the national programme: which one a theme, a result or an agreement serves."""

from collections.abc import Collection, Sequence

from alliance.events.base import Code, Event, Id, event, refuse

UNKNOWN = "Deze pijler kennen we niet. Kies er een uit de lijst."
SAID = "Dat stond er al zo. Kies iets anders, of laat het zo."


@event("pillar_linked", "served", "Landelijke pijler gekoppeld")
class PillarLinked(Event):
    """What serves a pillar, by word of the aanjager; the last one counts."""

    served: Id  # its kind and its key: theme.T1, result.T4.R4, action.<key>
    pillar: Code | None = None  # None: none of its own, so it follows what it belongs to


def link_pillar(
    past: Sequence[Event], *, served: str, pillar: str | None, known: Collection[str]
) -> PillarLinked:
    """Say which pillar something serves, or that it has none of its own any more."""
    said = [event.pillar for event in past if isinstance(event, PillarLinked)]
    same = (said[-1] if said else None) == pillar
    refuse(pillar=(pillar is not None and pillar not in known and UNKNOWN) or (same and SAID))
    return PillarLinked(served=served, pillar=pillar)
