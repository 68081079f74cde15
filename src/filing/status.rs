//! Which filing covers a visit.

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::{self, decodes},
    encode::encodes,
    error::{Error, ErrorCode},
    filing::{
        path::region_name,
        rulebook::{Rulebook, Sought, content},
        wording::{say, say_of},
    },
    policy::{
        Coverage, Exemption, FilingCategory, Insurance, LateFiling, LateRoute, LawRef, Library, Materials, PackRef, Places,
        ProofMode, RuleName, VisitKind,
    },
    region::{Admdvs, Place},
    text::{Text, words},
};

/// A filing, as the authority has it on record (the national platform's `out_appy_d`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilingRecord {
    /// The category (`rloc_rea`).
    pub category: FilingCategory,
    /// What a long-term filing rests on; asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<ProofMode>,
    /// What it is for (`rloc_admdvs`): cities and municipalities, or a province where the rules have that filed for as a whole.
    pub places: Vec<Admdvs>,
    /// Its first day (`begndate`).
    pub from: Date,
    /// Its last day (`enddate`); absent where it holds until changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The day it was made.
    pub filed_on: Date,
    /// The day it was cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancelled_on: Option<Date>,
}
decodes! { struct FilingRecord { category, proof, places, from, to, filed_on, cancelled_on } }

/// A visit, and all filings the person has or had.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilingQuestion {
    /// The insured region (参保地).
    pub insured_region: Admdvs,
    /// The insurance (险种); asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance: Option<Insurance>,
    /// The filings, in any order.
    pub filings: Vec<FilingRecord>,
    /// The visit.
    pub visit: FilingVisit,
    /// The day it is; with it, a filing made later than that is refused as a slip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Date>,
}
decodes! { struct FilingQuestion { insured_region, insurance, filings, visit, today } }

/// The visit that a filing should cover.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilingVisit {
    /// The treatment region (就医地): a city, or a province where that decides.
    pub treatment_region: Admdvs,
    /// The kind of visit.
    pub kind: VisitKind,
    /// The day of admission; of an outpatient visit, its day.
    pub admitted: Date,
    /// The day of discharge settlement; absent while the bill is not settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Date>,
    /// Whether it is emergency care (急诊抢救); without it, a visit of the kind `emergency` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emergency: Option<bool>,
}
decodes! { struct FilingVisit { treatment_region, kind, admitted, settled, emergency } }

words! {
    /// Whether a visit is covered by a filing.
    CoverageStatus {
        /// 免备案: no filing is needed.
        Exempt = "exempt", "不用备案", "no filing needed";
        /// 已备案: a filing held at admission.
        Filed = "filed", "已备案", "filed";
        /// 视同已备案: emergency care.
        DeemedFiled = "deemedFiled", "视同已备案", "treated as filed";
        /// 出院结算前补办.
        FiledDuringStay = "filedDuringStay", "出院结算前已补办", "filed before discharge settlement";
        /// 出院结算后补办.
        FiledAfterDischarge = "filedAfterDischarge", "出院结算后补办", "filed after discharge settlement";
        /// 已过期 or cancelled before admission.
        Expired = "expired", "备案已失效", "the filing had run out";
        /// 备案地不符.
        WrongPlace = "wrongPlace", "备案地不符", "filed for another place";
        /// 未备案.
        NotFiled = "notFiled", "未备案", "not filed";
    }
}

/// Whether a visit is covered by a filing, why, and what would mend it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FilingStatus {
    /// The answer.
    pub status: CoverageStatus,
    /// The filing it rests on, by its place in the list from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filing: Option<u32>,
    /// The category that an estimate takes for this visit. Absent where no filing is needed elsewhere and the rules do not say as which
    /// category the visit is then paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<FilingCategory>,
    /// What the filing rests on, where it is long-term and known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proof: Option<ProofMode>,
    /// Whether the filing covers visits of this kind, where the rules say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers_kind: Option<bool>,
    /// Why, as a sentence.
    pub reason: Text,
    /// What would mend it, or what to see to; empty where nothing is left to do.
    pub mend: Vec<Text>,
    /// How the bill can still be settled, where the visit was not filed in time and the rules say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub route: Option<LateRoute>,
    /// The rules it rests on.
    pub laws: Vec<LawRef>,
    /// The packs that answered, the nearest first.
    pub packs: Vec<PackRef>,
}

