//! What is answered, in the shape that crosses the API.

use serde::Serialize;

use crate::{
    calendar::Date,
    encode::encodes,
    estimate::{
        funnel::{Account, Fund, Missing, Settled, Stay},
        input::EstimateInput,
        ledger::{Item, Ledger, Line, Sum},
        own_figures::{Ground, OwnFigure},
        segments,
    },
    money::Money,
    policy::{Case, Grade, LawRef, LoadedPack, PackRef, PolicyPack, RuleName},
    region::{Admdvs, Place},
    text::Text,
};

/// What the person pays for a visit, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// What the person pays, from the account or in cash (`psn_part_amt`).
    pub patient_pays: Money,
    /// What all funds pay together (`fund_pay_sumamt`).
    pub funds_pay: Money,
    /// Whether a rule is not known here by which the person could pay less than `patientPays`. See `gaps`.
    pub at_most: bool,
    /// Whether a rule is not known here by which the person could pay more than `patientPays`. See `gaps`.
    pub at_least: bool,
    /// The single amounts.
    pub figures: Figures,
    /// The whole bill, cut down to its leaves.
    pub ledger: LedgerLine,
    /// `patientPays`, by what comes from the personal account and what in cash; absent where no account is used, or it is not known what
    /// it may pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment: Option<LedgerLine>,
    /// The worst grade among the rules used; absent where no rule was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// Rules that are not known here and could change what the person pays.
    pub gaps: Vec<Gap>,
    /// What else the person should know before relying on the figure.
    pub warnings: Vec<Text>,
    /// What the answer rests on.
    pub basis: Basis,
    /// To be shown with every figure.
    pub disclaimer: Text,
}

/// The single amounts of an estimate. One that is absent is not known where a gap names its rule, and else does not apply.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The whole bill (`medfee_sumamt`).
    pub total: Money,
    /// In scope (`inscp_scp_amt`).
    pub in_scope: Money,
    /// The deductible's standard (`dedc_std`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deductible_standard: Option<Money>,
    /// The deductible taken (`act_pay_dedc`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deductible: Option<Money>,
    /// The cross-region first self-pay (转外先行自付).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cross_region_first_self_pay: Option<Money>,
    /// What the pool pays (`hifp_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<Money>,
    /// What the large-amount fund pays (`hifob_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub large_amount: Option<Money>,
    /// What serious-illness insurance pays (`hifmi_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub serious_illness: Option<Money>,
    /// What the local supplementary fund pays (`oth_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local_supplement: Option<Money>,
    /// What the civil-servant subsidy pays (`cvlserv_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub civil_servant: Option<Money>,
    /// What medical assistance pays (`maf_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assistance: Option<Money>,
    /// What the personal account pays (`acct_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Money>,
    /// What is paid in cash (`psn_cash_pay`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash: Option<Money>,
}

/// A line of the ledger. An inner line's amount is exactly the sum of its `lines`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LedgerLine {
    /// The field of the national settlement interface, or a name of our own where it has none.
    pub code: &'static str,
    /// What a person reads.
    pub label: Text,
    /// The amount; negative only where it takes back what another line counts.
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?\d{1,9}\.\d{2}$")))]
    pub amount: Money,
    /// How it came about.
    pub formula: Formula,
    /// The rules it rests on.
    pub law: Vec<LawRef>,
    /// The figures of the user's own that it rests on, in the place of rules.
    pub own_figures: Vec<OwnFigure>,
    /// The worst grade among what this line and those below it rest on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// What it is made of.
    pub lines: Vec<LedgerLine>,
}

/// A formula, in words and in numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Formula {
    /// In words.
    pub words: Text,
    /// In numbers.
    pub numbers: String,
}

/// A rule that is not known here and could change what the person pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// The kind of rule.
    pub rule: RuleName,
    /// Whether the person could pay more by it, rather than less.
    pub could_cost: bool,
    /// What it means for the person.
    pub text: Text,
}

/// What an answer rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Basis {
    /// Whose policy decides how much is paid.
    pub insured_region: NamedRegion,
    /// Whose catalogue decides what is covered.
    pub treatment_region: NamedRegion,
    /// How the two lie.
    pub place: Place,
    /// The packs that answer for the insured region, the nearest first.
    pub packs: Vec<PackRef>,
    /// The day of settlement that the answer holds for.
    pub date: Date,
}

