//! What is wrong with a pack, and what looks wrong.
//!
//! An error keeps a pack from being loaded: it could break a lookup or an estimate, or claim more than its sources do. A warning is
//! for a person to look at.
//!
//! | file | looks at |
//! |---|---|
//! | `terms` | each rule's cases, period, source and grade |
//! | `values` | what each rule says |
//! | `cases` | which cases have two rules, and which have none |
//! | `tables` | ratios from tier to tier, and from region to region |
//! | `whole` | the tiers, sources and dates of the pack |

mod cases;
mod tables;
mod terms;
mod values;
mod whole;

pub(super) use whole::check_size;

use std::fmt::Display;

use serde::Serialize;

use crate::{
    calendar::Date,
    encode::encodes,
    error::{Error, ErrorCode},
    policy::model::{PolicyPack, RuleName},
    text::{Text, words},
};

words! {
    /// Whether a fault keeps a pack from being loaded.
    Severity {
        /// It does.
        Error = "error", "错误", "error";
        /// It does not; a person should look.
        Warning = "warning", "提醒", "warning";
    }
}

words! {
    /// What can be wrong with a pack. The list is closed; a new code is a new minor version.
    FaultCode {
        /// It cannot be read as a pack at all.
        Unreadable = "unreadable", "不符合政策包的格式", "does not have the form of a pack";
        /// A citation of a source that the pack does not list.
        UnknownSource = "unknownSource", "引用的来源不在 sources 里", "cites a source that is not in `sources`";
        /// A grade better than the source allows.
        GradeAboveSource = "gradeAboveSource", "可信等级高于所引来源", "is graded better than its source allows";
        /// A period that ends before it begins.
        PeriodReversed = "periodReversed", "终止日早于起始日", "ends before it begins";
        /// A list of cases that leaves none.
        NeverApplies = "neverApplies", "这条规定对任何人都不适用", "can never apply to anyone";
        /// A tier that the pack does not list.
        UnknownTier = "unknownTier", "医院等级不在 tiers 里", "names a tier that is not in `tiers`";
        /// Readings of which there are not two that differ.
        ReadingsAlike = "readingsAlike", "要有至少两种不同的读法", "needs two readings that differ";
        /// Segments that do not rise, or of which not just the last is open.
        BrokenSegments = "brokenSegments", "分段上限要逐段升高，且只有最后一段没有上限", "segments must rise, and only the last is open";
        /// A list of amounts, papers, diseases or the like without an entry.
        EmptyList = "emptyList", "至少要有一项", "needs at least one entry";
        /// A rule on paying that does not say for which insurance or kind of visit it is.
        TooBroad = "tooBroad", "待遇规定必须写明险种和就医类别", "must name its insurance and its kind of visit";
        /// A disease that the pack does not list.
        UnknownDisease = "unknownDisease", "病种不在 diseases 里", "names a disease that is not in `diseases`";
        /// A notice without one of the five sections that the law asks for.
        NoticeIncomplete = "noticeIncomplete", "告知书缺少法定内容（医保发〔2024〕21号）", "lacks a section that the law asks for (医保发〔2024〕21号)";
        /// A pack that falls back on itself or on one that is not there.
        UnknownFallback = "unknownFallback", "fallsBackOn 里没有这个政策包", "falls back on a pack that is not there";
        /// A deductible that is said to go down and never does.
        StuckLadder = "stuckLadder", "写明逐次降低，却不会降低；不变的用 always", "is said to go down and never does; use `always`";
        /// A fund that pays nothing of anything.
        PaysNothing = "paysNothing", "支付为零；不予支付的用 notCovered，没有的规定不要写", "pays nothing; use `notCovered`, or leave the rule out";
        /// Two rules for the same case at the same time.
        Overlap = "overlap", "与另一条规定在同一时间适用于同一情形", "applies to the same case at the same time as another rule";
        /// A tier or disease listed twice.
        Duplicate = "duplicate", "重复", "is listed twice";
        /// A pack's own dates in an order that cannot be.
        DatesReversed = "datesReversed", "日期先后不对", "lies on the wrong side of `lastChecked`";
        /// Days between two rules for the same cases that neither covers.
        Gap = "gap", "与前一条规定之间有空档", "leaves days uncovered after the rule before it";
        /// A tier without a rule of a kind that other tiers have.
        TierLeftOut = "tierLeftOut", "其他等级有规定，这个等级没有", "other tiers have a rule, this one has none";
        /// A group of persons without a rule of a kind that others of the same insurance have.
        GroupLeftOut = "groupLeftOut", "同一险种的其他人员有规定，这类人员没有", "others of the insurance have a rule, this group has none";
        /// A filing category without a cross-region rule where others have one.
        CategoryLeftOut = "categoryLeftOut", "其他备案类型有规定，这些类型没有", "other filing categories have a rule, these have none";
        /// A ratio that is higher in a higher tier.
        RatioRisesWithTier = "ratioRisesWithTier", "支付比例高于更低等级的医院", "pays a higher ratio than for a lower tier";
        /// The same deductibles and ratios as another region's.
        CopiedTable = "copiedTable", "起付线和比例与另一个地区完全相同", "has the very deductibles and ratios of another region";
        /// A source that no rule cites.
        UnusedSource = "unusedSource", "没有规定引用这个来源", "is cited by no rule";
        /// A review that is due.
        ReviewOverdue = "reviewOverdue", "已过应复核的日期", "is past; the sources should be read again";
    }
}

