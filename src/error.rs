//! The one error type of the crate.
//!
//! An error says what was asked (`path`), what was found (`given`) and what is allowed (`allowed`), under a code from a closed
//! list. It reads the same in Rust and in JavaScript, where it arrives as a `YidiError`.

use std::fmt;

use serde::Serialize;

use crate::{encode::encodes, text::Text};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $zh:literal, $en:literal;)+) => {
        /// Why a call was refused. The list is closed; a new code is a new minor version.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+
        }

        impl crate::encode::Encode for ErrorCode {
            fn write(&self, to: &mut dyn crate::encode::Sink) {
                to.text(self.as_str());
            }
        }

        #[expect(clippy::indexing_slicing, reason = "the tables have a row for each code")]
        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            const NAMES: &'static [&'static str] = &[$($name),+];
            const MEANINGS: &'static [(&'static str, &'static str)] = &[$(($zh, $en)),+];

            /// The name of the code in JavaScript and JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// What the code means, as a sentence for a person.
            #[must_use]
            pub const fn meaning(self) -> Text {
                let (zh, en) = Self::MEANINGS[self as usize];
                Text::new(zh, en)
            }
        }
    };
}

codes! {
    /// A field that is needed is absent or null.
    MissingField = "missingField", "缺少必填项", "a required field is missing";
    /// A field that does not exist, most often a misspelling.
    UnknownField = "unknownField", "没有这个字段", "there is no such field";
    /// A value of another kind than the field takes (a number where money must be a decimal string, say).
    WrongType = "wrongType", "类型不对", "the value is of the wrong type";
    /// A word that is not in the field's list.
    UnknownValue = "unknownValue", "不在可选范围内", "the value is not one of those allowed";
    /// A number outside the field's bounds.
    OutOfRange = "outOfRange", "超出允许范围", "the number is out of range";
    /// Not an amount of money in the form `1234.50`.
    InvalidMoney = "invalidMoney", "金额写法不对", "this is not an amount of money";
    /// An amount below zero.
    NegativeAmount = "negativeAmount", "金额不能是负数", "an amount cannot be negative";
    /// An amount with more than two decimals.
    TooManyDecimals = "tooManyDecimals", "金额最多两位小数（分）", "an amount has at most two decimals (fen)";
    /// An amount above the largest one accepted.
    AmountTooLarge = "amountTooLarge", "金额过大", "the amount is too large";
    /// Not a percentage in the form `85` or `92.5`, from 0 to 100.
    InvalidPercent = "invalidPercent", "百分比写法不对", "this is not a percentage";
    /// Not a day of the calendar in the form `2026-11-22`.
    InvalidDate = "invalidDate", "日期不对", "this is not a date";
    /// Two dates in an order that cannot be.
    DateOrder = "dateOrder", "日期先后不对", "the dates are in an impossible order";
    /// Not a six-digit 医保区划 code of a known province.
    InvalidRegion = "invalidRegion", "不是有效的医保区划代码", "this is not a region code";
    /// Not a facility's national code: `H` or `P` and 11 digits.
    InvalidFacility = "invalidFacility", "不是定点医药机构编码", "this is not a facility's code";
    /// Not a chronic disease's national code: `M` and five digits.
    InvalidDisease = "invalidDisease", "不是门诊慢特病的国家编码", "this is not a chronic disease's national code";
    /// A province where a city is needed to answer.
    RegionTooCoarse = "regionTooCoarse", "请精确到城市", "a city is needed here, not a province";
    /// No policy pack is loaded for the insured region.
    UnknownRegion = "unknownRegion", "本工具没有收录这个参保地的政策", "no policy is known for this insured region";
    /// A facility tier that the insured region's policy does not name.
    UnknownTier = "unknownTier", "参保地政策里没有这个医院等级", "the insured region's policy names no such facility tier";
    /// A chronic disease that the insured region's policy does not name.
    UnknownDisease = "unknownDisease", "参保地政策里没有这个门诊慢特病", "the insured region's policy names no such chronic disease";
    /// A person group that does not belong to the insurance.
    GroupMismatch = "groupMismatch", "人员类别与险种不符", "the person group does not belong to this insurance";
    /// Parts that add up to more than their total.
    SumExceedsTotal = "sumExceedsTotal", "各部分之和超过了总额", "the parts add up to more than the total";
    /// A fact that the rules need for this case and that was not given.
    InputNeeded = "inputNeeded", "按参保地政策计算还需要这一项", "the rules need this for the case";
    /// Rules exist, none of them for this date.
    DateNotCovered = "dateNotCovered", "收录的政策不覆盖这个日期", "the known rules do not cover this date";
    /// No rule is known for this case.
    RuleNotFound = "ruleNotFound", "没有收录适用的规定，请咨询参保地医保部门（12393）", "no rule is known for this case; ask the insured region (12393)";
    /// The source of the rule can be read in more than one way, and the readings differ here.
    RuleAmbiguous = "ruleAmbiguous", "规定原文有不止一种读法，这里结果不同", "the rule can be read in more than one way, with different results here";
    /// The law only sets bounds here, and leaves the value to the insured region.
    RuleBounded = "ruleBounded", "规定只给出上下限，具体由参保地确定", "the law only sets bounds here; the insured region decides within them";
    /// Two rules apply at once.
    RulesConflict = "rulesConflict", "两条规定互相冲突", "two rules conflict";
    /// The filing notice has not been read and agreed to, or not in its present form.
    NoticeNotRead = "noticeNotRead", "请先阅读并同意备案告知书", "the filing notice has to be read and agreed to first";
    /// A name, identity number or telephone number that cannot be one; it is never repeated in the error.
    InvalidContact = "invalidContact", "姓名、证件号或电话写法不对", "this is not a name, identity number or telephone number";
    /// The answers come to no filing: none is needed, or none is possible as things stand.
    NothingToFile = "nothingToFile", "照这些回答，不用备案，或者还不能备案", "the answers come to no filing: none is needed, or none is possible yet";
    /// A policy pack that contradicts itself or the pack format.
    InvalidPack = "invalidPack", "政策包有错误", "the policy pack is at fault";
    /// Input that cannot be read at all (cyclic, nested too deep, a function).
    UnreadableInput = "unreadableInput", "无法读取输入", "the input cannot be read";
    /// A fault of this library: an identity that must hold did not.
    Internal = "internal", "内部错误，请报告", "an internal fault; please report it";
}

