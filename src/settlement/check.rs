//! Can this visit be settled directly, there and on that day?

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::{self, decodes},
    encode::encodes,
    error::{Error, ErrorCode},
    filing::{
        CoverageStatus, FilingQuestion, FilingStatus, PrintedPage, Rulebook, Sought, content, filing_status, injury_statement,
    },
    policy::{
        ChronicChoice, ChronicFacility, Coverage, Disease, LateRoute, LawRef, Library, OpenDiseases, PackRef, RuleName,
        SpecialDrugs, VisitKind,
    },
    region::Place,
    settlement::{
        directory::{Directory, FacilityQuery},
        facility::{DiseaseCode, Facility, FacilityCode, FacilityKind},
        wording::{say, say_of},
    },
    text::{Text, words},
};

/// A visit, the person who makes it, and where.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SettlementQuestion {
    /// The visit, and the filings the person has or had: as [`filing_status`](crate::filing_status) is asked.
    pub filing: FilingQuestion,
    /// The facility, one of those added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facility: Option<FacilityCode>,
    /// Whether the person has chosen that facility (选点).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<bool>,
    /// The chronic disease of a `chronic` visit: an id of the answer's `openDiseases`, or a national code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<String>,
    /// Whether the insured region has recognised that the person has that disease (待遇资格认定).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualified: Option<bool>,
    /// The drug of a `specialDrug` visit, by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drug: Option<String>,
    /// Whether benefits are suspended (停保、待遇暂停).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
    /// What the facility reports with the bill, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flags: Option<BillFlags>,
}
decodes! { struct SettlementQuestion { filing, facility, chosen, disease, qualified, drug, suspended, flags } }

/// What a facility reports with a bill from elsewhere (国家异地就医接口规范, interfaces 2401, 2203, 2206, 2207).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillFlags {
    /// 外伤 (`TRUM_FLAG` 1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub injury: Option<bool>,
    /// 涉及第三方 (`REL_TTP_FLAG`): required with an injury.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub third_party: Option<bool>,
    /// 住院类型 (`IPT_TYPE`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inpatient: Option<InpatientType>,
    /// 门诊急诊转诊标志 (`OTP_ER_REFL_FLAG`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outpatient: Option<OutpatientFlag>,
}
decodes! { struct BillFlags { injury, third_party, inpatient, outpatient } }

words! {
    /// The type of a stay (`IPT_TYPE`).
    InpatientType {
        /// 1 普通住院.
        Ordinary = "ordinary", "普通住院", "ordinary stay";
        /// 2 急诊或者抢救.
        Emergency = "emergency", "急诊或抢救", "emergency";
        /// 3 转院.
        Transfer = "transfer", "转院", "transferred";
    }
}

words! {
    /// What kind of outpatient visit it is (`OTP_ER_REFL_FLAG`).
    OutpatientFlag {
        /// 1 急诊.
        Emergency = "emergency", "急诊", "emergency";
        /// 2 转诊.
        Referral = "referral", "转诊", "referral";
        /// 3 转诊合并急诊.
        Both = "both", "转诊合并急诊", "referral and emergency";
    }
}

impl BillFlags {
    /// Whether the bill is marked as an emergency's: a bill of the national `med_type` 13 must have `IPT_TYPE` 2, or
    /// `OTP_ER_REFL_FLAG` 1 or 3. Nothing where neither flag is known.
    fn emergency(self) -> Option<bool> {
        if self.inpatient.is_none() && self.outpatient.is_none() {
            return None;
        }
        let outpatient = matches!(self.outpatient, Some(OutpatientFlag::Emergency | OutpatientFlag::Both));
        Some(self.inpatient == Some(InpatientType::Emergency) || outpatient)
    }
}

