"""Visits to be estimated, by chance from a seed: every rule of every pack is aimed at, and amounts lie at and beside what rules name."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Iterator

import estimate
import rows
from exact import fen
from law import LONG_TERM, Library, Refused, Rule
from places import CITIES, MUNICIPALITIES

KINDS = ("inpatient", "outpatient", "chronic", "specialDrug", "emergency")
CATEGORIES = (*sorted(LONG_TERM), "referral", "emergency", "otherTemporary", "notFiled")
PROOFS = ("material", "commitment", "commitmentNotSupplemented")
STANDINGS = ("ordinary", "destitute", "lowIncome", "atRisk", "registeredPoor")
RANKS = ("no", "section", "county", "department")
WAIVED = ("repeatCancerTreatment", "referredUp", "referredDown")
TIERS = ("community", "tier1", "tier2", "tier3")
ADJUSTMENTS = (
    "none",
    "notCovered",
    {"minusPoints": "10"},
    {"minusPoints": "12.5"},
    {"times": "80"},
    {"firstSelfPay": {"percent": "10", "base": "inScope"}},
    {"firstSelfPay": {"percent": "15.5", "base": "afterDeductible"}},
    {"ownTable": {"deductible": {"perYear": "1500"}, "segments": {"bands": [{"upTo": "10000", "ratio": "50"}, {"ratio": "60.5"}]}}},
)
ATTEMPTS = 20
FIRST_DAY, LAST_DAY = date(2017, 12, 1), date(2027, 12, 31)


@dataclass
class Aims:
    """What there is to aim at: the rules on paying, and the amounts that each region's rules name."""

    library: Library
    rules: list[Rule]

    @classmethod
    def of(cls, library: Library) -> "Aims":
        on_paying = [rule for pack in library.packs.values() for rule in pack.all_rules() if rule.part == "rules"]
        return cls(library, on_paying)

    def amounts(self, insured: str) -> list[int]:
        found = {
            amount
            for pack in self.library.chain(insured)
            for rule in pack.all_rules()
            if rule.part == "rules"
            for amount in _amounts(rule.says)
        }
        return sorted(found | {100, 500_00, 1_000_00, 10_000_00, 100_000_00})


def _amounts(says: Any) -> Iterator[int]:
    """Every amount of money in what a rule says; ratios stand under their names."""
    match says:
        case dict():
            for name, value in says.items():
                if name not in ("ratio", "percent", "points", "floor", "minusPoints", "times", "ownShareTimes", "disputed"):
                    yield from _amounts(value)
        case list():
            for value in says:
                yield from _amounts(value)
        case str() if says[:1].isdigit():
            yield fen(says)


def groups(rng: Random, aims: Aims, rows_each: int) -> Iterator[list[str]]:
    """Without end: a header, and rows that change the amounts of one visit."""
    order: list[Rule] = []
    while True:
        if not order:
            order = rng.sample(aims.rules, len(aims.rules))
        aim = order.pop()
        asked, at = visit(rng, aims, aim)
        lines = _group(rng, aims, asked, at, rows_each)
        for _ in range(ATTEMPTS):
            if aim.id in aims.library.reached:
                break
            asked, at = visit(rng, aims, aim)
            _fill_holes(asked, aim)
            lines = _group(rng, aims, asked, at, rows_each)
        yield lines


def _group(rng: Random, aims: Aims, asked: dict, at: list[str], rows_each: int) -> list[str]:
    amounts = aims.amounts(_region_of(asked))
    return rows.group("estimate", asked, at, rows_each, lambda: _values(rng, at, amounts), lambda: answer(aims.library, asked))


def _fill_holes(asked: dict, aim: Rule):
    """Gives the figures without which a visit is refused before it comes to the rule."""
    own = {"deductible": "100", "crossRegion": "none", "ratio": "70"}
    says = {"deductible": "deductible", "crossRegion": "crossRegion", "segments": "ratio", "crossYear": None}.get(aim.name)
    asked["ownFigures"] = {name: figure for name, figure in own.items() if name != says}
    if aim.name == "largeAmount":
        asked["ownFigures"]["poolCap"] = {"yearly": "100"}


