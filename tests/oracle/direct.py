"""Visits to facilities of a made-up directory, by chance from a seed."""

import json
from datetime import date, timedelta
from random import Random
from typing import Iterator

import filings
import rows
import settlement
from law import Library, Refused
from visits import treated_in

DIRECTORY = """code,name,region,opened
H99990000001,示例综合医院,440300,inpatient;outpatient@2023-02-10;M03900@2022-06-01;M07801
H99990000002,示例专科医院,440306,inpatient;outpatient;M05300@2024-10-01
H99990000003,示例门诊部,440300,M03900;M05300@2025-01-01
P99990000004,示例药房,440300,pharmacy
H99990000005,示例肿瘤医院,410100,specialDrug@2023-02-10;inpatient;M08300
H99990000006,示例上海医院,310115,inpatient;M00503;outpatient
H99990000007,示例南京医院,320100,inpatient;outpatient;M07801;M01600@2024-06-30
H99990000008,示例广州医院,440100,outpatient;M03900;M04600@2025-01-01;specialDrug
"""
_PLACES = ("440300", "440306", "410100", "310000", "310115", "320100", "440100")
_DISEASES = (
    "hypertension",
    "dialysis",
    "cancerTreatment",
    "chronicHepatitisB",
    "cancerOther",
    "M03900",
    "M03902",
    "M05300",
    "M07801",
    "M07803",
    "M07101",
    "M08300",
    "M00503",
    "M04600",
)


def directory_line() -> str:
    return json.dumps({"directory": DIRECTORY}, ensure_ascii=False)


def groups(rng: Random, library: Library, rows_each: int) -> Iterator[list[str]]:
    """Without end: a header with a person, a visit and a facility, and rows that change the day."""
    directory, regions = settlement.read_directory(DIRECTORY), filings.insured_regions(library)
    turns = filings.edges(library) + [date(2022, 6, 1), date(2023, 2, 10), date(2024, 10, 1), date(2024, 6, 30)]
    while True:
        asked, at = _question(rng, regions, directory)
        yield rows.group(
            "direct", asked, at, rows_each, lambda: _days(rng, at, turns), lambda: answer(library, directory, asked)
        )


def answer(library: Library, directory: dict, asked: dict) -> str:
    try:
        found = settlement.check(library, directory, asked)
    except Refused as refusal:
        return rows.refused(refusal)
    words = [found.answer, *sorted(f"{reason}:{state}" for reason, state in found.conditions)]
    return " ".join([*words, f"r:{found.otherwise}"] if found.otherwise else words)


def _question(rng: Random, regions: list[str], directory: dict) -> tuple[dict, list[str]]:
    insured = rng.choice(regions)
    treated = rng.choice(_PLACES) if rng.random() < 0.85 else treated_in(rng, insured, rng.choice(["local", "withinProvince"]))
    kind = rng.choice(["inpatient", "outpatient", "chronic", "chronic", "chronic", "specialDrug", "emergency"])
    records = [filings.record(rng, insured, treated) for _ in range(rng.choice([0, 1, 1, 1, 1, 2]))]
    visit = {"treatmentRegion": treated, "kind": kind, "admitted": ""}
    if rng.random() < 0.2:
        visit["emergency"] = rng.random() < 0.8
    asked: dict = {"filing": {"insuredRegion": insured, "filings": records, "visit": visit}}
    if rng.random() < 0.85:
        near = [code for code, facility in directory.items() if facility.region[:4] == treated[:4]]
        asked["facility"] = rng.choice(near or list(directory)) if rng.random() < 0.9 else rng.choice([*directory, "H99990000099"])
    if kind == "chronic" and rng.random() < 0.93:
        asked["disease"] = rng.choice(_DISEASES)
    if kind == "specialDrug" and rng.random() < 0.8:
        asked["drug"] = rng.choice(["伊马替尼", "imatinib", "示例单抗"])
    for name, chance in (("qualified", 0.8), ("chosen", 0.5), ("suspended", 0.15)):
        if rng.random() < chance:
            asked[name] = rng.random() < (0.75 if name == "qualified" else 0.5)
    if rng.random() < 0.3:
        asked["flags"] = _flags(rng)
    at = ["/filing/visit/admitted", "/filing/visit/settled"]
    at += [f"/filing/filings/{index}/{name}" for index in range(len(records)) for name in ("from", "to", "filedOn")]
    return asked, at


def _flags(rng: Random) -> dict:
    flags: dict = {}
    if rng.random() < 0.5:
        flags["inpatient"] = rng.choice(["ordinary", "emergency", "transfer"])
    if rng.random() < 0.5:
        flags["outpatient"] = rng.choice(["emergency", "referral", "both"])
    if rng.random() < 0.5:
        flags["injury"] = rng.random() < 0.8
    if rng.random() < 0.4:
        flags["thirdParty"] = rng.random() < 0.5
    return flags


def _days(rng: Random, at: list[str], turns: list[date]) -> list[str | None]:
    admitted = rng.choice(turns) if rng.random() < 0.4 else date(rng.randint(2023, 2027), rng.randint(1, 12), rng.randint(1, 28))
    admitted += timedelta(days=rng.choice([-1, 0, 0, 1]))
    values: list[date | None] = []
    for pointer in at:
        match pointer.rpartition("/")[2]:
            case "admitted":
                values.append(admitted)
            case "settled":
                values.append(admitted + timedelta(days=rng.choice([0, 1, 9])) if rng.random() < 0.5 else None)
            case "from":
                values.append(admitted + timedelta(days=rng.choice([-150, -150, -1, 0, 0, 1, 5])))
            case "to":
                values.append(values[-1] + timedelta(days=rng.choice([100, 180, 200])) if rng.random() < 0.4 else None)
            case "filedOn":
                values.append(values[-2] if rng.random() < 0.8 else admitted + timedelta(days=rng.choice([0, 1, 12])))
    return [None if value is None else value.isoformat() for value in values]
