"""The walls of the house that the import floors do not show: who may know what."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from alliance.projections import ALL
from alliance.projections.base import Projection

HOUSE = Path(__file__).parent.parent / "alliance"
KNOW_THE_LIBRARY = {"journal.py", "recorder.py"}
READ_THE_ENVIRONMENT = {"config.py"}
HAND_THE_ENVIRONMENT_ON = {"processes.py"}
"""What starts other processes gives them its own environment, with the settings on top."""
FRAME_OF_PROJECTIONS = {"__init__", "base", "past", "verification"}
CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "localtime", "fromtimestamp"}
CHANCE = {"random", "secrets", "uuid", "os", "time", "hashlib"}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def files(pattern: str) -> list[Path]:
    found = sorted(HOUSE.glob(pattern))
    assert found, pattern
    return found


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """What a file imports: module and name, the name empty for a whole module."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                yield from ((each.name, "") for each in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((module, each.name) for each in names)


def importing(package: str) -> set[str]:
    """The files of the house that import something from a package."""
    return {
        str(path.relative_to(HOUSE))
        for path in files("**/*.py")
        if any(module.split(".")[0] == package for module, _ in imports(path))
    }


def using(name: str, attributes: set[str]) -> set[str]:
    """The files in which one of these attributes of a module is used."""
    return {
        str(path.relative_to(HOUSE))
        for path in files("**/*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
        and node.attr in attributes
    }


def siblings(path: Path) -> Iterator[tuple[str, str]]:
    """What a file of projections/ imports from the files beside it: file and name."""
    for module, name in imports(path):
        if module == "alliance.projections" and (HOUSE / "projections" / f"{name}.py").exists():
            yield name, ""
        elif module.startswith("alliance.projections."):
            yield module.removeprefix("alliance.projections."), name


def question_of(path: Path) -> str | None:
    """The question a file of projections/ helps to answer: by PROJECTION, or by its own name."""
    for node in tree(path).body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id="PROJECTION")],
                value=ast.Call(args=[ast.Constant(value=str(name)), *_]),
            ):
                return name
    other = next((stem for stem, name in siblings(path) if name == "PROJECTION"), None)
    if other:
        return question_of(HOUSE / "projections" / f"{other}.py")
    known = [projection.name for projection in ALL]
    return next((name for name in known if path.stem.startswith(f"{name}_")), None)


def test_only_journal_and_recorder_know_the_library() -> None:
    assert importing("eventsourcing") == KNOW_THE_LIBRARY


def test_only_the_settings_read_the_environment() -> None:
    readers = using("os", {"environ", "getenv", "environb"})
    assert readers <= READ_THE_ENVIRONMENT | HAND_THE_ENVIRONMENT_ON
    assert readers >= READ_THE_ENVIRONMENT
    direct = {path.name for path in files("**/*.py") if ("os", "environ") in imports(path)}
    assert direct == set()


def test_events_need_python_and_msgspec_only() -> None:
    foreign = {
        (path.name, module)
        for path in files("events/*.py")
        for module, _ in imports(path)
        if module.split(".")[0] not in sys.stdlib_module_names | {"msgspec"}
        and not module.startswith("alliance.events")
    }
    assert foreign == set()


def test_rules_have_neither_clock_nor_chance() -> None:
    for pattern in ("events/*.py", "matching/*.py"):
        for path in files(pattern):
            assert {module.split(".")[0] for module, _ in imports(path)} & CHANCE == set(), path
            called = {
                node.func.attr
                for node in ast.walk(tree(path))
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            }
            assert called & CLOCKS == set(), path


def test_a_projection_never_knows_today_while_it_applies() -> None:
    for path in files("projections/*.py"):
        if path.stem in FRAME_OF_PROJECTIONS:
            continue
        called = {
            node.func.attr
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        assert called & CLOCKS == set(), path
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and node.name == "apply":
                assert [each.arg for each in node.args.args] == ["rows", "entry"], path


def test_no_projection_reads_another() -> None:
    crossed = {
        (path.stem, stem)
        for path in files("projections/*.py")
        if path.stem not in FRAME_OF_PROJECTIONS
        for stem, _ in siblings(path)
        if stem not in FRAME_OF_PROJECTIONS
        and (other := question_of(HOUSE / "projections" / f"{stem}.py")) is not None
        and other != question_of(path)
    }
    assert crossed == set()


def test_every_question_is_asked_in_the_file_of_its_name() -> None:
    asked = {question_of(path) for path in files("projections/*.py")} - {None}
    assert {projection.name for projection in ALL} == asked
    for projection in ALL:
        said = ast.get_docstring(tree(HOUSE / "projections" / f"{projection.name}.py")) or ""
        assert "?" in said.split("\n\n")[0], f"{projection.name}: say which question it answers"


def test_the_tables_of_a_projection_carry_its_name() -> None:
    strange = [
        (projection.name, table)
        for projection in ALL
        for table in projection.tables.tables
        if table != projection.name and not table.startswith(f"{projection.name}_")
    ]
    assert strange == []
    tables = [table for projection in ALL for table in projection.tables.tables]
    assert len(set(tables)) == len(tables)


def test_every_event_a_projection_is_shown_is_named_in_its_apply() -> None:
    deaf: list[Projection] = [projection for projection in ALL if not projection.kinds]
    assert deaf == []


def test_a_query_is_named_after_what_it_returns() -> None:
    named = [
        (path.name, node.name)
        for path in files("projections/*.py")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith(("get_", "fetch_", "load_"))
    ]
    assert named == []


def test_files_are_called_after_what_they_hold() -> None:
    vague = {"utils", "util", "helpers", "helper", "managers", "manager", "services", "handlers"}
    assert {path.stem for path in files("**/*.py")} & vague == set()


def test_nothing_is_asked_of_the_database_outside_the_floors_that_know_it() -> None:
    pages = {
        str(path.relative_to(HOUSE))
        for path in files("web/*.py")
        for module, name in imports(path)
        if (module, name) in {("sqlalchemy", "select"), ("sqlalchemy", "insert")}
    }
    assert (
        pages
        | {
            name
            for name in using("sa", {"select", "insert", "update", "delete"})
            if name.startswith("web/")
        }
        == set()
    )
