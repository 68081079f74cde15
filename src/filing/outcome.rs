//! What comes of the answers: whether, and as what, one files; with which papers, for how long, and what follows.

use serde::Serialize;

use crate::{
    calendar::{Date, StartDay},
    encode::encodes,
    filing::{
        path::{Ending, Path, region_name, unknown},
        questions::Question,
        rulebook::{Sought, content},
        wording::{say, say_of},
    },
    policy::{
        Approval, CategoryName, ChangeLock, Channel, Claim, Coverage, FilingCategory, LateFiling, LateRoute, LawRef, Paper,
        ProofMode, ReferralDoctor, RuleName, Validity, VisitKind,
    },
    region::{Admdvs, Place},
    text::{Text, words},
};

words! {
    /// What comes of the answers.
    OutcomeKind {
        /// 不用备案.
        NoFilingNeeded = "noFilingNeeded", "不用备案", "no filing needed";
        /// 视同已备案.
        TreatedAsFiled = "treatedAsFiled", "视同已备案", "treated as filed";
        /// 可以备案.
        FileAs = "fileAs", "可以备案", "file";
        /// 出院结算前补办.
        FileBeforeDischarge = "fileBeforeDischarge", "出院结算前补办备案", "file before discharge settlement";
        /// 来不及直接结算: file afterwards and claim.
        TooLate = "tooLate", "来不及直接结算，补办后报销", "too late for direct settlement: file, then claim";
        /// 现在不能备案.
        NotPossible = "notPossible", "现在还不能这样备案", "not possible as things stand";
    }
}

/// A sentence, and the rule it rests on. Without a rule it is ours, or says that no rule is known here.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cited {
    /// What a person reads.
    pub text: Text,
    /// The day it comes to, where it comes to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<Box<LawRef>>,
}

/// What came of the answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FilingOutcome {
    /// In a word.
    pub kind: OutcomeKind,
    /// Why.
    pub reasons: Vec<Cited>,
    /// What to do now, or what would make it possible.
    pub next: Vec<Text>,
    /// The filing; absent where there is none to make.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<FilingPlan>,
}

/// A filing to be made.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingPlan {
    /// The category, one of the six national ones.
    pub category: FilingCategory,
    /// What the region calls it.
    pub name: Text,
    /// What a long-term filing rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<ProofMode>,
    /// What is filed for (备案地).
    pub place: Admdvs,
    /// Its name.
    pub place_name: Text,
    /// The first day.
    pub from: Date,
    /// The last day, where the rules fix one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// How long it holds; the day is that until which it holds at least.
    pub validity: Cited,
    /// From when it can be changed or cancelled; the day is the latest on which that becomes possible.
    pub change: Cited,
    /// By when it is decided on, if it is sent today.
    pub approval: Cited,
    /// What one filing covers.
    pub coverage: Cited,
    /// Whether one can be filed for several places.
    pub places: Cited,
    /// What filing after admission still brings.
    pub late: Cited,
    /// How outpatient care is to be paid, where that was to be chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outpatient: Option<Cited>,
    /// The papers that are needed.
    pub materials: Vec<NeededPaper>,
    /// The rule on papers; where none is known, that.
    pub materials_rule: Cited,
    /// The day by which papers are to follow a commitment, as the person means to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub papers_by: Option<Date>,
    /// Where to file.
    pub channels: Vec<Channel>,
    /// The papers of a manual claim, where one has to be made and the rules list them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
}

/// Something to be shown when filing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NeededPaper {
    /// What it proves.
    pub proves: Text,
    /// The papers of which any one will do.
    pub any_one_of: Vec<Paper>,
    /// The one that was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Text>,
    /// Whether a commitment stands in for it in this filing.
    pub by_commitment: bool,
    /// What it costs not to have it.
    pub missing: Vec<Text>,
}

encodes! {
    Cited { text, date, law }
    FilingOutcome { kind, reasons, next, plan }
    FilingPlan {
        category, name, proof, place, place_name, from, to, validity, change, approval, coverage, places, late, outpatient, materials,
        materials_rule, papers_by, channels, claim,
    }
    NeededPaper { proves, any_one_of, chosen, by_commitment, missing }
}

