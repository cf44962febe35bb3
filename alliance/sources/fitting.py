"""Fit what a file holds into a record of a known shape, and say in Dutch what does not fit."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from typing import Any

import msgspec.inspect as shapes

Tell = Callable[[str, str], None]
"""Is told the place inside the record and what was expected there."""
CELL = "|"
YES_OR_NO = {"ja": True, "nee": False}
UNFIT = object()
"""Stands where a value did not fit; the fault was told."""


def fit(shape: shapes.Type, value: Any, tell: Tell, at: str = "") -> Any:
    """The value in this shape, or UNFIT when something in it does not fit, all of it told."""
    match shape:
        case shapes.Metadata(type=inner):
            return fit(inner, value, tell, at)
        case shapes.UnionType(types=options):
            wanted = [option for option in options if not isinstance(option, shapes.NoneType)]
            return fit(wanted[0], value, tell, at)
        case shapes.StructType():
            return _fit_record(shape, value, tell, at)
        case shapes.VarTupleType(item_type=item):
            return _fit_list(item, value, tell, at)
        case shapes.DictType(value_type=item):
            return _fit_table(item, value, tell, at)
    found = _fit_one(shape, value)
    if found is UNFIT:
        tell(at, f"hier hoort {_wanted(shape)}, er staat {_shown(value)}.")
    return found


def from_cell(shape: shapes.Type, text: str) -> Any:
    """What a cell of a table says, as plainly as a value in TOML; what is unclear stays text."""
    match shape:
        case shapes.Metadata(type=inner):
            return from_cell(inner, text)
        case shapes.UnionType(types=options):
            return from_cell(options[0], text)
        case shapes.VarTupleType():
            return [part.strip() for part in text.split(CELL)]
        case shapes.BoolType():
            return YES_OR_NO.get(text, text)
        case shapes.IntType():
            return int(text) if text.isdecimal() and text.isascii() else text
    return text


def references(shape: shapes.Type, value: Any, at: str = "") -> Iterator[tuple[str, str, str]]:
    """Every code in a record that must stand in a list: its place, the list's name, the code."""
    match shape:
        case shapes.Metadata(extra={"of": name}) if value is not None:
            yield at, name, value
        case shapes.Metadata(type=inner):
            yield from references(inner, value, at)
        case shapes.UnionType(types=options) if value is not None:
            yield from references(options[0], value, at)
        case shapes.VarTupleType(item_type=item):
            for part in value:
                yield from references(item, part, at)
        case shapes.DictType(key_type=key, value_type=item):
            for name, part in value.items():
                yield from references(key, name, _inside(at, name))
                yield from references(item, part, _inside(at, name))
        case shapes.StructType(fields=fields):
            for field in fields:
                inside = getattr(value, field.name)
                yield from references(field.type, inside, _inside(at, field.name))


def _fit_record(shape: shapes.StructType, value: Any, tell: Tell, at: str) -> Any:
    if not isinstance(value, Mapping):
        tell(at, f"hier hoort een tabel met sleutels, er staat {_shown(value)}.")
        return UNFIT
    known = {field.name: field for field in shape.fields}
    for name in value.keys() - known.keys():
        tell(_inside(at, name), "deze naam kennen we niet. Kijk de spelling na of haal hem weg.")
    missing = [name for name, field in known.items() if field.required and name not in value]
    for name in missing:
        tell(_inside(at, name), "dit ontbreekt. Vul het in.")
    fitted = {
        name: fit(field.type, value[name], tell, _inside(at, name))
        for name, field in known.items()
        if name in value
    }
    if missing or value.keys() - known.keys() or UNFIT in fitted.values():
        return UNFIT
    return shape.cls(**fitted)


def _fit_list(item: shapes.Type, value: Any, tell: Tell, at: str) -> Any:
    if not isinstance(value, list):
        tell(at, f"hier hoort een lijst, er staat {_shown(value)}.")
        return UNFIT
    fitted = tuple(fit(item, part, tell, f"{at}[{n}]") for n, part in enumerate(value, 1))
    return UNFIT if UNFIT in fitted else fitted


def _fit_table(item: shapes.Type, value: Any, tell: Tell, at: str) -> Any:
    if not isinstance(value, Mapping):
        tell(at, f"hier hoort een tabel met sleutels, er staat {_shown(value)}.")
        return UNFIT
    fitted = {name: fit(item, part, tell, _inside(at, name)) for name, part in value.items()}
    return UNFIT if UNFIT in fitted.values() else fitted


def _fit_one(shape: shapes.Type, value: Any) -> Any:
    match shape:
        case shapes.BoolType():
            fits = isinstance(value, bool)
        case shapes.IntType(ge=least, le=most):
            whole = isinstance(value, int) and not isinstance(value, bool)
            fits = whole and (least is None or value >= least) and (most is None or value <= most)
        case shapes.LiteralType(values=choices):
            fits = value in choices
        case shapes.DateType():
            return _read(date.fromisoformat, value, r"\d{4}-\d\d-\d\d")
        case shapes.TimeType():
            return _read(time.fromisoformat, value, r"\d\d:\d\d")
        case shapes.StrType():
            fits = isinstance(value, str) and _suits(shape, value)
        case _:
            raise TypeError(f"no file holds {shape}")
    return value if fits else UNFIT


def _read(parse: Callable[[str], date | time], value: Any, pattern: str) -> Any:
    if not isinstance(value, str) or not re.fullmatch(pattern, value, re.ASCII):
        return UNFIT
    try:
        return parse(value)
    except ValueError:  # 31 February, 25 o'clock
        return UNFIT


def _suits(shape: shapes.StrType, text: str) -> bool:
    if shape.pattern and not re.search(shape.pattern, text):
        return False
    return (shape.min_length or 0) <= len(text.strip()) <= (shape.max_length or len(text))


def _wanted(shape: shapes.Type) -> str:
    match shape:
        case shapes.BoolType():
            return "ja of nee (in TOML: true of false)"
        case shapes.IntType(ge=least, le=most):
            return "een geheel getal" if most is None else f"een getal van {least} tot {most}"
        case shapes.LiteralType(values=choices):
            return f"een van deze woorden: {', '.join(map(str, choices))}"
        case shapes.DateType():
            return "een dag die bestaat, als 2024-03-06"
        case shapes.TimeType():
            return "een tijd als 14:00"
        case shapes.StrType(pattern=pattern) if pattern:
            return "een code: letters, cijfers, streepjes of punten, hoogstens 64 tekens"
        case shapes.StrType(max_length=longest) if longest:
            return f"tekst van 1 tot {longest} tekens"
    return "tekst"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 40 else f"tekst van {len(value)} tekens"
    if isinstance(value, list | Mapping):
        return "een lijst" if isinstance(value, list) else "een tabel"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _inside(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name
