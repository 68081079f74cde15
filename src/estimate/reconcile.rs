//! A real settlement slip (结算单) beside the estimate: do its own sums hold, where does it differ, and what could explain that.

use serde::Serialize;

use crate::{
    decode::{self, Value, decodes},
    encode::encodes,
    error::{Error, ErrorCode},
    estimate::{
        bill::{Known, Outside},
        funnel::Stay,
        input::EstimateInput,
        range::Assumption,
        result::{self, DISCLAIMER, Figures},
        ways::{self, Fact},
    },
    money::Money,
    policy::{Library, RuleName},
    text::Text,
};

/// What a settlement slip says, as far as it says it. A field that is left out is not on the slip; zero is an answer.
///
/// Provinces print the same words for different things: 个人自付 is a person's share within the scope in one, and what is left after the
/// account in another. Go by the codes.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Slip {
    /// The whole bill (`medfee_sumamt`).
    pub total: Money,
    /// In scope (`inscp_scp_amt`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_scope: Option<Money>,
    /// Outside the catalogue (`fulamt_ownpay_amt`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fully_self_paid: Option<Money>,
    /// Above the price ceiling (`overlmt_selfpay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_ceiling: Option<Money>,
    /// Class B: the share paid first (`preselfpay_amt`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_b_first_self_pay: Option<Money>,
    /// The deductible taken (`act_pay_dedc`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deductible: Option<Money>,
    /// What all funds paid together (`fund_pay_sumamt`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funds_pay: Option<Money>,
    /// What the pool paid (`hifp_pay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<Money>,
    /// What the large-amount fund paid (`hifob_pay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub large_amount: Option<Money>,
    /// What serious-illness insurance paid (`hifmi_pay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serious_illness: Option<Money>,
    /// What the civil-servant subsidy paid (`cvlserv_pay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub civil_servant: Option<Money>,
    /// What medical assistance paid (`maf_pay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assistance: Option<Money>,
    /// What other funds paid (`oth_pay`, `hifes_pay`, `hifdm_pay`), the local supplementary fund among them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_funds: Option<Money>,
    /// What the person paid, from the account or in cash (`psn_part_amt`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patient_pays: Option<Money>,
    /// What the personal account paid (`acct_pay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Money>,
    /// What was paid in cash (`psn_cash_pay`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cash: Option<Money>,
}
decodes! { struct Slip {
    total, in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay, deductible, funds_pay, pool, large_amount, serious_illness,
    civil_servant, assistance, other_funds, patient_pays, account, cash,
} }

impl Slip {
    /// Reads a slip from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }

    const fn funds(&self) -> [Option<Money>; 6] {
        [self.pool, self.large_amount, self.serious_illness, self.civil_servant, self.assistance, self.other_funds]
    }
}

/// A slip beside the estimate: beside both of its bounds, where a rule leaves something open.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reconciliation {
    /// Whether no line differs.
    pub matches: bool,
    /// The sums that every slip has to keep, as far as it has their fields.
    pub identities: Vec<Identity>,
    /// The lines that both have.
    pub lines: Vec<SlipLine>,
    /// What could explain all the differences: each alone makes every line agree, or, where none alone does, these pairs do.
    pub explanations: Vec<Explanation>,
    /// To be shown with every figure.
    pub disclaimer: Text,
}

/// A sum that a slip has to keep.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Identity {
    /// The sum, in words.
    pub text: Text,
    /// Whether it holds. Real slips round each fund by itself, so that one fen for each is let pass.
    pub holds: bool,
    /// What the parts come to.
    pub parts: Money,
    /// What they should come to.
    pub whole: Money,
}

/// A line that the slip and the estimate both have, however its open rules are taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SlipLine {
    /// Its name in the slip.
    pub field: &'static str,
    /// What the slip says.
    pub slip: Money,
    /// The least that the estimate says.
    pub least: Money,
    /// The most: the same, unless a rule leaves something open.
    pub most: Money,
    /// Whether the slip lies outside of that by more than one fen, or one for each fund in a sum of funds.
    pub differs: bool,
}

/// What would make every line agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// The fields of the input, with the values that the slip may have been settled by.
    pub assumes: Vec<Assumption>,
}

encodes! {
    Reconciliation { matches, identities, lines, explanations, disclaimer }
    Identity { text, holds, parts, whole }
    SlipLine { field, slip, least, most, differs }
    Explanation { assumes }
}

const FUNDS_MAKE_UP: Text = Text::new("各项基金支付之和 = 基金支付合计", "the funds together = paid by the funds");
const ALL_PAY: Text = Text::new("基金支付 + 个人账户 + 现金 = 总费用", "funds + account + cash = total");
const SHARES_PAY: Text = Text::new("基金支付 + 个人负担 = 总费用", "funds + person = total");
const PARTS_MAKE_UP: Text = Text::new(
    "政策范围内 + 乙类先行自付 + 超限价 + 全自费 = 总费用",
    "in scope + class B first self-pay + over the ceiling + fully self-paid = total",
);

