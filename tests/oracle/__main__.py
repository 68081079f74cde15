"""The second implementation's commands:

python3 tests/oracle golden             writes the committed rows
python3 tests/oracle check              writes them again, and compares; what is not reached by them may only have become less
python3 tests/oracle rows SEED COUNT    prints fresh rows, for `npm run prove`
python3 tests/oracle examples           works through the hand-worked cases of tests/golden and tests/filing
"""

import json
import sys
import zlib
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Iterator

import dates
import direct
import estimate
import filing
import filings
import rows
import visits
from exact import yuan
from law import Library, Refused, read_pack

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden.zz"
NOT_REACHED = HERE / "not-reached.txt"
SEED = 20261126
# Groups of ten rows each; of fresh rows, in the same proportions.
GROUPS = {"estimate": 2000, "status": 250, "dates": 120, "direct": 130}
ROWS_EACH = 10
# What rules of these kinds say is told in words, or in places, and nothing here is computed from it.
TOLD = ("categories", "channels", "claim", "enquiry", "notice", "systemFailure", "chronicTerms")


def groups(library: Library, seed: int) -> dict[str, Iterator[list[str]]]:
    def chance(ask: str) -> Random:
        return Random(f"{seed} {ask}")

    return {
        "estimate": visits.groups(chance("estimate"), visits.Aims.of(library), ROWS_EACH),
        "status": filings.groups(chance("status"), library, ROWS_EACH),
        "dates": dates.groups(chance("dates"), library, ROWS_EACH),
        "direct": direct.groups(chance("direct"), library, ROWS_EACH),
    }


def golden_rows(library: Library) -> str:
    made = groups(library, SEED)
    lines = [direct.directory_line()]
    for ask, how_many in GROUPS.items():
        for group in islice(made[ask], how_many):
            lines += group
    return "\n".join(lines) + "\n"


def not_reached(library: Library) -> list[str]:
    rules = (rule for pack in library.packs.values() for rule in pack.all_rules() if rule.name not in TOLD)
    return sorted(rule.id for rule in rules if rule.id not in library.reached)


def golden() -> int:
    library = Library.shipped()
    text = golden_rows(library)
    GOLDEN.write_bytes(zlib.compress(text.encode(), 9))
    missing = not_reached(library)
    NOT_REACHED.write_text("".join(f"{rule}\n" for rule in missing))
    _report(library, text, missing)
    return 0


def check() -> int:
    library = Library.shipped()
    text = golden_rows(library)
    committed = zlib.decompress(GOLDEN.read_bytes()).decode()
    new = sorted(set(not_reached(library)) - set(NOT_REACHED.read_text().split("\n")))
    _report(library, text, not_reached(library))
    if new:
        print("not reached any more:", *new, sep="\n  ")
    if text != committed:
        lines = zip(count(1), text.split("\n"), committed.split("\n"))
        at, now, then = next((at, now, then) for at, now, then in lines if now != then)
        print(f"the committed rows are others, from line {at} on:\n  {then}\n  {now}\nwrite them again: python3 tests/oracle golden")
    return 1 if new or text != committed else 0


def _report(library: Library, text: str, missing: list[str]):
    counted = sum(1 for line in text.splitlines() if not line.startswith("{"))
    rules = [rule for pack in library.packs.values() for rule in pack.all_rules() if rule.name not in TOLD]
    print(f"{counted} rows, {len(zlib.compress(text.encode(), 9))} bytes")
    print(f"seed {SEED}; {len(rules) - len(missing)} of {len(rules)} rules are reached", *missing, sep="\n  not: ")


def fresh(seed: int, how_many: int) -> int:
    library = Library.shipped()
    made = groups(library, seed)
    weights = list(GROUPS.values())
    chance = Random(seed)
    print(direct.directory_line())
    for _ in range(-(-how_many // ROWS_EACH)):
        ask = chance.choices(list(GROUPS), weights)[0]
        print("\n".join(next(made[ask])))
    return 0


def examples() -> int:
    tests = HERE.parent
    wrong, tried = [], 0
    for case in json.loads((tests / "golden" / "cases.json").read_text()):
        expected = case.get("expect") or case["refuse"]
        if expected.get("code") in UNREAD or (expected.get("code"), expected.get("path")) == ("unknownField", "bill.inscope"):
            continue
        pack = case.get("pack")
        more = [read_pack((tests / "golden" / "packs" / f"{pack}.json").read_text())] if pack else []
        try:
            found = estimate.estimate(_library(*more), case["input"])
            figures = {name: yuan(amount) for name, amount in found.figures.items()}
            outcome = figures | {"atLeast": found.at_least, "atMost": found.at_most}
        except Refused as refused:
            outcome = {"code": refused.code, "path": refused.path}
        tried += 1
        if any(outcome.get(name) != value for name, value in expected.items()):
            wrong.append(f"{case['id']}: {expected} expected, {outcome} found")
    for case in json.loads((tests / "filing" / "status.json").read_text()):
        tried += 1
        expected = case.get("expect") or case["refuse"]
        try:
            found = filing.status(_library(), case["question"])
            outcome = vars(found) | {"coversKind": found.covers_kind}
        except Refused as refused:
            outcome = {"code": refused.code, "path": refused.path}
        if any(outcome.get(name) != value for name, value in expected.items()):
            wrong.append(f"{case['id']}: {expected} expected, {outcome} found")
    print(*wrong, f"{tried} hand-worked cases, {len(wrong)} come out otherwise", sep="\n")
    return 1 if wrong or tried < 400 else 0


# What cannot be read at all is refused before any rule, and is no matter of this implementation.
UNREAD = (
    "wrongType",
    "invalidMoney",
    "negativeAmount",
    "tooManyDecimals",
    "amountTooLarge",
    "unknownValue",
    "outOfRange",
    "invalidDate",
)
_SHIPPED: dict[tuple, Library] = {}


def _library(*more) -> Library:
    names = tuple(pack.admdvs for pack in more)
    if names not in _SHIPPED:
        _SHIPPED[names] = Library.shipped(*more)
    return _SHIPPED[names]


COMMANDS = {"golden": golden, "check": check, "rows": lambda: fresh(int(sys.argv[2]), int(sys.argv[3])), "examples": examples}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    sys.exit(COMMANDS[sys.argv[1]]())