words! {
    /// What can stand in the way of direct settlement.
    SettlementReason {
        /// 未备案.
        NotFiled = "notFiled", "没有备案", "not filed";
        /// 备案已失效.
        FilingExpired = "filingExpired", "备案已失效", "the filing had run out";
        /// 备案地不匹配.
        WrongPlace = "wrongPlace", "备案地不匹配", "filed for another place";
        /// 出院自费结算后才备案.
        FiledLate = "filedLate", "出院自费结算后才备案", "filed only after paying in full";
        /// 补办后能否直接结算没有收录.
        LateFilingOpen = "lateFilingOpen", "入院后补办，能不能直接结算没有收录", "filed after admission, and what that brings is not known";
        /// 备案不含这类就医, as far as is known.
        KindNotCovered = "kindNotCovered", "备案是否包括这类就医没有收录", "whether the filing covers this kind of visit is not known";
        /// 没有选医院.
        NoFacility = "noFacility", "还没有选医院", "no facility chosen so far";
        /// 机构不在名录里.
        FacilityUnknown = "facilityUnknown", "名录里没有这家机构", "the facility is not in the list";
        /// 机构不在就医地.
        FacilityElsewhere = "facilityElsewhere", "机构不在就医地", "the facility is elsewhere";
        /// 机构未开通该类结算.
        FacilityNotOpened = "facilityNotOpened", "机构没有开通这类直接结算", "the facility has not opened this kind of settlement";
        /// 没有选点.
        FacilityNotChosen = "facilityNotChosen", "没有选这家机构作定点", "the facility is not the one chosen";
        /// 病种没有开通.
        DiseaseNotOpen = "diseaseNotOpen", "这个病种没有开通", "the disease is not open";
        /// 门慢特资格未认定.
        QualificationMissing = "qualificationMissing", "没有门诊慢特病资格", "not recognised for the chronic disease";
        /// 药品不在已知的目录里.
        DrugNotKnown = "drugNotKnown", "已知的特药目录里没有这种药", "the drug is not in the known part of the list";
        /// 参保状态.
        InsuranceSuspended = "insuranceSuspended", "医保待遇暂停", "benefits are suspended";
        /// 有第三方责任的外伤.
        ThirdParty = "thirdParty", "有第三方责任的外伤", "an injury for which a third party is liable";
        /// 外伤没有说明第三方责任.
        InjuryNotStated = "injuryNotStated", "外伤没有说明有无第三方责任", "an injury, and whether a third party is liable is not stated";
        /// 急诊标志没有上传.
        EmergencyNotReported = "emergencyNotReported", "急诊标志没有上传", "the emergency is not reported";
        /// 系统原因.
        SystemFailure = "systemFailure", "系统或凭证故障", "a fault of the system or the card";
    }
}

words! {
    /// What a condition means for direct settlement.
    ConditionState {
        /// It is not met.
        Fails = "fails", "不满足", "not met";
        /// Whether it is met is not known here.
        Unknown = "unknown", "没有收录", "not known here";
        /// It will be met if this is seen to.
        SeeTo = "seeTo", "要办的事", "to be seen to";
    }
}

words! {
    /// Whether a visit can be settled directly.
    DirectAnswer {
        /// It can.
        Yes = "yes", "可以直接结算", "it can be settled directly";
        /// It cannot, as things are.
        No = "no", "现在还不能直接结算", "it cannot be settled directly as things are";
        /// Nothing known stands against it, but something is not known.
        Unknown = "unknown", "不确定，要问清楚", "not certain; something has to be asked";
    }
}

/// Something that stands in the way, or has to be seen to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SettlementCondition {
    /// What it is.
    pub reason: SettlementReason,
    /// What it means.
    pub state: ConditionState,
    /// What it is, as a sentence.
    pub says: Text,
    /// What mends it.
    pub remedy: Text,
    /// The rule it rests on, where it rests on one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<LawRef>,
}

/// Whether a visit can be settled directly, and if not, every reason why with what mends it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DirectSettlement {
    /// The answer.
    pub answer: DirectAnswer,
    /// The answer as a sentence.
    pub says: Text,
    /// What stands in the way, is not known, or has to be seen to.
    pub conditions: Vec<SettlementCondition>,
    /// The facility, where it is in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility: Option<Facility>,
    /// Other facilities of the place that have opened what this visit needs; at most five.
    pub alternatives: Vec<Facility>,
    /// The other way to have it settled, where it cannot be settled directly and the rules say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<LateRoute>,
    /// The chronic diseases settled directly there on that day, of a `chronic` visit.
    pub open_diseases: Vec<Disease>,
    /// The statement that no third party is liable (外伤无第三方责任承诺书), of an injury for which none was said to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub injury_statement: Option<PrintedPage>,
    /// Which filing covers the visit.
    pub filing: FilingStatus,
    /// The packs that answered, the nearest first.
    pub packs: Vec<PackRef>,
}

encodes! {
    SettlementCondition { reason, state, says, remedy, law }
    DirectSettlement {
        answer, says, conditions, facility, alternatives, otherwise, open_diseases, injury_statement, filing, packs,
    }
}

impl SettlementQuestion {
    /// Reads a question from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }
}

