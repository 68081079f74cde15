"""Policy packs, read from their JSON, and which of their rules answers for a case on a day.

Written from `src/policy/packs/README.md` and the schema of a pack; see README.md beside this file for what else it may be written from.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from days import day
from places import COUNTRY, pooling_area

PACKS = Path(__file__).resolve().parents[2] / "src" / "policy" / "packs"

# What a rule can turn on, and the field of the input that says it, in the order of `Applies`.
FACTS = {
    "insurance": "person.insurance",
    "kind": "visit.kind",
    "tier": "visit.tier",
    "group": "person.group",
    "age": "person.age",
    "standing": "person.standing",
    "disease": "visit.disease",
    "place": "visit.treatmentRegion",
    "category": "filing.category",
    "proof": "filing.proof",
}
# In what order they are asked for where several are not known: no law says, the way of filing and the disease narrow most.
ASKED = ("insurance", "kind", "tier", "group", "place", "category", "disease", "age", "standing", "proof")
GRADES = ("official", "published", "unconfirmed", "userSupplied")
LONG_TERM = frozenset({"retiredSettled", "longTermResident", "postedWorker"})


class Refused(Exception):
    """What the engine refuses with: a code and the field it is about."""

    def __init__(self, code: str, path: str = ""):
        super().__init__(code, path)
        self.code, self.path = code, path


@dataclass(frozen=True, eq=False)
class Rule:
    pack: str
    part: str
    name: str
    index: int
    applies: dict[str, Any]
    says: dict[str, Any]
    since: date
    until: date
    dated_by: str | None
    grade: str

    @property
    def id(self) -> str:
        return f"{self.pack} {self.part}.{self.name}.{self.index}"

    @property
    def readings(self) -> list[Any]:
        """Everything it may mean; nothing where it cannot be computed."""
        (form, what), *_ = self.says.items()
        match form:
            case "value":
                return [what]
            case "readings":
                return what
            case "between":
                return [what["atWorst"], what["atBest"]]
            case "disputed":
                return []
        raise ValueError(form)

    @property
    def is_bounded(self) -> bool:
        return "between" in self.says

    def holds_on(self, admitted: date, settled: date, otherwise: date) -> bool:
        dated = {"admission": admitted, "settlement": settled, None: otherwise}[self.dated_by]
        return self.since <= dated <= self.until

    def may_apply(self, case: tuple) -> bool:
        """Whether nothing that is known of the case speaks against it."""
        return all(
            known is None or self._takes(fact, known)
            for fact, known in zip(FACTS, case, strict=True)
            if fact in self.applies
        )

    def turns_on(self, case: tuple) -> str | None:
        """The first fact it turns on that is not known."""
        known = dict(zip(FACTS, case, strict=True))
        return next((fact for fact in ASKED if fact in self.applies and known[fact] is None), None)

    def _takes(self, fact: str, known: Any) -> bool:
        allowed = self.applies[fact]
        if fact == "age":
            return allowed.get("from", 0) <= known and known < allowed.get("below", 1000)
        return known in allowed


@dataclass(frozen=True, eq=False)
class Pack:
    admdvs: str
    falls_back_on: tuple[str, ...]
    tiers: tuple[str, ...]
    diseases: tuple[dict[str, Any], ...]
    rules: dict[str, list[Rule]] = field(repr=False)

    def all_rules(self):
        return (rule for rules in self.rules.values() for rule in rules)


def read_pack(text: str) -> Pack:
    pack = json.loads(text)
    rules = {
        name: [_rule(pack["admdvs"], part, name, index, rule) for index, rule in enumerate(listed)]
        for part in ("rules", "filing")
        for name, listed in pack.get(part, {}).items()
    }
    return Pack(
        pack["admdvs"],
        tuple(pack.get("fallsBackOn", ())),
        tuple(tier["id"] for tier in pack["tiers"]),
        tuple(pack.get("diseases", ())),
        rules,
    )


def _rule(pack: str, part: str, name: str, index: int, rule: dict[str, Any]) -> Rule:
    law = rule["law"]
    return Rule(
        pack,
        part,
        name,
        index,
        rule["applies"],
        rule["says"],
        day(law["effective"]["from"]),
        day(law["effective"].get("to", "9999-12-31")),
        law.get("datedBy"),
        law["grade"],
    )


class Library:
    """The packs, and what they answer."""

    def __init__(self, packs):
        self.packs = {pack.admdvs: pack for pack in packs}
        self.chain = cache(self._chain)
        self._found = cache(self._find)
        self.reached: set[str] = set()

    @classmethod
    def shipped(cls, *more: Pack) -> "Library":
        files = sorted(PACKS.glob("*.json"))
        return cls([*(read_pack(file.read_text(encoding="utf-8")) for file in files), *more])

    def _chain(self, insured: str) -> tuple[Pack, ...]:
        """The packs that answer for a region, the nearest first: its own, its city's, or its province's, or the country's."""
        area = pooling_area(insured)
        nearest = next(self.packs[code] for code in (insured, area, insured[:2] + "0000", COUNTRY) if code in self.packs)
        return (nearest, *(self.packs[code] for code in nearest.falls_back_on))

    def tiers(self, insured: str) -> tuple[str, ...]:
        return next((pack.tiers for pack in self.chain(insured) if pack.tiers), ())

    def diseases(self, insured: str) -> tuple[str, ...]:
        """Those of the region's own list (参保地的病种范围); where none is known, those that every region has to have open."""
        own = tuple(disease["id"] for pack in self.chain(insured) for disease in pack.diseases)
        return own or tuple(dict.fromkeys(self._open_diseases(insured)))

    def _open_diseases(self, insured: str):
        for pack in self.chain(insured):
            for rule in pack.rules.get("openDiseases", ()):
                for reading in rule.readings:
                    yield from (disease["id"] for disease in reading["diseases"])

    def find(self, insured: str, name: str, case: tuple, admitted: date, settled: date) -> tuple[Rule, ...]:
        rules = self._found(insured, name, case, admitted, settled)
        self.reached.update(rule.id for rule in rules)
        return rules

    def _find(self, insured: str, name: str, case: tuple, admitted: date, settled: date) -> tuple[Rule, ...]:
        """The rule that answers; two where the day of admission selects another than that of settlement, and none says which counts.

        Refused with `inputNeeded` where that turns on a fact that is not known, with `dateNotCovered` where there are such rules, but
        not for these days, and with `ruleNotFound` where there are none.
        """
        found = {}
        for one in (admitted, settled):
            rule = self._find_on(insured, name, case, admitted, settled, one)
            if rule is None:
                raise self._not_found(insured, name, case)
            found[rule] = one
        return tuple(found)

    def _not_found(self, insured: str, name: str, case: tuple) -> Refused:
        rules = (rule for pack in self.chain(insured) for rule in pack.rules.get(name, ()))
        for_other_days = any(rule.may_apply(case) for rule in rules)
        return Refused("dateNotCovered", "visit.admitted") if for_other_days else Refused("ruleNotFound")

    def _find_on(self, insured: str, name: str, case: tuple, admitted: date, settled: date, one: date) -> Rule | None:
        for pack in self.chain(insured):
            possible = [
                rule
                for rule in pack.rules.get(name, ())
                if rule.holds_on(admitted, settled, one) and rule.may_apply(case)
            ]
            for fact in filter(None, (rule.turns_on(case) for rule in possible)):
                raise Refused("inputNeeded", FACTS[fact])
            if len(possible) > 1:
                raise Refused("rulesConflict", name)
            if possible:
                return possible[0]
        return None
