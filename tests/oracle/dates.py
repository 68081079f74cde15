"""How long a filing holds, when it can be changed, and by when it is decided on: design/filing.md §1, a second time.

The wizard is asked with every answer it could want at once; what is not on the way counts for nothing.
"""

from datetime import date, timedelta
from random import Random
from typing import Any, Iterator

import rows
from days import day, months_later, working_days_later
from filing import Case, is_good_for, place_of_filing
from filings import edges, insured_regions
from law import LONG_TERM, Library, Refused
from places import ONE_POOL, place
from visits import treated_in

_WAYS = {
    "retiredSettled": {"reason": "retired", "hukouMoved": "yes"},
    "longTermResident": {"reason": "living", "halfYear": "yes"},
    "postedWorker": {"reason": "working", "employer": "yes", "halfYear": "yes"},
    "referral": {"reason": "referred", "letter": "yes"},
    "otherTemporary": {"reason": "other"},
}
_OUTCOMES = {"notYet": "fileAs", "inHospital": "fileBeforeDischarge", "discharged": "tooLate"}
_ALWAYS = {
    "emergency": "no",
    "otherPlace": "no",
    "papersBy": "unknown",
    "filer": "self",
    "chronic": "no",
    "drug": "no",
    "doctor": "yes",
    "outpatient": "在备案地看普通门诊，直接结算",
}


def groups(rng: Random, library: Library, rows_each: int) -> Iterator[list[str]]:
    regions, turns = insured_regions(library), edges(library)
    while True:
        session, at = _session(rng, library, regions)

        def choose() -> list[str | None]:
            values = _days(rng, at, turns)
            if at[-1] == "/answers/paper":
                values[-1] = _paper(library, session["answers"], day(values[0]))
            return values

        yield rows.group("dates", session, at, rows_each, choose, lambda: answer(library, session))


def _session(rng: Random, library: Library, regions: list[str]) -> tuple[dict, list[str]]:
    insured = rng.choice(regions)
    destination = insured[:2] + "0000"
    while destination == insured[:2] + "0000" and insured[:2] not in ONE_POOL:
        destination = treated_in(rng, insured, rng.choice(["withinProvince", "acrossProvinces", "acrossProvinces"]))
    category = rng.choice(list(_WAYS))
    answers = {"insuredRegion": insured, "destination": destination, "insurance": rng.choice(["employee", "resident"])}
    answers |= _ALWAYS | _WAYS[category] | {"care": rng.choice(["notYet", "notYet", "inHospital", "discharged"])}
    at = ["/today"]
    if category in LONG_TERM:
        answers["proof"] = rng.choice(["material", "commitment"])
        at.append("/answers/paperUntil")
    if category in LONG_TERM and answers["proof"] == "material":
        at.append("/answers/paper")
    at[1:1] = {"notYet": ["/answers/startDate"], "inHospital": ["/answers/admittedOn"]}.get(
        answers["care"], ["/answers/admittedOn", "/answers/settledOn"]
    )
    return {"version": 1, "today": "", "packs": [], "answers": answers}, at


def _days(rng: Random, at: list[str], turns: list[date]) -> list[str | None]:
    ends_of_months = [date(2025, 8, 31), date(2026, 8, 31), date(2026, 8, 30), date(2023, 8, 30), date(2024, 8, 29), date(2026, 12, 30)]
    today = rng.choice([rng.choice(turns), rng.choice(ends_of_months), date(rng.randint(2025, 2026), rng.randint(1, 12), rng.randint(1, 28))])
    today += timedelta(days=rng.randint(-2, 2))
    values = {
        "today": today,
        "startDate": today + timedelta(days=rng.choice([0, 0, 1, 7, 14])),
        "admittedOn": today - timedelta(days=rng.choice([3, 4, 9, 40])),
        "settledOn": today - timedelta(days=rng.choice([0, 1, 2])),
        "paperUntil": today + timedelta(days=rng.randint(60, 900)),
    }
    return [values[name].isoformat() if name in values else None for name in (pointer.rpartition("/")[2] for pointer in at)]


def _paper(library: Library, answers: dict[str, str], today: date) -> str | None:
    """The last of the papers that a commitment could stand in for, where there is a choice."""
    case = Case(library, answers["insuredRegion"], answers["insurance"], today)
    category = _category(answers)
    where = place(answers["insuredRegion"], answers["destination"])
    materials = case.law("materials", where=where, category=category) or {"needs": []}
    papers = [need["anyOneOf"] for need in materials["needs"] if need.get("orCommitment") and len(need["anyOneOf"]) > 1]
    return papers[0][-1]["name"]["zh-CN"] if papers else None


def _category(answers: dict[str, str]) -> str:
    return next(category for category, way in _WAYS.items() if way.items() <= answers.items())


def answer(library: Library, session: dict[str, Any]) -> str:
    try:
        return " ".join(_answer(library, session["answers"], day(session["today"])))
    except Refused as refusal:
        return rows.refused(refusal)


def _answer(library: Library, answers: dict[str, str], today: date) -> list[str]:
    insured, destination = answers["insuredRegion"], answers["destination"]
    where = place(insured, destination)
    case = Case(library, insured, answers["insurance"], today)
    exemption = case.law("exemption", where=where) or {}
    if where == "local" or any(is_good_for(code, destination) for code in exemption.get("regions", ())):
        return ["noFilingNeeded"]
    category = _category(answers)
    begins = day(answers["startDate"] if answers["care"] == "notYet" else answers["admittedOn"])
    # The rules are those of the day on which it is filed.
    facts = {"where": where, "category": category, "proof": answers.get("proof")}
    words = [_OUTCOMES[answers["care"]], category, f"@{_filed_for(case, destination, where, category)}", f"from:{begins}"]
    match case.law("validity", **facts):
        case "asLongAsThePaper":
            words += [f"to:{answers['paperUntil']}", f"validity:{answers['paperUntil']}"]
        case {"months": months}:
            words += [f"to:{months_later(begins, months)}", f"validity:{months_later(begins, months)}"]
        case {"atLeastMonths": months}:
            words.append(f"validity:{months_later(begins, months)}")
    match case.law("changeLock", **facts):
        case "anyTime":
            words.append(f"change:{begins}")
        case {"afterMonths": months} | {"afterAtMostMonths": months}:
            words.append(f"change:{months_later(begins, months)}")
    match case.law("approval", **facts):
        case {"workingDays": count}:
            decided = working_days_later(today, count)
            words += [f"approval:{decided}"] if decided else []
    return words


def _filed_for(case: Case, destination: str, where: str, category: str) -> str:
    places = case.law("places", where=where, category=category) or {}
    whole = destination[:2] + "0000"
    return whole if whole in places.get("wholeProvinces", ()) else place_of_filing(destination)