/// Whether a visit can be settled directly at a facility: the person's benefit, the filing, what the facility has opened, and the day.
///
/// Every condition that is not met is named, with what mends it, and so is what is not known here; nothing is taken to be in order
/// because it was left out. A stay needs only the city filed for; outpatient care by disease needs a facility that has opened that
/// disease.
///
/// # Law
///
/// 经办规程 第十一条, 第十二条, 第十六条 and 第三十四条 (annex of 医保发〔2022〕22号); every condition cites its own.
///
/// # Errors
///
/// Those of [`filing_status`](crate::filing_status).
///
/// # Example
///
/// Filed for Shenzhen and recognised as having hypertension; the hospital has opened stays only:
///
/// ```
/// use yidi::{Directory, DirectAnswer, Library, SettlementQuestion, SettlementReason, check_direct_settlement};
///
/// let mut directory = Directory::default();
/// directory.add_text("code,name,region,opened\nH99990000001,示例医院,440300,inpatient\nH99990000002,示例二院,440300,M03900")?;
/// let question = SettlementQuestion::from_json(
///     r#"{"filing": {"insuredRegion": "411100",
///           "filings": [{"category": "longTermResident", "proof": "material", "places": ["440300"], "from": "2026-01-01", "filedOn": "2026-01-01"}],
///           "visit": {"treatmentRegion": "440300", "kind": "chronic", "admitted": "2026-11-22"}},
///         "facility": "H99990000001", "disease": "hypertension", "qualified": true}"#,
/// )?;
/// let answer = check_direct_settlement(&Library::shipped(), &directory, &question)?;
/// assert_eq!(answer.answer, DirectAnswer::No);
/// assert_eq!(answer.conditions[0].reason, SettlementReason::FacilityNotOpened);
/// assert_eq!(answer.alternatives[0].name, "示例二院");
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn check_direct_settlement(
    library: &Library,
    directory: &Directory,
    asked: &SettlementQuestion,
) -> Result<DirectSettlement, Error> {
    let filing = filing_status(library, &asked.filing).map_err(|error| error.at("filing"))?;
    let rules = Rulebook::of(library, asked.filing.insured_region)?;
    let place = rules.place(asked.filing.visit.treatment_region)?;
    let mut check = Check { rules, asked, place, filing, laws: Vec::new(), found: Vec::new() };
    if asked.suspended == Some(true) {
        check.note(SettlementReason::InsuranceSuspended, Fails);
    }
    check.filed();
    let open_diseases = check.disease()?;
    check.drug()?;
    let chronic = asked.filing.visit.kind == VisitKind::Chronic;
    let disease = asked.disease.as_deref().filter(|_| chronic).and_then(|named| national_code(named, &open_diseases));
    let place_of_care = check.facility(directory, disease);
    check.choice()?;
    check.flags();

    let conditions = check.conditions(&place_of_care);
    let any = |state| conditions.iter().any(|condition| condition.state == state);
    let answer = if any(Fails) {
        DirectAnswer::No
    } else if any(Unknown) {
        DirectAnswer::Unknown
    } else {
        DirectAnswer::Yes
    };
    let Check { filing, rules, .. } = check;
    // A facility without the network, a person without the benefit: the insured region decides (经办规程 Art. 14).
    let otherwise = (answer == DirectAnswer::No).then(|| filing.route.unwrap_or(LateRoute::InsuredRegionDecides));
    let CareAt { facility, alternatives, .. } = place_of_care;
    let (says, packs) = (answer.label(), rules.pack_refs());
    let flags = asked.flags.unwrap_or_default();
    let may_be_settled = flags.injury == Some(true) && flags.third_party != Some(true);
    let injury_statement = may_be_settled.then(|| {
        let FilingQuestion { insured_region, visit, .. } = &asked.filing;
        let name = facility.as_ref().map(|facility| Text::plain(facility.name.clone()));
        injury_statement(*insured_region, &[("facility", name), ("admitted", Some(Text::plain(visit.admitted)))])
    });
    Ok(DirectSettlement {
        answer,
        says,
        conditions,
        facility,
        alternatives,
        otherwise,
        open_diseases,
        injury_statement,
        filing,
        packs,
    })
}

/// Whether a disease is on a list.
enum Listed {
    Yes,
    /// One of its class is; lists differ in which code of a class they print.
    Kin,
    No,
}