/// Our own sentence.
fn said(text: Text) -> Cited {
    Cited { text, date: None, law: None }
}

/// What a rule says, or that none is known.
fn cited(rule: Sought) -> Cited {
    match rule {
        Ok(rule) => Cited { text: rule.says(), date: None, law: Some(rule.law) },
        Err(why) => said(unknown(why)),
    }
}

impl Cited {
    fn on(mut self, date: Option<Date>) -> Self {
        self.date = date;
        self
    }

    /// A further sentence.
    fn and(mut self, text: Text) -> Self {
        self.text = Text::joined(&[self.text, text], "；", "; ");
        self
    }
}

/// What is settled already on the way.
pub(super) fn decided(path: &Path<'_>) -> Vec<Cited> {
    let mut decided = Vec::new();
    if let Some(place) = path.place() {
        decided.push(said(place.label()));
    }
    if path.is(Question::Care, "notYet") == Some(false) {
        decided.push(late(path).0);
    }
    if path.category().is_some() {
        decided.push(category(path).0);
    }
    decided
}

pub(super) fn warnings(path: &Path<'_>) -> Vec<Text> {
    let mut warnings = Vec::new();
    if path.is(Question::Emergency, "yes") == Some(true) && path.deemed_filed().is_none() {
        warnings.push(say("warn.emergency"));
    }
    if path.is(Question::Reason, "retired") == Some(true) && path.is(Question::HukouMoved, "no") == Some(true) {
        warnings.push(say("warn.hukou"));
    }
    if path.proof() == Some(ProofMode::Commitment) {
        warnings.extend(commitment_costs(path));
    }
    if path.is(Question::Doctor, "no") == Some(true)
        && let Some(doctor) = path.look(RuleName::ReferralDoctor).and_then(|rule| content::<ReferralDoctor>(&rule))
    {
        warnings.push(say_of("warn.doctor", &[doctor.rank]));
    }
    if path.is(Question::Drug, "another") == Some(true) {
        warnings.push(say("warn.drug"));
    }
    if path.rules().is_some_and(|rules| rules.review_is_due(path.today)) {
        warnings.push(say("warn.review"));
    }
    warnings
}

/// What a commitment in the place of papers costs, where the rules differ.
fn commitment_costs(path: &Path<'_>) -> Vec<Text> {
    let Some(mut case) = path.case() else { return Vec::new() };
    let mut costs = Vec::new();
    let mut at_home = |proof| {
        case.proof = Some(proof);
        content(&path.look_for(RuleName::Coverage, &case)).and_then(|coverage: Coverage| coverage.at_home)
    };
    if at_home(ProofMode::Material) == Some(true) && at_home(ProofMode::Commitment) != Some(true) {
        costs.push(say("cost.home"));
    }
    for kind in [VisitKind::Inpatient, VisitKind::Chronic] {
        case.kind = Some(kind);
        let mut ratio = |proof| {
            case.proof = Some(proof);
            let rule = path.look_for(RuleName::CrossRegion, &case);
            rule.map_or_else(|why| why, |rule| Some(rule.says()))
        };
        let without = ratio(ProofMode::CommitmentNotSupplemented);
        if without != ratio(ProofMode::Material)
            && let Some(without) = without
        {
            costs.push(say_of("cost.ratio", &[kind.label(), without]));
        }
    }
    costs
}

/// The category in a sentence, and what the region calls it.
fn category(path: &Path<'_>) -> (Cited, Text) {
    let national = path.category().unwrap_or(FilingCategory::NotFiled).label();
    let rule = path.look(RuleName::Categories).unwrap_or(Err(None));
    match (content(&rule), rule) {
        (Some(CategoryName { name, who }), Ok(rule)) => {
            let text = say_of("why.category", &[name.clone(), who]);
            (Cited { text, date: None, law: Some(rule.law) }, name)
        }
        (_, rule) => {
            let why = unknown(rule.err().flatten());
            (said(Text::joined(&[national.clone(), why], "：", ": ")), national)
        }
    }
}

