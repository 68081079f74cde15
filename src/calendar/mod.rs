//! Days, months, working days and periods.

mod moment;
mod working_days;

use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;

use crate::{
    decode::{as_text, decodes},
    error::{Error, ErrorCode},
};

pub use moment::Moment;
pub use working_days::StartDay;

/// A day of the calendar, written `2026-11-22`, from 1949-10-01 to 2199-12-31.
///
/// # Example
///
/// ```
/// use yidi::Date;
///
/// assert!("2026-02-29".parse::<Date>().is_err());
/// assert!("2028-02-29".parse::<Date>().is_ok());
/// ```
///
/// # Errors
///
/// Parsing refuses with `invalidDate` what is not exactly ten characters of that form, or no day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day that is accepted.
    pub(crate) const FIRST: Self = Self::of(1949, 10, 1);

    /// 1970-01-01.
    const EPOCH: Self = Self::of(1970, 1, 1);

    pub(crate) const fn of(year: i32, month: u32, day: u32) -> Self {
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(day) => Self(day),
            None => Self(NaiveDate::MIN),
        }
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The last day of a month.
    pub(crate) fn last_of_month(year: i32, month: u32) -> Option<Self> {
        let first = within_bounds(NaiveDate::from_ymd_opt(year, month, 1))?;
        within_bounds(first.0.checked_add_months(Months::new(1))?.pred_opt())
    }

    /// The days from `earlier` to this day; none where that is not earlier.
    pub(crate) fn days_since(self, earlier: Self) -> u32 {
        u32::try_from(self.0.num_days_from_ce() - earlier.0.num_days_from_ce()).unwrap_or(0)
    }

    /// The day `days` later.
    ///
    /// # Example
    ///
    /// ```
    /// use yidi::Date;
    ///
    /// let day: Date = "2026-12-31".parse()?;
    /// assert_eq!(day.plus_days(60)?.to_string(), "2027-03-01");
    /// # Ok::<(), yidi::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `invalidDate` beyond 2199-12-31.
    pub fn plus_days(self, days: u32) -> Result<Self, Error> {
        within_bounds(self.0.checked_add_days(Days::new(days.into()))).ok_or_else(|| self.too_late(days, "days"))
    }

    /// The same day of the month `months` later, or that month's last day where it has no such day (民法典 Art. 202).
    ///
    /// Months are counted from the first day of all: adding one month twice may end earlier than adding two.
    ///
    /// # Example
    ///
    /// ```
    /// use yidi::Date;
    ///
    /// let filed: Date = "2026-11-30".parse()?;
    /// assert_eq!(filed.plus_months(3)?.to_string(), "2027-02-28");
    /// assert_eq!(filed.plus_months(6)?.to_string(), "2027-05-30");
    /// # Ok::<(), yidi::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `invalidDate` beyond 2199-12-31.
    pub fn plus_months(self, months: u32) -> Result<Self, Error> {
        within_bounds(self.0.checked_add_months(Months::new(months))).ok_or_else(|| self.too_late(months, "months"))
    }

    /// The day `days` earlier.
    pub(crate) fn minus_days(self, days: u32) -> Result<Self, Error> {
        let day = within_bounds(self.0.checked_sub_days(Days::new(days.into())));
        day.ok_or_else(|| Error::new(ErrorCode::InvalidDate).giving(format_args!("{self} − {days} days")))
    }

    /// The first day of the year, and the last of the one before.
    pub(crate) fn turn_of_the_year(self) -> (Self, Self) {
        let first = Self::of(self.year(), 1, 1);
        (first, Self(first.0 - Days::new(1)))
    }

    #[cold]
    fn too_late(self, count: u32, unit: &str) -> Error {
        Error::new(ErrorCode::InvalidDate).giving(format_args!("{self} + {count} {unit}"))
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        within_bounds(parse_day(text)).ok_or_else(|| Error::new(ErrorCode::InvalidDate).giving(text))
    }
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    let digit_or_dash = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    if text.len() != 10 || !text.bytes().enumerate().all(digit_or_dash) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    NaiveDate::from_ymd_opt(i32::try_from(part(0..4)?).ok()?, part(5..7)?, part(8..10)?)
}

