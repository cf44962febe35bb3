"""What stands in the source, read without running it: names, functions, and what imports bring."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parent.parent
PACKAGE = HOUSE / "alliance"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, eq=False)
class Source:
    """One file of the package: its top-level names and functions, by name."""

    file: str
    tree: ast.Module
    names: dict[str, list[ast.expr]] = field(default_factory=lambda: defaultdict(list))
    functions: dict[str, Function] = field(default_factory=dict)
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Scope:
    """Where an expression stands: its file and, inside a function, what is assigned there."""

    source: Source
    names: dict[str, list[ast.expr]] = field(default_factory=dict)
    parts: dict[str, list[tuple[str, ast.expr]]] = field(default_factory=dict)
    function: str = ""


@cache
def source(file: Path) -> Source:
    """A file of the package, parsed."""
    tree = ast.parse(file.read_text("utf-8"))
    found = Source(str(file.relative_to(HOUSE)), tree)
    for node in tree.body:
        for name, value in assigned(node):
            found.names[name].append(value)
        if isinstance(node, ast.ImportFrom) and node.module:
            for one in node.names:
                found.imports[one.asname or one.name] = (node.module, one.name)
    for each in ast.walk(tree):
        if isinstance(each, Function):
            found.functions.setdefault(each.name, each)
    return found


def module(dotted: str) -> Source | None:
    """The file of a module of ours by its dotted name; None for somebody else's."""
    place = HOUSE.joinpath(*dotted.split("."))
    for file in (place.with_suffix(".py"), place / "__init__.py"):
        if dotted.startswith("alliance") and file.is_file():
            return source(file)
    return None


def find(scope: Scope, name: str) -> tuple[Scope, list[ast.expr]]:
    """What a name stands for, looked up as Python does, and the scope it stands in."""
    if name in scope.names:
        return scope, scope.names[name]
    if name in scope.source.names:
        return Scope(scope.source), scope.source.names[name]
    if name in scope.source.imports:
        dotted, original = scope.source.imports[name]
        if (other := module(dotted)) and other is not scope.source:
            return find(Scope(other), original)
    return scope, []


def find_function(scope: Scope, called: ast.expr) -> tuple[Source, Function] | None:
    """The function of ours that a call reaches; None when it is somebody else's."""
    if isinstance(called, ast.Attribute):
        if isinstance(called.value, ast.Name) and called.value.id in scope.source.imports:
            dotted, original = scope.source.imports[called.value.id]
            other = module(f"{dotted}.{original}")
            return in_file(other, called.attr) if other else None
        return None
    return in_file(scope.source, called.id) if isinstance(called, ast.Name) else None


def in_file(there: Source, name: str) -> tuple[Source, Function] | None:
    """The function a file knows under this name, its own or imported."""
    if name in there.functions:
        return there, there.functions[name]
    dotted, original = there.imports.get(name, ("", ""))
    other = module(dotted)
    return in_file(other, original) if other and other is not there else None


def inside(there: Source, function: Function) -> Scope:
    """The scope of a function: what it assigns, to names and to keys of names."""
    scope = Scope(there, defaultdict(list), defaultdict(list), function.name)
    for node in ast.walk(function):
        for name, value in assigned(node):
            scope.names[name].append(value)
        for name, key, value in assigned_to_key(node):
            scope.parts[name].append((key, value))
    return scope


def assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """The names a statement binds, each with its value."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
            for target, value in zip(targets, values, strict=True):
                if isinstance(target, ast.Name):
                    yield target.id, value
        case ast.Assign(targets=targets, value=value):
            yield from ((each.id, value) for each in targets if isinstance(each, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield name, value
        case ast.AugAssign(target=ast.Name(id=name), value=value):
            yield name, value
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            yield name, value


def assigned_to_key(node: ast.AST) -> Iterator[tuple[str, str, ast.expr]]:
    """The keys a statement sets: of which name, which key, to what."""
    match node:
        case ast.Assign(
            targets=[ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=str(key)))],
            value=value,
        ):
            yield name, key, value
