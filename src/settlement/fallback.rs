//! A bill was not settled directly: what now?

use serde::Serialize;

use crate::{
    calendar::{Date, StartDay},
    decode::{self, decodes},
    encode::encodes,
    error::{Error, ErrorCode},
    filing::{Rulebook, Sought, content},
    money::Money,
    policy::{
        Claim, ClaimDeadline, Enquiry, Insurance, LateFiling, LateRoute, LawRef, Library, PackRef, RuleName, SystemFailure,
        VisitKind,
    },
    region::{Admdvs, Place},
    settlement::{
        check::{ConditionState, SettlementReason},
        wording::{say, say_of},
    },
    text::{Text, words},
};

/// A bill that was not settled directly.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FailedSettlement {
    /// The insured region (参保地).
    pub insured_region: Admdvs,
    /// The insurance (险种); asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance: Option<Insurance>,
    /// The treatment region (就医地).
    pub treatment_region: Admdvs,
    /// The kind of visit.
    pub kind: VisitKind,
    /// Why it failed.
    pub reason: SettlementReason,
    /// The day it failed: of discharge settlement, or of the outpatient visit.
    pub on: Date,
    /// Whether the person has paid in full; otherwise the bill is still open at the facility.
    pub paid: bool,
    /// The whole bill, where a rule on claims turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Money>,
    /// Whether post-billing was tried and did not succeed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_billing_failed: Option<bool>,
    /// The day on which the insured region had all papers of the claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers_complete: Option<Date>,
    /// The day on which an office was asked about the failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<Date>,
}
decodes! { struct FailedSettlement {
    insured_region, insurance, treatment_region, kind, reason, on, paid, total, post_billing_failed, papers_complete, asked_on,
} }

words! {
    /// What to do.
    FallbackRoute {
        /// Mend what stood in the way.
        Mend = "mend", "先解决原因", "mend the cause";
        /// 直接结算 at the facility, after all.
        SettleDirectly = "settleDirectly", "回医院直接结算", "have it settled directly after all";
        /// 补记账 at the facility.
        PostBilling = "postBilling", "回医院补记账", "have the facility bill it after the fact";
        /// 零星报销 at the insured region.
        ManualClaim = "manualClaim", "回参保地零星报销", "claim at the insured region";
        /// 咨询.
        Ask = "ask", "问清楚", "ask";
    }
}

/// What to do, in this order.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SettlementFallback {
    /// Why direct settlement failed, as a sentence.
    pub says: Text,
    /// The steps, the next one only where the one before did not succeed; mending the cause comes before them all.
    pub steps: Vec<FallbackStep>,
    /// The packs that answered, the nearest first.
    pub packs: Vec<PackRef>,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FallbackStep {
    /// What it is.
    pub route: FallbackRoute,
    /// What to do, as a sentence.
    pub says: Text,
    /// The papers to bring; none where the insured region's list is not known, which `says` then says.
    pub papers: Vec<Text>,
    /// The last day for it, where the rules say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// Within what time it is dealt with, where the rules say.
    pub clocks: Vec<Clock>,
    /// The rules it rests on.
    pub laws: Vec<LawRef>,
}

/// A time within which an office deals with something.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Clock {
    /// How many working days, counted from the next day (民法典 Art. 201; the rules themselves do not say).
    pub working_days: u16,
    /// The last of them, where the day it runs from is given and the holidays of its year are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// What for, as a sentence.
    pub says: Text,
}

encodes! {
    SettlementFallback { says, steps, packs }
    FallbackStep { route, says, papers, deadline, clocks, laws }
    Clock { working_days, due, says }
}

impl FailedSettlement {
    /// Reads a situation from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }
}

