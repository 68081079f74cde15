"""Regions: which are known, what pools with what, and where a place lies as seen from another.

A pooling area is a prefecture-level city; the four municipalities are one each, and so are Hainan and Tibet (省级统筹, 经办规程 Art. 11) and
a county directly under its province (xx90xx).
"""

import csv
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
ONE_POOL = MUNICIPALITIES | {"46", "54"}
COUNTRY = "000000"

with open(_ROOT / "src" / "region" / "cities.csv", encoding="utf-8") as rows:
    CITIES = tuple(row["code"] for row in csv.DictReader(rows))
PROVINCES = tuple(sorted({code[:2] for code in CITIES}))


@cache
def pooling_area(code: str) -> str:
    if code[:2] in ONE_POOL:
        return code[:2] + "0000"
    return code if code[2:4] == "90" else code[:4] + "00"


def is_whole_province(code: str) -> bool:
    """A province that is not one pooling area."""
    return code.endswith("0000") and code[:2] not in ONE_POOL


def is_heading(code: str) -> bool:
    """…9000: all counties directly under a province, no pooling area by itself."""
    return code.endswith("9000")


@cache
def place(insured: str, treated: str) -> str:
    if pooling_area(insured) == pooling_area(treated):
        return "local"
    return "withinProvince" if insured[:2] == treated[:2] else "acrossProvinces"