impl Listed {
    fn of(named: &str, open: &[Disease]) -> Self {
        let mut listed = Self::No;
        for disease in open {
            if disease.id == named {
                return Self::Yes;
            }
            let codes = (disease.code.as_deref().and_then(read_code), read_code(named));
            let (Some(code), Some(named)) = codes else { continue };
            if code.covers(named) {
                return Self::Yes;
            }
            if code.is_kin_of(named) {
                listed = Self::Kin;
            }
        }
        listed
    }
}

fn read_code(text: &str) -> Option<DiseaseCode> {
    text.parse().ok()
}

/// The national code of a disease named by its id or by that code.
fn national_code(named: &str, open: &[Disease]) -> Option<DiseaseCode> {
    let code = open.iter().find(|disease| disease.id == named).map_or(Some(named), |disease| disease.code.as_deref());
    code.and_then(read_code)
}

struct Check<'a> {
    rules: Rulebook<'a>,
    asked: &'a SettlementQuestion,
    place: Place,
    filing: FilingStatus,
    /// The rules that were looked up.
    laws: Vec<LawRef>,
    found: Vec<(SettlementReason, ConditionState)>,
}

/// Where the visit is, as far as the directory knows.
struct CareAt {
    kind: FacilityKind,
    facility: Option<Facility>,
    /// Since when what is needed is open there, where that is later.
    since: Option<Date>,
    alternatives: Vec<Facility>,
}

use ConditionState::{Fails, SeeTo, Unknown};

impl SettlementReason {
    /// The kinds of rule that a condition can rest on.
    const fn rules(self, kind: VisitKind) -> &'static [RuleName] {
        match self {
            Self::NotFiled | Self::FilingExpired | Self::FiledLate | Self::LateFilingOpen => &[RuleName::LateFiling],
            // At home a filing does not count because of what it covers.
            Self::WrongPlace => &[RuleName::LateFiling, RuleName::Coverage],
            // That an emergency needs nothing filed is a rule on what is needed.
            Self::EmergencyNotReported => &[RuleName::Materials],
            Self::KindNotCovered => &[RuleName::Coverage],
            Self::DiseaseNotOpen | Self::QualificationMissing => &[RuleName::OpenDiseases],
            Self::DrugNotKnown => &[RuleName::SpecialDrugs],
            Self::FacilityNotChosen if matches!(kind, VisitKind::Chronic) => &[RuleName::ChronicFacility],
            Self::FacilityNotChosen => &[RuleName::Coverage],
            _ => &[],
        }
    }
}