/// A region with its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedRegion {
    /// The code.
    pub admdvs: Admdvs,
    /// The name; of the city or province it belongs to, where only that is known.
    pub name: Text,
}

encodes! {
    Estimate {
        patient_pays, funds_pay, at_most, at_least, figures, ledger, payment, grade, gaps, warnings, basis, disclaimer,
    }
    Figures {
        total, in_scope, deductible_standard, deductible, cross_region_first_self_pay, pool, large_amount, serious_illness,
        local_supplement, civil_servant, assistance, account, cash,
    }
    LedgerLine { code, label, amount, formula, law, own_figures, grade, lines }
    Formula { words, numbers }
    Gap { rule, could_cost, text }
    Basis { insured_region, treatment_region, place, packs, date }
    NamedRegion { admdvs, name }
}

pub(crate) const DISCLAIMER: Text = Text::new(
    "这是按公开资料做的估算，不是官方结果；实际金额以医院结算为准。",
    "An estimate from public sources, not an official result; the actual settlement decides.",
);

const BY_DAYS: Text = Text::new(
    "跨年住院分两个年度结算：入院当天算一天，出院当天不算；一次住院的起付线只收一次。原文没有写这两点，以参保地为准。",
    "The stay is settled as two, by the days in each year: the day of admission counts, that of discharge does not, and one visit owes one \
     deductible. The source says neither; the insured region decides.",
);

const ACCOUNT_UNKNOWN: Text = Text::new(
    "个人账户可以付哪些部分，本工具没有收录当地规定，所以没有把账户和现金分开。",
    "What the personal account may pay is not known here, so what it pays and what is paid in cash are not told apart.",
);

pub(crate) fn answer(
    packs: &[&LoadedPack],
    input: &EstimateInput,
    case: &Case<'_>,
    stay: &Stay<'_>,
    ledger: &Ledger<'_>,
) -> Estimate {
    let grade = ledger.funds.grade().max(ledger.patient.grade());
    let root = LedgerLine {
        code: Item::Total.code(),
        label: Item::Total.label(),
        amount: ledger.total,
        formula: formula(&Sum::OfLines(vec![ledger.funds.amount, ledger.patient.amount]), ledger.total),
        law: Vec::new(),
        own_figures: Vec::new(),
        grade,
        lines: vec![line(&ledger.funds), line(&ledger.patient)],
    };
    let gaps = gaps(stay);
    Estimate {
        patient_pays: ledger.patient.amount,
        funds_pay: ledger.funds.amount,
        at_most: gaps.iter().any(|gap| !gap.could_cost),
        at_least: gaps.iter().any(|gap| gap.could_cost),
        figures: figures(stay),
        ledger: root,
        payment: ledger.payment.as_ref().map(line),
        grade,
        gaps,
        warnings: warnings(packs, case, stay),
        basis: basis(packs, input, case),
        disclaimer: DISCLAIMER,
    }
}

/// The figures of a stay: of one over two years, what the two come to.
pub(crate) fn figures(stay: &Stay<'_>) -> Figures {
    let sum = |figure: fn(&Settled<'_>) -> Option<Money>| {
        let known: Vec<_> = stay.parts.iter().filter_map(|part| figure(&part.settled)).collect();
        (!known.is_empty()).then(|| known.into_iter().sum())
    };
    let (account, cash) = match stay.account {
        Account::Pays(amount, _) => (Some(amount), Some(stay.patient_pays() - amount)),
        Account::NotUsed | Account::Unknown => (None, None),
    };
    // The second part of a visit owes what the first has left of one standard.
    let standard = stay.parts.iter().find_map(|part| part.settled.deductible.as_ref()).map(|taken| taken.standard);
    Figures {
        total: stay.total(),
        in_scope: stay.parts.iter().map(|part| part.bill.in_scope).sum(),
        deductible_standard: standard,
        deductible: sum(|settled| settled.deductible.as_ref().map(|taken| taken.amount)),
        cross_region_first_self_pay: sum(|settled| settled.first_self_pay.as_ref().map(|first| first.amount)),
        pool: sum(|settled| Some(segments::paid(&settled.pool))),
        large_amount: sum(|settled| settled.large_amount.as_ref().map(|paid| paid.amount)),
        serious_illness: sum(|settled| settled.paid_by(Fund::SeriousIllness)),
        local_supplement: sum(|settled| settled.paid_by(Fund::LocalSupplement)),
        civil_servant: sum(|settled| settled.paid_by(Fund::CivilServant)),
        assistance: sum(|settled| settled.paid_by(Fund::Assistance)),
        account,
        cash,
    }
}

