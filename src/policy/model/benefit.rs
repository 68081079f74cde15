//! What rules on paying say.

use serde::Serialize;

use crate::{
    decode::decodes,
    money::{Money, Percent},
    policy::model::dictionary::CivilServant,
};

/// 起付线: what the person pays before the pool pays anything.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Deductible {
    /// Once per visit (按次), by how many admissions there have been this year.
    PerVisit(Ladder),
    /// Once in a year: what was paid earlier in the year counts, and a higher one is only made up to (按年收取，不足补齐).
    PerYear(Money),
    /// Once in a quarter, likewise.
    PerQuarter(Money),
    /// Once in a month, likewise.
    PerMonth(Money),
    /// Once in a year at each facility, likewise.
    PerFacilityYear(Money),
}
decodes! { enum Deductible { PerVisit(Ladder), PerYear(Money), PerQuarter(Money), PerMonth(Money), PerFacilityYear(Money) } }

/// How a deductible changes from admission to admission within a year.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Ladder {
    /// The same amount every time, and the source says so.
    Always(Money),
    /// The amounts of the first, second, third … admission, and of all later ones: halved, lowered by a sum, waived from the nth on.
    Amounts {
        /// The first ones.
        first: Vec<Money>,
        /// Each later one; absent where the source is silent on them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        later: Option<Money>,
    },
    /// Lowered with every further admission by `points` percent of the first amount, down to `floor` percent of it.
    StepsDown {
        /// The first admission's amount.
        first: Money,
        /// By how much of it each further one is lowered.
        points: Percent,
        /// What is left of it at least.
        floor: Percent,
    },
}
decodes! { enum Ladder { Always(Money), Amounts { first, later }, StepsDown { first, points, floor } } }

/// 免收、连续计算起付线的情形: a visit that owes no deductible, or only what it lacks to the higher tier's.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeductibleWaiver {
    /// The visits it is for.
    pub visit: WaivedVisit,
    /// Whether the higher tier's deductible is made up to (连续计算), rather than none taken.
    #[serde(default)]
    pub made_up: bool,
}
decodes! { struct DeductibleWaiver { visit, made_up = false } }

crate::text::words! {
    /// A visit that may owe no deductible of its own.
    WaivedVisit {
        /// A repeat stay for chemotherapy or radiotherapy.
        RepeatCancerTreatment = "repeatCancerTreatment", "恶性肿瘤放化疗再次住院", "a repeat stay for cancer treatment";
        /// Referred up within one episode of illness.
        ReferredUp = "referredUp", "同一疾病周期逐级向上转诊", "referred up within one episode of illness";
        /// Referred down within one episode of illness.
        ReferredDown = "referredDown", "同一疾病周期向下转诊", "referred down within one episode of illness";
    }
}

/// 分段: ratios by segment of the amount.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bands {
    /// From the lowest up; only the last has no upper bound.
    pub bands: Vec<Band>,
    /// Whether the bounds are measured on the amount before the deductible or start was taken off (Beijing, Shandong).
    #[serde(default)]
    pub bounds_include_deductible: bool,
    /// Whether the segments go on from visit to visit within a year, rather than begin anew with each.
    #[serde(default)]
    pub over_the_year: bool,
    /// Of the share that the ratios leave to the person, this percentage is paid (退休人员个人支付比例为在职的 60%).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_share_times: Option<Percent>,
}
decodes! { struct Bands { bands, bounds_include_deductible = false, over_the_year = false, own_share_times } }

impl Bands {
    /// The same ratio for any amount.
    pub(crate) fn of(ratio: Percent) -> Self {
        Self {
            bands: vec![Band { up_to: None, ratio }],
            bounds_include_deductible: false,
            over_the_year: false,
            own_share_times: None,
        }
    }

    /// The share that the fund pays in `band`.
    pub(crate) fn ratio(&self, band: &Band) -> Percent {
        self.own_share_times
            .map_or(band.ratio, |factor| Percent::WHOLE.minus_points(Percent::WHOLE.minus_points(band.ratio).times(factor)))
    }
}

/// One segment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Band {
    /// Where it ends (this amount included).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Money>,
    /// The share that the fund pays.
    pub ratio: Percent,
}
decodes! { struct Band { up_to, ratio } }