def answer(library: Library, asked: dict) -> str:
    try:
        found = estimate.estimate(library, asked)
    except Refused as refusal:
        return rows.refused(refusal)
    return rows.estimated(found)


def _region_of(asked: dict) -> str:
    insured = asked["person"]["insuredRegion"]
    return insured if insured[:2] != "99" else "000000"


def _some(rng: Random, chance: float) -> bool:
    return rng.random() < chance


# --- One visit -----------------------------------------------------------------------------------------------------------------


def visit(rng: Random, aims: Aims, aim: Rule) -> tuple[dict, list[str]]:
    """A visit that the rule applies to, mostly, and the places at which its amounts stand."""
    applies = aim.applies
    insured = _insured(rng, aim)
    insurance = rng.choice(applies["insurance"])
    kind = rng.choice(applies["kind"])
    tiers = aims.library.tiers(insured) or TIERS
    belongs = [group for group, its in estimate.GROUPS.items() if its == insurance]
    category = rng.choice(applies.get("category") or CATEGORIES)
    treated = treated_in(rng, insured, rng.choice(applies.get("place") or _places_for(rng, category)))
    admitted, settled = _dates(rng, aim, kind)
    person = {
        "insuredRegion": insured,
        "insurance": insurance,
        "group": rng.choice(_allowed(applies.get("group"), belongs)),
        "age": _age(rng, applies.get("age")),
        "standing": rng.choice(applies.get("standing") or STANDINGS) if insurance == "resident" or _some(rng, 0.1) else "ordinary",
    }
    if insurance == "employee" or _some(rng, 0.05):
        person["civilServant"] = rng.choice(RANKS)
    if _some(rng, 0.08):
        person["accountBalance"] = rng.choice(["0", "100.01", "5000", "999999"])
    about = {
        "treatmentRegion": treated,
        "kind": kind,
        "tier": rng.choice(applies.get("tier") or tiers),
        "admitted": admitted.isoformat(),
        "settled": settled.isoformat(),
    }
    diseases = applies.get("disease") or aims.library.diseases(insured)
    if kind == "chronic" and diseases:
        about["disease"] = rng.choice(diseases)
    if _some(rng, 0.6 if aim.name == "waiver" else 0.06):
        about["waivedVisit"] = rng.choice(WAIVED)
    filing = {"category": category}
    if category in LONG_TERM:
        filing["proof"] = rng.choice(applies.get("proof") or PROOFS)
    asked = {"person": person, "visit": about, "filing": filing, "bill": {}, "yearSoFar": _year(rng), "ownFigures": {}}
    if admitted.year != settled.year and _some(rng, 0.8):
        asked["previousYear"] = _year(rng)
    asked["ownFigures"] = _own_figures(rng, insured in aims.library.packs)
    _leave_out(rng, asked)
    return asked, _places_of_amounts(rng, asked)


def _insured(rng: Random, aim: Rule) -> str:
    if aim.pack[2:] == "0000" and aim.pack[:2] not in MUNICIPALITIES:
        cities = [code for code in CITIES if aim.pack == "000000" or code[:2] == aim.pack[:2]]
        return rng.choice(cities)
    if _some(rng, 0.01):
        return rng.choice(["990100", "659000", "659001", "410000", "000000", "460000", "540100"])
    return aim.pack if _some(rng, 0.95) or aim.pack[4:] != "00" else aim.pack[:4] + "05"


def _places_for(rng: Random, category: str) -> list[str]:
    return ["local"] if category == "notFiled" and _some(rng, 0.6) else ["local", "withinProvince", "acrossProvinces"]


