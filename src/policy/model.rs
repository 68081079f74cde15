//! The shape of a policy pack.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Deserialize, Serialize};

use crate::{
    calendar::{Date, Period},
    money::{Money, Percent},
    region::{Admdvs, Place},
    text::{Text, words},
};

words! {
    /// The basic insurance a person has (险种, national dictionary `insutype`).
    Insurance {
        /// 310 职工基本医疗保险.
        Employee = "employee", "职工医保", "employee insurance";
        /// 390 城乡居民基本医疗保险.
        Resident = "resident", "居民医保", "resident insurance";
    }
}

words! {
    /// The group of persons that ratios are set for (national dictionary `psn_type`).
    PersonGroup {
        /// 11 在职.
        Working = "working", "在职", "working";
        /// 12 退休.
        Retired = "retired", "退休", "retired";
        /// 14xx children, pupils and students.
        ChildOrStudent = "childOrStudent", "儿童、学生", "child or student";
        /// 15, 16 other residents.
        OtherResident = "otherResident", "其他居民", "other resident";
    }
}

words! {
    /// What the visit is (national dictionary `med_type`).
    VisitKind {
        /// 21 普通住院.
        Inpatient = "inpatient", "住院", "inpatient";
        /// 11 普通门诊.
        Outpatient = "outpatient", "普通门诊", "outpatient";
    }
}

words! {
    /// How the visit is filed: the six kinds of 医保发〔2022〕22号 经办规程 Art. 7, or not at all.
    FilingCategory {
        /// 异地安置退休人员.
        RetiredSettled = "retiredSettled", "异地安置退休", "retired and settled elsewhere";
        /// 异地长期居住人员.
        LongTermResident = "longTermResident", "异地长期居住", "living elsewhere long-term";
        /// 常驻异地工作人员.
        PostedWorker = "postedWorker", "常驻异地工作", "posted elsewhere by the employer";
        /// 异地转诊就医人员.
        Referral = "referral", "异地转诊", "referred elsewhere";
        /// 异地急诊抢救人员.
        Emergency = "emergency", "异地急诊抢救", "emergency elsewhere";
        /// 其他跨省临时外出就医人员.
        OtherTemporary = "otherTemporary", "其他临时外出", "other temporary visit";
        /// 未备案.
        NotFiled = "notFiled", "未备案", "not filed";
    }
}

impl FilingCategory {
    /// Whether this is one of the three kinds of long-term residents (跨省异地长期居住人员).
    #[must_use]
    pub const fn is_long_term(self) -> bool {
        matches!(self, Self::RetiredSettled | Self::LongTermResident | Self::PostedWorker)
    }
}

impl PersonGroup {
    /// The insurance this group belongs to.
    #[must_use]
    pub const fn insurance(self) -> Insurance {
        match self {
            Self::Working | Self::Retired => Insurance::Employee,
            Self::ChildOrStudent | Self::OtherResident => Insurance::Resident,
        }
    }
}

words! {
    /// How well a rule is known, worst last.
    Grade {
        /// Read in the official text.
        Official = "official", "官方文件", "official text";
        /// Published by media, a hospital page or a real settlement slip.
        Published = "published", "公开发布", "published";
        /// Secondary data, not read at the official address.
        Unconfirmed = "unconfirmed", "待核实", "unconfirmed";
        /// The user's own figure.
        UserSupplied = "userSupplied", "用户自填", "supplied by the user";
    }
}

words! {
    /// The kinds of rules a pack holds.
    RuleName {
        /// 起付线.
        Deductible = "deductible", "起付线", "deductible";
        /// 支付比例, by segment.
        Segments = "segments", "分段支付比例", "segments and ratios";
        /// 异地就医待遇调整.
        CrossRegion = "crossRegion", "异地就医待遇", "cross-region adjustment";
        /// 统筹基金最高支付限额.
        PoolCap = "poolCap", "统筹封顶线", "pool cap";
        /// 职工大额医疗费用补助.
        LargeAmount = "largeAmount", "大额补助", "large-amount fund";
        /// 大病保险.
        SeriousIllness = "seriousIllness", "大病保险", "serious-illness insurance";
        /// 跨年度住院的结算办法 (医保发〔2022〕22号 经办规程 Art. 41 leaves the choice to the insured region).
        CrossYear = "crossYear", "跨年住院结算", "settlement of a stay over the year's end";
    }
}

words! {
    /// The date of a stay that selects a rule.
    DatedBy {
        /// The day of admission.
        Admission = "admission", "入院日期", "admission";
        /// The day of settlement.
        Settlement = "settlement", "结算日期", "settlement";
    }
}

/// One insured region's rules.
///
/// # Errors
///
/// A pack that contradicts itself is refused when it is loaded, with `invalidPack` and the path of the fault.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyPack {
    /// The insured region.
    pub admdvs: Admdvs,
    /// Its name.
    pub name: Text,
    /// The version of this pack; raised with every change of a rule.
    pub version: String,
    /// The day on which the sources were last read.
    pub last_checked: Date,
    /// The day by which they should be read again.
    pub review_by: Date,
    /// The facility tiers that the rules name, the lowest first.
    pub tiers: Vec<Tier>,
    /// The documents that the rules cite, by a short name.
    pub sources: BTreeMap<String, Source>,
    /// The rules.
    pub rules: Rules,
}