encodes! { FilingStatus { status, filing, category, proof, covers_kind, reason, mend, route, laws, packs } }

impl FilingQuestion {
    /// Reads a question from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }
}

/// Whether a visit is covered by one of the person's filings.
///
/// The day of admission decides: who is admitted while a filing holds is settled by it even if it has run out by discharge
/// (医保发〔2022〕22号 经办规程 Art. 12). Filed before discharge settlement, the hospital should still settle directly (Art. 16);
/// emergency care counts as filed (Art. 8 and 34). At home no filing is needed, and a long-term filing says how care there is paid.
///
/// # Law
///
/// A filing holds on the day of admission, 经办规程 第十二条 (annex of 医保发〔2022〕22号); an emergency counts as filed, 第三十四条; filed before
/// discharge, 医保发〔2022〕22号 二（四）.
///
/// # Errors
///
/// The code and path of the field at fault; `inputNeeded` where a rule turns on a fact that was left out, `rulesConflict` where a
/// pack contradicts itself. A rule that is not known is no error: the answer says so.
///
/// # Example
///
/// Filed for Shenzhen, taken ill in Beijing:
///
/// ```
/// use yidi::{CoverageStatus, FilingQuestion, Library, filing_status};
///
/// let question = FilingQuestion::from_json(
///     r#"{"insuredRegion": "411100",
///         "filings": [{"category": "longTermResident", "proof": "material", "places": ["440300"], "from": "2026-01-01", "filedOn": "2026-01-01"}],
///         "visit": {"treatmentRegion": "110000", "kind": "inpatient", "admitted": "2026-11-22"}}"#,
/// )?;
/// let answer = filing_status(&Library::shipped(), &question)?;
/// assert_eq!(answer.status, CoverageStatus::WrongPlace);
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn filing_status(library: &Library, asked: &FilingQuestion) -> Result<FilingStatus, Error> {
    let rules = Rulebook::of(library, asked.insured_region).map_err(|error| error.at("insuredRegion"))?;
    let place = rules.place(asked.visit.treatment_region).map_err(|error| error.at("treatmentRegion").at("visit"))?;
    let matter = Matter { rules, asked, place };
    matter.check()?;
    let mut answer = FilingStatus {
        status: CoverageStatus::Exempt,
        filing: None,
        category: Some(FilingCategory::NotFiled),
        proof: None,
        covers_kind: None,
        reason: Text::plain(""),
        mend: Vec::new(),
        route: None,
        laws: Vec::new(),
        packs: matter.rules.pack_refs(),
    };
    matter.answer(&mut answer)?;
    Ok(answer)
}

/// A question, and where its visit lies.
struct Matter<'a> {
    rules: Rulebook<'a>,
    asked: &'a FilingQuestion,
    place: Place,
}

/// What a filing is to the visit, the best last.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Fit {
    Elsewhere,
    Over,
    AfterDischarge,
    DuringStay,
    AtAdmission,
}

impl FilingRecord {
    /// A filing cancelled on a day no longer holds on that day.
    fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to) && self.cancelled_on.is_none_or(|cancelled| day < cancelled)
    }

    /// The day with which it ends, where there is one.
    fn end(&self) -> Option<Date> {
        self.to.into_iter().chain(self.cancelled_on).min()
    }

    /// Whether a filing made or beginning after admission is for a time that reaches into the stay. That it has run out by the time it
    /// is made does not matter: admission decides (Art. 12).
    fn reaches(&self, visit: &FilingVisit, begins: Date) -> bool {
        self.to.is_none_or(|to| visit.admitted <= to) && self.cancelled_on.is_none_or(|cancelled| begins < cancelled)
    }

    fn is_for(&self, treatment: Admdvs) -> bool {
        self.places.iter().any(|place| place.is_good_for(treatment))
    }

    /// What it is to a visit; nothing where it has no bearing on it.
    fn fit(&self, visit: &FilingVisit) -> Option<Fit> {
        let begins = self.from.max(self.filed_on);
        let settled_before = |day| visit.settled.is_some_and(|settled| settled < day);
        let timely = if begins <= visit.admitted {
            if self.holds_on(visit.admitted) { Fit::AtAdmission } else { Fit::Over }
        } else if !self.reaches(visit, begins) || settled_before(self.from) {
            return None;
        } else if settled_before(self.filed_on) {
            Fit::AfterDischarge
        } else {
            Fit::DuringStay
        };
        match timely {
            fit if self.is_for(visit.treatment_region) => Some(fit),
            Fit::AtAdmission => Some(Fit::Elsewhere),
            _ => None,
        }
    }
}

