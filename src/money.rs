//! Money exact to the fen, ratios, and the one rounding rule.
//!
//! | type | is | written as |
//! |---|---|---|
//! | [`Money`] | an amount in yuan, whole fen | `"1234.50"` |
//! | [`Percent`] | a ratio or percentage points, 0 to 100 | `"85"`, `"92.5"` |
//! | [`Rounding`] | what happens to a fraction of a fen | `"halfUp"` |

use std::{
    fmt,
    iter::Sum,
    ops::{Add, Neg, Sub},
    str::FromStr,
};

use crate::{
    decode::as_text,
    error::{Error, ErrorCode},
};
use rust_decimal::{Decimal, RoundingStrategy};

/// An amount in yuan with whole fen.
///
/// From outside it is never negative and at most 999,999,999.99 yuan; it is negative only as a difference inside a ledger.
///
/// # Example
///
/// ```
/// use yidi::{Money, Percent, Rounding};
///
/// let in_scope: Money = "2554.76".parse()?;
/// let ratio: Percent = "15".parse()?;
/// assert_eq!(ratio.of(in_scope, Rounding::HalfUp).to_string(), "383.21"); // 383.214
/// # Ok::<(), yidi::Error>(())
/// ```
///
/// # Errors
///
/// Parsing refuses with `negativeAmount`, `tooManyDecimals`, `amountTooLarge` or `invalidMoney`.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    fen: i64,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self { fen: 0 };

    /// Whether this is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.fen == 0
    }

    /// What is left of `self` after `part`, nothing where `part` is larger.
    #[must_use]
    pub fn less(self, part: Self) -> Self {
        (self - part).max(Self::ZERO)
    }

    /// `self` so many times.
    pub(crate) fn times(self, count: u16) -> Self {
        Self { fen: self.fen.saturating_mul(count.into()) }
    }

    /// `part` of `whole` equal shares, to the fen, half a fen up.
    pub(crate) fn share(self, part: u32, whole: u32) -> Self {
        let (part, whole) = (i64::from(part), i64::from(whole.max(1)));
        Self { fen: (self.fen * part * 2 + whole) / (whole * 2) }
    }

    /// Refuses what no amount that is read can be.
    pub(crate) fn check_bounds(self) -> Result<(), Error> {
        if self > Self::MOST { Err(Error::new(ErrorCode::AmountTooLarge).giving(self)) } else { Ok(()) }
    }

    /// Halfway to `other`, rounded down.
    pub(crate) const fn midway(self, other: Self) -> Self {
        Self { fen: (self.fen + other.fen) / 2 }
    }

    /// The smallest amount.
    pub(crate) const FEN: Self = Self { fen: 1 };

    /// The largest amount that is read.
    pub(crate) const MOST: Self = Self { fen: 99_999_999_999 };

    /// As a person reads it: `1,234.50`.
    pub(crate) fn grouped(self) -> String {
        self.written(",")
    }

    /// As the API has it: `1234.50`.
    pub(crate) fn plain(self) -> String {
        self.written("")
    }

    /// Digit by digit: a ledger has so many amounts that the general way of writing numbers shows in its time.
    fn written(self, between_groups: &str) -> String {
        let mut backwards = Vec::with_capacity(LONGEST);
        let mut rest = self.fen.unsigned_abs();
        let mut digits = 0;
        while rest > 0 || digits < "000".len() {
            match digits {
                2 => backwards.push(b'.'),
                5 | 8 | 11 | 14 | 17 => backwards.extend(between_groups.bytes()),
                _ => {}
            }
            backwards.push(b'0' + (rest % 10) as u8);
            rest /= 10;
            digits += 1;
        }
        if self.fen < 0 {
            backwards.push(b'-');
        }
        backwards.reverse();
        String::from_utf8(backwards).unwrap_or_default()
    }

    /// The amount whose `ratio` is `self`, to the fen.
    pub(crate) fn grossed_up(self, ratio: Percent, rounding: Rounding) -> Self {
        let Rounding::HalfUp = rounding;
        // In whole numbers, by long division: the decimals' own would be a large part of what a phone downloads.
        let ratio = in_units(ratio.0, RATIO_DECIMALS);
        let (mut quotient, mut rest) = (0_i64, self.fen);
        for _ in 0..=RATIO_DECIMALS + 2 {
            quotient = quotient.saturating_mul(10).saturating_add(rest / ratio);
            rest = rest % ratio * 10;
        }
        Self { fen: quotient.saturating_add(i64::from(rest / ratio >= 5)) }
    }
}

