"""Paper: a PDF on A4 that a screen reader reads too: tagged, PDF/UA-1, with its own fonts.

The same data give the same bytes: there is no date of making in it.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
COMMON = (HERE / "paper.typ").read_bytes()


def sheet(name: str) -> bytes:
    """How one kind of paper is drawn, on top of what every paper has."""
    return COMMON + (HERE / f"{name}.typ").read_bytes()


def tagged(drawn: bytes, told: dict[str, Any], over: Callable[[str], str]) -> bytes:
    """The paper; `over` covers in every text what is hidden from who reads it."""
    inputs = {"told": json.dumps(covered(told, over))}
    return typst.compile(drawn, sys_inputs=inputs, ignore_system_fonts=True, pdf_standards="ua-1")


def covered(value: Any, over: Callable[[str], str]) -> Any:
    """The same data with every text in it covered."""
    if isinstance(value, str):
        return over(value)
    if isinstance(value, dict):
        return {name: covered(one, over) for name, one in value.items()}
    return [covered(one, over) for one in value]