/// So many fen are let pass.
fn fen(count: usize) -> Money {
    Money::FEN.times(count as u16)
}

fn differ(one: Money, other: Money, tolerance: Money) -> bool {
    one.max(other) - one.min(other) > tolerance
}

impl Slip {
    fn identities(&self) -> Vec<Identity> {
        let funds: Vec<_> = self.funds().into_iter().flatten().collect();
        let tolerance = fen(funds.len());
        let all = |parts: &[Option<Money>]| parts.iter().copied().collect::<Option<Vec<_>>>();
        let scopes = [self.in_scope, self.class_b_first_self_pay, self.over_ceiling, self.fully_self_paid];
        let sums = [
            // A slip leaves out the funds that paid nothing.
            (FUNDS_MAKE_UP, self.funds_pay.filter(|_| !funds.is_empty()).map(|_| funds), self.funds_pay),
            (ALL_PAY, all(&[self.funds_pay, self.account, self.cash]), Some(self.total)),
            (SHARES_PAY, all(&[self.funds_pay, self.patient_pays]), Some(self.total)),
            (PARTS_MAKE_UP, all(&scopes), Some(self.total)),
        ];
        let mut identities = Vec::new();
        for (text, parts, whole) in sums {
            if let (Some(parts), Some(whole)) = (parts, whole) {
                let parts = parts.into_iter().sum();
                identities.push(Identity { text, holds: !differ(parts, whole, tolerance), parts, whole });
            }
        }
        identities
    }

    /// The lines that an estimate has too. A fund that the estimate does not reach paid nothing, unless its rule is not known.
    fn lines(&self, settled: &Settlement, outside: Option<[Money; 3]>) -> Vec<Line> {
        let figures = &settled.figures;
        let fund = |rule: RuleName, figure: Option<Money>| figure.or((!settled.unknown.contains(&rule)).then_some(Money::ZERO));
        let [fully, over, first] = outside.map_or([None; 3], |parts| parts.map(Some));
        let several = fen(self.funds().into_iter().flatten().count().max(1));
        let pairs = [
            ("total", Some(self.total), Some(figures.total), Money::ZERO),
            ("inScope", self.in_scope, Some(figures.in_scope), Money::ZERO),
            ("fullySelfPaid", self.fully_self_paid, fully, Money::ZERO),
            ("overCeiling", self.over_ceiling, over, Money::ZERO),
            ("classBFirstSelfPay", self.class_b_first_self_pay, first, Money::FEN),
            ("deductible", self.deductible, figures.deductible, Money::ZERO),
            ("pool", self.pool, figures.pool, Money::FEN),
            ("largeAmount", self.large_amount, fund(RuleName::LargeAmount, figures.large_amount), Money::FEN),
            ("seriousIllness", self.serious_illness, fund(RuleName::SeriousIllness, figures.serious_illness), Money::FEN),
            ("civilServant", self.civil_servant, fund(RuleName::CivilServant, figures.civil_servant), Money::FEN),
            ("assistance", self.assistance, fund(RuleName::Assistance, figures.assistance), Money::FEN),
            ("otherFunds", self.other_funds, fund(RuleName::LocalSupplement, figures.local_supplement), Money::FEN),
            ("fundsPay", self.funds_pay, Some(figures.total - settled.patient_pays), several),
            ("patientPays", self.patient_pays, Some(settled.patient_pays), several),
            ("account", self.account, figures.account, Money::ZERO),
            ("cash", self.cash, figures.cash, several),
        ];
        let line = |(field, slip, estimate, tolerance): (_, Option<Money>, Option<Money>, _)| {
            let (slip, estimate) = (slip?, estimate?);
            Some(Line { field, slip, least: estimate, most: estimate, tolerance })
        };
        pairs.into_iter().filter_map(line).collect()
    }
}

/// A line of the slip beside what some ways of taking the open rules come to.
struct Line {
    field: &'static str,
    slip: Money,
    least: Money,
    most: Money,
    tolerance: Money,
}

impl Line {
    /// The line beside one way more; none where that way does not have it.
    fn with(self, way: &[Self]) -> Option<Self> {
        let other = way.iter().find(|other| other.field == self.field)?;
        Some(Self { least: self.least.min(other.least), most: self.most.max(other.most), ..self })
    }

    fn differs(&self) -> bool {
        self.slip + self.tolerance < self.least || self.slip > self.most + self.tolerance
    }
}

impl From<Line> for SlipLine {
    fn from(line: Line) -> Self {
        Self { field: line.field, slip: line.slip, least: line.least, most: line.most, differs: line.differs() }
    }
}

/// What an estimate comes to, without its ledger.
struct Settlement {
    figures: Figures,
    patient_pays: Money,
    /// The funds whose rules are not known.
    unknown: Vec<RuleName>,
}