/// Each rule that is missing once, though it may be so in two years.
fn gaps(stay: &Stay<'_>) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for missing in stay.gaps() {
        if gaps.iter().all(|gap| gap.rule != missing.rule) {
            gaps.push(gap(missing));
        }
    }
    gaps
}

fn warnings(packs: &[&LoadedPack], case: &Case<'_>, stay: &Stay<'_>) -> Vec<Text> {
    let mut warnings: Vec<_> = packs.iter().find_map(|loaded| outdated(&loaded.pack, case)).into_iter().collect();
    if stay.parts.len() > 1 {
        warnings.push(BY_DAYS);
    }
    if matches!(stay.account, Account::Unknown) {
        warnings.push(ACCOUNT_UNKNOWN);
    }
    warnings
}

fn line(line: &Line<'_>) -> LedgerLine {
    LedgerLine {
        code: line.item.code(),
        label: line.item.label(),
        amount: line.amount,
        formula: formula(&line.sum, line.amount),
        law: line.grounds.iter().filter_map(Ground::law).map(LawRef::from).collect(),
        own_figures: line.grounds.iter().filter_map(Ground::own).map(OwnFigure::from).collect(),
        grade: line.grade(),
        lines: line.lines.iter().map(self::line).collect(),
    }
}

fn formula(sum: &Sum, amount: Money) -> Formula {
    Formula { words: sum.words(), numbers: sum.numbers(amount) }
}

fn gap(Missing { rule, could_cost, disputed }: &Missing) -> Gap {
    let (label, document) = (rule.label(), rule.document());
    let (zh, en) = if *could_cost {
        ("个人可能要比这里多付", "the person could pay more by it than is shown here")
    } else {
        ("个人可能会比这里少付", "the person could pay less by it than is shown here")
    };
    let (known_zh, known_en) =
        disputed.as_ref().map_or((String::new(), String::new()), |known| (format!("（{}）", known.zh), format!(" ({})", known.en)));
    Gap {
        rule: *rule,
        could_cost: *could_cost,
        text: Text::of(
            format!(
                "本工具没有收录当地的{}规定，或者无法据以计算{known_zh}；{zh}。它通常写在{}里，请咨询参保地医保部门（12393）。",
                label.zh, document.zh
            ),
            format!(
                "The local rule on {} is not known here, or cannot be computed from{known_en}; {en}. It usually stands in {}; ask the \
                 insured region (12393).",
                label.en, document.en
            ),
        ),
    }
}

/// Rules change with the year more often than within it.
fn outdated(pack: &PolicyPack, case: &Case<'_>) -> Option<Text> {
    let (checked, settled) = (pack.last_checked, case.settled);
    (settled.year() > checked.year()).then(|| {
        Text::of(
            format!("规定最近核对于 {checked}，结算日期 {settled} 在下一个年度或更晚，届时的规定可能不同。"),
            format!("The rules were last checked on {checked}; by {settled}, in a later year, they may have changed."),
        )
    })
}

fn basis(packs: &[&LoadedPack], input: &EstimateInput, case: &Case<'_>) -> Basis {
    let (insured, treatment) = (input.person.insured_region, input.visit.treatment_region);
    // A county is called by its city, what is not listed by its province.
    let listed = |region: Admdvs| region.name().or_else(|| region.pooling_area().name()).or_else(|| region.province().name());
    let insured_name =
        packs.first().map(|nearest| &nearest.pack).filter(|pack| !pack.admdvs.is_frame()).map(|pack| pack.name.clone());
    let insured_name = insured_name.or_else(|| listed(insured)).unwrap_or(UNNAMED);
    let treatment_name = if case.place == Some(Place::Local) { None } else { listed(treatment) };
    Basis {
        insured_region: NamedRegion { admdvs: insured, name: insured_name.clone() },
        treatment_region: NamedRegion { admdvs: treatment, name: treatment_name.unwrap_or(insured_name) },
        place: case.place.unwrap_or(Place::Local),
        packs: PackRef::of_all(packs),
        date: case.settled,
    }
}

const UNNAMED: Text = Text::new("", "");