/// A facility tier that the region's rules name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// `community`, `tier1`, `tier2`, `tier3`, or the region's own.
    pub id: String,
    /// What a person reads.
    pub label: Text,
}

/// A document that rules cite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// What the document is.
    pub document: String,
    /// Its number, as in 市医保函〔2022〕119号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Where it is, or where the copy that was read names it to be.
    pub address: String,
    /// The day it was read.
    pub read_on: Date,
    /// The best grade that a rule citing it may have.
    pub grade: Grade,
}

/// Where in a document a rule stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// The short name of a document of the pack's `sources`.
    pub source: String,
    /// The clause or table row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// All rules of a pack, by kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rules {
    /// 起付线.
    #[serde(default)]
    pub deductible: Vec<Rule<Deductible>>,
    /// 分段支付比例.
    #[serde(default)]
    pub segments: Vec<Rule<Bands>>,
    /// 异地就医待遇.
    #[serde(default)]
    pub cross_region: Vec<Rule<Adjustment>>,
    /// 统筹封顶线.
    #[serde(default)]
    pub pool_cap: Vec<Rule<Cap>>,
    /// 大额补助.
    #[serde(default)]
    pub large_amount: Vec<Rule<LargeAmount>>,
    /// 大病保险.
    #[serde(default)]
    pub serious_illness: Vec<Rule<SeriousIllness>>,
}

/// A rule: what it applies to, what it says, and the law it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RuleOf{T}"))]
#[serde(deny_unknown_fields)]
pub struct Rule<T> {
    /// The cases it applies to.
    pub applies: Applies,
    /// What it says.
    pub says: Says<T>,
    /// When, by which source, and how well that is known.
    pub law: Terms,
}

/// What a rule says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "SaysOf{T}"))]
#[serde(rename_all = "camelCase")]
pub enum Says<T> {
    /// The source is plain.
    Value(T),
    /// The source can be read in more than one way: all of them.
    Readings(Vec<T>),
    /// The rule exists, but cannot be computed from the source: why.
    Disputed(Text),
}

/// The terms on which a rule is law: when, by which source, and how well that is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Terms {
    /// When it is in force.
    pub effective: Period,
    /// Which date of a stay selects it, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated_by: Option<DatedBy>,
    /// Where it stands.
    pub citation: Citation,
    /// How well it is known.
    pub grade: Grade,
    /// What a reader of the figure should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// The cases a rule applies to; a list left out means any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Applies {
    /// The insurances.
    pub insurance: Vec<Insurance>,
    /// The kinds of visit.
    pub kind: Vec<VisitKind>,
    /// The facility tiers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Vec<Cow<'static, str>>>,
    /// The groups of persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Vec<PersonGroup>>,
    /// Where care is received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Vec<Place>>,
    /// How the visit is filed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Vec<FilingCategory>>,
}

/// 起付线: what the person pays before the pool pays anything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Deductible {
    /// Once per visit (按次), by how many admissions there have been this year.
    PerVisit(Ladder),
}

/// How a deductible changes from admission to admission within a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Ladder {
    /// The amounts of the first, second, third … admission. Later ones are not recorded: the source is silent, or says what this form cannot hold.
    Amounts(Vec<Money>),
    /// The same amount every time, and the source says so.
    Always(Money),
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

/// 分段: ratios by segment of the amount.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bands {
    /// From the lowest up; only the last has no upper bound.
    pub bands: Vec<Band>,
    /// Whether the bounds are measured on the amount before the deductible or start was taken off (Beijing, Shandong).
    #[serde(default)]
    pub bounds_include_deductible: bool,
}

/// One segment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Band {
    /// Where it ends (this amount included).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Money>,
    /// The share that the fund pays.
    pub ratio: Percent,
}

/// 异地就医待遇: how care elsewhere changes what the pool pays. A form of its own for every way in which regions lower it; "lowered by
/// 10 percentage points" is never a factor of 0.9.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
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

/// What a first self-pay is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FirstSelfPayBase {
    /// The amount in scope, before the deductible.
    InScope,
    /// What is left after the deductible.
    AfterDeductible,
}

/// 封顶线: the most that a fund pays in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Cap {
    /// This much in a year.
    Yearly(Money),
    /// There is none, and the source says so.
    Unlimited,
}

/// 大额补助: the employees' fund that goes on above the pool's cap.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LargeAmount {
    /// The share it pays of what lies above the pool's cap.
    pub ratio: Percent,
    /// The most it pays in a year.
    pub cap: LargeAmountCap,
}

/// What the large-amount fund's cap is measured on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// 大病保险: what is paid on the year's compliant own payments (合规个人负担) above a start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeriousIllness {
    /// The start (起付线).
    pub start: Money,
    /// The segments above it.
    pub segments: Bands,
    /// The most it pays in a year.
    pub cap: Cap,
}