impl Matter<'_> {
    /// Whether the dates and places of the question can be.
    fn check(&self) -> Result<(), Error> {
        let FilingQuestion { visit, filings, today, .. } = self.asked;
        if let Some(settled) = visit.settled.filter(|settled| *settled < visit.admitted) {
            return Err(order(settled, '≥', visit.admitted).at("settled").at("visit"));
        }
        for (at, filing) in filings.iter().enumerate() {
            let checked = self.check_record(filing, *today);
            checked.map_err(|error| error.at(at.to_string()).at("filings"))?;
        }
        Ok(())
    }

    fn check_record(&self, filing: &FilingRecord, today: Option<Date>) -> Result<(), Error> {
        if filing.category == FilingCategory::NotFiled {
            return Err(Error::new(ErrorCode::UnknownValue).giving(filing.category.as_str()).at("category"));
        }
        if let Some(to) = filing.to.filter(|to| *to < filing.from) {
            return Err(order(to, '≥', filing.from).at("to"));
        }
        if let Some(cancelled) = filing.cancelled_on.filter(|cancelled| *cancelled < filing.filed_on) {
            return Err(order(cancelled, '≥', filing.filed_on).at("cancelledOn"));
        }
        if let Some(today) = today.filter(|today| *today < filing.filed_on) {
            return Err(order(filing.filed_on, '≤', today).at("filedOn"));
        }
        if filing.places.is_empty() {
            return Err(Error::new(ErrorCode::MissingField).at("0").at("places"));
        }
        for (at, filed_for) in filing.places.iter().enumerate() {
            self.check_place(*filed_for, filing).map_err(|error| error.at(at.to_string()).at("places"))?;
        }
        Ok(())
    }

    /// A whole province can be filed for only where the rules say so, and only then is a visit somewhere in it precise enough. What has
    /// no bearing on the visit may be as coarse as it is.
    fn check_place(&self, filed_for: Admdvs, filing: &FilingRecord) -> Result<(), Error> {
        if filed_for != Admdvs::COUNTRY && !filed_for.is_good_for(self.asked.visit.treatment_region) {
            return Ok(());
        }
        let place = self.rules.place(filed_for)?;
        let whole = || -> Result<bool, Error> {
            let mut case = Rulebook::case(filing.filed_on, place);
            case.insurance = self.asked.insurance;
            case.category = Some(filing.category);
            let places = self.rules.look(RuleName::Places, &case).or_else(unless_a_fact_is_missing)?;
            Ok(content(&places).is_some_and(|places: Places| places.whole_provinces.contains(&filed_for)))
        };
        if filed_for.is_frame() && !whole()? {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(filed_for));
        }
        Ok(())
    }

    fn answer(&self, answer: &mut FilingStatus) -> Result<(), Error> {
        let FilingQuestion { filings, visit, .. } = self.asked;
        if self.place == Place::Local {
            return self.at_home(answer);
        }
        let best = self.best(filings.iter().map(|filing| filing.fit(visit)).collect());
        if let Some((at, Fit::AtAdmission, filing)) = best {
            return self.filed(answer, at, filing);
        }
        let exemption = self.look(RuleName::Exemption, visit.admitted, None, "")?;
        if let (Ok(rule), Some(Exemption { regions })) = (&exemption, content(&exemption))
            && regions.iter().any(|region| region.is_good_for(visit.treatment_region))
        {
            answer.category = None;
            answer.reason = say_of("status.exempt", &[rule.says()]);
            answer.cite(&exemption);
            return Ok(());
        }
        if visit.emergency.unwrap_or(visit.kind == VisitKind::Emergency) && self.emergency(answer)? {
            return Ok(());
        }
        let late = self.look(RuleName::LateFiling, visit.admitted, None, "")?;
        answer.status = match best {
            Some((_, Fit::DuringStay, _)) => CoverageStatus::FiledDuringStay,
            Some((_, Fit::AfterDischarge, _)) => CoverageStatus::FiledAfterDischarge,
            Some((_, Fit::Over, _)) => CoverageStatus::Expired,
            Some(_) => CoverageStatus::WrongPlace,
            None => CoverageStatus::NotFiled,
        };
        let in_time = answer.status == CoverageStatus::FiledDuringStay;
        let settled = visit.settled.is_some() && !in_time;
        answer.reason = reason(answer.status, best.map(|(_, _, filing)| filing));
        answer.cite(&late);
        answer.filing = best.map(|(at, ..)| at);
        let late: Option<LateFiling> = content(&late);
        answer.route = late.map(|late| if settled { late.after_settlement } else { late.before_settlement });
        if let Some((at, Fit::DuringStay | Fit::AfterDischarge, filing)) = best {
            self.under(answer, at, filing)?;
        }
        let is_said = answer.route.is_some_and(|route| route != LateRoute::InsuredRegionDecides);
        if !in_time {
            let next = match (answer.status, settled) {
                (CoverageStatus::FiledAfterDischarge, _) => "mend.claim",
                (_, true) => "mend.fileLate",
                (_, false) => "mend.fileNow",
            };
            let route = answer.route.map_or_else(|| say("unknown.route"), LateRoute::label);
            answer.mend.push(say_of(next, &[route]));
        } else if !is_said {
            answer.mend.push(say("unknown.route"));
        }
        Ok(())
    }

    /// Of the filings the one that fits best: a long-term one before others that fit alike, then the one made last.
    fn best(&self, fits: Vec<Option<Fit>>) -> Option<(u32, Fit, &FilingRecord)> {
        let mut best: Option<(u32, Fit, &FilingRecord)> = None;
        for ((at, filing), fit) in (0..).zip(&self.asked.filings).zip(fits) {
            let Some(fit) = fit else { continue };
            let rank = |fit, filing: &FilingRecord| (fit, filing.category.is_long_term(), filing.filed_on);
            if best.is_none_or(|(_, other_fit, other)| rank(fit, filing) > rank(other_fit, other)) {
                best = Some((at, fit, filing));
            }
        }
        best
    }

    /// A rule for the visit, or for a filing of it. `filing` is the path of that filing.
    fn look(&self, name: RuleName, on: Date, filing: Option<(&FilingRecord, Place)>, path: &str) -> Result<Sought, Error> {
        let mut case = Rulebook::case(on, filing.map_or(self.place, |(_, place)| place));
        case.insurance = self.asked.insurance;
        case.kind = Some(self.asked.visit.kind);
        if let Some((filing, _)) = filing {
            case.category = Some(filing.category);
            case.proof = filing.proof;
        }
        let found = self.rules.look(name, &case);
        found.map_err(|error| insurance_is_ours(error).moved("filing.proof", &[path, ".proof"].concat()))
    }

    /// At home: nothing to file, but a long-term filing says how care there is paid (双向享受).
    fn at_home(&self, answer: &mut FilingStatus) -> Result<(), Error> {
        let visit = &self.asked.visit;
        answer.reason = say("status.local");
        let holds = |filing: &FilingRecord| {
            filing.category.is_long_term() && filing.filed_on <= visit.admitted && filing.holds_on(visit.admitted)
        };
        let held = self.asked.filings.iter().map(|filing| holds(filing).then_some(Fit::AtAdmission)).collect();
        let Some((at, _, filing)) = self.best(held) else { return Ok(()) };
        let path = ["filings.", &at.to_string()].concat();
        let filed_for = filing.places.first().map_or(Ok(self.place), |place| self.rules.place(*place));
        let filed_for = filed_for.map_err(|error| error.at("places.0").at(&*path))?;
        let coverage = self.look(RuleName::Coverage, visit.admitted, Some((filing, filed_for)), &path)?;
        let name = [filing.category.label()];
        match content(&coverage).and_then(|coverage: Coverage| coverage.at_home) {
            Some(true) => answer.reason = say_of("status.home", &name),
            Some(false) => {
                answer.status = CoverageStatus::WrongPlace;
                answer.reason = say_of("status.awayOnly", &name);
                answer.mend.push(say("mend.papers"));
            }
            None => answer.mend.push(say_of("unknown.home", &name)),
        }
        answer.rests_on(at, filing);
        answer.cite(&coverage);
        Ok(())
    }

    /// Covered since admission.
    fn filed(&self, answer: &mut FilingStatus, at: u32, filing: &FilingRecord) -> Result<(), Error> {
        let end = filing.end().filter(|end| self.asked.visit.settled.or(self.asked.today).is_some_and(|day| day > *end));
        let name = filing.category.label();
        answer.status = CoverageStatus::Filed;
        answer.reason = match end {
            Some(end) => say_of("status.filedThroughout", &[name, Text::plain(end)]),
            None => say_of("status.filed", &[name]),
        };
        self.under(answer, at, filing)
    }

    /// What a filing says of the visit.
    fn under(&self, answer: &mut FilingStatus, at: u32, filing: &FilingRecord) -> Result<(), Error> {
        let FilingVisit { admitted, kind, .. } = self.asked.visit;
        answer.rests_on(at, filing);
        for name in [RuleName::Validity, RuleName::Coverage] {
            let rule = self.look(name, admitted, Some((filing, self.place)), "").or_else(unless_a_fact_is_missing)?;
            answer.cite(&rule);
            if name == RuleName::Coverage {
                answer.covers_kind = content(&rule).map(|coverage: Coverage| coverage.kinds.contains(&kind));
            }
        }
        if answer.covers_kind == Some(false) {
            answer.mend.push(say_of("unknown.kind", &[kind.label()]));
        }
        Ok(())
    }

    /// Emergency care counts as filed where a rule says so for this place; national law does for other provinces.
    fn emergency(&self, answer: &mut FilingStatus) -> Result<bool, Error> {
        let mut case = Rulebook::case(self.asked.visit.admitted, self.place);
        case.insurance = self.asked.insurance;
        case.category = Some(FilingCategory::Emergency);
        let rule = self.rules.look(RuleName::Materials, &case).map_err(insurance_is_ours)?;
        let deemed = content(&rule).is_some_and(|materials: Materials| materials.needs.is_empty());
        if deemed {
            answer.status = CoverageStatus::DeemedFiled;
            answer.category = case.category;
            answer.reason = say("status.deemed");
            answer.mend.push(say("mend.flag"));
            answer.cite(&rule);
        }
        Ok(deemed)
    }
}

