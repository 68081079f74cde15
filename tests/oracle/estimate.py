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
from places import CITIES, COUNTRY, ONE_POOL, PROVINCES, is_heading, is_whole_province, place, pooling_area

FUNDS = ("pool", "largeAmount", "seriousIllness", "localSupplement", "civilServant", "assistance")
GROUPS = {"working": "employee", "retired": "employee", "childOrStudent": "resident", "otherResident": "resident"}
LARGEST = 99_999_999_999


@dataclass
class Answer:
    """The figures in fen; one that does not apply is absent."""

    figures: dict[str, int]
    gaps: list[tuple[str, bool]] = field(default_factory=list)
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
        self.script = script
        self.met: dict[str, tuple[Refused, int, int]] = {}

    def choose(self, what: str, refusal: Refused, many: int) -> int:
        if many == 1:
            return 0
        if what not in self.met:
            at = len(self.met)
            self.met[what] = refusal, many, self.script[at] if at < len(self.script) else 0
        return self.met[what][2]

    def next_script(self) -> list[int] | None:
        met = list(self.met.values())
        while met:
            _, many, taken = met.pop()
            if taken + 1 < many:
                return [*(earlier for *_, earlier in met), taken + 1]
        return None


def estimate(library: Library, asked: dict[str, Any]) -> Answer:
    visit = Visit.read(library, asked)
    first_way = Open([])
    first = visit.answer(library, first_way)
    script = first_way.next_script()
    while script is not None:
        way = Open(script)
        if not first.same_figures(visit.answer(library, way)):
            raise _why_they_differ(first_way, way)
        script = way.next_script()
    return first


def _why_they_differ(one: Open, other: Open) -> Refused:
    for (_, _, taken), (refusal, _, taken_by_other) in zip(one.met.values(), other.met.values()):
        if taken != taken_by_other:
            return refusal
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
        check_insured(insured, "person.insuredRegion")
        if GROUPS.get(person.get("group"), person["insurance"]) != person["insurance"]:
            raise Refused("groupMismatch", "person.group")
        if "tier" in visit and visit["tier"] not in library.tiers(insured):
            raise Refused("unknownTier", "visit.tier")
        if "disease" in visit and visit["disease"] not in library.diseases(insured):
            raise Refused("unknownDisease", "visit.disease")
        if is_too_coarse(treated, insured):
            raise Refused("regionTooCoarse", "visit.treatmentRegion")
        bill = read_bill(asked["bill"])
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
        settlement.rests_on(how)
        if how.says == "whole":
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


def check_insured(code: str, path: str):
    if code == COUNTRY:
        raise Refused("regionTooCoarse", path)
    if code[:2] not in PROVINCES:
        raise Refused("invalidRegion", path)
    if is_whole_province(code):
        raise Refused("regionTooCoarse", path)
    if code[:2] not in ONE_POOL and pooling_area(code) not in CITIES:
        raise Refused("unknownRegion", path)


def is_too_coarse(treated: str, insured: str) -> bool:
    """It may be home or elsewhere."""
    if treated == COUNTRY:
        return True
    if treated[:2] != insured[:2] or treated[:2] in ONE_POOL or treated == insured:
        return False
    return is_whole_province(treated) or (is_heading(treated) and treated[:4] == insured[:4])


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


@dataclass(frozen=True)
class Said:
    """What a rule says, or the user, and how well that is known."""

    says: Any
    grade: str


