"""Results, personas and questions in the examples: what is steered on, and who is recognised."""

from alliance.events.personas import PersonaDescribed, recognise_persona, retire_persona
from alliance.events.programme import Target, adjust_result, assess_result
from alliance.sources.examples.cast import LIFE, NEAR, SCHENKEL, SCHOLLEVAAR, YOUNG
from alliance.sources.examples.pen import AFTERNOON, Pen

WIJKEN = tuple(f"WK05020{number}" for number in range(1, 10))
PLENTY = Target(
    words="Van 9 op de 10 aanbiedingen weten we dat het klopt.",
    number=46,
    unit="aanbiedingen bevestigd",
    baseline=0,
)
TRAINED = Target(
    words="120 professionals en vrijwilligers volgden de training.",
    number=120,
    unit="personen getraind",
    baseline=0,
)
FEWER = Target(
    words="90 professionals en vrijwilligers volgden de training.",
    number=90,
    unit="personen getraind",
    baseline=0,
)
GUIDED = Target(
    words="60 mensen kwamen terecht bij iets wat bij hen past.",
    number=60,
    unit="personen aangekomen na toeleiden",
    baseline=0,
)
MENTORS = Target(
    words="Alle 40 mentoren en jongerenwerkers kregen voorlichting.",
    number=40,
    unit="personen getraind",
    baseline=4,
)
KNOWN = Target(words="In elke wijk zegt de wijkgroep dat buren elkaar vaker groeten.")
ADJUSTED = (
    (262, "noor", "T1.R3", PLENTY, -200, "gemeente_capelle", "De kerngroep koos een eigenaar."),
    (258, "noor", "T2.R2", TRAINED, -45, "welzijn_capelle", "De kerngroep koos een eigenaar."),
    (251, "noor", "T2.R4", GUIDED, -150, "de_zellingen", "De themagroep koos een streefwaarde."),
    (244, "noor", "T3.R1", MENTORS, -30, "cjg", "De themagroep koos een streefwaarde."),
    (237, "noor", "T4.R1", KNOWN, -120, "havensteder", "De themagroep koos woorden, geen getal."),
    (
        150,
        "karim",
        "T2.R2",
        FEWER,
        -45,
        "welzijn_capelle",
        "Er is één trainer in plaats van twee. Liever minder mensen goed getraind.",
    ),
)
ASSESSED = (
    (75, "marijke", "T4.R1", "deels", NEAR, "In Schenkel wel, in Schollevaar nog niet."),
    (60, "sander", "T3.R2", "gehaald", YOUNG, "De peiling is gehouden en besproken."),
    (48, "lotte", "T2.R5", "niet", LIFE, "Er is nog geen kennis- en adviespunt."),
    (21, "sander", "T3.R1", "grotendeels", YOUNG, "Alleen de sportclubs ontbreken nog."),
)
RECOGNISED = (
    (300, "greet", SCHENKEL, "hans", "WK050206", True, "Die kennen wij hier allemaal."),
    (300, "greet", SCHENKEL, "patricia", "WK050206", False, "Jonge gezinnen wonen hier weinig."),
    (296, "greet", SCHENKEL, "zeynep", "WK050206", True, "In de Florabuurt zeker."),
    (240, "lotte", LIFE, "zeynep", "WK050204", True, "Via de huisarts kennen wij er enkele."),
    (238, "lotte", LIFE, "hans", "WK050203", True, None),
    (236, "lotte", LIFE, "hans", "WK050202", True, None),
    (200, "sander", YOUNG, "nick", "WK050201", False, "Op school zien wij dit daar niet."),
    (198, "sander", YOUNG, "nick", "WK050206", True, "Twee mentoren noemen dit."),
    (120, "marijke", NEAR, "patricia", "WK050202", True, "Bij de nieuwe huurders."),
    (95, "saida", SCHOLLEVAAR, "yonas", "WK050207", True, "Via de taalschool."),
    (95, "saida", SCHOLLEVAAR, "yonas", "WK050208", True, "Minder dan in Zuid, maar ze zijn er."),
    (95, "saida", SCHOLLEVAAR, "hans", "WK050208", False, "Hier wonen vooral gezinnen."),
    (93, "saida", SCHOLLEVAAR, "nick", "WK050207", True, "Zij komen op de inloop."),
    (93, "saida", SCHOLLEVAAR, "patricia", "WK050207", True, None),
    (91, "saida", SCHOLLEVAAR, "truus", "WK050207", False, "Dat weten wij eigenlijk niet goed."),
    (35, "saida", SCHOLLEVAAR, "truus", "WK050207", True, "Bij het samen eten herkenden wij haar."),
    (33, "saida", SCHOLLEVAAR, "zeynep", "WK050207", True, None),
)
TRIED = PersonaDescribed(
    persona="werkende_voorbeeld",
    name="Robin",
    kind_label="werkende die pas verhuisde",
    age=31,
    situation=("Werkt veel thuis", "Kent in Capelle niemand"),
    source="voorbeeld, bedacht door de kerngroep",
)


def tell_results(pen: Pen) -> None:
    """What results are steered on, and how far groups say they are."""
    for before, who, result, target, deadline, owner, reason in ADJUSTED:
        told = pen.day(before)
        adjusted = adjust_result(
            pen.past("result", result),
            reason=reason,
            today=told,
            target=target,
            deadline=pen.exact(deadline),
            owner=owner,
        )
        pen.write(who, told, adjusted)
    for before, who, result, verdict, group, reason in ASSESSED:
        past = pen.past("result", result)
        assessed = assess_result(past, verdict=verdict, group=group, reason=reason)
        pen.write(who, pen.day(before), assessed, hour=AFTERNOON)


def tell_personas(pen: Pen) -> None:
    """Who is recognised where; one persona is tried out and let go."""
    for before, who, group, persona, wijk, recognised, reason in RECOGNISED:
        said = recognise_persona(
            pen.past("persona", persona),
            wijk=wijk,
            recognised=recognised,
            wijken=WIJKEN,
            group=group,
            reason=reason,
        )
        pen.write(who, pen.day(before), said, hour=AFTERNOON)
    pen.write("noor", pen.day(210), TRIED)
    past = pen.past("persona", TRIED.persona)
    why = "Niemand herkende deze persona. Wij werken verder met de zes van het plan."
    pen.write("noor", pen.day(112), retire_persona(past, reason=why))
