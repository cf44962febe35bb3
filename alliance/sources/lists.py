"""Codes that must stand in a list: the type of a field says in which one."""

from typing import Annotated

from msgspec import Meta

from alliance.events.base import Code, Fact, Id

FormCode = Annotated[Code, Meta(extra={"of": "loneliness_form"})]
LevelCode = Annotated[Code, Meta(extra={"of": "persistence"})]
NeedCode = Annotated[Code, Meta(extra={"of": "need"})]
BarrierCode = Annotated[Code, Meta(extra={"of": "barrier"})]
ChannelCode = Annotated[Code, Meta(extra={"of": "channel"})]
LifeStageCode = Annotated[Code, Meta(extra={"of": "life_stage"})]
LifeEventCode = Annotated[Code, Meta(extra={"of": "life_event"})]
TargetGroupCode = Annotated[Code, Meta(extra={"of": "target_group"})]
KindCode = Annotated[Code, Meta(extra={"of": "offer_kind"})]
SectorCode = Annotated[Code, Meta(extra={"of": "sector"})]
ReachCode = Annotated[Code, Meta(extra={"of": "offer_reach"})]
TraitCode = Annotated[Code, Meta(extra={"of": "trait"})]
AreaCode = Annotated[Code, Meta(extra={"of": "area"})]
GebiedId = Annotated[Id, Meta(extra={"of": "gebied"})]
OrganisationId = Annotated[Id, Meta(extra={"of": "organisation"})]
ThemeId = Annotated[Id, Meta(extra={"of": "theme"})]
ResultId = Annotated[Id, Meta(extra={"of": "result"})]
PlannedId = Annotated[Id, Meta(extra={"of": "planned"})]
GroupId = Annotated[Id, Meta(extra={"of": "group"})]
OfferId = Annotated[Id, Meta(extra={"of": "offer"})]

LISTS = {
    "area": ("de wijken en buurten", "areas.csv"),
    "gebied": ("de gebieden", "gebieden.toml"),
    "organisation": ("de organisaties", "organisations.csv"),
    "theme": ("de thema's", "programme.toml"),
    "result": ("de resultaten", "programme.toml"),
    "planned": ("de acties van het plan", "programme.toml"),
    "group": ("de groepen", "programme.toml"),
    "offer": ("het aanbod", "offers.csv"),
}
"""What the lists that are no vocabulary are called, and the file they stand in."""


class Record(Fact):
    """One record of a file; a field `derived` names what was not printed in its source."""


def list_called(name: str) -> tuple[str, str]:
    """What a list of codes is called, and the file it stands in."""
    return LISTS.get(name, (f'de woordenlijst "{name}"', "vocabulary.toml"))
