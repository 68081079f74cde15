//! What rules on filing say.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    decode::decodes,
    encode::{Encode, Sink, encodes},
    money::Money,
    names::names,
    policy::model::{Disease, VisitKind},
    region::Admdvs,
    text::{Text, words},
};

/// 备案类型: who files under a category, and what the region calls it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CategoryName {
    /// The region's own name for it.
    pub name: Text,
    /// Who belongs to it.
    pub who: Text,
}
decodes! { struct CategoryName { name, who } }

/// 备案材料: what has to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Materials {
    /// Everything that is needed; nothing where the list is empty.
    pub needs: Vec<Need>,
}
decodes! { struct Materials { needs } }
encodes! { Materials { needs } }

/// One thing to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Need {
    /// What it proves.
    pub proves: Text,
    /// The papers of which any one will do.
    pub any_one_of: Vec<Paper>,
    /// Whether a signed commitment (个人承诺书) may stand in for it.
    #[serde(default)]
    pub or_commitment: bool,
}
decodes! { struct Need { proves, any_one_of, or_commitment = false } }
encodes! { Need { proves, any_one_of, or_commitment } }

/// A paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Paper {
    /// What it is called.
    pub name: Text,
    /// Who issues it, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_by: Option<Text>,
}
decodes! { struct Paper { name, issued_by } }
encodes! { Paper { name, issued_by } }

/// 备案有效期.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Validity {
    /// Until it is changed or cancelled (长期有效).
    UntilChanged,
    /// As long as the paper it rests on (居住证有效期).
    AsLongAsThePaper,
    /// This many months.
    Months(u16),
    /// At least this many months; how many the insured region sets.
    AtLeastMonths(u16),
}
decodes! { enum Validity { UntilChanged, AsLongAsThePaper, Months(u16), AtLeastMonths(u16) } }

/// 变更时限: how soon a filing may be changed or cancelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChangeLock {
    /// At any time.
    AnyTime,
    /// After this many months.
    AfterMonths(u16),
    /// After at most this many months; how many the insured region sets.
    AfterAtMostMonths(u16),
}
decodes! { enum ChangeLock { AnyTime, AfterMonths(u16), AfterAtMostMonths(u16) } }

/// 补办备案: what a filing after admission still brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LateFiling {
    /// Filed before discharge settlement.
    pub before_settlement: LateRoute,
    /// Filed after the bill was paid in full.
    pub after_settlement: LateRoute,
}
decodes! { struct LateFiling { before_settlement, after_settlement } }
encodes! { LateFiling { before_settlement, after_settlement } }

words! {
    /// What remains possible.
    LateRoute {
        /// 直接结算.
        DirectSettlement = "directSettlement", "医院直接结算", "settled directly at the hospital";
        /// 参保地零星报销, by its rules.
        ManualClaim = "manualClaim", "按参保地规定零星报销", "a manual claim by the insured region's rules";
        /// 先回医院补记账，不成再零星报销.
        PostBillingThenClaim = "postBillingThenClaim", "先回医院补记账，不成再零星报销", "post-billing at the hospital, else a manual claim";
        /// 参保地另有规定.
        InsuredRegionDecides = "insuredRegionDecides", "由参保地规定", "the insured region decides";
    }
}

/// 办理时限.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Approval {
    /// At once.
    Instant,
    /// Within this many working days.
    WorkingDays(u16),
}
decodes! { enum Approval { Instant, WorkingDays(u16) } }

/// 免备案: treatment regions for which the insured need not file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// The treatment regions: cities, or whole provinces.
    pub regions: Vec<Admdvs>,
}
decodes! { struct Exemption { regions } }

/// 备案地: what one may file for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Places {
    /// Provinces that are filed for as a whole; everywhere else it is the city or municipality.
    #[serde(default)]
    pub whole_provinces: Vec<Admdvs>,
    /// Whether one may be filed for several places at once, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub several: Option<SeveralPlaces>,
}
decodes! { struct Places { whole_provinces = Vec::new(), several } }

words! {
    /// Whether one may be filed for several places at once.
    SeveralPlaces {
        /// One place only.
        No = "no", "只能备案一地", "one place only";
        /// Several, with papers for each; not by commitment.
        WithPapers = "withPapers", "可备案多地，但须凭材料，不能凭承诺", "several, with papers, not by commitment";
        /// Several.
        Yes = "yes", "可备案多地", "several";
    }
}

/// 一次备案的覆盖范围.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Coverage {
    /// The kinds of visit it covers.
    pub kinds: Vec<VisitKind>,
    /// Whether several visits are covered while it is valid, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeated: Option<bool>,
    /// Whether care at home stays covered meanwhile (双向享受), where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_home: Option<bool>,
    /// Whether outpatient care there needs a facility to be chosen (选点), where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choose_facility: Option<bool>,
}
decodes! { struct Coverage { kinds, repeated, at_home, choose_facility } }

