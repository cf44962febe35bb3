"""The cast of the examples: clearly invented people, and what each does in the alliance."""

from dataclasses import dataclass

from alliance.events.organisations import Role


@dataclass(frozen=True)
class Part:
    """A role that someone has, and what it is for."""

    role: Role
    group: str | None = None
    organisation: str | None = None


@dataclass(frozen=True)
class Person:
    """An invented member; `joined` and `left` are days before the end of the story."""

    key: str
    name: str
    organisation: str | None
    parts: tuple[Part, ...]
    joined: int = 360
    left: int | None = None
    erased: bool = False

    @property
    def mail(self) -> str:
        """An address that cannot exist."""
        return f"{self.key}@voorbeeld.example"


def person(
    key: str,
    organisation: str | None,
    *parts: Part,
    joined: int = 360,
    left: int | None = None,
    erased: bool = False,
) -> Person:
    """Someone whose name says that nobody is called so."""
    name = f"{key.capitalize()} Voorbeeld"
    return Person(key, name, organisation, parts, joined, left, erased)


def member_of(group: str) -> Part:
    """A member of a group."""
    return Part("lid", group)


def chair_of(group: str) -> Part:
    """The chair of a group."""
    return Part("voorzitter", group)


def contact_of(organisation: str) -> Part:
    """The contact of an organisation."""
    return Part("contactpersoon", organisation=organisation)


KERN, KLANK = "kerngroep", "klankbordgroep"
LIFE, YOUNG, NEAR = "themagroep_t2", "themagroep_t3", "themagroep_t4"
SCHENKEL, SCHOLLEVAAR = "wop_schenkel", "wop_schollevaar"
CAST = (
    person("noor", "gemeente_capelle", Part("aanjager"), joined=362),
    person("bram", "gemeente_capelle", Part("beheerder"), joined=362),
    person("els", "gemeente_capelle", Part("beleidsmedewerker"), member_of("themagroep_info")),
    person("frank", None, Part("raadslid"), joined=300),
    person("karim", "welzijn_capelle", chair_of(KERN), contact_of("welzijn_capelle")),
    person("lotte", "de_zellingen", member_of(KERN), chair_of(LIFE), contact_of("de_zellingen")),
    person("hetty", "cjg", member_of(KERN), chair_of(YOUNG), left=196),
    person("sander", "cjg", member_of(YOUNG), contact_of("cjg")),
    person("marijke", "havensteder", member_of(KERN), chair_of(NEAR), contact_of("havensteder")),
    person("farid", "gemeente_capelle", member_of(KERN), contact_of("gemeente_capelle")),
    person("ingrid", "inloophuis_ijssel", member_of(LIFE), contact_of("inloophuis_ijssel")),
    person("joost", "kbo_pcob", member_of(LIFE), contact_of("kbo_pcob")),
    person("amina", "vluchtelingenwelzijn", member_of(LIFE), contact_of("vluchtelingenwelzijn")),
    person("dewi", "comenius", member_of(YOUNG), contact_of("comenius")),
    person(
        "tim", "sportief_capelle", member_of(YOUNG), member_of(KERN), contact_of("sportief_capelle")
    ),
    person("wim", "wijkoverleg_schenkel", member_of(NEAR), member_of(SCHENKEL)),
    person("greet", "wijkoverleg_schenkel", chair_of(SCHENKEL), contact_of("wijkoverleg_schenkel")),
    person("saida", "welzijn_capelle", member_of(NEAR), member_of(LIFE)),
    person("kees", "vrijwilligersorganisaties", member_of(NEAR), left=120, erased=True),
    person("ria", "adviesraad_sd", member_of(KLANK), contact_of("adviesraad_sd")),
    person("peter", "huisartsenvereniging", member_of(KLANK), contact_of("huisartsenvereniging")),
    person("yvonne", "lelie", member_of(KLANK), contact_of("lelie"), joined=345),
    person("rob", "enc", member_of(KLANK), contact_of("enc"), joined=345),
    person("anouk", "sonrisa", contact_of("sonrisa"), joined=330),
    person("mieke", "sensoor", contact_of("sensoor"), joined=330),
)
PLACES = {one.key: minute for minute, one in enumerate(CAST, 1)}
"""The minute of the hour at which each of them writes."""
ORGANISATIONS = {one.key: one.organisation for one in CAST}