impl Check<'_> {
    fn note(&mut self, reason: SettlementReason, state: ConditionState) {
        self.found.push((reason, state));
    }

    /// What was found, in words.
    fn conditions(&self, at: &CareAt) -> Vec<SettlementCondition> {
        let asked = self.asked;
        let visit = &asked.filing.visit;
        let facility = at.facility.as_ref();
        let region = facility.map(|facility| facility.region.pooling_area());
        let code = || asked.facility.map(|code| code.to_string()).unwrap_or_default();
        let words = [
            at.kind.label(),
            Text::plain(facility.map_or_else(code, |facility| facility.name.clone())),
            at.since.map_or(Text::new("", ""), |since| say_of("opened", &[Text::plain(since)])),
            region
                .and_then(|region| region.name())
                .unwrap_or_else(|| Text::plain(region.map_or(String::new(), |code| code.to_string()))),
            Text::plain(asked.disease.as_deref().or(asked.drug.as_deref()).unwrap_or_default()),
            self.filing.reason.clone(),
            visit.kind.label(),
            self.filing.mend.first().cloned().unwrap_or_else(|| say("ask")),
        ];
        let mut conditions = Vec::with_capacity(self.found.len());
        for (reason, state) in &self.found {
            let key = [reason.as_str(), ".", state.as_str()].concat();
            let rests_on = reason.rules(visit.kind);
            let mut laws = self.filing.laws.iter().chain(&self.laws);
            conditions.push(SettlementCondition {
                reason: *reason,
                state: *state,
                says: say_of(&key, &words),
                remedy: say_of(&[&key, ".mend"].concat(), &words),
                law: laws.find(|law| rests_on.contains(&law.rule)).cloned(),
            });
        }
        conditions
    }

    /// The rule of a kind for the visit and the filing that covers it; one that turns on a fact not known does not answer.
    fn look(&mut self, name: RuleName) -> Result<Sought, Error> {
        let visit = &self.asked.filing.visit;
        let mut case = Rulebook::case(visit.admitted, self.place);
        case.insurance = self.asked.filing.insurance;
        case.kind = Some(visit.kind);
        case.category = self.filing.category;
        case.proof = self.filing.proof;
        let found = match self.rules.look(name, &case) {
            Err(error) if error.code() == ErrorCode::InputNeeded => Err(None),
            found => found?,
        };
        self.laws.extend(found.as_ref().ok().map(|rule| (*rule.law).clone()));
        Ok(found)
    }

    fn filed(&mut self) {
        let reason = match self.filing.status {
            CoverageStatus::NotFiled => SettlementReason::NotFiled,
            CoverageStatus::Expired => SettlementReason::FilingExpired,
            CoverageStatus::WrongPlace => SettlementReason::WrongPlace,
            CoverageStatus::FiledAfterDischarge => SettlementReason::FiledLate,
            CoverageStatus::Exempt | CoverageStatus::DeemedFiled => return,
            CoverageStatus::Filed | CoverageStatus::FiledDuringStay => {
                let during = self.filing.status == CoverageStatus::FiledDuringStay;
                if during && self.filing.route != Some(LateRoute::DirectSettlement) {
                    self.note(SettlementReason::LateFilingOpen, Unknown);
                }
                // Which special drugs are settled is a rule of its own.
                if self.filing.covers_kind != Some(true) && self.asked.filing.visit.kind != VisitKind::SpecialDrug {
                    self.note(SettlementReason::KindNotCovered, Unknown);
                }
                return;
            }
        };
        self.note(reason, Fails);
    }

    /// Whether the disease is one of those settled directly there, and the person recognised as having it.
    fn disease(&mut self) -> Result<Vec<Disease>, Error> {
        if self.asked.filing.visit.kind != VisitKind::Chronic {
            return Ok(Vec::new());
        }
        let rule = self.look(RuleName::OpenDiseases)?;
        let known = rule.is_ok();
        let open = content(&rule).map_or(Vec::new(), |rule: OpenDiseases| rule.diseases);
        let state = match self.asked.disease.as_deref() {
            None => Some(SeeTo),
            // At home every disease that is recognised is settled.
            Some(_) if self.place == Place::Local => None,
            Some(named) => match Listed::of(named, &open) {
                Listed::Yes => None,
                Listed::No if known => Some(Fails),
                Listed::No | Listed::Kin => Some(Unknown),
            },
        };
        self.found.extend(state.map(|state| (SettlementReason::DiseaseNotOpen, state)));
        match self.asked.qualified {
            Some(true) => {}
            Some(false) => self.note(SettlementReason::QualificationMissing, Fails),
            None => self.note(SettlementReason::QualificationMissing, Unknown),
        }
        Ok(open)
    }

    fn drug(&mut self) -> Result<(), Error> {
        if self.asked.filing.visit.kind != VisitKind::SpecialDrug {
            return Ok(());
        }
        let rule = self.look(RuleName::SpecialDrugs)?;
        let listed = |named: &str| {
            content(&rule).is_some_and(|drugs: SpecialDrugs| {
                drugs.known.iter().any(|drug| drug.zh == named || drug.en.eq_ignore_ascii_case(named))
            })
        };
        match self.asked.drug.as_deref().map(str::trim) {
            None => self.note(SettlementReason::DrugNotKnown, SeeTo),
            Some(named) if listed(named) => {}
            Some(_) => self.note(SettlementReason::DrugNotKnown, Unknown),
        }
        Ok(())
    }

    /// Whether the facility has opened what the visit needs; and where else that is open.
    fn facility(&mut self, directory: &Directory, disease: Option<DiseaseCode>) -> CareAt {
        let visit = &self.asked.filing.visit;
        let (day, treatment, code) = (visit.admitted, visit.treatment_region.place_of_filing(), self.asked.facility);
        let kind = match visit.kind {
            VisitKind::Inpatient => FacilityKind::Inpatient,
            VisitKind::Outpatient if code.is_some_and(FacilityCode::is_pharmacy) => FacilityKind::Pharmacy,
            VisitKind::Outpatient | VisitKind::Emergency => FacilityKind::Outpatient,
            VisitKind::Chronic => FacilityKind::Chronic,
            VisitKind::SpecialDrug => FacilityKind::SpecialDrug,
        };
        let facility = code.and_then(|code| directory.facility(code));
        let mut since = None;
        match &facility {
            None if code.is_none() => self.note(SettlementReason::NoFacility, SeeTo),
            None => self.note(SettlementReason::FacilityUnknown, Unknown),
            Some(facility) => {
                if !treatment.is_good_for(facility.region) {
                    self.note(SettlementReason::FacilityElsewhere, Fails);
                }
                match facility.has_opened(kind, disease, day) {
                    Openness::Open => self.reconsider_disease(),
                    Openness::Kin => self.note(SettlementReason::FacilityNotOpened, Unknown),
                    Openness::Closed(later) => {
                        since = later;
                        self.note(SettlementReason::FacilityNotOpened, Fails);
                    }
                }
            }
        }
        let query = FacilityQuery {
            region: Some(treatment),
            kind: Some(kind),
            disease,
            on: Some(day),
            limit: Some(6),
            ..Default::default()
        };
        let mut alternatives = directory.search(&query).map(|found| found.facilities).unwrap_or_default();
        alternatives.retain(|other| Some(other.code) != code);
        alternatives.truncate(5);
        CareAt { kind, facility, since, alternatives }
    }

    /// A facility that has opened a disease which the known rules do not name speaks against their being complete: some places were
    /// ahead of the national date.
    fn reconsider_disease(&mut self) {
        for (reason, state) in &mut self.found {
            if *reason == SettlementReason::DiseaseNotOpen && *state == Fails {
                *state = Unknown;
            }
        }
    }

    /// Whether outpatient care needs a facility chosen beforehand. A stay needs only the city.
    fn choice(&mut self) -> Result<(), Error> {
        let outpatient = matches!(self.asked.filing.visit.kind, VisitKind::Outpatient | VisitKind::Chronic);
        let covered = matches!(self.filing.status, CoverageStatus::Filed | CoverageStatus::FiledDuringStay);
        if !outpatient || !covered || self.asked.chosen == Some(true) {
            return Ok(());
        }
        let chronic = self.asked.filing.visit.kind == VisitKind::Chronic;
        let rule = self.look(if chronic { RuleName::ChronicFacility } else { RuleName::Coverage })?;
        let needed = if chronic {
            content(&rule).map(|rule: ChronicFacility| rule.choice == ChronicChoice::Chosen)
        } else {
            content(&rule).and_then(|rule: Coverage| rule.choose_facility)
        };
        let state = match (needed, self.asked.chosen) {
            (Some(false), _) => return Ok(()),
            (Some(true), Some(false)) => Fails,
            (Some(true), _) => SeeTo,
            (None, _) => Unknown,
        };
        self.note(SettlementReason::FacilityNotChosen, state);
        Ok(())
    }

    fn flags(&mut self) {
        let flags = self.asked.flags.unwrap_or_default();
        match (flags.injury, flags.third_party) {
            (Some(true), None) => self.note(SettlementReason::InjuryNotStated, Fails),
            (Some(true), Some(false)) => self.note(SettlementReason::ThirdParty, SeeTo),
            (_, Some(true)) => self.note(SettlementReason::ThirdParty, Fails),
            _ => {}
        }
        if self.filing.status == CoverageStatus::DeemedFiled || self.asked.filing.visit.kind == VisitKind::Emergency {
            match flags.emergency() {
                Some(true) => {}
                Some(false) => self.note(SettlementReason::EmergencyNotReported, Fails),
                None => self.note(SettlementReason::EmergencyNotReported, SeeTo),
            }
        }
    }
}