impl ErrorCode {
    /// What would have been right, where that is the same for every field the code is given for.
    const fn allowed(self) -> Option<&'static str> {
        match self {
            Self::InvalidMoney | Self::NegativeAmount | Self::TooManyDecimals | Self::AmountTooLarge => {
                Some("\"0\" … \"999999999.99\"")
            }
            Self::InvalidPercent => Some("\"0\" … \"100\""),
            Self::InvalidDate => Some("\"1949-10-01\" … \"2199-12-31\""),
            Self::InvalidFacility => Some("\"H00000000000\" … \"P99999999999\""),
            Self::InvalidDisease => Some("\"M00000\" … \"M99999\""),
            Self::InvalidRegion => Some("\"110000\" … \"829999\""),
            _ => None,
        }
    }
}

/// A refusal: a code, the field it is about, what was given there and what is allowed.
///
/// # Example
///
/// ```
/// let error = "-5".parse::<yidi::Money>().unwrap_err();
/// assert_eq!(error.code(), yidi::ErrorCode::NegativeAmount);
/// assert_eq!(error.given(), Some("-5"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    code: ErrorCode,
    /// Innermost step first: it is built while unwinding.
    path: Vec<String>,
    given: Option<String>,
    allowed: Option<String>,
    detail: Option<Text>,
}

/// Longer values are cut in `given`: an error is read by a person.
const GIVEN_LIMIT: usize = 80;

/// Deeper paths, as a cyclic object has them, are cut likewise.
const STEP_LIMIT: usize = 8;

fn cut(given: String) -> String {
    match given.char_indices().nth(GIVEN_LIMIT) {
        Some((end, _)) => given.get(..end).unwrap_or_default().to_owned() + "…",
        None => given,
    }
}

impl Error {
    #[cold]
    pub(crate) fn new(code: ErrorCode) -> Self {
        let allowed = code.allowed().map(str::to_owned);
        Self(Box::new(Inner { code, path: Vec::new(), given: None, allowed, detail: None }))
    }

    pub(crate) fn giving(mut self, given: impl fmt::Display) -> Self {
        self.0.given = Some(cut(given.to_string()));
        self
    }

    pub(crate) fn allowing(mut self, allowed: impl fmt::Display) -> Self {
        self.0.allowed = Some(allowed.to_string());
        self
    }

    pub(crate) fn because(mut self, detail: Text) -> Self {
        self.0.detail = Some(detail);
        self
    }

    /// What the code alone does not say.
    pub(crate) fn detail(&self) -> Option<&Text> {
        self.0.detail.as_ref()
    }

    /// Puts `step` in front of the path.
    pub(crate) fn at(mut self, step: impl Into<String>) -> Self {
        self.0.path.push(step.into());
        self
    }

    /// Says where in another input the fact stands that an estimate keeps at `known`.
    pub(crate) fn moved(mut self, known: &str, path: &str) -> Self {
        if self.path() == known {
            self.0.path = path.split('.').map(str::to_owned).collect();
            self.0.path.reverse();
        }
        self
    }