impl FaultCode {
    /// How bad it is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::Gap
            | Self::TierLeftOut
            | Self::GroupLeftOut
            | Self::CategoryLeftOut
            | Self::RatioRisesWithTier
            | Self::CopiedTable
            | Self::UnusedSource
            | Self::UnknownFallback
            | Self::ReviewOverdue => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// What can be looked through for faults.
pub(crate) trait Lint {
    /// Adds the faults of what stands at `path`.
    fn lint(&self, path: &str, faults: &mut Vec<Fault>);
}

/// Something wrong with a pack, or that looks wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fault {
    /// What it is.
    pub code: FaultCode,
    /// Whether it keeps the pack from being loaded.
    pub severity: Severity,
    /// Where, as in `rules.segments.0.law.citation.source`.
    pub path: String,
    /// What to look at, for a person.
    pub hint: Text,
}

encodes! { Fault { code, severity, path, hint } }

impl Fault {
    fn new(code: FaultCode, path: impl Into<String>, found: impl Display) -> Self {
        let found = found.to_string();
        Self::naming(code, path, &Text::of(found.clone(), found))
    }

    fn naming(code: FaultCode, path: impl Into<String>, found: &Text) -> Self {
        let label = code.label();
        let hint = Text::of(format!("{}：{}", label.zh, found.zh), format!("{}: {}", label.en, found.en));
        Self { code, severity: code.severity(), path: path.into(), hint }
    }

    /// The one fault of what cannot be read as a pack.
    pub(super) fn unreadable(error: &Error) -> Self {
        let (code, text) = (error.code().as_str(), error.text());
        let found = Text::of(format!("{code}，{}", text.zh), format!("{code}, {}", text.en));
        Self::naming(FaultCode::Unreadable, error.path(), &found)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::new(ErrorCode::InvalidPack).because(fault.hint).at(fault.path)
    }
}

/// What keeps a pack from being loaded.
///
/// # Errors
///
/// That of a rule whose content cannot be read.
pub(super) fn errors(pack: &PolicyPack) -> Result<Vec<Fault>, Error> {
    let mut faults = Vec::new();
    let kinds = pack.heads();
    for head in kinds.iter().flatten() {
        terms::check(pack, head, &mut faults);
    }
    for head in kinds.iter().flatten() {
        values::check(head, &mut faults)?;
    }
    for heads in &kinds {
        cases::check_overlaps(heads, &mut faults);
    }
    whole::check_duplicates(pack, &mut faults);
    whole::check_clauses(pack, &mut faults);
    whole::check_dates(pack, &mut faults);
    Ok(faults)
}

/// What a person should look at, beside other regions' packs.
pub(super) fn warnings<'a>(
    pack: &PolicyPack,
    others: impl Iterator<Item = &'a PolicyPack> + Clone,
    today: Option<Date>,
    faults: &mut Vec<Fault>,
) {
    let kinds = pack.heads();
    let cells = cases::cells(pack);
    let fallbacks: Vec<_> = others.clone().filter(|other| pack.falls_back_on.contains(&other.admdvs)).collect();
    for heads in kinds.iter().filter(|heads| heads.first().is_some_and(|head| RuleName::ON_PAYING.contains(&head.name))) {
        cases::check_gaps(heads, &cells, faults);
        cases::check_left_out(pack, heads, &fallbacks, &cells, faults);
    }
    tables::check_rising_ratios(pack, faults);
    whole::check_fallbacks(pack, others.clone(), faults);
    tables::check_copy(pack, others, faults);
    whole::check_unused_sources(pack, &kinds, faults);
    whole::check_review(pack, today, faults);
}