def treated_in(rng: Random, insured: str, place: str) -> str:
    others = [code for code in CITIES if code[:2] == insured[:2] and code[:4] != insured[:4]]
    match place:
        case "withinProvince" if others and insured[:2] not in MUNICIPALITIES:
            return rng.choice(others) if _some(rng, 0.98) else insured[:2] + "0000"
        case "acrossProvinces":
            return rng.choice([code for code in CITIES if code[:2] != insured[:2]])
    return insured if insured not in CITIES or _some(rng, 0.97) else insured[:4] + "03"


def _dates(rng: Random, aim: Rule, kind: str) -> tuple[date, date]:
    begin, end = max(aim.since, FIRST_DAY), min(aim.until, LAST_DAY)
    edge = rng.random()
    if edge < 0.15:
        settled = begin + timedelta(days=rng.randint(-1, 12))
    elif edge < 0.3:
        settled = end + timedelta(days=rng.randint(-12, 1))
    elif edge < 0.36:
        settled = date(rng.randint(begin.year, end.year), 1, rng.randint(1, 12))
    else:
        settled = begin + timedelta(days=rng.randint(0, (end - begin).days))
    stays = kind == "inpatient" or _some(rng, 0.05)
    admitted = settled - timedelta(days=rng.choice([0, 1, 3, 8, 10, 17]) if stays else 0)
    return admitted, settled


def _allowed(named: list[str] | None, possible: list[str]) -> list[str]:
    return [group for group in named or possible if group in possible] or possible


def _age(rng: Random, named: dict[str, int] | None) -> int:
    if named:
        bounds = [named.get("from", 0), named.get("below", 100) - 1]
        return rng.choice([*bounds, max(0, bounds[0] - 1), bounds[1] + 1, *bounds])
    return rng.choice([0, 6, 7, 18, 44, 45, 46, 59, 69, 70, 90])


def _year(rng: Random) -> dict[str, Any]:
    amounts = ("segmentBase", "largeAmountPaid", "seriousIllnessPaid", "assistancePaid", "localSupplementPaid")
    year: dict[str, Any] = {"admissions": rng.choice([0, 0, 0, 1, 2, 3, 7]), "deductiblePaid": rng.choice(["0", "0", "100", "150.55", "1300"])}
    year |= {name: rng.choice(["0", "0", "1234.5", "299900"]) for name in amounts}
    year |= {name: rng.choice(["0", "9000", "50000"]) for name in ("poolPaid", "seriousIllnessBase", "assistanceBase", "localSupplementBase")}
    return year


def _own_figures(rng: Random, has_pack: bool) -> dict[str, Any]:
    own: dict[str, Any] = {}
    often, seldom = (0.12, 0.05) if has_pack else (0.85, 0.2)
    if _some(rng, often):
        own["deductible"] = rng.choice(["0", "300", "650.5", "1200"])
    if _some(rng, often):
        own["ratio"] = rng.choice(["0", "55", "65", "72.5", "90", "100"])
    if _some(rng, seldom):
        own["crossRegion"] = rng.choice(ADJUSTMENTS)
    if _some(rng, seldom):
        own["poolCap"] = rng.choice(["unlimited", {"yearly": "100000"}, {"monthly": "600"}, {"perVisit": "5000"}])
    if _some(rng, 0.08):
        own["accountPays"] = rng.choice([["withinScope"], ["outsideScope"], ["withinScope", "outsideScope"]])
    return own


_OPTIONAL = (
    "visit/tier",
    "person/group",
    "person/age",
    "person/standing",
    "person/civilServant",
    "visit/disease",
    "filing/category",
    "filing/proof",
    "yearSoFar/admissions",
    "yearSoFar/deductiblePaid",
    "yearSoFar/segmentBase",
    "yearSoFar/largeAmountPaid",
    "yearSoFar/seriousIllnessPaid",
)