    /// Why the call was refused.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.0.code
    }

    /// The field at fault, as in `bill.items.3.amount`; empty where no single field is, cut where it goes on and on.
    #[must_use]
    pub fn path(&self) -> String {
        let cut = self.0.path.len() > STEP_LIMIT;
        let steps = self.0.path.iter().rev().map(String::as_str).take(STEP_LIMIT);
        steps.chain(cut.then_some("…")).collect::<Vec<_>>().join(".")
    }

    /// What was found there.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        self.0.given.as_deref()
    }

    /// What would have been accepted.
    #[must_use]
    pub fn allowed(&self) -> Option<&str> {
        self.0.allowed.as_deref()
    }

    /// Why the call was refused, in both languages: the sentence for a person, without the technical path and values.
    #[must_use]
    pub fn reason(&self) -> Text {
        let meaning = self.0.code.meaning();
        match &self.0.detail {
            Some(detail) => Text::joined(&[meaning, detail.clone()], "：", ": "),
            None => meaning,
        }
    }

    /// The whole refusal as a sentence in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        let reason = self.reason();
        let (mut zh, mut en) = (reason.zh.into_owned(), reason.en.into_owned());
        if let Some(given) = &self.0.given {
            zh += &format!("；给出 {given}");
            en += &format!("; given {given}");
        }
        if let Some(allowed) = &self.0.allowed {
            zh += &format!("；允许 {allowed}");
            en += &format!("; allowed {allowed}");
        }
        if !self.0.path.is_empty() {
            let path = self.path();
            zh = format!("{path}：{zh}");
            en = format!("{path}: {en}");
        }
        Text::of(zh, en)
    }

    /// Whether the caller's input is at fault and a change of it can mend the call.
    #[must_use]
    pub fn is_input(&self) -> bool {
        !self.is_law() && self.0.code != ErrorCode::Internal
    }

    /// Whether the case is sound and the law known here does not answer it.
    #[must_use]
    pub fn is_law(&self) -> bool {
        use ErrorCode::{DateNotCovered, RuleAmbiguous, RuleBounded, RuleNotFound, RulesConflict, UnknownRegion};
        matches!(self.0.code, DateNotCovered | RuleAmbiguous | RuleBounded | RuleNotFound | RulesConflict | UnknownRegion)
    }
}

/// A refusal among answers, where one of several questions is refused: what an [`Error`] says, as a plain value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refusal {
    /// Why.
    pub code: ErrorCode,
    /// The field at fault, as in `bill.total`; empty where no single field is.
    pub path: String,
    /// What was found there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// What would have been accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
    /// The sentence for a person, without path and values.
    pub reason: Text,
    /// The whole refusal as a sentence.
    pub text: Text,
}

encodes! { Refusal { code, path, given, allowed, reason, text } }

impl From<&Error> for Refusal {
    fn from(error: &Error) -> Self {
        Self {
            code: error.code(),
            path: error.path(),
            given: error.0.given.clone(),
            allowed: error.0.allowed.clone(),
            reason: error.reason(),
            text: error.text(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text().en)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Error({}, {self})", self.0.code.as_str())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_goes_on_and_on_is_cut() {
        let at_depth =
            |depth: usize| (0..depth).fold(Error::new(ErrorCode::WrongType), |error, at| error.at(at.to_string())).path();
        assert_eq!(at_depth(0), "");
        assert_eq!(at_depth(8), "7.6.5.4.3.2.1.0");
        assert_eq!(at_depth(9), "8.7.6.5.4.3.2.1.…");
        assert_eq!(at_depth(20), "19.18.17.16.15.14.13.12.…");
    }

    #[test]
    fn a_fact_of_an_estimate_is_asked_for_where_it_stands() {
        let asks = || Error::new(ErrorCode::InputNeeded).at("tier").at("visit");
        assert_eq!(asks().moved("visit.tier", "answers.0.tier").path(), "answers.0.tier");
        assert_eq!(asks().moved("visit.disease", "answers.0.disease").path(), "visit.tier");
    }

    #[test]
    fn what_was_given_is_cut_at_eighty_characters() {
        let given = |length: usize| Error::new(ErrorCode::WrongType).giving("长".repeat(length)).given().unwrap().to_owned();
        assert_eq!(given(80), "长".repeat(80));
        assert_eq!(given(81), "长".repeat(80) + "…");
    }

    #[test]
    fn a_refusal_is_a_sentence_of_what_is_known_of_it() {
        let whole = Error::new(ErrorCode::InvalidMoney).giving("1,5").at("total").at("bill");
        assert_eq!(whole.text().zh, "bill.total：金额写法不对；给出 1,5；允许 \"0\" … \"999999999.99\"");
        assert_eq!(whole.reason().zh, "金额写法不对");
        let plain = Error::new(ErrorCode::Internal).because(Text::new("为什么", "why"));
        assert_eq!(plain.text(), plain.reason());
        assert!(plain.text().zh.ends_with("：为什么") && plain.text().en.ends_with(": why"));
        assert_eq!(plain.to_string(), plain.text().en);
        assert_eq!(format!("{plain:?}"), format!("Error(internal, {plain})"));
    }

    #[test]
    fn a_refusal_is_of_the_input_of_the_law_or_of_neither() {
        let of = |code| (Error::new(code).is_input(), Error::new(code).is_law());
        assert_eq!(of(ErrorCode::InvalidMoney), (true, false));
        assert_eq!(of(ErrorCode::RuleNotFound), (false, true));
        assert_eq!(of(ErrorCode::Internal), (false, false));
    }
}