class Settlement:
    def __init__(self, library: Library, way: Open, visit: Visit):
        self.library, self.way, self.visit = library, way, visit
        self.days = visit.admitted, visit.settled
        self.figures: dict[str, int] = {"total": visit.bill.total, "inScope": visit.bill.in_scope}
        self.deductible_left: int | None = None
        self.gaps: dict[str, bool] = {}
        self.grades: set[str] = set()

    # Rules

    def law(self, name: str) -> Said:
        rules = self.library.find(self.visit.insured, name, self.visit.case, *self.days)
        rule = rules[self.way.choose(f"{name} on {self.days}", Refused("ruleAmbiguous", "visit.admitted"), len(rules))]
        if not rule.readings:
            raise Refused("ruleAmbiguous")
        open_rule = Refused("ruleBounded" if rule.is_bounded else "ruleAmbiguous")
        return Said(rule.readings[self.way.choose(f"{rule.id} on {self.days}", open_rule, len(rule.readings))], rule.grade)

    def law_or_gap(self, name: str, could_cost: bool, expected: bool) -> Said | None:
        """What a rule says on a fund; a gap where that is not known, and `expected` or said to exist."""
        try:
            return self.law(name)
        except Refused as refused:
            if refused.code == "inputNeeded":
                raise
            if expected or refused.code == "ruleAmbiguous":
                self.gaps.setdefault(name, could_cost)
            return None

    def needed(self, name: str, where: str) -> Said:
        """What a rule says that the visit cannot do without; `where` the hole could be filled."""
        try:
            return self.law(name)
        except Refused as refused:
            if refused.code == "ruleNotFound":
                raise Refused("ruleNotFound", where) from None
            raise

    def own(self, name: str) -> Said | None:
        own = self.visit.own.get(name)
        return None if own is None else Said(own, "userSupplied")

    def rests_on(self, *said: Said | None) -> None:
        self.grades |= {one.grade for one in said if one is not None}

    # The funnel

    def settle(self, bill: Bill, year: Year):
        elsewhere = self.elsewhere()
        adjustment = elsewhere.says if elsewhere else "none"
        if adjustment == "notCovered":
            self.rests_on(elsewhere)
            self.add("pool", 0)
            return
        left = bill.in_scope
        left -= self.first_self_pay(left, elsewhere, "inScope")
        deductible = self.deductible(left, year, elsewhere)
        left -= deductible
        left -= self.first_self_pay(left, elsewhere, "afterDeductible")
        pool, above_cap = self.pool(left, deductible, year, elsewhere)
        own = deductible + left - pool
        own -= self.large_amount(above_cap, pool, year)
        self.supplements(own, year)

    def add(self, name: str, amount: int) -> int:
        self.figures[name] = self.figures.get(name, 0) + amount
        return amount

    def elsewhere(self) -> Said | None:
        """How care at this place is paid; at home that is a question only for those who are filed as living elsewhere."""
        if self.visit.fact("place") == "local":
            if self.visit.fact("category") is None:
                raise Refused("inputNeeded", "filing.category")
            if self.visit.fact("category") not in LONG_TERM:
                return None
        return self.own("crossRegion") or self.needed("crossRegion", "ownFigures.crossRegion")

    def first_self_pay(self, left: int, elsewhere: Said | None, base: str) -> int:
        match elsewhere:
            case Said({"firstSelfPay": {"percent": percent, "base": stated}}) if stated == base:
                self.rests_on(elsewhere)
                return self.add("crossRegionFirstSelfPay", half_up(left * share(percent)))
        return 0

    # The deductible

    def deductible(self, left: int, year: Year, elsewhere: Said | None) -> int:
        standard, due = self.owed(year, elsewhere)
        self.figures.setdefault("deductibleStandard", standard)
        self.deductible_left = due - min(left, due)
        return self.add("deductible", min(left, due))

    def owed(self, year: Year, elsewhere: Said | None) -> tuple[int, int]:
        """The standard, and what of it this visit owes."""
        own = self.own("deductible")
        if own is not None:
            self.rests_on(own)
            return self.once(fen(own.says))
        waiver = self.waiver()
        if waiver == "waived":
            return 0, 0
        match elsewhere:
            case Said({"ownTable": table}):
                rule = Said(table["deductible"], elsewhere.grade)
            case _:
                rule = self.needed("deductible", "ownFigures.deductible")
        self.rests_on(rule)
        (form, says), *_ = rule.says.items()
        if form != "perVisit":
            return fen(says), max(0, fen(says) - year.amount("deductiblePaid"))
        if self.deductible_left is not None:
            return self.once(0)
        standard = ladder(says, year)
        if waiver == "madeUp":
            return standard, max(0, standard - year.amount("deductiblePaid"))
        return standard, standard

    def once(self, standard: int) -> tuple[int, int]:
        """A deductible of the visit is owed once, by the year of admission, however many years the stay is split over."""
        owed = standard if self.deductible_left is None else self.deductible_left
        return owed, owed

    def waiver(self) -> str | None:
        visit = self.visit.asked["visit"].get("waivedVisit")
        if visit is None:
            return None
        listed = self.law_or_gap("waiver", could_cost=False, expected=True)
        for waiver in listed.says if listed else []:
            if waiver["visit"] == visit:
                self.rests_on(listed)
                return "madeUp" if waiver.get("madeUp") else "waived"
        return None

    # The pool

    def pool(self, left: int, deductible: int, year: Year, elsewhere: Said | None) -> tuple[int, int]:
        """What it pays, and how much of the amount lies above its cap."""
        if left == 0:
            return self.add("pool", 0), 0
        terms, said = self.terms(elsewhere)
        start = deductible if terms.bands.get("boundsIncludeDeductible") else 0
        if terms.bands.get("overTheYear"):
            start += year.amount("segmentBase")
        pieces = in_bands(terms.bands["bands"], start, left)
        pays = sum(half_up(amount * terms.ratio(band)) for amount, band in pieces)
        cap = self.own("poolCap") or self.law_or_gap("poolCap", could_cost=True, expected=True)
        room = left_of(cap.says, lambda: year.amount("poolPaid")) if cap else None
        # Where the cap is used up, no ratio matters.
        self.rests_on(cap, *(said if room != 0 or pays == 0 else ()))
        if room is None or pays <= room:
            return self.add("pool", pays), 0
        return self.add("pool", room), left - reached_at(pieces, terms, room)

    def terms(self, elsewhere: Said | None) -> tuple[Terms, list[Said | None]]:
        """The ratios, and what they rest on."""
        match elsewhere:
            case Said({"ownTable": table}):
                return Terms(table["segments"]), [elsewhere]
        ratio = self.own("ratio")
        bands = Said({"bands": [{"ratio": ratio.says}]}, ratio.grade) if ratio else self.needed("segments", "ownFigures.ratio")
        match elsewhere:
            case Said({"minusPoints": points}):
                terms = Terms(bands.says, minus=share(points))
            case Said({"times": factor}):
                terms = Terms(bands.says, times=share(factor))
            case _:
                terms = Terms(bands.says)
        return terms, [bands, elsewhere]

    # Above and beside it

    def large_amount(self, above_cap: int, pool: int, year: Year) -> int:
        if above_cap == 0 or self.visit.fact("insurance") != "employee":
            return 0
        rule = self.law_or_gap("largeAmount", could_cost=False, expected=True)
        if rule is None:
            return 0
        self.rests_on(rule)
        pays = half_up(above_cap * share(rule.says["ratio"]))
        match rule.says["cap"]:
            case {"own": cap}:
                pays = min(pays, max(0, fen(cap) - year.amount("largeAmountPaid")))
            case {"withPool": cap}:
                paid = year.amount("poolPaid") + pool + year.amount("largeAmountPaid")
                pays = min(pays, max(0, fen(cap) - paid))
        return self.add("largeAmount", pays)

    def supplements(self, own: int, year: Year):
        """The funds that pay on the compliant own payments, each on what those before it leave."""
        resident = self.visit.fact("insurance") == "resident"
        own -= self.supplement("seriousIllness", own, year, expected=resident)
        own -= self.supplement("localSupplement", own, year, expected=False)
        own -= self.civil_servant(own)
        in_hardship = self.visit.fact("standing") not in (None, "ordinary")
        self.supplement("assistance", own, year, expected=in_hardship)

    def supplement(self, name: str, own: int, year: Year, expected: bool) -> int:
        rule = self.law_or_gap(name, could_cost=False, expected=expected) if own else None
        if rule is None:
            return 0
        self.rests_on(rule)
        says, before = rule.says, year.amount(f"{name}Base")
        start = fen(says["start"])
        begin, end = (max(0, amount - start) for amount in (before, before + own))
        terms = Terms(says["segments"])
        offset = start if terms.bands.get("boundsIncludeDeductible") else 0
        pieces = in_bands(terms.bands["bands"], offset + begin, end - begin)
        pays = sum(half_up(amount * terms.ratio(band)) for amount, band in pieces)
        room = left_of(says["cap"], lambda: year.amount(f"{name}Paid")) if pieces else None
        return self.add(name, pays if room is None else min(pays, room))

    def civil_servant(self, own: int) -> int:
        rank = self.visit.asked["person"].get("civilServant")
        if rank == "no" or own == 0:
            return 0
        rule = self.law_or_gap("civilServant", could_cost=False, expected=rank is not None)
        if rank is None and (rule or "civilServant" in self.gaps):
            raise Refused("inputNeeded", "person.civilServant")
        if rule is None:
            return 0
        for ratio in rule.says["ratios"]:
            if ratio["rank"] == rank:
                self.rests_on(rule)
                return self.add("civilServant", half_up(own * share(ratio["ratio"])))
        self.gaps["civilServant"] = False
        return 0

    def answer(self) -> Answer:
        figures = self.figures
        figures["fundsPay"] = sum(figures.get(fund, 0) for fund in FUNDS)
        figures["patientPays"] = figures["total"] - figures["fundsPay"]
        self.account()
        return Answer(figures, list(self.gaps.items()), max(self.grades, key=GRADES.index, default=None))

    def account(self):
        """What the personal account pays of what is left to the person; the estimate itself does not rest on it."""
        balance = self.visit.asked["person"].get("accountBalance")
        if balance is None:
            return
        try:
            pays = self.own("accountPays") or Said(self.law("personalAccount").says["pays"], "")
        except Refused as refused:
            if refused.code == "inputNeeded":
                raise
            return
        outside = self.visit.bill.outside
        parts = {"outsideScope": outside, "withinScope": self.figures["patientPays"] - outside}
        self.figures["account"] = min(fen(balance), sum(parts[part] for part in set(pays.says)))
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