/// Whether a facility has something open.
enum Openness {
    Open,
    /// Something of the same class of diseases, which may or may not be the one asked about.
    Kin,
    /// Not on that day; and since when it is, where that is later.
    Closed(Option<Date>),
}

impl Facility {
    fn has_opened(&self, kind: FacilityKind, disease: Option<DiseaseCode>, day: Date) -> Openness {
        let (mut since, mut kin_is_open) = (None, false);
        for opening in self.opened.iter().filter(|opening| opening.kind == kind) {
            let exact = match (opening.disease, disease) {
                (Some(opened), Some(asked)) if opened.covers(asked) => true,
                (Some(opened), Some(asked)) if opened.is_kin_of(asked) => false,
                (Some(_), Some(_)) => continue,
                // Which disease is meant is not known by its code: whether this is the one is not, either.
                (Some(_), None) => false,
                (None, _) => true,
            };
            match (exact, opening.is_open(Some(day))) {
                (true, true) => return Openness::Open,
                (true, false) => since = since.into_iter().chain(opening.since).min(),
                (false, open) => kin_is_open |= open,
            }
        }
        // Where the very disease is listed for later, another of its class says nothing about it.
        if since.is_none() && kin_is_open { Openness::Kin } else { Openness::Closed(since) }
    }
}