def _leave_out(rng: Random, asked: dict):
    if _some(rng, 0.12):
        for pointer in rng.sample(_OPTIONAL, rng.choice([1, 1, 1, 2])):
            rows.put(asked, pointer, None)
    if _some(rng, 0.01):
        asked["visit"]["tier"] = "tier9"
    if _some(rng, 0.005):
        asked["person"]["group"] = rng.choice(list(estimate.GROUPS))
    if _some(rng, 0.005):
        asked["visit"]["disease"] = "gout"


# --- Its amounts ---------------------------------------------------------------------------------------------------------------


def _places_of_amounts(rng: Random, asked: dict) -> list[str]:
    year = ["/yearSoFar/poolPaid", "/yearSoFar/seriousIllnessBase"]
    form = rng.random()
    if form < 0.06:
        asked["bill"]["items"] = _items(rng)
        bill = [f"/bill/items/{at}/amount" for at in range(len(asked["bill"]["items"]))]
    elif form < 0.14:
        bill = ["/bill/total", "/bill/fullySelfPaid", "/bill/overCeiling", "/bill/classBFirstSelfPay"]
    else:
        bill = ["/bill/total", "/bill/inScope"]
    return bill + year


def _items(rng: Random) -> list[dict[str, Any]]:
    items = []
    for _ in range(rng.randint(1, 4)):
        item: dict[str, Any] = {"class": rng.choice("AABC")}
        if item["class"] == "B" and _some(rng, 0.97):
            item["firstSelfPay"] = rng.choice(["0", "5", "10", "12.5", "20"])
        if _some(rng, 0.3):
            item |= {"priceCeiling": rng.choice(["30", "99.99", "1000"]), "quantity": rng.choice([1, 3, 12])}
        if _some(rng, 0.02):
            del item["class"]
        items.append(item)
    return items


def _values(rng: Random, at: list[str], amounts: list[int]) -> list[str | None]:
    values: dict[str, int | None] = {}
    for pointer in at:
        match pointer.rpartition("/")[2]:
            case "amount" | "inScope":
                values[pointer] = _amount(rng, amounts)
            case "total":
                values[pointer] = 0
            case "fullySelfPaid" | "overCeiling" | "classBFirstSelfPay":
                values[pointer] = rng.choice([0, 0, rng.randint(0, 300_000)])
            case "poolPaid":
                values[pointer] = rng.choice([0, 0, _amount(rng, amounts)]) if _some(rng, 0.99) else None
            case "seriousIllnessBase":
                values[pointer] = rng.choice([0, _amount(rng, amounts)]) if _some(rng, 0.99) else None
    if "/bill/inScope" in values:
        outside = rng.choice([0, 0, 1, rng.randint(0, 500_000)])
        values["/bill/total"] = min(values["/bill/inScope"] + outside, estimate.LARGEST) - _some(rng, 0.003)
        values["/bill/total"] = max(values["/bill/total"], 0)
    elif "/bill/total" in values:
        parts = sum(values[f"/bill/{name}"] for name in ("fullySelfPaid", "overCeiling", "classBFirstSelfPay"))
        values["/bill/total"] = parts + _amount(rng, amounts) if _some(rng, 0.99) else max(parts - 1, 0)
    return [None if value is None else rows.money(value) for value in (values[pointer] for pointer in at)]


def _amount(rng: Random, amounts: list[int]) -> int:
    """At an amount that a rule names, or beside it by a fen, or at the sum or difference of two, or anywhere."""
    beside = rng.choice([-1, 0, 0, 1])
    form = rng.random()
    if form < 0.3:
        found = rng.choice(amounts)
    elif form < 0.55:
        found = rng.choice(amounts) + rng.choice(amounts)
    elif form < 0.65:
        found = rng.choice(amounts) - rng.choice(amounts)
    elif form < 0.7:
        found = rng.choice([0, 1, 2, 99])
    else:
        found = int(10 ** rng.uniform(2, 8))
    return min(max(found + beside, 0), estimate.LARGEST // 10)