/// The decimals of a ratio that was multiplied by another, each of which has four.
const RATIO_DECIMALS: u32 = 10;

/// One hundredth.
const PER_CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

// `Decimal`'s operations come with most of their code wherever they stand.

#[inline(never)]
fn product(number: Decimal, factor: Decimal) -> Decimal {
    number * factor
}

#[inline(never)]
fn difference(number: Decimal, less: Decimal) -> Decimal {
    number - less
}

/// A number of at most `decimals` decimals, in whole units of the last of them.
fn in_units(number: Decimal, decimals: u32) -> i64 {
    let mut scaled = number;
    scaled.rescale(decimals);
    scaled.mantissa() as i64
}

impl FromStr for Money {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse_amount(text).map_err(|code| Error::new(code).giving(text))
    }
}

fn parse_amount(text: &str) -> Result<Money, ErrorCode> {
    let unsigned = text.as_bytes().strip_prefix(b"-");
    let number = written(unsigned.unwrap_or(text.as_bytes())).ok_or(ErrorCode::InvalidMoney)?;
    let fen = match number.decimals {
        _ if unsigned.is_some() => return Err(ErrorCode::NegativeAmount),
        0 => number.digits * 100,
        1 => number.digits * 10,
        2 => number.digits,
        _ => return Err(ErrorCode::TooManyDecimals),
    };
    if fen > Money::MOST.fen { Err(ErrorCode::AmountTooLarge) } else { Ok(Money { fen }) }
}

/// A number in digits.
struct Written {
    /// Without the point between them; beyond [`Written::MOST`], that.
    digits: i64,
    /// How many stand before the point, zeros too.
    whole: u32,
    /// How many stand after it.
    decimals: u32,
}

impl Written {
    /// More than any number that is read has.
    const MOST: i64 = 10_000_000_000_000_000;
}

/// Digits, and a point between two of them or none: `Decimal`'s own parser reads many more forms than are allowed here. In one pass, as a
/// long bill has thousands.
fn written(text: &[u8]) -> Option<Written> {
    let (mut digits, mut count, mut point) = (0, 0, None);
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                digits = (digits * 10 + i64::from(byte - b'0')).min(Written::MOST);
                count += 1;
            }
            b'.' if point.is_none() => point = Some(count),
            _ => return None,
        }
    }
    let whole = point.unwrap_or(count);
    (whole > 0 && point != Some(count)).then_some(Written { digits, whole, decimals: count - whole })
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.plain())
    }
}

/// The characters of the longest amount there can be.
const LONGEST: usize = "-92,233,720,368,547,758.08".len();

impl fmt::Debug for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "¥{self}")
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { fen: self.fen + other.fen }
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { fen: self.fen - other.fen }
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self { fen: -self.fen }
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// A percentage from 0 to 100 with at most four decimals: a ratio (支付比例) or percentage points (百分点).
///
/// # Example
///
/// "Lowered by 10 percentage points" and "paid at 90 %" are different laws:
///
/// ```
/// use yidi::Percent;
///
/// let local: Percent = "70".parse()?;
/// assert_eq!(local.minus_points("10".parse()?).to_string(), "60");
/// assert_eq!(local.times("90".parse()?).to_string(), "63");
/// # Ok::<(), yidi::Error>(())
/// ```
///
/// # Errors
///
/// Parsing refuses with `invalidPercent`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(Decimal);