/// 门诊慢特病的选点: which facilities of the place filed for a chronic disease may be treated at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChronicFacility {
    /// Which.
    pub choice: ChronicChoice,
}
decodes! { struct ChronicFacility { choice } }

words! {
    /// Which facilities of the place filed for a chronic disease may be treated at.
    ChronicChoice {
        /// One to be chosen among its designated ones.
        Chosen = "chosen", "在备案地的定点医院里选定", "at a designated facility of the place filed for, to be chosen";
        /// Any, and as many as one likes.
        Unlimited = "unlimited", "在备案地任选，不限家数", "at any facility of the place filed for, and any number of them";
    }
}

/// 办理渠道.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// What it is.
    pub kind: ChannelKind,
    /// What it is called.
    pub name: Text,
    /// Its address or number, where one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Cow<'static, str>>,
}
decodes! { struct Channel { kind, name, address } }
encodes! { Channel { kind, name, address } }

words! {
    /// What a channel is.
    ChannelKind {
        /// An app.
        App = "app", "App", "app";
        /// A mini-program.
        MiniProgram = "miniProgram", "小程序", "mini-program";
        /// A web page.
        Website = "website", "网站", "web page";
        /// A service counter.
        Counter = "counter", "窗口", "counter";
        /// A telephone number.
        Phone = "phone", "电话", "telephone";
    }
}

/// 零星报销: what a manual claim takes, and how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Claim {
    /// The papers it needs.
    pub papers: Vec<Text>,
    /// Until when it can be made, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<ClaimDeadline>,
    /// Within how many working days it is paid, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_within_working_days: Option<u16>,
    /// How much sooner a small one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub small: Option<SmallClaim>,
    /// How many working days it takes at most in special cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most_working_days: Option<u16>,
    /// Whether it pays what direct settlement would have, where the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_as_direct: Option<bool>,
}
decodes! { struct Claim { papers, deadline, paid_within_working_days, small, at_most_working_days, paid_as_direct } }
encodes! { Claim { papers, deadline, paid_within_working_days, small, at_most_working_days, paid_as_direct } }

/// 转诊的评估: which doctors are to judge whether a referral is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReferralDoctor {
    /// Their rank.
    pub rank: Text,
}
decodes! { struct ReferralDoctor { rank } }

/// 普通门诊待遇的选择: ways to have outpatient care paid, of which one is chosen when filing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OutpatientChoice {
    /// The ways.
    pub ways: Vec<Text>,
}
decodes! { struct OutpatientChoice { ways } }

/// 小额: a claim that is paid sooner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SmallClaim {
    /// A bill below this.
    pub below: Money,
    /// Within how many working days it is paid.
    pub working_days: u16,
}
decodes! { struct SmallClaim { below, working_days } }
encodes! { SmallClaim { below, working_days } }

/// 结算失败: what remains where everything was in order and the bill could yet not be settled directly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SystemFailure {
    /// How it is settled then.
    pub route: LateRoute,
}
decodes! { struct SystemFailure { route } }

/// 问题协同: within how many working days the offices answer each other's questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Enquiry {
    /// About a filing.
    pub on_filing: u16,
    /// About a failure of the system.
    pub on_system: u16,
    /// About anything else, at most.
    pub on_others: u16,
}
decodes! { struct Enquiry { on_filing, on_system, on_others } }

/// Until when a claim can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ClaimDeadline {
    /// This many months after settlement.
    MonthsAfterSettlement(u16),
    /// The end of this month of the following year.
    MonthOfNextYear(u16),
}
decodes! { enum ClaimDeadline { MonthsAfterSettlement(u16), MonthOfNextYear(u16) } }

impl Encode for ClaimDeadline {
    fn write(&self, to: &mut dyn Sink) {
        match self {
            Self::MonthsAfterSettlement(months) => to.object(names!(months_after_settlement), &[months]),
            Self::MonthOfNextYear(month) => to.object(names!(month_of_next_year), &[month]),
        }
    }
}

/// 可跨省直接结算的门诊慢特病.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpenDiseases {
    /// The diseases, by their national codes.
    pub diseases: Vec<Disease>,
}
decodes! { struct OpenDiseases { diseases } }

/// 可直接结算的特殊药品.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SpecialDrugs {
    /// The drugs that are known to be on the list.
    pub known: Vec<Text>,
    /// How many the list has in all.
    pub in_all: u16,
}
decodes! { struct SpecialDrugs { known, in_all } }
