"""Filings and the visits they may cover, by chance from a seed: days at and beside the first and last of each filing and rule."""

from datetime import date, timedelta
from random import Random
from typing import Iterator

import filing
import rows
from law import LONG_TERM, Library, Refused
from places import CITIES, MUNICIPALITIES
from visits import KINDS, PROOFS, treated_in

_APPLIED_FOR = (*sorted(LONG_TERM), "referral", "otherTemporary")


def insured_regions(library: Library) -> list[str]:
    """Every region with a pack of its own, and cities that answer from frames."""
    own = [code for code in library.packs if not code.endswith("0000") or code[:2] in MUNICIPALITIES]
    of_frames = ["430100", "430200", "320600", "440600", "410100", "360700", "650100", "130100", "460100", "540100"]
    # More often those whose own rules, or whose province's, are on filing.
    with_rules_on_filing = ["110000", "120000", "130200", "130600", "320100", "360100", "410100", "411100", "440100", "440600"]
    return [*own, *of_frames, *with_rules_on_filing * 4]


def edges(library: Library) -> list[date]:
    """The days on which rules on filing begin, and those after which they end."""
    on_filing = [rule for pack in library.packs.values() for rule in pack.all_rules() if rule.part == "filing"]
    return sorted({rule.since for rule in on_filing} | {rule.until for rule in on_filing if rule.until.year < 9999})


def groups(rng: Random, library: Library, rows_each: int) -> Iterator[list[str]]:
    """Without end: a header with a person's filings, and rows that change the days."""
    regions, turns = insured_regions(library), edges(library)
    while True:
        asked, at = _question(rng, regions)
        yield rows.group("status", asked, at, rows_each, lambda: _days(rng, at, turns), lambda: answer(library, asked))


def answer(library: Library, asked: dict) -> str:
    try:
        found = filing.status(library, asked)
    except Refused as refusal:
        return rows.refused(refusal)
    words = [found.status, found.category, _marked("f", found.filing), _marked("p:", found.proof)]
    covers = None if found.covers_kind is None else str(found.covers_kind).lower()
    words += [_marked("k:", covers), _marked("r:", found.route)]
    return " ".join(word for word in words if word is not None)


def _marked(mark: str, value) -> str | None:
    return None if value is None else f"{mark}{value}"


def _question(rng: Random, regions: list[str]) -> tuple[dict, list[str]]:
    insured = rng.choice(regions) if rng.random() < 0.98 else rng.choice(["410000", "659001"])
    treated = treated_in(rng, insured, rng.choice(["local", "withinProvince", "acrossProvinces", "acrossProvinces"]))
    if rng.random() < 0.1:
        treated = rng.choice(["460200", "540400", "310115", "419900", "120000", "130100", "110000"])
    filings = [record(rng, insured, treated) for _ in range(rng.choice([0, 1, 1, 1, 2, 2, 3]))]
    visit = {"treatmentRegion": treated, "kind": rng.choice(KINDS), "admitted": ""}
    if rng.random() < 0.25:
        visit["emergency"] = rng.random() < 0.8
    asked = {"insuredRegion": insured, "filings": filings, "visit": visit}
    if rng.random() < 0.3:
        asked["insurance"] = rng.choice(["employee", "resident"])
    at = ["/visit/admitted", "/visit/settled"]
    at += [f"/filings/{index}/{day}" for index in range(len(filings)) for day in ("from", "to", "filedOn", "cancelledOn")]
    return asked, at


def record(rng: Random, insured: str, treated: str) -> dict:
    category = rng.choice(_APPLIED_FOR) if rng.random() < 0.99 else "notFiled"
    places = [treated if rng.random() < 0.75 else rng.choice(CITIES)]
    if rng.random() < 0.15:
        places.append(rng.choice([*CITIES, "460000", "540000", "440000", "319900", treated[:2] + "9900"]))
    made = {"category": category, "places": places, "from": "", "filedOn": ""}
    if category in LONG_TERM and rng.random() < 0.85:
        made["proof"] = rng.choice(PROOFS)
    return made


def _days(rng: Random, at: list[str], turns: list[date]) -> list[str | None]:
    """Days close to each other, around one on which a rule begins or ends, or any."""
    about = rng.choice(turns) if rng.random() < 0.3 else date(rng.randint(2023, 2027), rng.randint(1, 12), rng.randint(1, 28))

    def near(spread: int) -> date:
        return about + timedelta(days=rng.choice([-1, 0, 0, 1, rng.randint(-spread, spread)]))

    values: list[date | None] = []
    for pointer in at:
        match pointer.rpartition("/")[2]:
            case "admitted":
                values.append(near(3))
            case "settled":
                values.append(values[0] + timedelta(days=rng.choice([0, 1, 2, 9])) if rng.random() < 0.7 else None)
                if values[-1] is not None and rng.random() < 0.01:
                    values[-1] -= timedelta(days=10)
            case "from":
                values.append(near(200))
            case "to":
                values.append(near(200) if rng.random() < 0.5 else None)
            case "filedOn":
                values.append(near(200) if rng.random() < 0.6 else values[-2])
            case "cancelledOn":
                values.append(near(100) if rng.random() < 0.2 else None)
    return [None if value is None else value.isoformat() for value in values]