impl Percent {
    /// This percentage of `amount`, to the fen.
    #[must_use]
    pub fn of(self, amount: Money, rounding: Rounding) -> Money {
        rounding.to_fen(product(product(Decimal::new(amount.fen, 2), self.0), PER_CENT))
    }

    /// This ratio lowered by `points` percentage points, not below 0.
    #[must_use]
    pub fn minus_points(self, points: Self) -> Self {
        Self(difference(self.0, points.0).max(Decimal::ZERO))
    }

    /// This ratio multiplied by another (80 % of 65 % is 52 %).
    #[must_use]
    pub fn times(self, factor: Self) -> Self {
        Self(product(product(self.0, factor.0), PER_CENT).normalize())
    }

    /// Whether this is 0 %.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// `self` lowered `times` times by `points`, but not below `floor`.
    pub(crate) fn stepped_down(self, points: Self, times: u32, floor: Self) -> Self {
        Self(difference(self.0, product(points.0, times.into())).max(floor.0))
    }

    /// The whole.
    pub(crate) const WHOLE: Self = Self(Decimal::ONE_HUNDRED);
}

impl FromStr for Percent {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let number = written(text.as_bytes()).filter(|number| number.whole <= 3 && number.decimals <= 4);
        let percent = number.map(|number| Decimal::new(number.digits, number.decimals).normalize());
        let percent = percent.filter(|percent| *percent <= Decimal::ONE_HUNDRED);
        percent.map(Self).ok_or_else(|| Error::new(ErrorCode::InvalidPercent).giving(text))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(formatter)
    }
}

impl fmt::Debug for Percent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}%")
    }
}

/// What happens to a fraction of a fen. A rule is rounded once, where its amount arises, never on a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest fen, half a fen up (四舍五入).
    HalfUp,
}

impl Rounding {
    fn to_fen(self, amount: Decimal) -> Money {
        let Self::HalfUp = self;
        let rounded = amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        Money { fen: in_units(rounded, 2) }
    }
}

as_text!(Money, Money::ZERO, "Money", r"^0*\d{1,9}(\.\d{1,2})?$", "An amount in yuan, whole fen, as in \"1234.50\".");
as_text!(
    Percent,
    Percent(Decimal::ZERO),
    "Percent",
    r"^(0?\d{1,2}(\.\d{1,4})?|100(\.0{1,4})?)$",
    "A percentage from 0 to 100, as in \"85\" or \"92.5\"."
);

#[cfg(test)]
mod tests {
    use super::*;

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    #[test]
    fn reads_amounts_as_written() {
        for (text, shown) in
            [("0", "0.00"), ("0.5", "0.50"), ("1234.50", "1234.50"), ("007", "7.00"), ("999999999.99", "999999999.99")]
        {
            assert_eq!(money(text).to_string(), shown, "{text}");
        }
    }

    #[test]
    fn a_sum_may_be_what_an_amount_may_be() {
        let most = money("999999999.99");
        assert_eq!(most.check_bounds(), Ok(()));
        assert_eq!((most + Money::FEN).check_bounds().map_err(|error| error.code()), Err(ErrorCode::AmountTooLarge));
    }

    #[test]
    fn a_developer_sees_what_is_money_and_what_a_ratio() {
        assert_eq!(format!("{:?} {:?}", money("1234.5"), "92.50".parse::<Percent>().unwrap()), "¥1234.50 92.5%");
    }

    #[test]
    fn groups_thousands() {
        for (text, grouped) in [("0", "0.00"), ("123", "123.00"), ("1234.5", "1,234.50"), ("123456789.01", "123,456,789.01")] {
            assert_eq!(money(text).grouped(), grouped);
        }
        assert_eq!((-money("123")).grouped(), "-123.00");
        assert_eq!((-money("1234")).grouped(), "-1,234.00");
    }

