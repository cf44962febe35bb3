"""What the repository promises about itself: limits, locks, licence, and nothing of one machine."""

import ast
import os
import re
import subprocess
import tomllib
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

import yaml

import alliance

ROOT = Path(__file__).parent.parent
CODE = ("alliance", "benchmarks", "docs", "scripts", "tests", ".ci")
LONGEST_FILE, LONGEST_CONFTEST, LONGEST_FUNCTION = 250, 120, 30
# Written in two halves, so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    r"(py"
    + r"pi\.org|python"
    + r"hosted\.org|npm"
    + r"js\.org|yarn"
    + r"pkg\.com|docker"
    + r"\.io)"
)
MACHINE_PATH = re.compile(r"(?<![\w.}/-])/(work|root|home/\w+|tmp" + r"/\w+)/")
LEFT_FOR_LATER = re.compile(
    r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b|unittest\.mo" + r"ck|pytest\.(ski" + r"p|xf" + r"ail)"
    r"|mark\.(ski" + r"p|xf" + r"ail)"
)
CATALOGUE_ASKS = {
    "publiccodeYmlVersion",
    "name",
    "url",
    "platforms",
    "categories",
    "developmentStatus",
    "softwareType",
    "description",
    "legal",
    "maintenance",
    "localisation",
}
TEXT = {".css", ".csv", ".geojson", ".html", ".json", ".md", ".py", ".svg", ".toml", ".txt", ".yml"}


@cache
def tracked() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


def written() -> list[Path]:
    """The files of code: Python and the scripts."""
    inside = [path for path in tracked() if path.relative_to(ROOT).parts[0] in CODE]
    return [path for path in inside if path.suffix in ("", ".py", ".sh")]


@cache
def trees() -> dict[str, ast.Module]:
    """Every Python file by its name, parsed."""
    modules = [path for path in written() if path.suffix == ".py"]
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in modules}


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Where the pattern stands, as file:line."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def locked(name: str) -> dict[str, str]:
    """Package (with its extras) and version, with the marker, of one locked list."""
    text = (ROOT / "requirements" / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+(?:\[[a-z,]+\])?)==(\S+)", text, re.MULTILINE))


def test_no_file_is_longer_than_one_can_oversee() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in written()}
    too_long = {
        str(path.relative_to(ROOT)): length
        for path, length in lengths.items()
        if length > (LONGEST_CONFTEST if path.name == "conftest.py" else LONGEST_FILE)
    }
    assert too_long == {}


def test_no_function_is_longer_than_thirty_lines() -> None:
    too_long = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= LONGEST_FUNCTION
    ]
    assert too_long == []


def test_every_module_says_what_it_is_for() -> None:
    assert [name for name, tree in trees().items() if not ast.get_docstring(tree)] == []


def test_nothing_is_left_for_later_and_nothing_is_faked() -> None:
    assert lines_with(LEFT_FOR_LATER, written()) == []


def test_no_file_names_a_registry_or_a_place_on_one_machine() -> None:
    texts = [path for path in tracked() if path.suffix in TEXT or path.name == "Dockerfile"]
    assert lines_with(REGISTRIES, texts) == []
    assert lines_with(MACHINE_PATH, [*texts, *written()]) == []


def test_no_file_is_heavier_than_a_megabyte() -> None:
    assert [file for file in tracked() if file.stat().st_size > 1_000_000] == []


def test_what_is_installed_is_locked_with_hashes_and_without_addresses() -> None:
    for name in ("base.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text("utf-8")
        entries = re.split(r"\n(?=[a-z0-9])", text.strip())
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
        assert "://" not in text
        assert "-url" not in text


def test_the_demo_installs_a_part_of_what_the_tests_install() -> None:
    assert locked("base.txt").items() <= locked("dev.txt").items()


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[~>=]", line)[0] for line in project["dependencies"]}
    assert names <= locked("base.txt").keys()


def test_what_a_package_asks_with_an_extra_is_locked_with_that_extra() -> None:
    # Otherwise pip looks at the newest release first, and refuses it for want of a hash.
    asked = {
        found[0]
        for package in distributions()
        for line in package.requires or ()
        if "extra ==" not in line and (found := re.match(r"[\w.-]+\[[\w,-]+\]", line))
    }
    assert "coverage[toml]" in asked
    assert asked <= locked("dev.txt").keys()


def test_the_catalogue_entry_holds_what_its_standard_asks() -> None:
    entry = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert entry["publiccodeYmlVersion"] == "0.5"
    assert entry.keys() >= CATALOGUE_ASKS
    assert entry["legal"]["license"] == "EUPL-1.2"
    assert entry["localisation"].keys() == {"localisationReady", "availableLanguages"}
    someone = {one["name"] for one in entry["maintenance"].get("contacts", [])}
    assert someone or entry["maintenance"]["type"] == "none"
    assert {"nl", "en"} <= entry["description"].keys()
    for words in entry["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (ROOT / "LICENSE").read_text("utf-8")


def test_the_catalogue_entry_names_a_version_once_there_is_one() -> None:
    entry = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d[\d.]*)\] - (\S+)", changes, re.MULTILINE)
    named = {"softwareVersion", "releaseDate"} & entry.keys()
    assert named == ({"softwareVersion", "releaseDate"} if released else set())
    assert not released or entry["softwareVersion"] == alliance.__version__ == released[0][0]


def test_the_image_does_not_run_as_root_and_tells_whether_it_is_well() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users[-1] not in ("root", "0")
    assert any(line.startswith("HEALTHCHECK ") for line in lines)
    assert any("/gezond" in line and "CMD" in line for line in lines)
    assert [line for line in lines if line.startswith("FROM ")] == ["FROM ${BASE}"]


def test_ci_runs_the_one_command_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        'exec "$(dirname "$0")/../scripts/test"'
    ]
    for name in (".ci/run", "scripts/test", "scripts/demo"):
        assert os.access(ROOT / name, os.X_OK)


def test_every_decision_stands_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    decisions = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert [name for name in decisions if f"(decisions/{name})" not in index] == []
    assert [name[:4] for name in decisions] == [f"{n:04}" for n in range(1, len(decisions) + 1)]
