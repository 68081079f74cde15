//! Days and periods.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    decode::as_text,
    error::{Error, ErrorCode},
};

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
    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse_day(text).map(Self).ok_or_else(|| Error::new(ErrorCode::InvalidDate).giving(text))
    }
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    let digit_or_dash = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    if text.len() != 10 || !text.bytes().enumerate().all(digit_or_dash) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let day = NaiveDate::from_ymd_opt(i32::try_from(part(0..4)?).ok()?, part(5..7)?, part(8..10)?)?;
    (NaiveDate::from_ymd_opt(1949, 10, 1)? <= day && day.year() <= 2199).then_some(day)
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

as_text!(Date, "IsoDate", r"^\d{4}-\d{2}-\d{2}$", "A day, as in \"2026-11-22\".");

/// The days on which a rule is in force, both ends included; without an end it is in force until replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    fn a_period_includes_both_ends() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let period = Period { from: day("2024-01-01"), to: Some(day("2024-12-31")), stated: None };
        let inside = |text| period.contains(day(text));
        assert_eq!(
            [inside("2023-12-31"), inside("2024-01-01"), inside("2024-12-31"), inside("2025-01-01")],
            [false, true, true, false]
        );
        assert!(Period { to: None, ..period.clone() }.contains(day("2199-12-31")));
    }
}
