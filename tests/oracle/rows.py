"""Rows as `rows.rs` reads them: what is asked, and what comes of it."""

import json
from typing import Callable

from estimate import Answer
from exact import yuan
from law import Refused

_LETTERS = {
    "y": "patientPays",
    "n": "inScope",
    "f": "crossRegionFirstSelfPay",
    "s": "deductibleStandard",
    "d": "deductible",
    "p": "pool",
    "l": "largeAmount",
    "i": "seriousIllness",
    "o": "localSupplement",
    "v": "civilServant",
    "m": "assistance",
    "a": "account",
    "c": "cash",
}


def header(ask: str, at: list[str], of: dict) -> str:
    return json.dumps({"ask": ask, "at": at, "of": of}, ensure_ascii=False, separators=(",", ":"))


def row(values: list, answer: str) -> str:
    return f"{' '.join(map(_value, values))}|{answer}"


def _value(value) -> str:
    match value:
        case None:
            return "-"
        case str():
            return value
    return ":" + json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def group(
    ask: str, asked: dict, at: list[str], how_many: int, choose: Callable[[], list], answer: Callable[[], str]
) -> list[str]:
    """A header, and rows of which each puts the values that are chosen for it into what is asked."""
    lines = [header(ask, at, asked)]
    for _ in range(how_many):
        values = choose()
        for pointer, value in zip(at, values, strict=True):
            put(asked, pointer, value)
        lines.append(row(values, answer()))
    return lines


def money(amount: int) -> str:
    return yuan(amount).removesuffix(".00")


def put(asked: dict, pointer: str, value) -> None:
    *way, name = pointer.strip("/").split("/")
    for step in way:
        asked = asked[int(step)] if isinstance(asked, list) else asked[step]
    if value is None:
        asked.pop(name, None)
    else:
        asked[name] = value


def estimated(answer: Answer) -> str:
    figures = answer.figures
    words = [letter + money(figures[name]) for letter, name in _LETTERS.items() if name in figures]
    if answer.grade is not None:
        words.append(f"g{answer.grade}")
    words += [f"{'+' if could_cost else '-'}{name}" for name, could_cost in answer.gaps]
    return " ".join(words)


def refused(refusal: Refused) -> str:
    return f"!{refusal.code} {refusal.path}".rstrip()