/// What to do where a bill was not settled directly: mend the cause, have the facility bill it after the fact (补记账), or claim at the
/// insured region (零星报销), with the papers, the deadline and the times that are known. What is not known stays unknown.
///
/// # Law
///
/// 医保发〔2022〕22号 二（四） and 经办规程 第四十四条 (its annex); every step cites its own.
///
/// # Errors
///
/// Those of the input: `regionTooCoarse`, `dateOrder` for papers handed in before the day of the visit, and `inputNeeded` where a rule
/// turns on a fact that was left out.
///
/// # Example
///
/// In Guangdong the facility has to bill it after the fact where its system failed; a claim comes only after that:
///
/// ```
/// use yidi::{FailedSettlement, FallbackRoute, Library, settlement_fallback};
///
/// let failed = FailedSettlement::from_json(
///     r#"{"insuredRegion": "440100", "treatmentRegion": "430100", "kind": "inpatient", "reason": "systemFailure",
///         "on": "2026-11-20", "paid": true}"#,
/// )?;
/// let steps = settlement_fallback(&Library::shipped(), &failed)?.steps;
/// let routes: Vec<_> = steps.iter().map(|step| step.route).collect();
/// assert_eq!(routes[1..3], [FallbackRoute::PostBilling, FallbackRoute::ManualClaim]);
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn settlement_fallback(library: &Library, failed: &FailedSettlement) -> Result<SettlementFallback, Error> {
    let rules = Rulebook::of(library, failed.insured_region).map_err(|error| error.at("insuredRegion"))?;
    let place = rules.place(failed.treatment_region).map_err(|error| error.at("treatmentRegion"))?;
    if let Some(complete) = failed.papers_complete.filter(|complete| *complete < failed.on) {
        let error = Error::new(ErrorCode::DateOrder).giving(complete).allowing(format_args!("≥ {}", failed.on));
        return Err(error.at("papersComplete"));
    }
    let mut plan = Plan { rules, failed, place, steps: Vec::new() };
    plan.fill()?;
    Ok(SettlementFallback { says: failed.reason.label(), steps: plan.steps, packs: plan.rules.pack_refs() })
}

/// What a reason is about.
#[derive(Clone, Copy, PartialEq)]
enum Cause {
    /// The filing: the rules on late filing say what remains.
    Filing,
    /// A fault of the system: the rules on that say.
    System,
    /// What the facility reported: to be corrected while the bill is open.
    Report,
    /// The facility, the disease or the benefit: the insured region decides (经办规程 Art. 14).
    Benefit,
    /// Not for the insurance to pay.
    Liability,
}

impl SettlementReason {
    const fn cause(self) -> Cause {
        match self {
            Self::NotFiled | Self::FilingExpired | Self::WrongPlace | Self::FiledLate | Self::LateFilingOpen => Cause::Filing,
            Self::SystemFailure => Cause::System,
            Self::EmergencyNotReported | Self::InjuryNotStated => Cause::Report,
            Self::ThirdParty => Cause::Liability,
            _ => Cause::Benefit,
        }
    }
}

/// What mends a cause, whether it is met before or after.
fn mended(reason: SettlementReason) -> Text {
    let says = ["now.", reason.as_str()].concat();
    let keys = ConditionState::NAMES.iter().map(|state| [reason.as_str(), ".", state, ".mend"].concat());
    std::iter::once(says).chain(keys).map(|key| say(&key)).find(|says| !says.zh.is_empty()).unwrap_or_else(|| say("ask"))
}

struct Plan<'a> {
    rules: Rulebook<'a>,
    failed: &'a FailedSettlement,
    place: Place,
    steps: Vec<FallbackStep>,
}

/// The rule of a kind for a visit of which only the kind is known.
pub(super) fn look(
    rules: &Rulebook<'_>,
    name: RuleName,
    on: Date,
    place: Place,
    insurance: Option<Insurance>,
    kind: Option<VisitKind>,
) -> Result<Sought, Error> {
    let mut case = Rulebook::case(on, place);
    case.insurance = insurance;
    case.kind = kind;
    rules.look(name, &case).map_err(|error| error.moved("person.insurance", "insurance"))
}

impl ClaimDeadline {
    /// The last day for a claim of a bill of that day.
    pub(super) fn last_day(&self, settled: Date) -> Option<Date> {
        match *self {
            Self::MonthsAfterSettlement(months) => settled.plus_months(months.into()).ok(),
            Self::MonthOfNextYear(month) => Date::last_of_month(settled.year() + 1, month.into()),
        }
    }
}

