"""Every refusal in the source: the sentence, the field it stands at, and the file that says it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from docs.reading import (
    PACKAGE,
    Function,
    Scope,
    Source,
    find,
    find_function,
    inside,
    module,
    source,
)

REFUSING = {"refuse", "Refused", "Overtaken", "Doubted"}
"""Calls whose keywords are form fields and whose values are what is said there."""
RULES = (
    "events/*.py",
    "privacy.py",
    "config.py",
    "commands.py",
    "readers.py",
    "web/errors.py",
    "web/gate.py",
)
"""Files in which every sentence is one that refuses, also where no call is seen to say it."""
SPOKEN = ("*.py", "events/*.py", "sources/*.py", "web/*.py")
SENTENCE = re.compile(r"[A-Z…'\"(].* .*([.?!]|[.?!] [A-Z].*)", re.DOTALL)
PATTERN = re.compile(r"\(\?|\\[bdwsS]|\[\^?[\w-]+\]")
FILLED_IN = re.compile(r"\{\w*\}|\\\d")
DEEPEST = 16


@dataclass(frozen=True, order=True)
class Refusal:
    """One sentence at one field, as one file says it; the field `form` is the whole form."""

    file: str
    field: str
    sentence: str


def refusals() -> list[Refusal]:
    """Every refusal there is, by file."""
    files = [source(file) for pattern in SPOKEN for file in sorted(PACKAGE.glob(pattern))]
    strict = {str(file) for pattern in RULES for file in PACKAGE.glob(pattern)}
    found = {each for there in files for each in said_in(there)}
    said = {each.sentence for each in found}
    for there in files:
        if str(PACKAGE.parent / there.file) in strict:
            found |= {each for each in unsaid_in(there) if each.sentence not in said}
    return sorted(each for each in found if not is_tail(each, found))


def is_tail(one: Refusal, found: set[Refusal]) -> bool:
    """Whether this is only the end of what its file says: a sentence that others end with."""
    return any(
        each.file == one.file and each.sentence.endswith(f" {one.sentence}") for each in found
    )


def said_in(there: Source) -> Iterator[Refusal]:
    """What the calls and raises of one file say."""
    for scope, node in nodes(there):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in REFUSING:
                yield from at_fields(there, scope, node)
            case ast.Call(func=ast.Name(id="abort"), args=[ast.Constant(value=int(code)), told]):
                yield from at(there, f"page {code}", scope, told)
            case ast.Call(func=ast.Name(id="Fault"), args=[_, _, told]):
                yield from at(there, "file", scope, told, shaped=False)
            case ast.Call(func=ast.Name(id="tell"), args=[_, told]):
                yield from at(there, "file", scope, told, shaped=False)
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=[told, *_])):
                where = scope.function.replace("read_", "any ") if name == "ValueError" else name
                yield from at(there, where, scope, told)


def unsaid_in(there: Source) -> Iterator[Refusal]:
    """Every sentence of a file, for what no call was seen to say; a list by code names the page."""
    pieces = {id(part) for node in ast.walk(there.tree) for part in pieces_of(node)}
    for scope, node in nodes(there):
        match node:
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, int):
                        yield from at(there, f"page {key.value}", scope, value)
                        pieces.add(id(value))
            case ast.Constant() | ast.JoinedStr() if id(node) not in pieces:
                yield from at(there, "", scope, node)


def pieces_of(node: ast.AST) -> Iterator[ast.AST]:
    """The strings that are not said by themselves: parts of an f-string, and explanations."""
    match node:
        case ast.JoinedStr(values=values):
            yield from values
        case ast.Expr(value=ast.Constant() as value):
            yield value
        case ast.Call(func=ast.Name(id="event"), args=words):
            yield from words


def at_fields(there: Source, scope: Scope, call: ast.Call) -> Iterator[Refusal]:
    """What a call that refuses says, keyword by keyword."""
    for keyword in call.keywords:
        if keyword.arg:
            yield from at(there, keyword.arg, scope, keyword.value)
        else:
            for field, where, value in fields(scope, keyword.value):
                yield from at(there, field, where, value)


def at(
    there: Source, field: str, scope: Scope, value: ast.expr, *, shaped: bool = True
) -> Iterator[Refusal]:
    """The sentences an expression may turn into, at one field."""
    for text in sentences(scope, value):
        sentence = FILLED_IN.sub("…", text)
        if not shaped or (SENTENCE.fullmatch(sentence) and not PATTERN.search(sentence)):
            yield Refusal(there.file, field, sentence)


def fields(scope: Scope, value: ast.expr, depth: int = 0) -> Iterator[tuple[str, Scope, ast.expr]]:
    """The fields of a mapping of faults, each with its expression and where that stands."""
    if depth > DEEPEST:
        return
    match value:
        case ast.Dict(keys=keys, values=values):
            for key, each in zip(keys, values, strict=True):
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield key.value, scope, each
        case ast.Name(id=name):
            where, found = find(scope, name)
            for each in found:
                yield from fields(where, each, depth + 1)
            yield from ((key, scope, each) for key, each in scope.parts.get(name, []))
        case ast.BinOp() | ast.IfExp() | ast.BoolOp():
            for each in branches(value):
                yield from fields(scope, each, depth + 1)
        case ast.DictComp(
            value=made,
            generators=[ast.comprehension(iter=ast.Call(func=ast.Attribute(value=listed)))],
        ):
            for field, where, each in fields(scope, listed, depth + 1):
                yield from ((field, where, each), (field, scope, made))
        case ast.Call(func=called) if found_function := find_function(scope, called):
            where = inside(*found_function)
            for each in returned(found_function[1]):
                yield from fields(where, each, depth + 1)


def sentences(scope: Scope, value: ast.expr, depth: int = 0) -> Iterator[str]:
    """Every Dutch sentence an expression may turn into; … stands for what is filled in."""
    if depth > DEEPEST:
        return
    match value:
        case ast.Constant(value=str(text)) if " " in text:
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(part_of(scope, part) for part in parts)
        case ast.Name(id=name):
            where, found = find(scope, name)
            for each in found:
                yield from sentences(where, each, depth + 1)
        case ast.Attribute(value=ast.Name(id=name), attr=attribute) if name in scope.source.imports:
            for where, each in attribute_of(scope, name, attribute):
                yield from sentences(where, each, depth + 1)
        case ast.Call(func=ast.Attribute(value=text, attr="format")):
            yield from sentences(scope, text, depth + 1)
        case ast.Call(func=called, args=arguments, keywords=keywords):
            for each in (*arguments, *(keyword.value for keyword in keywords)):
                yield from sentences(scope, each, depth + 1)
            if found_function := find_function(scope, called):
                where = inside(*found_function)
                for each in returned(found_function[1]):
                    yield from sentences(where, each, depth + 1)
        case _:
            for each in branches(value):
                yield from sentences(scope, each, depth + 1)


def attribute_of(scope: Scope, name: str, attribute: str) -> Iterator[tuple[Scope, ast.expr]]:
    """What a constant of an imported module stands for."""
    dotted, original = scope.source.imports[name]
    other = module(f"{dotted}.{original}")
    where, found = find(Scope(other), attribute) if other else (scope, [])
    yield from ((where, each) for each in found)


def part_of(scope: Scope, part: ast.expr) -> str:
    """A piece of an f-string: its text, the constant it names, or … ."""
    match part:
        case ast.Constant(value=text):
            return str(text)
        case ast.FormattedValue(value=ast.Name(id=name)) if name.isupper():
            where, found = find(scope, name)
            for each in found:
                if isinstance(each, ast.Constant):
                    return str(each.value)
                return next(sentences(where, each), "…")
    return "…"


def branches(value: ast.expr) -> list[ast.expr]:
    """The expressions that an expression chooses from or is made of; never its conditions."""
    match value:
        case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values):
            return values
        case ast.IfExp(body=body, orelse=other):
            return [body, other]
        case ast.BinOp(left=left, right=right):
            return [left, right]
        case ast.Dict(values=values):
            return values
        case ast.Subscript(value=inner) | ast.Starred(value=inner) | ast.NamedExpr(value=inner):
            return [inner]
        case (
            ast.GeneratorExp(elt=each, generators=loops) | ast.ListComp(elt=each, generators=loops)
        ):
            return [each, *(loop.iter for loop in loops)]
    return []


def returned(function: Function) -> list[ast.expr]:
    """What a function may return."""
    found = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
    return [value for value in found if value is not None]


def nodes(there: Source) -> Iterator[tuple[Scope, ast.AST]]:
    """Every node of a file with the scope it stands in."""
    within = {
        id(node): function for function in there.functions.values() for node in ast.walk(function)
    }
    scopes = {name: inside(there, function) for name, function in there.functions.items()}
    for node in ast.walk(there.tree):
        function = within.get(id(node))
        yield (scopes[function.name] if function else Scope(there)), node