/// What filing after admission still brings, by the day of admission where there is one.
fn late(path: &Path<'_>) -> (Cited, Option<LateRoute>) {
    let Some(mut case) = path.case() else { return (said(unknown(None)), None) };
    if let Some(admitted) = path.day(Question::AdmittedOn) {
        (case.admitted, case.settled) = (admitted, path.day(Question::SettledOn).unwrap_or(path.today));
    }
    let rule = path.look_for(RuleName::LateFiling, &case);
    let discharged = path.is(Question::Care, "discharged") == Some(true);
    let route = content(&rule).map(
        |LateFiling { before_settlement, after_settlement }| {
            if discharged { after_settlement } else { before_settlement }
        },
    );
    (cited(rule), route)
}

/// What the answers come to.
pub(super) fn outcome(path: &Path<'_>, ending: Option<Ending>) -> FilingOutcome {
    let early = |kind, reason, next: &[&str]| FilingOutcome {
        kind,
        reasons: vec![reason],
        next: next.iter().map(|key| say(key)).collect(),
        plan: None,
    };
    match ending {
        Some(Ending::AtHome) => return early(OutcomeKind::NoFilingNeeded, said(say("status.local")), &[]),
        Some(Ending::Exempt) => {
            return early(OutcomeKind::NoFilingNeeded, cited(path.exemption().ok_or(None)), &["next.showCard"]);
        }
        Some(Ending::DeemedFiled) => {
            let mut reason = cited(path.deemed_filed().ok_or(None));
            reason.text = say("status.deemed");
            return early(OutcomeKind::TreatedAsFiled, reason, &["mend.flag", "next.showCard"]);
        }
        Some(Ending::NoLetter) => {
            let reason = cited(path.look(RuleName::Materials).unwrap_or(Err(None))).and(say("why.noLetter"));
            return early(OutcomeKind::NotPossible, reason, &["next.getLetter", "next.fileOther"]);
        }
        Some(Ending::OnePlaceOnly) => {
            let rule = path.look(RuleName::Places).unwrap_or(Err(None));
            return early(OutcomeKind::NotPossible, cited(rule), &["next.cancelOther"]);
        }
        None => {}
    }
    let (late, route) = late(path);
    let (reason, name) = category(path);
    let care = path.text(Question::Care);
    let (kind, key) = match care {
        Some("inHospital") => (OutcomeKind::FileBeforeDischarge, Some("next.beforeDischarge")),
        Some("discharged") => (OutcomeKind::TooLate, Some("next.tooLate")),
        _ => (OutcomeKind::FileAs, None),
    };
    let mut reasons = vec![reason];
    reasons.extend(path.look(RuleName::ReferralDoctor).filter(Sought::is_ok).map(cited));
    let mut next = Vec::new();
    if let Some(key) = key {
        reasons.push(late.clone());
        next.push(say_of(key, &[route.map_or_else(|| say("unknown.route"), LateRoute::label)]));
    }
    FilingOutcome { kind, reasons, next, plan: plan(path, name, late) }
}

fn plan(path: &Path<'_>, name: Text, late: Cited) -> Option<FilingPlan> {
    let category = path.category()?;
    let destination = path.region(Question::Destination)?.place_of_filing();
    let from = path.day(Question::StartDate).or_else(|| path.day(Question::AdmittedOn))?;
    let (validity, to) = validity(path, from);
    let (materials, materials_rule) = materials(path);
    let channels = content(&path.look(RuleName::Channels)?).unwrap_or_default();
    Some(FilingPlan {
        category,
        name,
        proof: path.proof(),
        place: destination,
        place_name: region_name(destination).unwrap_or_else(|| Text::plain(destination)),
        from,
        to,
        validity,
        change: change(path, from),
        approval: approval(path),
        coverage: cited(path.look(RuleName::Coverage)?),
        places: cited(path.look(RuleName::Places)?),
        late,
        outpatient: outpatient(path),
        materials,
        materials_rule,
        papers_by: path.day(Question::PapersBy),
        channels,
        claim: claim(path),
    })
}

