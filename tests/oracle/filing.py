"""Which filing covers a visit: design/filing.md §3, a second time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from days import day
from estimate import check_insured, is_too_coarse
from law import LONG_TERM, Library, Refused
from places import ONE_POOL, place, pooling_area

_LATE_ROUTE = {True: "afterSettlement", False: "beforeSettlement"}


@dataclass(frozen=True)
class Status:
    status: str
    category: str | None = None
    filing: int | None = None
    proof: str | None = None
    covers_kind: bool | None = None
    route: str | None = None


@dataclass(frozen=True)
class Filing:
    """A filing on record."""

    at: int
    category: str
    proof: str | None
    places: tuple[str, ...]
    begins: date
    ends: date
    filed_on: date
    cancelled_on: date | None

    @property
    def is_long_term(self) -> bool:
        return self.category in LONG_TERM

    def holds_on(self, one: date) -> bool:
        return max(self.begins, self.filed_on) <= one <= self.ends

    def is_for(self, treated: str) -> bool:
        return any(is_good_for(filed_for, treated) for filed_for in self.places)


def is_good_for(filed_for: str, treated: str) -> bool:
    """The same pooling area, a whole province, or its capital for what the province itself runs (21号 一（一）)."""
    return filed_for == treated[:2] + "0000" or place_of_filing(filed_for) == place_of_filing(treated)


def place_of_filing(code: str) -> str:
    return code[:2] + "0100" if code.endswith("9900") else pooling_area(code)


class Case:
    """The rules on filing for someone, as the facts of `law.FACTS` select them."""

    def __init__(self, library: Library, insured: str, insurance: str | None, on: date):
        self.library, self.insured, self.insurance, self.on = library, insured, insurance, on

    def law(self, name: str, *, where: str | None, kind=None, category=None, proof=None, on: date | None = None) -> Any:
        """What a rule says; None where none is known, or none that can be computed."""
        facts = (self.insurance, kind, None, None, None, None, None, where, category, proof)
        try:
            rule, *others = self.library.find(self.insured, name, facts, on or self.on, on or self.on)
        except Refused as refused:
            if refused.code == "inputNeeded":
                raise
            return None
        return rule.readings[0] if len(rule.readings) == 1 else None


def status(library: Library, asked: dict[str, Any]) -> Status:
    insured, visit = asked["insuredRegion"], asked["visit"]
    treated, admitted = visit["treatmentRegion"], day(visit["admitted"])
    settled = day(visit["settled"]) if "settled" in visit else None
    check_insured(insured, "insuredRegion")
    if is_too_coarse(treated, insured):
        raise Refused("regionTooCoarse", "visit.treatmentRegion")
    if settled is not None and settled < admitted:
        raise Refused("dateOrder", "visit.settled")
    case = Case(library, insured, asked.get("insurance"), admitted)
    filings = [_filing(case, at, record, asked) for at, record in enumerate(asked["filings"])]
    # Of several: a long-term one, then the one made last.
    filings.sort(key=lambda filing: (filing.is_long_term, filing.filed_on), reverse=True)
    return Visit(case, treated, admitted, settled, visit["kind"], visit.get("emergency", visit["kind"] == "emergency")).status(filings)


def _filing(case: Case, at: int, record: dict[str, Any], asked: dict[str, Any]) -> Filing:
    def wrong(code, field):
        return Refused(code, f"filings.{at}.{field}")

    begins, filed_on = day(record["from"]), day(record["filedOn"])
    ends = day(record.get("to", "9999-12-31"))
    if record["category"] == "notFiled":
        raise wrong("unknownValue", "category")
    if ends < begins:
        raise wrong("dateOrder", "to")
    if "today" in asked and filed_on > day(asked["today"]):
        raise wrong("dateOrder", "filedOn")
    cancelled = day(record["cancelledOn"]) if "cancelledOn" in record else None
    if cancelled is not None:
        if cancelled < filed_on:
            raise wrong("dateOrder", "cancelledOn")
        ends = min(ends, date.fromordinal(cancelled.toordinal() - 1))
    if not record["places"]:
        raise wrong("missingField", "places.0")
    for index, code in enumerate(record["places"]):
        if is_good_for(code, asked["visit"]["treatmentRegion"]) and not _may_be_filed_for(case, code, record["category"], filed_on):
            raise wrong("regionTooCoarse", f"places.{index}")
    return Filing(at, record["category"], record.get("proof"), tuple(record["places"]), begins, ends, filed_on, cancelled)


def _may_be_filed_for(case: Case, code: str, category: str, on: date) -> bool:
    """A whole province only where the rules say so, or where it is one pooling area."""
    if not code.endswith("0000") or code[:2] in ONE_POOL:
        return True
    places = case.law("places", where=place(case.insured, code), category=category, on=on)
    return code in (places or {}).get("wholeProvinces", ())


@dataclass(frozen=True)
class Visit:
    case: Case
    treated: str
    admitted: date
    settled: date | None
    kind: str
    emergency: bool

    @property
    def where(self) -> str:
        return place(self.case.insured, self.treated)

    def status(self, filings: list[Filing]) -> Status:
        here = [filing for filing in filings if filing.is_for(self.treated)]
        holding = [filing for filing in filings if filing.holds_on(self.admitted)]
        if self.where == "local":
            return self.at_home(holding)
        for filing in here:
            if filing in holding:
                return self.by("filed", filing)
        if self.is_exempt():
            return Status("exempt")
        if self.emergency and self.counts_as_filed():
            return Status("deemedFiled", "emergency")
        for filing in here:
            if self.is_during(filing):
                return self.by("filedDuringStay", filing, self.route(False))
        for filing in here:
            if self.is_after(filing):
                return self.by("filedAfterDischarge", filing, self.route(True))
        route = self.route(self.settled is not None)
        for filing in here:
            if max(filing.begins, filing.filed_on) <= self.admitted and filing.ends < self.admitted:
                return Status("expired", "notFiled", filing.at, route=route)
        for filing in holding:
            return Status("wrongPlace", "notFiled", filing.at, route=route)
        return Status("notFiled", "notFiled", route=route)

    def at_home(self, holding: list[Filing]) -> Status:
        for filing in holding:
            if filing.is_long_term:
                try:
                    coverage = self.coverage(filing)
                except Refused as refused:
                    raise Refused(refused.code, f"filings.{filing.at}.proof") from None
                at_home = (coverage or {}).get("atHome")
                kind = "wrongPlace" if at_home is False else "exempt"
                return Status(kind, filing.category, filing.at, filing.proof)
        return Status("exempt", "notFiled")

    def by(self, kind: str, filing: Filing, route: str | None = None) -> Status:
        try:
            coverage = self.coverage(filing)
        except Refused:
            coverage = None
        covers = None if coverage is None else self.kind in coverage["kinds"]
        return Status(kind, filing.category, filing.at, filing.proof if filing.is_long_term else None, covers, route)

    def coverage(self, filing: Filing) -> Any:
        where = place(self.case.insured, filing.places[0]) if self.where == "local" else self.where
        return self.case.law("coverage", where=where, category=filing.category, proof=filing.proof)

    def is_late(self, filing: Filing) -> bool:
        """Made, or beginning, after admission, for a time that has a day of the stay in it."""
        begins = max(filing.begins, filing.filed_on)
        in_the_stay = filing.ends >= self.admitted and (self.settled is None or filing.begins <= self.settled)
        return begins > self.admitted and in_the_stay and not (filing.cancelled_on and filing.cancelled_on <= begins)

    def is_during(self, filing: Filing) -> bool:
        return self.is_late(filing) and (self.settled is None or filing.filed_on <= self.settled)

    def is_after(self, filing: Filing) -> bool:
        return self.is_late(filing) and not self.is_during(filing)

    def route(self, after_settlement: bool) -> str | None:
        late = self.case.law("lateFiling", where=self.where)
        return late and late[_LATE_ROUTE[after_settlement]]

    def counts_as_filed(self) -> bool:
        """Nothing has to be shown in an emergency: the facility reports it (Art. 8 (5), 34)."""
        materials = self.case.law("materials", where=self.where, category="emergency")
        return materials is not None and not materials["needs"]

    def is_exempt(self) -> bool:
        exemption = self.case.law("exemption", where=self.where)
        return any(is_good_for(code, self.treated) for code in (exemption or {}).get("regions", ()))
