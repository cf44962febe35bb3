"""The documentation says what the code says, its links lead somewhere, and its words are used."""

import argparse
import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from alliance import commands
from alliance.cli import commands as known_commands
from alliance.events import texts
from alliance.events.base import KINDS
from docs import make
from docs.kinds import LABELS, fields, parts
from docs.refusals import Refusal, refusals

ROOT = Path(__file__).parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
NAMED = re.compile(r"`((?:alliance|docs|persona_data|requirements|tests)/[\w/.]+\w)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PAIR = re.compile(r"^\| `(\w+)` \| ([^|]+) \|", re.MULTILINE)
FORBIDDEN = re.compile(
    r"\b(toezegging(en)?|dekking|kwetsba(ar|re)|norm(en)?|te laat|gebeurtenis(sen)?)\b", re.I
)
NEXT_STEP = re.compile(
    r"\b(begin|bel|controleer|ga|geef|gebruik|haal|houd|kies|kijk|laat|leg|maak|neem|nodig|pas|plan"
    r"|probeer|schrijf|sla|sluit|verbeter|verstuur|vink|vraag|vul|wacht|zet|zoek)\b|\?$",
    re.IGNORECASE,
)
UNDER_A_HEADING = ("alliance/sources/", "alliance/config.py", "alliance/commands.py")
"""Files whose sentences stand below one that says what to do: verbeter dit, kijk wat kan."""


@cache
def said() -> list[Refusal]:
    return refusals()


@cache
def glossary() -> tuple[str, str]:
    """The pairs that are in use, and those for later."""
    text = (ROOT / "docs" / "woordenlijst.md").read_text("utf-8")
    now, _, later = text.partition("\n## Later\n")
    return now, later


@cache
def code() -> str:
    """The names in the code, in one style."""
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "alliance").rglob("*.py"))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", text).lower()


def templates() -> Iterator[tuple[str, str]]:
    """Every template with its name, without its comments."""
    folder = ROOT / "alliance" / "web" / "templates"
    for path in sorted(folder.rglob("*.html")):
        yield path.name, re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)


def strings() -> Iterator[tuple[str, str]]:
    """Every text in the code of pages, rules, questions and commands that may reach a screen."""
    for path in sorted((ROOT / "alliance").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            match node:
                case ast.Constant(value=str(text)) if id(node) not in alone:
                    yield str(path.relative_to(ROOT)), text


@cache
def screen() -> str:
    return "\n".join(text for _, text in (*templates(), *strings())).lower()


def test_the_pages_made_from_the_code_say_what_the_code_says() -> None:
    assert make.outdated() == [], "run python -m docs.make"


def test_the_check_tells_whether_a_page_must_be_made_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(make.PAGES, "events.md", lambda: "something else")
    assert make.main(["--check"]) == 1
    assert "docs/events.md is out of date" in capsys.readouterr().err


def test_every_link_leads_to_a_file() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in PAGES
        for link in LINK.findall(page.read_text("utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert broken == []


def test_every_file_that_is_named_is_there() -> None:
    named = {name for page in PAGES for name in NAMED.findall(page.read_text("utf-8"))}
    assert "alliance/web/roles.py" in named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_page_of_the_documentation_stands_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    pages = {str(page.relative_to(ROOT / "docs")) for page in (ROOT / "docs").rglob("*.md")}
    assert pages - {"index.md"} <= set(LINK.findall(index))


def test_a_decision_says_its_situation_its_choice_and_what_follows() -> None:
    for page in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        parts_of_it = re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE)
        assert parts_of_it == ["Context", "Decision", "Consequence"], page.name


def test_every_setting_is_explained_to_whoever_runs_the_site() -> None:
    source = (ROOT / "alliance" / "config.py").read_text("utf-8")
    made_by_the_demo = {"ALLIANCE_DEMO"}
    settings = set(re.findall(r"ALLIANCE_[A-Z_]+", source)) - made_by_the_demo
    assert settings == set(
        re.findall(r"`(ALLIANCE_[A-Z_]+)`", (ROOT / "README.md").read_text("utf-8"))
    )


def test_every_kind_of_event_has_a_label_and_an_explanation() -> None:
    assert [name for name, kind in KINDS.items() if not kind.__doc__ or not kind.label] == []
    labels = [kind.label for kind in KINDS.values()]
    assert len(set(labels)) == len(labels)
    assert [part.__name__ for part in parts() if not part.__doc__] == []


def test_every_field_of_an_event_has_a_word_on_the_screen() -> None:
    fieldless = {each.name for kind in KINDS.values() for each in fields(kind)} - LABELS.keys()
    assert fieldless == set()


def test_every_text_in_a_part_of_an_event_has_a_word_on_the_screen() -> None:
    assert {name for part in parts() for name in texts.fields(part)} <= LABELS.keys()


def test_every_command_and_option_explains_itself() -> None:
    parsers = [known_commands().parser]
    silent: list[str] = []
    for parser in parsers:
        silent += [] if parser.description else [parser.prog]
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers += action.choices.values()
                explained = {choice.dest: choice.help for choice in action._choices_actions}
                silent += [name for name in action.choices if not explained.get(name)]
            elif not action.help:
                silent.append(f"{parser.prog} {action.dest}")
    assert silent == []
    assert len(parsers) > 5
    assert all(isinstance(parser, commands.Parser) for parser in parsers)


def test_every_refusal_says_what_to_do_next() -> None:
    dead_ends = [
        f"{each.file}, {each.field}: {each.sentence}"
        for each in said()
        if not each.file.startswith(UNDER_A_HEADING) and not NEXT_STEP.search(each.sentence)
    ]
    assert dead_ends == []


def test_refusals_are_found_where_they_are_known_to_be() -> None:
    found = {(each.file, each.field) for each in said()}
    assert ("alliance/events/actions_rules.py", "title") in found
    assert ("alliance/events/outcomes_rules.py", "unit") in found
    assert ("alliance/readers.py", "any date") in found
    assert any(each.file == "alliance/privacy.py" for each in said())
    assert any(each.file.startswith("alliance/sources/") for each in said())


def test_the_glossary_has_one_pair_per_concept() -> None:
    pairs = [pair for part in glossary() for pair in PAIR.findall(part)]
    for words in zip(*pairs, strict=True):
        assert len(set(words)) == len(words)
    assert len(pairs) > 50


def test_the_words_of_the_glossary_are_the_words_we_use() -> None:
    pairs = PAIR.findall(glossary()[0])
    assert [english for english, _ in pairs if english not in code()] == []
    assert [dutch for _, dutch in pairs if dutch.lower() not in screen()] == []


def test_words_that_mean_something_else_stay_off_the_screen() -> None:
    shown = [*templates(), *strings(), *((each.file, each.sentence) for each in said())]
    assert [(file, text) for file, text in shown if FORBIDDEN.search(text)] == []


def test_the_forbidden_words_stand_in_the_glossary_with_a_better_one() -> None:
    table = glossary()[1].partition("## Words that stay off the screen")[2]
    words = re.findall(r"^\| ([a-z ]+) \|", table, re.MULTILINE)
    assert [word for word in words if word != "not this" and not FORBIDDEN.fullmatch(word)] == []