fn reason(status: CoverageStatus, filing: Option<&FilingRecord>) -> Text {
    let Some(filing) = filing else { return say("status.notFiled") };
    let place = filing.places.first().and_then(|place| region_name(*place)).unwrap_or_else(|| Text::plain(""));
    let end = filing.end().unwrap_or(filing.from);
    say_of(
        &["status.", status.as_str()].concat(),
        &[filing.category.label(), place, Text::plain(filing.filed_on), Text::plain(end)],
    )
}

impl FilingStatus {
    fn cite(&mut self, rule: &Sought) {
        if let Ok(rule) = rule {
            self.laws.push((*rule.law).clone());
        }
    }

    fn rests_on(&mut self, at: u32, filing: &FilingRecord) {
        self.filing = Some(at);
        self.category = Some(filing.category);
        self.proof = filing.proof;
    }
}

fn insurance_is_ours(error: Error) -> Error {
    error.moved("person.insurance", "insurance")
}

/// A rule that turns on a fact not known decides nothing here.
fn unless_a_fact_is_missing(error: Error) -> Result<Sought, Error> {
    if error.code() == ErrorCode::InputNeeded { Ok(Err(None)) } else { Err(error) }
}

fn order(given: Date, sign: char, other: Date) -> Error {
    Error::new(ErrorCode::DateOrder).giving(given).allowing(format!("{sign} {other}"))
}