fn outpatient(path: &Path<'_>) -> Option<Cited> {
    let chosen = path.shown_of(Question::Outpatient)?;
    Some(Cited { text: chosen, ..cited(path.look(RuleName::OutpatientChoice)?) })
}

fn claim(path: &Path<'_>) -> Option<Claim> {
    let mut case = path.case().filter(|_| path.is(Question::Care, "discharged") == Some(true))?;
    case.kind = Some(VisitKind::Inpatient);
    content(&path.look_for(RuleName::Claim, &case))
}

/// How long it holds, and its last day where that is fixed.
fn validity(path: &Path<'_>, from: Date) -> (Cited, Option<Date>) {
    let rule = path.look(RuleName::Validity).unwrap_or(Err(None));
    let term = content(&rule);
    let says = cited(rule);
    let months = |months: u16| from.plus_months(months.into()).ok();
    match term {
        Some(Validity::Months(count)) => {
            let last = months(count);
            (says.on(last), last)
        }
        Some(Validity::AtLeastMonths(count)) => (says.on(months(count)), None),
        Some(Validity::AsLongAsThePaper) => {
            let last = path.day(Question::PaperUntil);
            (says.on(last), last)
        }
        Some(Validity::UntilChanged) | None => (says, None),
    }
}

/// From when it can be changed or cancelled.
fn change(path: &Path<'_>, from: Date) -> Cited {
    let rule = path.look(RuleName::ChangeLock).unwrap_or(Err(None));
    let lock = content(&rule);
    let says = cited(rule);
    match lock {
        Some(ChangeLock::AfterMonths(months) | ChangeLock::AfterAtMostMonths(months)) => {
            says.on(from.plus_months(months.into()).ok()).and(say("note.lock"))
        }
        Some(ChangeLock::AnyTime) => says.on(Some(from)),
        None => says,
    }
}

/// By when it is decided on, if it is sent today: counted from the next day (民法典 Art. 201), since the texts do not say.
fn approval(path: &Path<'_>) -> Cited {
    let rule = path.look(RuleName::Approval).unwrap_or(Err(None));
    let term = content(&rule);
    let says = cited(rule);
    match term {
        Some(Approval::Instant) => says.on(Some(path.today)),
        Some(Approval::WorkingDays(days)) => match path.today.plus_working_days(days.into(), StartDay::NotCounted) {
            Ok(due) => says.on(Some(due)),
            Err(error) => match error.detail() {
                Some(why) => says.and(why.clone()),
                None => says,
            },
        },
        None => says,
    }
}

/// The papers, what a missing one costs, and the rule.
fn materials(path: &Path<'_>) -> (Vec<NeededPaper>, Cited) {
    let rule = path.look(RuleName::Materials).unwrap_or(Err(None));
    let by_commitment = path.proof() == Some(ProofMode::Commitment);
    let chosen = path.text(Question::Paper);
    let mut needed = Vec::new();
    for need in path.needs() {
        let paper = need.any_one_of.iter().find(|paper| need.or_commitment && Some(&*paper.name.zh) == chosen);
        let missing = if need.or_commitment {
            let mut costs = vec![say("missing.commitment")];
            costs.extend(commitment_costs(path));
            costs
        } else {
            vec![say("missing.blocks")]
        };
        needed.push(NeededPaper {
            proves: need.proves,
            chosen: paper.map(|paper| paper.name.clone()),
            any_one_of: need.any_one_of,
            by_commitment: by_commitment && need.or_commitment,
            missing,
        });
    }
    (needed, cited(rule))
}

/// Which kind of referral it is (interface 2501, `refl_type`).
pub(super) fn referral_type(place: Place) -> String {
    match place {
        Place::Local => "1",
        Place::WithinProvince => "2",
        Place::AcrossProvinces => "3",
    }
    .to_owned()
}