/// 异地就医待遇: how care elsewhere changes what the pool pays. A form of its own for every way in which regions lower it; "lowered by
/// 10 percentage points" is never a factor of 0.9.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Adjustment {
    /// As at home.
    None,
    /// The ratio is lowered by percentage points (降低…个百分点).
    MinusPoints(Percent),
    /// The ratio is multiplied (按…%结付).
    Times(Percent),
    /// A share is paid by the person first (先行自付).
    FirstSelfPay {
        /// The share.
        percent: Percent,
        /// Of what.
        base: FirstSelfPayBase,
    },
    /// A deductible and ratios of its own.
    OwnTable {
        /// The deductible.
        deductible: Deductible,
        /// The ratios.
        segments: Bands,
    },
    /// Nothing is paid (不予报销).
    NotCovered,
}
decodes! { enum Adjustment {
    None, MinusPoints(Percent), Times(Percent), FirstSelfPay { percent, base }, OwnTable { deductible, segments }, NotCovered,
} }

/// What a first self-pay is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FirstSelfPayBase {
    /// The amount in scope, before the deductible.
    InScope,
    /// What is left after the deductible.
    AfterDeductible,
}
decodes! { enum FirstSelfPayBase { InScope, AfterDeductible } }

/// 封顶线: the most that a fund pays. The kinds of visit and diseases that a rule applies to share it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Cap {
    /// This much in a year.
    Yearly(Money),
    /// This much in a month; what is left over is lost (不滚存).
    Monthly(Money),
    /// This much for a visit.
    PerVisit(Money),
    /// There is none, and the source says so.
    Unlimited,
}
decodes! { enum Cap { Yearly(Money), Monthly(Money), PerVisit(Money), Unlimited } }

/// 大额补助: the employees' fund that goes on above the pool's cap.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LargeAmount {
    /// The share it pays of what lies above the pool's cap.
    pub ratio: Percent,
    /// The most it pays in a year.
    pub cap: LargeAmountCap,
}
decodes! { struct LargeAmount { ratio, cap } }

/// What the large-amount fund's cap is measured on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum LargeAmountCap {
    /// On its own payments.
    Own(Money),
    /// On the pool's payments and its own together.
    WithPool(Money),
    /// There is none, and the source says so.
    Unlimited,
}
decodes! { enum LargeAmountCap { Own(Money), WithPool(Money), Unlimited } }

/// 大病保险、医疗救助 and the like: what is paid on the year's own payments above a start.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Supplement {
    /// The start (起付线).
    pub start: Money,
    /// The segments above it.
    pub segments: Bands,
    /// The most it pays in a year.
    pub cap: Cap,
}
decodes! { struct Supplement { start, segments, cap } }

/// 公务员医疗补助: what is paid of the compliant own payments that the other funds leave.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CivilServantSubsidy {
    /// The shares, by rank.
    pub ratios: Vec<RankRatio>,
}
decodes! { struct CivilServantSubsidy { ratios } }

/// A rank's share.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RankRatio {
    /// The rank.
    pub rank: CivilServant,
    /// The share that is paid.
    pub ratio: Percent,
}
decodes! { struct RankRatio { rank, ratio } }

/// 个人账户: what the account may pay of what is left to the person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonalAccount {
    /// The parts it may pay.
    pub pays: Vec<AccountUse>,
}
decodes! { struct PersonalAccount { pays } }

crate::text::words! {
    /// A part of the bill that the personal account may pay.
    AccountUse {
        /// 自付: the person's share within the scope.
        WithinScope = "withinScope", "政策范围内个人负担", "the person's share within the scope";
        /// 自费: what lies outside it.
        OutsideScope = "outsideScope", "政策范围外费用", "what lies outside the scope";
    }
}

/// 门诊慢特病认定: how many diseases and facilities a person may choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChronicTerms {
    /// How many diseases at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diseases_at_most: Option<u16>,
    /// How many facilities at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facilities_at_most: Option<u16>,
    /// How many months a recognition holds; absent where it holds on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds_for_months: Option<u16>,
}
decodes! { struct ChronicTerms { diseases_at_most, facilities_at_most, holds_for_months } }

crate::text::words! {
    /// How a stay over 31 December is settled (医保发〔2022〕22号 经办规程 Art. 41).
    CrossYear {
        /// Whole, at the day of settlement.
        Whole = "whole", "按出院结算日期一笔结算", "as a whole, at the day of settlement";
        /// Split by days over the two years, the day of admission counted and the day of discharge not.
        ByDays = "byDays", "按日均费用分割到两个年度", "split by days over the two years";
    }
}