impl Settlement {
    fn of(stay: &Stay<'_>) -> Self {
        let unknown = stay.gaps().map(|gap| gap.rule);
        Self { figures: result::figures(stay), patient_pays: stay.patient_pays(), unknown: unknown.collect() }
    }
}

/// One for every way of taking the open rules.
fn settlements(library: &Library, input: &EstimateInput) -> Result<Vec<Settlement>, Error> {
    let mut settlements = Vec::new();
    ways::of_rules(library, input, &mut |way, _| {
        settlements.push(Settlement::of(&way?.stay));
        Ok(())
    })?;
    Ok(settlements)
}

pub(super) fn reconcile(library: &Library, input: &EstimateInput, slip: &Slip) -> Result<Reconciliation, Error> {
    let outside = match input.bill.known()? {
        Known::All(bill) => match bill.outside {
            Outside::Parts(parts) => Some(parts),
            Outside::Whole(_) => None,
        },
        Known::Bounds { lacks, .. } => return Err(lacks.at("bill")),
    };
    let lines_of = |settlements: &[Settlement]| {
        let mut ways = settlements.iter().map(|settled| slip.lines(settled, outside));
        let first = ways.next().unwrap_or_default();
        ways.fold(first, |lines, way| lines.into_iter().filter_map(|line| line.with(&way)).collect())
    };
    let agrees = |lines: &[Line]| lines.iter().all(|line| !line.differs());
    let input = &input.summed();
    let settlements = settlements(library, input)?;
    let lines = lines_of(&settlements);
    let matches = agrees(&lines);
    let explains = |facts: &[&Fact]| {
        let mut assumed = input.clone();
        facts.iter().try_for_each(|fact| assumed.assume(&fact.path, &fact.answer))?;
        match self::settlements(library, &assumed) {
            Ok(settlements) => Ok(agrees(&lines_of(&settlements))),
            Err(error) if error.code() == ErrorCode::Internal => Err(error),
            // Not a case that the rules know.
            Err(_) => Ok(false),
        }
    };
    let explanations =
        if matches { Vec::new() } else { explanations(&other_facts(library, input, slip, &settlements)?, &explains)? };
    let lines = lines.into_iter().map(SlipLine::from).collect();
    Ok(Reconciliation { matches, identities: slip.identities(), lines, explanations, disclaimer: DISCLAIMER })
}

/// The facts of which one alone explains everything, or else the pairs that do.
fn explanations(facts: &[Fact], explain: &dyn Fn(&[&Fact]) -> Result<bool, Error>) -> Result<Vec<Explanation>, Error> {
    let singles = facts.iter().map(|fact| vec![fact]).collect();
    let found = those_that(singles, explain)?;
    if !found.is_empty() {
        return Ok(found);
    }
    let mut pairs = Vec::new();
    for (at, one) in facts.iter().enumerate() {
        let others = facts.iter().skip(at).filter(|other| other.path != one.path);
        pairs.extend(others.map(|other| vec![one, other]));
    }
    those_that(pairs, explain)
}

fn those_that(sets: Vec<Vec<&Fact>>, explain: &dyn Fn(&[&Fact]) -> Result<bool, Error>) -> Result<Vec<Explanation>, Error> {
    let mut found = Vec::new();
    for facts in sets {
        if explain(&facts)? {
            found.push(Explanation { assumes: facts.into_iter().map(Assumption::from).collect() });
        }
    }
    Ok(found)
}

/// The paths of the facts by which a hospital may have settled otherwise than the person thinks.
const FACTS: [&str; 6] =
    ["visit.tier", "filing.category", "filing.proof", "person.group", "person.standing", "person.civilServant"];

/// The admissions before, of which one may have been forgotten.
const ADMISSIONS: u16 = 3;

fn other_facts(library: &Library, input: &EstimateInput, slip: &Slip, settlements: &[Settlement]) -> Result<Vec<Fact>, Error> {
    let mut facts = Vec::new();
    let mut add = |path: &str, answers: Vec<(Value, Text)>| {
        let facts_of = answers.into_iter().enumerate();
        facts.extend(facts_of.map(|(at, (answer, says))| Fact {
            path: path.to_owned(),
            answer,
            says,
            at: Some(at),
            is_choice: true,
        }));
    };
    let loaded = library.packs_for(input.person.insured_region)?;
    let packs: Vec<_> = loaded.iter().map(|loaded| &loaded.pack).collect();
    for path in FACTS {
        add(path, ways::possible(&packs, path, input));
    }
    add("yearSoFar.admissions", (0..=ADMISSIONS).map(ways::count).collect());
    // What was paid towards the deductible: all of it, or what the slip leaves of it.
    let standards = settlements.iter().map(|settled| settled.figures.deductible_standard.unwrap_or_default());
    let mut paid: Vec<_> =
        standards.flat_map(|standard| [Some(standard), slip.deductible.map(|taken| standard.less(taken))]).flatten().collect();
    paid.sort_unstable();
    paid.dedup();
    add("yearSoFar.deductiblePaid", paid.into_iter().map(ways::amount).collect());
    Ok(facts)
}
