//! The kinds of rules a pack holds, and what those of each kind say.

#[cfg(feature = "schema")]
use crate::policy::model::Rule;
use crate::{
    decode::{Decode, Value, decode},
    error::Error,
    policy::{
        lint::{Fault, Lint},
        model::{
            Adjustment, Approval, Bands, Cap, CategoryName, ChangeLock, Channel, ChronicFacility, ChronicTerms,
            CivilServantSubsidy, Claim, Coverage, CrossYear, Deductible, DeductibleWaiver, Enquiry, Exemption, LargeAmount,
            LateFiling, Materials, Notice, OpenDiseases, OutpatientChoice, PersonalAccount, Places, ReferralDoctor, RuleName,
            SpecialDrugs, Supplement, SystemFailure, Validity,
        },
    },
};

/// What a rule of some kind says. The types that can be said are this crate's.
#[expect(private_bounds, reason = "sealed: a kind is added here, with its faults and its sentences")]
pub trait Content: Decode + Lint {}

impl<T: Decode + Lint> Content for T {}

macro_rules! kinds {
    ($($(#[doc = $group_doc:literal])+ $names:ident $fields:ident $shape:ident { $($(#[doc = $doc:literal])+ $field:ident: $content:ty = $name:ident;)+ })+) => {
        impl RuleName {
            $($(#[doc = $group_doc])+
            pub const $names: &'static [Self] = &[$(Self::$name),+];
            pub(crate) const $fields: &'static str = $crate::names::names!($($field),+);)+
        }

        $($(#[doc = $group_doc])+
        #[cfg(feature = "schema")]
        #[derive(schemars::JsonSchema)]
        #[serde(rename_all = "camelCase", deny_unknown_fields, default)]
        #[derive(Default)]
        #[allow(dead_code, reason = "only its schema is used, and that by the build alone")]
        pub(super) struct $shape { $($(#[doc = $doc])+ $field: Vec<Rule<$content>>,)+ })+

        /// Reads what a rule of a kind says, and looks it through for faults.
        pub(crate) fn check_content(name: RuleName, value: &Value, path: &str, faults: &mut Vec<Fault>) -> Result<(), Error> {
            fn check<T: Content>(value: &Value, path: &str, faults: &mut Vec<Fault>) -> Result<(), Error> {
                decode::<T>(value).map(|content| content.lint(path, faults))
            }
            match name {
                $($(RuleName::$name => check::<$content>(value, path, faults),)+)+
            }
        }
    };
}

kinds! {
    /// The rules on paying, by kind.
    ON_PAYING PAYING_NAMES Rules {
        /// 起付线.
        deductible: Deductible = Deductible;
        /// 免收起付线的情形.
        waiver: Vec<DeductibleWaiver> = Waiver;
        /// 分段支付比例.
        segments: Bands = Segments;
        /// 异地就医待遇.
        cross_region: Adjustment = CrossRegion;
        /// 统筹封顶线.
        pool_cap: Cap = PoolCap;
        /// 大额补助.
        large_amount: LargeAmount = LargeAmount;
        /// 大病保险.
        serious_illness: Supplement = SeriousIllness;
        /// 公务员医疗补助.
        civil_servant: CivilServantSubsidy = CivilServant;
        /// 医疗救助.
        assistance: Supplement = Assistance;
        /// 地方补充医疗保障.
        local_supplement: Supplement = LocalSupplement;
        /// 个人账户.
        personal_account: PersonalAccount = PersonalAccount;
        /// 门诊慢特病认定.
        chronic_terms: ChronicTerms = ChronicTerms;
        /// 跨年住院结算.
        cross_year: CrossYear = CrossYear;
    }
    /// The rules on filing, by kind. Those of 医保发〔2022〕22号 and its 经办规程 stand in the national frame.
    ON_FILING FILING_NAMES FilingRules {
        /// 备案类型.
        categories: CategoryName = Categories;
        /// 备案材料.
        materials: Materials = Materials;
        /// 转诊的评估.
        referral_doctor: ReferralDoctor = ReferralDoctor;
        /// 普通门诊待遇的选择.
        outpatient_choice: OutpatientChoice = OutpatientChoice;
        /// 备案有效期.
        validity: Validity = Validity;
        /// 变更时限.
        change_lock: ChangeLock = ChangeLock;
        /// 补办备案.
        late_filing: LateFiling = LateFiling;
        /// 办理时限.
        approval: Approval = Approval;
        /// 免备案.
        exemption: Exemption = Exemption;
        /// 备案地.
        places: Places = Places;
        /// 备案覆盖范围.
        coverage: Coverage = Coverage;
        /// 办理渠道.
        channels: Vec<Channel> = Channels;
        /// 零星报销.
        claim: Claim = Claim;
        /// 可跨省直接结算的门诊慢特病.
        open_diseases: OpenDiseases = OpenDiseases;
        /// 可直接结算的特殊药品.
        special_drugs: SpecialDrugs = SpecialDrugs;
        /// 门诊慢特病的选点.
        chronic_facility: ChronicFacility = ChronicFacility;
        /// 没能直接结算的办理.
        system_failure: SystemFailure = SystemFailure;
        /// 问题的答复时限.
        enquiry: Enquiry = Enquiry;
        /// 备案告知书.
        notice: Notice = Notice;
    }
}
