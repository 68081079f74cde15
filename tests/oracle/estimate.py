"""What a visit costs the person: design/estimate.md, a second time.

Everything a rule leaves open (readings, bounds, which day selects it) is taken every way; where that matters there is no figure.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from days import day, days_in_each_year
from exact import fen, half_up, share
from law import FACTS, GRADES, LONG_TERM, Library, Refused
from places import CITIES, COUNTRY, PROVINCES, is_municipality, is_whole_province, place, pooling_area

FUNDS = ("pool", "largeAmount", "seriousIllness", "localSupplement", "civilServant", "assistance")
GROUPS = {"working": "employee", "retired": "employee", "childOrStudent": "resident", "otherResident": "resident"}
LARGEST = 99_999_999_999


@dataclass
class Answer:
    """The figures in fen; one that does not apply is absent."""

    figures: dict[str, int]
    gaps: list[tuple[str, bool]] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    grade: str | None = None

    @property
    def at_least(self) -> bool:
        return any(could_cost for _, could_cost in self.gaps)

    @property
    def at_most(self) -> bool:
        return not all(could_cost for _, could_cost in self.gaps)

    def same_figures(self, other: "Answer") -> bool:
        return self.figures == other.figures


# --- What is asked -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bill:
    total: int
    in_scope: int

    @property
    def outside(self) -> int:
        return self.total - self.in_scope


def read_bill(bill: dict[str, Any]) -> Bill:
    parts = ("fullySelfPaid", "overCeiling", "classBFirstSelfPay")
    summary = [name for name in ("inScope", *parts) if name in bill]
    if "items" in bill:
        if summary:
            raise Refused("unknownField", "bill")
        return _read_items(bill)
    if "total" not in bill:
        raise Refused("missingField", "bill.total")
    total = fen(bill["total"])
    if "inScope" in bill:
        if len(summary) > 1:
            raise Refused("unknownField", "bill")
        if fen(bill["inScope"]) > total:
            raise Refused("sumExceedsTotal", "bill.inScope")
        return Bill(total, fen(bill["inScope"]))
    outside = sum(fen(bill[name]) for name in summary)
    if outside > total:
        raise Refused("sumExceedsTotal", "bill")
    if not summary:
        raise Refused("inputNeeded", "bill.inScope")
    for name in parts:
        if name not in bill:
            raise Refused("inputNeeded", f"bill.{name}")
    return Bill(total, total - outside)


def _read_items(bill: dict[str, Any]) -> Bill:
    items = bill["items"]
    total = sum(fen(item["amount"]) for item in items)
    if total > LARGEST:
        raise Refused("amountTooLarge", "bill.items")
    if "total" in bill:
        if fen(bill["total"]) < total:
            raise Refused("sumExceedsTotal", "bill.items")
        if fen(bill["total"]) > total:
            raise Refused("inputNeeded", "bill.items")
    return Bill(total, sum(_in_scope(item, at) for at, item in enumerate(items)))


def _in_scope(item: dict[str, Any], at: int) -> int:
    def needed(name):
        if name not in item:
            raise Refused("inputNeeded", f"bill.items.{at}.{name}")
        return item[name]

    amount = fen(item["amount"])
    catalogue_class = needed("class")
    if catalogue_class == "C":
        return 0
    if "priceCeiling" in item:
        amount = min(amount, fen(item["priceCeiling"]) * needed("quantity"))
    if catalogue_class == "B":
        amount -= half_up(amount * share(needed("firstSelfPay")))
    return amount


@dataclass(frozen=True)
class Year:
    """What a year has brought before the visit."""

    known: dict[str, Any]
    path: str

    def amount(self, name: str) -> int:
        return fen(self._needed(name))

    def admissions(self) -> int:
        return self._needed("admissions")

    def _needed(self, name: str):
        if name not in self.known:
            raise Refused("inputNeeded", f"{self.path}.{name}")
        return self.known[name]


# --- Ways of taking what is open -----------------------------------------------------------------------------------------------


class Open:
    """One way of taking everything that is open: for each open rule, in the order in which they are met, one of its meanings."""

    def __init__(self, script: list[int]):
        self.script, self.met, self.ids = script, [], {}

    def choose(self, what: str, bounded: bool, many: int) -> int:
        if what not in self.ids:
            self.ids[what] = len(self.met)
            at = len(self.met)
            self.met.append((what, bounded, many, self.script[at] if at < len(self.script) else 0))
        return self.met[self.ids[what]][3]

    def next_script(self) -> list[int] | None:
        script = [taken for *_, taken in self.met]
        while script:
            if script[-1] + 1 < self.met[len(script) - 1][2]:
                return [*script[:-1], script[-1] + 1]
            script.pop()
        return None


def estimate(library: Library, asked: dict[str, Any]) -> Answer:
    visit = Visit.read(library, asked)
    answers, script, refusals = [], [], []
    while script is not None:
        way = Open(script)
        try:
            answers.append((way, visit.answer(library, way)))
        except Refused as refused:
            refusals.append(refused)
        script = way.next_script()
    if refusals:
        raise refusals[0]
    (first_way, first), *others = answers
    for way, answer in others:
        if not first.same_figures(answer):
            raise Refused(_why_they_differ(first_way, way))
    return first


def _why_they_differ(one: Open, other: Open) -> str:
    for (_, bounded, _, taken), (*_, taken_by_other) in zip(one.met, other.met):
        if taken != taken_by_other:
            return "ruleBounded" if bounded else "ruleAmbiguous"
    raise AssertionError("the same way, taken twice")


# --- The visit -----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Visit:
    asked: dict[str, Any]
    insured: str
    case: tuple
    bill: Bill
    admitted: date
    settled: date
    own: dict[str, Any]

    @classmethod
    def read(cls, library: Library, asked: dict[str, Any]) -> "Visit":
        person, visit, filing = asked["person"], asked["visit"], asked["filing"]
        insured, treated = person["insuredRegion"], visit["treatmentRegion"]
        admitted, settled = day(visit["admitted"]), day(visit["settled"])
        if settled < admitted:
            raise Refused("dateOrder", "visit.settled")
        bill = read_bill(asked["bill"])
        _check_insured(insured, "person.insuredRegion")
        if treated == COUNTRY or (is_whole_province(treated) and treated[:2] == insured[:2]):
            raise Refused("regionTooCoarse", "visit.treatmentRegion")
        if GROUPS.get(person.get("group"), person["insurance"]) != person["insurance"]:
            raise Refused("groupMismatch", "person.group")
        if "tier" in visit and visit["tier"] not in library.tiers(insured):
            raise Refused("unknownTier", "visit.tier")
        if "disease" in visit and visit["disease"] not in library.diseases(insured):
            raise Refused("unknownDisease", "visit.disease")
        case = (
            person["insurance"],
            visit["kind"],
            visit.get("tier"),
            person.get("group"),
            person.get("age"),
            person.get("standing"),
            visit.get("disease"),
            place(insured, treated),
            filing.get("category"),
            filing.get("proof"),
        )
        return cls(asked, insured, case, bill, admitted, settled, asked.get("ownFigures") or {})

    def fact(self, name: str):
        return self.case[list(FACTS).index(name)]

    def answer(self, library: Library, way: Open) -> Answer:
        settlement = Settlement(library, way, self)
        this_year = Year(self.asked.get("yearSoFar") or {}, "yearSoFar")
        if self.admitted.year == self.settled.year:
            settlement.settle(self.bill, this_year)
        else:
            self._answer_over_the_year_end(settlement, this_year)
        return settlement.answer()

    def _answer_over_the_year_end(self, settlement: "Settlement", this_year: Year):
        how = settlement.needed("crossYear", "visit.settled")
        if how == "whole":
            settlement.settle(self.bill, this_year)
            return
        if self.settled.year - self.admitted.year > 1:
            raise Refused("ruleNotFound", "visit.settled")
        before, after = days_in_each_year(self.admitted, self.settled)
        part = Fraction(before, before + after)
        first = Bill(half_up(self.bill.total * part), half_up(self.bill.in_scope * part))
        second = Bill(self.bill.total - first.total, self.bill.in_scope - first.in_scope)
        new_year = date(self.settled.year, 1, 1)
        settlement.days = self.admitted, new_year - timedelta(days=1)
        settlement.settle(first, Year(self.asked.get("previousYear") or {}, "previousYear"))
        settlement.days = new_year, self.settled
        settlement.settle(second, this_year)


def _check_insured(code: str, path: str):
    if code == COUNTRY:
        raise Refused("regionTooCoarse", path)
    if code[:2] not in PROVINCES:
        raise Refused("invalidRegion", path)
    if is_whole_province(code):
        raise Refused("regionTooCoarse", path)
    if pooling_area(code) not in CITIES:
        raise Refused("unknownRegion", path)


# --- Settling it ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Terms:
    """How care at this place is paid."""

    bands: Any
    minus: Fraction = Fraction(0)
    times: Fraction = Fraction(1)
    first_self_pay: Fraction = Fraction(0)
    taken_from: str | None = None

    def ratio(self, band: dict[str, Any]) -> Fraction:
        ratio = share(band["ratio"])
        if "ownShareTimes" in self.bands:
            ratio = 1 - (1 - ratio) * share(self.bands["ownShareTimes"])
        return max(ratio - self.minus, Fraction(0)) * self.times


class Settlement:
    def __init__(self, library: Library, way: Open, visit: Visit):
        self.library, self.way, self.visit = library, way, visit
        self.figures: dict[str, int] = {"total": visit.bill.total, "inScope": visit.bill.in_scope}
        self.gaps: dict[str, bool] = {}
        self.used: dict[str, str] = {}
        self.days = visit.admitted, visit.settled

    # Rules

    def law(self, name: str) -> Any:
        """What a rule says."""
        rule = self.library.find(self.visit.insured, name, self.visit.case, *self.days)
        self.used[rule.id] = rule.grade
        readings = rule.readings
        if not readings:
            raise Refused("ruleAmbiguous")
        if len(readings) == 1:
            return readings[0]
        return readings[self.way.choose(rule.id, rule.is_bounded, len(readings))]

    def law_or_gap(self, name: str, could_cost: bool, expected: bool) -> Any:
        """What a rule says on a fund; a gap where that is not known, and `expected` or said to exist."""
        try:
            return self.law(name)
        except Refused as refused:
            if refused.code == "inputNeeded":
                raise
            if expected or refused.code == "ruleAmbiguous":
                self.gaps.setdefault(name, could_cost)
            return None

    def needed(self, name: str, where: str) -> Any:
        """The same, refused where the hole could be filled, or the visit be another one."""
        try:
            return self.law(name)
        except Refused as refused:
            if refused.code == "ruleNotFound":
                raise Refused("ruleNotFound", where) from None
            raise

    def own(self, name: str) -> Any:
        if name in self.visit.own:
            self.used[f"own {name}"] = "userSupplied"
            return self.visit.own[name]
        return None

    # The funnel

    def settle(self, bill: Bill, year: Year):
        adjustment = self.adjustment()
        if adjustment == "notCovered":
            self.add("pool", 0)
            return
        table = adjustment.get("ownTable") if isinstance(adjustment, dict) else None
        first_self_pay = adjustment.get("firstSelfPay") if isinstance(adjustment, dict) else None
        base = bill.in_scope
        if first_self_pay and first_self_pay["base"] == "inScope":
            base -= self.take_first(base, first_self_pay["percent"])
        deductible = self.deductible(base, year, table)
        base -= deductible
        if first_self_pay and first_self_pay["base"] == "afterDeductible":
            base -= self.take_first(base, first_self_pay["percent"])
        pool, above_cap = self.pool(base, deductible, year, adjustment, table)
        left = deductible + base - pool
        left -= self.large_amount(above_cap, pool, year)
        self.supplements(left, year)

    def add(self, name: str, amount: int) -> int:
        self.figures[name] = self.figures.get(name, 0) + amount
        return amount

    def take_first(self, base: int, percent: str) -> int:
        return self.add("crossRegionFirstSelfPay", half_up(base * share(percent)))

    def adjustment(self) -> Any:
        if not self.is_adjusted():
            return "none"
        own = self.own("crossRegion")
        return own if own is not None else self.needed("crossRegion", "ownFigures.crossRegion")

    def is_adjusted(self) -> bool:
        """At home only those are who are filed as living elsewhere."""
        if self.visit.fact("place") != "local":
            return True
        if self.visit.fact("category") is None:
            raise Refused("inputNeeded", "filing.category")
        return self.visit.fact("category") in LONG_TERM

    # The deductible

    def deductible(self, base: int, year: Year, table: dict[str, Any] | None) -> int:
        standard = self.standard(year, table)
        self.figures["deductibleStandard"] = standard["standard"]
        return self.add("deductible", min(base, standard["due"]))

    def standard(self, year: Year, table: dict[str, Any] | None) -> dict[str, int]:
        own = self.own("deductible")
        if own is not None:
            return {"standard": fen(own), "due": self.once(fen(own))}
        rule = table["deductible"] if table else self.needed("deductible", "ownFigures.deductible")
        (form, says), *_ = rule.items()
        waiver = self.waiver()
        if waiver == "waived":
            return {"standard": 0, "due": 0}
        if form == "perVisit":
            standard = ladder(says, year)
            if waiver == "madeUp":
                return {"standard": standard, "due": max(0, standard - year.amount("deductiblePaid"))}
            return {"standard": standard, "due": self.once(standard)}
        return {"standard": fen(says), "due": max(0, fen(says) - year.amount("deductiblePaid"))}

    def once(self, standard: int) -> int:
        """A deductible of the visit is owed once, however many years the stay is split over."""
        return max(0, standard - self.figures.get("deductible", 0))

    def waiver(self) -> str | None:
        visit = self.visit.asked["visit"].get("waivedVisit")
        if visit is None:
            return None
        listed = self.law_or_gap("waiver", could_cost=False, expected=True) or []
        for waiver in listed:
            if waiver["visit"] == visit:
                return "madeUp" if waiver.get("madeUp") else "waived"
        return None

    # The pool

    def pool(self, base: int, deductible: int, year: Year, adjustment: Any, table: Any) -> tuple[int, int]:
        """What it pays, and how much of the base lies above its cap."""
        if base == 0:
            return self.add("pool", 0), 0
        terms = self.terms(adjustment, table)
        start = deductible if terms.bands.get("boundsIncludeDeductible") else 0
        if terms.bands.get("overTheYear"):
            start += year.amount("segmentBase")
        pieces = in_bands(terms.bands["bands"], start, base)
        pays = sum(half_up(amount * terms.ratio(band)) for amount, band in pieces)
        cap = self.own("poolCap")
        if cap is None:
            cap = self.law_or_gap("poolCap", could_cost=True, expected=True)
        room = left_of(cap, lambda: year.amount("poolPaid")) if cap is not None else None
        if room is None or pays <= room:
            return self.add("pool", pays), 0
        return self.add("pool", room), base - reached_at(pieces, terms, room)

    def terms(self, adjustment: Any, table: Any) -> Terms:
        if table:
            return Terms(table["segments"])
        own = self.own("ratio")
        bands = {"bands": [{"ratio": own}]} if own is not None else self.needed("segments", "ownFigures.ratio")
        if isinstance(adjustment, dict):
            if "minusPoints" in adjustment:
                return Terms(bands, minus=share(adjustment["minusPoints"]))
            if "times" in adjustment:
                return Terms(bands, times=share(adjustment["times"]))
        return Terms(bands)

    # Above and beside it

    def large_amount(self, above_cap: int, pool: int, year: Year) -> int:
        if above_cap == 0 or self.visit.fact("insurance") != "employee":
            return 0
        rule = self.law_or_gap("largeAmount", could_cost=False, expected=True)
        if rule is None:
            return 0
        pays = half_up(above_cap * share(rule["ratio"]))
        match rule["cap"]:
            case {"own": cap}:
                pays = min(pays, max(0, fen(cap) - year.amount("largeAmountPaid")))
            case {"withPool": cap}:
                paid = year.amount("poolPaid") + pool + year.amount("largeAmountPaid")
                pays = min(pays, max(0, fen(cap) - paid))
        return self.add("largeAmount", pays)

    def supplements(self, left: int, year: Year):
        resident = self.visit.fact("insurance") == "resident"
        left -= self.supplement("seriousIllness", left, year, expected=resident)
        left -= self.supplement("localSupplement", left, year, expected=False)
        left -= self.civil_servant(left)
        in_hardship = self.visit.fact("standing") not in (None, "ordinary")
        self.supplement("assistance", left, year, expected=in_hardship)

    def supplement(self, name: str, left: int, year: Year, expected: bool) -> int:
        if left == 0:
            return 0
        rule = self.law_or_gap(name, could_cost=False, expected=expected)
        if rule is None:
            return 0
        base = year.amount(f"{name}Base")
        start = fen(rule["start"])
        begin, end = (max(0, amount - start) for amount in (base, base + left))
        offset = start if rule["segments"].get("boundsIncludeDeductible") else 0
        terms = Terms(rule["segments"])
        pieces = in_bands(rule["segments"]["bands"], offset + begin, end - begin)
        pays = sum(half_up(amount * terms.ratio(band)) for amount, band in pieces)
        room = left_of(rule["cap"], lambda: year.amount(f"{name}Paid"))
        return self.add(name, pays if room is None else min(pays, room))

    def civil_servant(self, left: int) -> int:
        rank = self.visit.asked["person"].get("civilServant")
        if rank == "no" or left == 0:
            return 0
        rule = self.law_or_gap("civilServant", could_cost=False, expected=rank is not None)
        if rule is None:
            return 0
        if rank is None:
            raise Refused("inputNeeded", "person.civilServant")
        for ratio in rule["ratios"]:
            if ratio["rank"] == rank:
                return self.add("civilServant", half_up(left * share(ratio["ratio"])))
        self.gaps["civilServant"] = False
        return 0

    def answer(self) -> Answer:
        figures = self.figures
        figures["fundsPay"] = sum(figures.get(fund, 0) for fund in FUNDS)
        figures["patientPays"] = figures["total"] - figures["fundsPay"]
        self.account()
        grade = max(self.used.values(), key=GRADES.index) if self.used else None
        return Answer(figures, list(self.gaps.items()), {rule for rule in self.used if not rule.startswith("own ")}, grade)

    def account(self):
        person = self.visit.asked["person"]
        if "accountBalance" not in person:
            return
        pays = self.own("accountPays")
        if pays is None:
            try:
                pays = self.law("personalAccount")["pays"]
            except Refused as refused:
                if refused.code == "inputNeeded":
                    raise
                return
        outside = self.visit.bill.outside
        parts = {"outsideScope": outside, "withinScope": self.figures["patientPays"] - outside}
        self.figures["account"] = min(fen(person["accountBalance"]), sum(parts[part] for part in set(pays)))
        self.figures["cash"] = self.figures["patientPays"] - self.figures["account"]


def ladder(says: dict[str, Any], year: Year) -> int:
    match says:
        case {"always": amount}:
            return fen(amount)
        case {"amounts": {"first": first, **more}}:
            before = year.admissions()
            if before < len(first):
                return fen(first[before])
            if "later" not in more:
                raise Refused("ruleNotFound", f"{year.path}.admissions")
            return fen(more["later"])
        case {"stepsDown": {"first": first, "points": points, "floor": floor}}:
            left = max(1 - share(points) * year.admissions(), share(floor))
            return half_up(fen(first) * left)
    raise ValueError(says)


def in_bands(bands: list[dict[str, Any]], start: int, amount: int) -> list[tuple[int, dict[str, Any]]]:
    """The parts of an amount that begins at `start`, with the segment that each lies in."""
    pieces, lower = [], 0
    for band in bands:
        upper = fen(band["upTo"]) if "upTo" in band else start + amount
        piece = min(upper, start + amount) - max(lower, start)
        if piece > 0:
            pieces.append((piece, band))
        lower = upper
    return pieces


def reached_at(pieces: list[tuple[int, dict[str, Any]]], terms: Terms, room: int) -> int:
    """How much of the base it takes for the fund to have paid `room`."""
    taken = 0
    for amount, band in pieces:
        ratio = terms.ratio(band)
        pays = half_up(amount * ratio)
        if pays >= room:
            return taken + (min(amount, half_up(room / ratio)) if room else 0)
        taken, room = taken + amount, room - pays
    return taken


def left_of(cap: Any, paid) -> int | None:
    """What a cap leaves; nothing is asked of the year where it does not count by one."""
    match cap:
        case "unlimited":
            return None
        case {"perVisit": most}:
            return fen(most)
        case {"yearly": most} | {"monthly": most}:
            return max(0, fen(most) - paid())
    raise ValueError(cap)
