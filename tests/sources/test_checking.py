"""Records that do not fit together: double ids, unknown codes, figures that contradict others."""

from pathlib import Path

from tests.sources.conftest import Change, faults


def test_what_contradicts_itself_in_a_record_is_refused(folder: Path, change: Change) -> None:
    change("programme.toml", "hours_sum = 69", "hours_sum = 70")
    change("programme.toml", "fits_range = true", "fits_range = false")
    change("programme.toml", "hours_min = 8\n", "hours_min = 14\n")
    change(
        "programme.toml",
        'date = "2018-09-17"\nprecision = "dag"',
        'date = "2018"\nprecision = "dag"',
    )
    change("programme.toml", 'date = "2020"\nprecision = "jaar"\n', 'date = "2020"\n')
    assert faults(folder) == [
        "programme.toml, milestone 1 (M1), date: hier hoort een dag, als 2018-09-17,"
        ' er staat "2018".',
        "programme.toml, milestone 5 (M5), date: hier hoort niets: zonder precision weten we niet"
        ' wat het is, er staat "2020".',
        "programme.toml, role 1 (kerngroeplid), fits_range: hier hoort true, er staat false.",
        "programme.toml, role 2 (kerngroeplid_voorzitter), hours_sum: de delen zijn samen 69,"
        " er staat 70.",
        "programme.toml, role 4 (klankbordlid), fits_range: hier hoort false, er staat true.",
        "programme.toml, role 4 (klankbordlid), hours_max: dit is minder dan hours_min (14). Kijk"
        " beide na in de bron.",
    ]


def test_a_day_of_a_milestone_that_does_not_exist_is_refused(folder: Path, change: Change) -> None:
    change("programme.toml", 'date = "2018-09-17"', 'date = "2018-09-31"')
    (fault,) = faults(folder)
    assert "milestone 1 (M1), date: hier hoort een dag" in fault


def test_a_holiday_that_ends_too_early_or_begins_too_soon_is_refused(
    folder: Path, change: Change
) -> None:
    change("calendar.toml", 'last = "2025-10-26"', 'last = "2025-10-16"')
    change("calendar.toml", 'first = "2026-04-25"', 'first = "2026-02-22"')
    assert faults(folder) == [
        "calendar.toml, school_year 1 (2025-2026), holidays[1].last: deze dag ligt vóór first."
        " Kijk beide na in de bron.",
        "calendar.toml, school_year 1 (2025-2026), holidays[4].first: deze vakantie begint voordat"
        " de vorige voorbij is.",
    ]


def test_a_second_rhythm_for_one_kind_of_group_is_refused(folder: Path, change: Change) -> None:
    change(
        "programme.toml",
        'group_kind = "themagroep"\nper_year',
        'group_kind = "kerngroep"\nper_year',
    )
    (fault,) = faults(folder)
    assert '"kerngroep" staat er twee keer' in fault


def test_a_score_off_the_line_and_an_unknown_trait_are_refused(
    folder: Path, change: Change
) -> None:
    change("personas.toml", "zelfbeeld = { score = 2", "zelfbeeld = { score = 6")
    assert faults(folder) == [
        "personas.toml, persona 1 (hans), traits.zelfbeeld.score: hier hoort een getal van 1 tot 5,"
        " er staat 6."
    ]
    change("personas.toml", "zelfbeeld = { score = 6", "zelfkennis = { score = 2")
    assert faults(folder) == [
        'personas.toml, persona 1 (hans), traits.zelfkennis: "zelfkennis" staat niet in de'
        ' woordenlijst "trait" (vocabulary.toml).'
    ]


def test_a_double_id_is_refused(folder: Path, change: Change) -> None:
    change("offers.csv", "b03,", "b02,")
    assert faults(folder) == [
        'offers.csv, regel 4: "b02" staat er twee keer (ook bij regel 3). Houd er één.'
    ]


def test_a_double_word_in_one_list_is_refused(folder: Path, change: Change) -> None:
    change("vocabulary.toml", 'code = "betere_samenwerking"', 'code = "andere_sturing"')
    (fault,) = faults(folder)
    assert '"effect_kind, andere_sturing" staat er twee keer' in fault


def test_a_second_gemeente_is_refused(folder: Path, change: Change) -> None:
    change("areas.csv", ",wijk,", ",gemeente,")
    assert "areas.csv, level: hier hoort één gemeente, er staan er 2." in faults(folder)


def test_a_wider_word_that_is_no_word_of_the_list_is_refused(folder: Path, change: Change) -> None:
    change("vocabulary.toml", 'parent = "anders"', 'parent = "elders"')
    assert faults(folder) == [
        'vocabulary.toml, vocabulary 5 (channel), parent: "elders" (bij school) staat niet in deze'
        " woordenlijst."
    ]


def test_steps_out_of_order_are_refused(folder: Path, change: Change) -> None:
    change("calendar.toml", "weeks = 8, who", "weeks = 15, who")
    assert faults(folder) == [
        "calendar.toml, occasion 1 (week_tegen_eenzaamheid), steps[3].weeks: deze stap komt vóór"
        " de stap erboven. Zet hem eerder."
    ]
