"""Days: clamped months (to the end of a shorter month), and working days by the State Council's notices.

The notices are written down here from policy facts (facts-2 §7), apart from the table that the Rust code reads.
"""

from datetime import date, timedelta
from functools import cache


def day(text: str) -> date:
    return date.fromisoformat(text)


def months_later(start: date, months: int) -> date:
    """The same day of a later month, or that month's last: 30 November and three months are 28 or 29 February."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last))


def _span(year: int, first: str, last: str | None = None) -> set[date]:
    begin, end = (day(f"{year}-{text}") for text in (first, last or first))
    return {begin + timedelta(days=offset) for offset in range((end - begin).days + 1)}


_OFF = {
    2025: [
        ("01-01",),
        ("01-28", "02-04"),
        ("04-04", "04-06"),
        ("05-01", "05-05"),
        ("05-31", "06-02"),
        ("10-01", "10-08"),
    ],
    2026: [
        ("01-01", "01-03"),
        ("02-15", "02-23"),
        ("04-04", "04-06"),
        ("05-01", "05-05"),
        ("06-19", "06-21"),
        ("09-25", "09-27"),
        ("10-01", "10-07"),
    ],
}
_WORKED = {
    2025: ["01-26", "02-08", "04-27", "09-28", "10-11"],
    2026: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
}
DAYS_OFF = {off for year, spans in _OFF.items() for span in spans for off in _span(year, *span)}
DAYS_WORKED = {day(f"{year}-{text}") for year, texts in _WORKED.items() for text in texts}
KNOWN_YEARS = frozenset(_OFF)


@cache
def is_worked(one: date) -> bool | None:
    """None in a year whose notice is not known."""
    if one.year not in KNOWN_YEARS:
        return None
    return one in DAYS_WORKED or (one.weekday() < 5 and one not in DAYS_OFF)


@cache
def working_days_later(start: date, count: int) -> date | None:
    """The last of that many working days, the first of which is after the start; None where a year on the way is not known."""
    one = start
    while count > 0:
        one += timedelta(days=1)
        worked = is_worked(one)
        if worked is None:
            return None
        count -= worked
    return one


def days_in_each_year(admitted: date, settled: date) -> tuple[int, int]:
    """A stay's days before and after the turn of the year: the day of admission counts, that of discharge does not."""
    turn = date(settled.year, 1, 1)
    return (turn - admitted).days, (settled - turn).days
