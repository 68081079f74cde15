"""Whether a visit can be settled directly: design/filing.md §3, a second time. Conditions are named with what they mean."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import filing
from days import day
from law import Library, Refused
from places import place, pooling_area

# What a facility has to have opened for each kind of visit; a pharmacy settles outpatient prescriptions as one.
OPENED_FOR = {"inpatient": "inpatient", "outpatient": "outpatient", "emergency": "outpatient", "specialDrug": "specialDrug"}
_EMERGENCY_FLAGS = {"inpatient": ("emergency",), "outpatient": ("emergency", "both")}


@dataclass(frozen=True)
class Facility:
    code: str
    region: str
    opened: dict[str, date]

    def has(self, what: str, on: date) -> bool:
        return what in self.opened and self.opened[what] <= on

    def has_of_class(self, code: str, on: date) -> bool:
        return any(same_class(code, what) and self.has(what, on) for what in self.opened)


def read_directory(text: str) -> dict[str, Facility]:
    facilities = {}
    for line in text.splitlines()[1:]:
        code, _, region, opened = line.split(",")
        entries = (entry.partition("@") for entry in opened.split(";") if entry)
        facilities[code] = Facility(code, region, {what: day(since or "0001-01-01") for what, _, since in entries})
    return facilities


def same_class(one: str, other: str) -> bool:
    """M03902 and M03900 are of one class, M039."""
    return one[:4] == other[:4] and one[0] == other[0] == "M"


def is_code(disease: str) -> bool:
    return disease[:1] == "M" and disease[1:].isdigit()


def includes(listed: str, code: str) -> bool:
    """The national list names a disease, or a whole class by its code …00."""
    return listed == code or (listed.endswith("00") and same_class(listed, code))


@dataclass(frozen=True)
class Direct:
    answer: str
    conditions: tuple[tuple[str, str], ...]
    otherwise: str | None


def check(library: Library, directory: dict[str, Facility], asked: dict[str, Any]) -> Direct:
    return _Question(library, directory, asked).check()


class _Question:
    def __init__(self, library: Library, directory: dict[str, Facility], asked: dict[str, Any]):
        try:
            self.status = filing.status(library, asked["filing"])
        except Refused as refused:
            raise Refused(refused.code, f"filing.{refused.path}") from None
        visit = asked["filing"]["visit"]
        self.asked, self.directory, self.kind = asked, directory, visit["kind"]
        self.treated, self.on = visit["treatmentRegion"], day(visit["admitted"])
        insured = asked["filing"]["insuredRegion"]
        self.where = place(insured, self.treated)
        self.case = filing.Case(library, insured, asked["filing"].get("insurance"), self.on)
        self.late_route = self.case.law("lateFiling", where=self.where)
        self.settled = "settled" in visit
        self.found: list[tuple[str, str]] = []

    def add(self, reason: str, state: str):
        self.found.append((reason, state))

    def check(self) -> Direct:
        if self.asked.get("suspended"):
            self.add("insuranceSuspended", "fails")
        self.filing()
        self.benefit()
        self.facility()
        self.flags()
        states = {state for _, state in self.found}
        answer = "no" if "fails" in states else "unknown" if "unknown" in states else "yes"
        return Direct(answer, tuple(self.found), (self.status.route or "insuredRegionDecides") if answer == "no" else None)

    def filing(self):
        match self.status.status:
            case "notFiled" | "wrongPlace" as reason:
                self.add(reason, "fails")
            case "expired":
                self.add("filingExpired", "fails")
            case "filedAfterDischarge":
                self.add("filedLate", "fails")
            case "filedDuringStay" if self.status.route not in ("directSettlement",):
                self.add("lateFilingOpen", "unknown")
        if self.is_filed and self.status.covers_kind is not True and self.kind != "specialDrug":
            self.add("kindNotCovered", "unknown")

    @property
    def is_filed(self) -> bool:
        return self.status.status in ("filed", "filedDuringStay")

    def benefit(self):
        if self.kind == "chronic":
            self.disease()
            match self.asked.get("qualified"):
                case False:
                    self.add("qualificationMissing", "fails")
                case None:
                    self.add("qualificationMissing", "unknown")
        if self.kind == "specialDrug":
            self.drug()

    # Chronic diseases

    @property
    def listed(self) -> list[dict[str, Any]] | None:
        rule = self.case.law("openDiseases", where=self.where, kind=self.kind)
        return rule and rule["diseases"]

    @property
    def code(self) -> str | None:
        """The national code of the disease, as far as it is known."""
        asked = self.asked.get("disease", "")
        if is_code(asked):
            return asked
        return next((disease.get("code") for disease in self.listed or () if disease["id"] == asked), None)

    def disease(self):
        asked, listed = self.asked.get("disease"), self.listed
        if asked is None:
            self.add("diseaseNotOpen", "seeTo")
            return
        if self.where == "local":
            return
        if listed is not None:
            if any(disease["id"] == asked for disease in listed):
                return
            if not is_code(asked):
                self.add("diseaseNotOpen", "fails")
                return
            codes = [disease["code"] for disease in listed if "code" in disease]
            if any(includes(code, asked) for code in codes):
                return
            opened_ahead = self.here and self.here.has_of_class(asked, self.on)
            if not any(same_class(code, asked) for code in codes) and not opened_ahead:
                self.add("diseaseNotOpen", "fails")
                return
        self.add("diseaseNotOpen", "unknown")

    # Special drugs

    def drug(self):
        rule, drug = self.case.law("specialDrugs", where=self.where, kind=self.kind), self.asked.get("drug")
        if drug is None:
            self.add("drugNotKnown", "seeTo")
        elif rule is None or not any(drug in known.values() for known in rule["known"]):
            self.add("drugNotKnown", "unknown")

    # Where

    @property
    def here(self) -> Facility | None:
        return self.directory.get(self.asked.get("facility", ""))

    def facility(self):
        if "facility" not in self.asked:
            self.add("noFacility", "seeTo")
        elif self.here is None:
            self.add("facilityUnknown", "unknown")
        else:
            if pooling_area(self.here.region) != pooling_area(self.treated):
                self.add("facilityElsewhere", "fails")
            self.opened(self.here)
        self.chosen()

    def opened(self, here: Facility):
        if self.kind != "chronic":
            what = OPENED_FOR[self.kind]
            pharmacy = self.kind == "outpatient" and here.has("pharmacy", self.on)
            if not pharmacy and not here.has(what, self.on):
                self.add("facilityNotOpened", "fails")
        elif self.code is None:
            self.add("facilityNotOpened", "unknown" if any(what[0] == "M" and here.has(what, self.on) for what in here.opened) else "fails")
        else:
            listed = [what for what in here.opened if includes(what, self.code)]
            if not any(here.has(what, self.on) for what in listed):
                # Listed for a later day, it is not open; another of its class says nothing about it.
                uncertain = not listed and here.has_of_class(self.code, self.on)
                self.add("facilityNotOpened", "unknown" if uncertain else "fails")

    def chosen(self):
        """门诊选点."""
        chosen = self.asked.get("chosen")
        if self.kind not in ("outpatient", "chronic") or not self.is_filed or chosen is True:
            return
        if self.kind == "chronic":
            rule = self.case.law("chronicFacility", where=self.where, kind=self.kind)
            needed = None if rule is None else rule["choice"] == "chosen"
        else:
            record = self.asked["filing"]["filings"][self.status.filing] if self.status.filing is not None else {}
            category = self.status.category if record else None
            try:
                coverage = self.case.law("coverage", where=self.where, kind=self.kind, category=category, proof=record.get("proof"))
            except Refused:
                coverage = None
            needed = (coverage or {}).get("chooseFacility")
        if needed is None:
            self.add("facilityNotChosen", "unknown")
        elif needed:
            self.add("facilityNotChosen", "fails" if chosen is False else "seeTo")

    # What is reported with the bill

    def flags(self):
        flags = self.asked.get("flags", {})
        if self.kind == "emergency" or self.status.status == "deemedFiled":
            reported = [flags[name] in emergency for name, emergency in _EMERGENCY_FLAGS.items() if name in flags]
            if not any(reported):
                self.add("emergencyNotReported", "fails" if reported else "seeTo")
        if flags.get("thirdParty"):
            self.add("thirdParty", "fails")
        elif flags.get("injury"):
            self.add(*(("thirdParty", "seeTo") if "thirdParty" in flags else ("injuryNotStated", "fails")))