fn within_bounds(day: Option<NaiveDate>) -> Option<Date> {
    day.filter(|day| NaiveDate::from_ymd_opt(1949, 10, 1).is_some_and(|first| first <= *day) && day.year() <= 2199).map(Date)
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

as_text!(Date, Date::FIRST, "IsoDate", r"^\d{4}-\d{2}-\d{2}$", "A day, as in \"2026-11-22\".");

/// The days on which a rule is in force, both ends included; without an end it is in force until replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day that the source certainly covers.
    pub from: Date,
    /// The last day, absent where the source names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// What the source prints, where it is less than a day ("2022"): `from` is then the first day certainly covered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<String>,
}

decodes! { struct Period { from, to, stated } }

impl Period {
    /// Whether the rule is in force on `day`.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(formatter, "{} … {to}", self.from),
            None => write!(formatter, "≥ {}", self.from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn refuses_what_is_not_a_day() {
        for text in [
            "2026-02-30",
            "2026-2-03",
            "2026-13-01",
            "2026-00-10",
            "26-01-01",
            "2026/01/01",
            "2026-01-01T00:00",
            "1949-09-30",
            "2200-01-01",
            "２０２６-01-01",
            "",
            "+026-01-01",
            "2026-01-0x",
        ] {
            assert_eq!(text.parse::<Date>().map_err(|error| error.code()), Err(ErrorCode::InvalidDate), "{text:?}");
        }
    }

    #[test]
    fn months_end_on_the_same_day_or_the_last_of_the_month() {
        for (start, months, end) in [
            ("2026-11-30", 3, "2027-02-28"),
            ("2027-11-30", 3, "2028-02-29"),
            ("2026-12-31", 2, "2027-02-28"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-03-31", 1, "2026-04-30"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2028-02-29", 48, "2032-02-29"),
            ("2027-02-28", 1, "2027-03-28"),
            ("2026-11-22", 0, "2026-11-22"),
            ("2026-11-22", 6, "2027-05-22"),
            ("2026-12-15", 1, "2027-01-15"),
            ("2026-12-15", 12, "2027-12-15"),
            ("2199-11-30", 1, "2199-12-30"),
        ] {
            assert_eq!(day(start).plus_months(months), Ok(day(end)), "{start} + {months}");
        }
    }

    #[test]
    fn days_carry_over_months_and_years() {
        for (start, days, end) in [
            ("2026-02-28", 1, "2026-03-01"),
            ("2028-02-28", 1, "2028-02-29"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2026-01-01", 365, "2027-01-01"),
            ("2026-11-22", 0, "2026-11-22"),
            ("2199-12-30", 1, "2199-12-31"),
        ] {
            assert_eq!(day(start).plus_days(days), Ok(day(end)), "{start} + {days}");
        }
    }

    #[test]
    fn the_calendar_ends_in_2199() {
        let last = day("2199-12-31");
        for sum in [last.plus_days(1), last.plus_days(u32::MAX), last.plus_months(1), last.plus_months(u32::MAX)] {
            assert_eq!(sum.unwrap_err().code(), ErrorCode::InvalidDate);
        }
        assert_eq!(last.plus_months(1).unwrap_err().given(), Some("2199-12-31 + 1 months"));
    }

    #[test]
    fn a_day_is_shown_as_it_is_written() {
        for text in ["1949-10-01", "2026-11-22", "2199-12-31"] {
            assert_eq!((day(text).to_string(), format!("{:?}", day(text))), (text.to_owned(), text.to_owned()));
        }
    }

    #[test]
    fn a_period_is_shown_by_its_ends_or_by_its_first_day() {
        let period = Period { from: day("2024-01-01"), to: Some(day("2024-12-31")), stated: None };
        assert_eq!(period.to_string(), "2024-01-01 … 2024-12-31");
        assert_eq!(Period { to: None, ..period }.to_string(), "≥ 2024-01-01");
    }

    #[test]
    fn a_period_includes_both_ends() {
        let period = Period { from: day("2024-01-01"), to: Some(day("2024-12-31")), stated: None };
        let inside = |text| period.contains(day(text));
        assert_eq!(
            [inside("2023-12-31"), inside("2024-01-01"), inside("2024-12-31"), inside("2025-01-01")],
            [false, true, true, false]
        );
        assert!(Period { to: None, ..period.clone() }.contains(day("2199-12-31")));
    }
}