impl Plan<'_> {
    fn look(&self, name: RuleName) -> Result<Sought, Error> {
        let FailedSettlement { on, insurance, kind, .. } = *self.failed;
        look(&self.rules, name, on, self.place, insurance, Some(kind))
    }

    fn step(&mut self, route: FallbackRoute, says: Text, law: Option<LawRef>) {
        let laws = law.into_iter().collect();
        self.steps.push(FallbackStep { route, says, papers: Vec::new(), deadline: None, clocks: Vec::new(), laws });
    }

    fn fill(&mut self) -> Result<(), Error> {
        let (reason, paid) = (self.failed.reason, self.failed.paid);
        let cause = reason.cause();
        self.step(FallbackRoute::Mend, mended(reason), None);
        let (route, law) = match cause {
            Cause::Liability => (None, None),
            Cause::Filing => {
                let rule = self.look(RuleName::LateFiling)?;
                let route = |rule: LateFiling| if paid { rule.after_settlement } else { rule.before_settlement };
                (content(&rule).map(route), rule.ok().map(|rule| *rule.law))
            }
            Cause::System => {
                let rule = self.look(RuleName::SystemFailure)?;
                (content(&rule).map(|rule: SystemFailure| rule.route), rule.ok().map(|rule| *rule.law))
            }
            Cause::Report if !paid => (Some(LateRoute::DirectSettlement), None),
            Cause::Report | Cause::Benefit => (Some(LateRoute::InsuredRegionDecides), None),
        };
        match route {
            Some(LateRoute::DirectSettlement) => self.step(FallbackRoute::SettleDirectly, say("step.settleDirectly"), law),
            Some(LateRoute::PostBillingThenClaim) => {
                if self.failed.post_billing_failed != Some(true) {
                    self.step(FallbackRoute::PostBilling, say("step.postBilling"), law.clone());
                }
                self.claim("step.claim", law)?;
            }
            Some(LateRoute::ManualClaim) => self.claim("step.claim", law)?,
            Some(LateRoute::InsuredRegionDecides) => self.claim("step.claimMaybe", law)?,
            None => {}
        }
        self.ask(cause)
    }

    /// A claim at the insured region.
    fn claim(&mut self, key: &str, law: Option<LawRef>) -> Result<(), Error> {
        let rule = self.look(RuleName::Claim)?;
        let mut laws: Vec<_> = law.into_iter().collect();
        let mut step = FallbackStep {
            route: FallbackRoute::ManualClaim,
            says: Text::new("", ""),
            papers: Vec::new(),
            deadline: None,
            clocks: Vec::new(),
            laws: Vec::new(),
        };
        if let Some(claim) = content::<Claim>(&rule) {
            step.clocks = self.claim_clocks(&claim);
            step.deadline = claim.deadline.and_then(|deadline| deadline.last_day(self.failed.on));
            step.papers = claim.papers;
        }
        laws.extend(rule.ok().map(|rule| *rule.law));
        let mut says = vec![say(key)];
        if step.papers.is_empty() {
            says.push(say("claim.papersUnknown"));
        }
        says.push(step.deadline.map_or_else(|| say("claim.deadlineUnknown"), |day| say_of("claim.deadline", &[Text::plain(day)])));
        step.says = Text::joined(&says, "；", "; ");
        step.laws = laws;
        self.steps.push(step);
        Ok(())
    }

    /// How soon a claim is paid: one below the small amount sooner than others.
    fn claim_clocks(&self, claim: &Claim) -> Vec<Clock> {
        let since = self.failed.papers_complete;
        let mut clocks = Vec::new();
        let small = claim.small.as_ref().filter(|small| self.failed.total.is_none_or(|total| total < small.below));
        if let Some(small) = small {
            clocks.push(clock("clock.small", small.working_days, since, &Text::plain(small.below)));
        }
        if small.is_none() || self.failed.total.is_none() {
            clocks.extend(claim.paid_within_working_days.map(|days| clock("clock.claim", days, since, &Text::plain(""))));
        }
        clocks.extend(claim.at_most_working_days.map(|days| clock("clock.special", days, since, &Text::plain(""))));
        clocks
    }

    /// Whom to ask, and how soon the offices answer each other.
    fn ask(&mut self, cause: Cause) -> Result<(), Error> {
        let rule = self.look(RuleName::Enquiry)?;
        self.step(FallbackRoute::Ask, say("step.ask"), None);
        if let (Some(enquiry), Some(step)) = (content::<Enquiry>(&rule), self.steps.last_mut()) {
            let days = match cause {
                Cause::Filing => enquiry.on_filing,
                Cause::System => enquiry.on_system,
                _ => enquiry.on_others,
            };
            step.clocks.push(clock("clock.enquiry", days, self.failed.asked_on, &Text::plain("")));
            step.laws.extend(rule.ok().map(|rule| *rule.law));
        }
        Ok(())
    }
}

pub(super) fn clock(key: &str, days: u16, since: Option<Date>, amount: &Text) -> Clock {
    let due = since.and_then(|since| since.plus_working_days(days.into(), StartDay::NotCounted).ok());
    Clock { working_days: days, due, says: say_of(key, &[Text::plain(days), amount.clone()]) }
}