    #[test]
    fn refuses_what_is_not_an_amount_by_its_own_code() {
        for (text, code) in [
            ("-1", ErrorCode::NegativeAmount),
            ("-0.001", ErrorCode::NegativeAmount),
            ("1.234", ErrorCode::TooManyDecimals),
            ("1.230", ErrorCode::TooManyDecimals),
            ("1000000000", ErrorCode::AmountTooLarge),
            ("99999999999999999999999999999999", ErrorCode::AmountTooLarge),
            ("", ErrorCode::InvalidMoney),
            (".5", ErrorCode::InvalidMoney),
            ("5.", ErrorCode::InvalidMoney),
            ("1e3", ErrorCode::InvalidMoney),
            ("+1", ErrorCode::InvalidMoney),
            ("1,000", ErrorCode::InvalidMoney),
            ("1.2.3", ErrorCode::InvalidMoney),
            ("1..2", ErrorCode::InvalidMoney),
            ("１２", ErrorCode::InvalidMoney),
            (" 1", ErrorCode::InvalidMoney),
            ("NaN", ErrorCode::InvalidMoney),
            ("--1", ErrorCode::InvalidMoney),
        ] {
            assert_eq!(text.parse::<Money>().map_err(|error| error.code()), Err(code), "{text:?}");
        }
    }

    #[test]
    fn rounds_half_a_fen_up() {
        // Beijing slip F3: 2,554.76 × 15 % = 383.214; × 10 % = 255.476.
        for (percent, amount, rounded) in [
            ("15", "2554.76", "383.21"),
            ("10", "2554.76", "255.48"),
            ("50", "0.01", "0.01"),
            ("50", "0.03", "0.02"),
            ("49", "0.01", "0.00"),
        ] {
            let percent: Percent = percent.parse().unwrap();
            assert_eq!(percent.of(money(amount), Rounding::HalfUp), money(rounded), "{percent} of {amount}");
        }
    }

    #[test]
    fn grossing_up_undoes_a_ratio() {
        let ratio: Percent = "70".parse().unwrap();
        assert_eq!(money("70").grossed_up(ratio, Rounding::HalfUp), money("100"));
        assert_eq!(money("100").grossed_up(ratio, Rounding::HalfUp), money("142.86"));
        // 0.01 / 0.13 % = 7.6923…; 0.07 / 56 % = 0.125; 999,999,999.99 / 52 % = 1,923,076,923.0577
        for (amount, ratio, base) in [("0.01", "0.13", "7.69"), ("0.07", "56", "0.13"), ("999999999.99", "100", "999999999.99")] {
            let ratio = ratio.parse().unwrap();
            assert_eq!(money(amount).grossed_up(ratio, Rounding::HalfUp), money(base), "{amount} / {ratio}");
        }
        let product = "92.5".parse::<Percent>().unwrap().times("33.3333".parse().unwrap());
        // 100 / 30.83330250 % = 324.32…
        assert_eq!(money("100").grossed_up(product, Rounding::HalfUp), money("324.32"));
    }

    #[test]
    fn points_are_not_a_factor() {
        let local: Percent = "85".parse().unwrap();
        let ten: Percent = "10".parse().unwrap();
        assert_eq!(local.minus_points(ten).to_string(), "75");
        assert_eq!(ten.minus_points(local).to_string(), "0");
        assert_eq!("65".parse::<Percent>().unwrap().times("80".parse().unwrap()).to_string(), "52");
    }

    #[test]
    fn refuses_what_is_not_a_percentage() {
        for text in ["-1", "100.01", "1e1", "85%", "", "12.34567", "+5", "1_0"] {
            assert_eq!(text.parse::<Percent>().map_err(|error| error.code()), Err(ErrorCode::InvalidPercent), "{text:?}");
        }
    }
}
