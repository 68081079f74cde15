//! The host's clock.

use serde::{Serialize, Serializer};

use crate::{
    calendar::Date,
    decode::{Decode, Faults, Lent},
    error::{Error, ErrorCode},
};

/// A moment by the host's clock: whole milliseconds since 1970-01-01T00:00:00Z, as JavaScript's `Date.now()` gives them.
///
/// # Example
///
/// China has one time zone: a filing sent at 23:30 UTC is sent on the next day.
///
/// ```
/// let sent = yidi::Moment::from_millis(1_795_303_800_000).unwrap(); // 2026-11-21T23:30:00Z
/// assert_eq!(sent.date().to_string(), "2026-11-22");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// Beijing time is eight hours ahead of UTC, all year and everywhere in the mainland.
const BEIJING: i64 = 8 * 60 * 60 * 1000;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// 2199-12-31T15:59:59.999Z, the last moment of the calendar in Beijing.
const LAST: i64 = 7_258_089_599_999;

impl Moment {
    /// The moment so many milliseconds after 1970-01-01T00:00:00Z, `None` before that and after 2199.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Option<Self> {
        if millis >= 0 && millis <= LAST { Some(Self(millis)) } else { None }
    }

    /// The milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The day it is in UTC, and the seconds since its midnight.
    pub(crate) fn in_utc(self) -> (Date, u32) {
        (Self::days(self.0), (self.0 % DAY / 1000) as u32)
    }

    fn days(millis: i64) -> Date {
        Date::EPOCH.plus_days((millis / DAY) as u32).unwrap_or(Date::EPOCH)
    }

    /// The day it is in China.
    #[must_use]
    pub fn date(self) -> Date {
        Self::days(self.0 + BEIJING)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Below 2^53, and without the 64-bit integers that some hosts lack.
        serializer.serialize_f64(self.0 as f64)
    }
}

impl Decode for Moment {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        const EXPECTED: &str = "milliseconds since 1970, to 2199";
        // Not as the fraction it may be: to write those takes thousands of bytes.
        fn out_of_range(given: impl std::fmt::Display) -> Error {
            Error::new(ErrorCode::OutOfRange).giving(given).allowing(EXPECTED)
        }
        let moment = match *value {
            // Clocks may give fractions of a millisecond.
            Lent::Number(number) if number.is_finite() => {
                Self::from_millis(number as i64).ok_or_else(|| out_of_range(number as i64))
            }
            Lent::Number(_) => Err(out_of_range("NaN, ±∞")),
            _ => Err(value.is_not(EXPECTED)),
        };
        faults.or(moment, Self(0))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "number", "minimum": 0, "maximum": LAST,
            "description": "Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives them."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_the_one_in_china() {
        let day = |millis| Moment::from_millis(millis).unwrap().date().to_string();
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(1_795_276_799_999), "2026-11-21"); // 23:59:59.999 in Beijing
        assert_eq!(day(1_795_276_800_000), "2026-11-22");
        assert_eq!(day(LAST), "2199-12-31");
    }

    #[test]
    fn what_is_no_moment_is_refused_by_its_code() {
        let code = |value: Lent| crate::decode::decode::<Moment>(&value).map_err(|error| error.code());
        for number in [-1.0, f64::NAN, f64::INFINITY, 1e300, LAST as f64 + 1.0] {
            assert_eq!(code(Lent::Number(number)), Err(ErrorCode::OutOfRange), "{number}");
        }
        assert_eq!(code(Lent::Text("0".into())), Err(ErrorCode::WrongType));
        assert_eq!(code(Lent::Null), Err(ErrorCode::MissingField));
        assert_eq!(code(Lent::Number(12.9)), Ok(Moment(12)));
    }
}
