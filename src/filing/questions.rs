//! The questions, in their order: when each is asked, and what may be answered. Their wording stands in `wording.txt`.

use crate::{
    calendar::Date,
    filing::{
        path::Path,
        rulebook::content,
        wording::{say, say_more},
    },
    policy::{
        Coverage, Insurance, OpenDiseases, OutpatientChoice, Places, ReferralDoctor, RuleName, SeveralPlaces, SpecialDrugs,
        Validity, VisitKind,
    },
    region::Place,
    text::{Text, words},
};

words! {
    /// A question of the filing wizard.
    Question {
        /// Where one is insured.
        InsuredRegion = "insuredRegion", "参保地", "insured region";
        /// The insurance.
        Insurance = "insurance", "险种", "insurance";
        /// Where one goes for care.
        Destination = "destination", "就医地", "treatment region";
        /// Whether it is emergency care.
        Emergency = "emergency", "急诊抢救", "emergency care";
        /// How far the stay has come.
        Care = "care", "住院情况", "the stay";
        /// The day of admission.
        AdmittedOn = "admittedOn", "入院日期", "day of admission";
        /// The day of discharge settlement.
        SettledOn = "settledOn", "结算日期", "day of settlement";
        /// Why there.
        Reason = "reason", "去那里的原因", "why there";
        /// Whether the household registration was moved there.
        HukouMoved = "hukouMoved", "户口迁移", "household registration";
        /// Whether an employer has or sends one there.
        Employer = "employer", "工作单位", "employer";
        /// Whether one stays half a year or more.
        HalfYear = "halfYear", "居住时间", "length of stay";
        /// Whether there is a referral letter.
        Letter = "letter", "转诊证明", "referral letter";
        /// The rank of the doctor who wrote it.
        Doctor = "doctor", "转诊医生的职称", "referring doctor's rank";
        /// Whether a filing for another place is to stay.
        OtherPlace = "otherPlace", "多地备案", "several places";
        /// Papers or a commitment.
        Proof = "proof", "材料或承诺", "papers or commitment";
        /// Which paper.
        Paper = "paper", "证明材料", "the paper";
        /// How long that paper is good for.
        PaperUntil = "paperUntil", "材料有效期", "the paper's last day";
        /// By when the papers follow.
        PapersBy = "papersBy", "补材料的日期", "papers to follow";
        /// The first day.
        StartDate = "startDate", "开始日期", "first day";
        /// How outpatient care is to be paid.
        Outpatient = "outpatient", "普通门诊待遇", "outpatient benefit";
        /// Who files.
        Filer = "filer", "谁来办", "who files";
        /// What the agent is to the person.
        Relation = "relation", "代办人关系", "agent's relation";
        /// Whether a chronic disease is recognised.
        Chronic = "chronic", "门诊慢特病资格", "chronic-disease qualification";
        /// Which ones.
        Diseases = "diseases", "门诊慢特病病种", "chronic diseases";
        /// Which special drug.
        Drug = "drug", "特殊药品", "special drug";
    }
}

/// A row of the table.
pub(super) struct Row {
    pub(super) id: Question,
    /// Whether it is asked; nothing while that hangs on a question to come.
    pub(super) asked: fn(&Path<'_>) -> Option<bool>,
    pub(super) takes: Takes,
    /// At most one question of the same number is asked on any path; 0 for the others.
    pub(super) either: u8,
}

/// What may be answered.
pub(super) enum Takes {
    /// A region's code.
    Region,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One of what the region's rules offer.
    Offered(fn(&Path<'_>) -> Vec<Offer>),
    /// Some of what the region's rules offer.
    Several(fn(&Path<'_>) -> Vec<Offer>),
    /// A day between two, or the word where there is one.
    Day(fn(&Path<'_>) -> [Option<Date>; 2], Option<&'static str>),
}

/// What a region's rules offer for an answer.
pub(super) struct Offer {
    pub(super) value: String,
    pub(super) label: Text,
    pub(super) help: Option<Text>,
}

const YES_NO: Takes = Takes::OneOf(&["yes", "no"]);
const ANOTHER: &str = "another";

const fn row(id: Question, asked: fn(&Path<'_>) -> Option<bool>, takes: Takes) -> Row {
    Row { id, asked, takes, either: 0 }
}

const fn either(number: u8, id: Question, asked: fn(&Path<'_>) -> Option<bool>, takes: Takes) -> Row {
    Row { id, asked, takes, either: number }
}

/// Every question, in the order in which they are asked. A row depends on earlier rows only.
pub(super) const ROWS: &[Row] = &[
    row(Question::InsuredRegion, |_| Some(true), Takes::Region),
    // Early only where the rules on filing turn on it; the record needs it anyway.
    either(1, Question::Insurance, |path| Some(path.rules()?.turn_on_insurance()), Takes::OneOf(Insurance::NAMES)),
    row(Question::Destination, |_| Some(true), Takes::Region),
    row(Question::Emergency, |_| Some(true), YES_NO),
    row(Question::Care, |_| Some(true), Takes::OneOf(&["notYet", "inHospital", "discharged"])),
    either(
        2,
        Question::AdmittedOn,
        |path| path.is(Question::Care, "notYet").map(|yes| !yes),
        Takes::Day(|path| [None, Some(path.today)], None),
    ),
    row(
        Question::SettledOn,
        |path| path.is(Question::Care, "discharged"),
        Takes::Day(|path| [path.day(Question::AdmittedOn), Some(path.today)], None),
    ),
    row(Question::Reason, |_| Some(true), Takes::OneOf(&["retired", "living", "working", "referred", "other"])),
    either(3, Question::HukouMoved, |path| path.is(Question::Reason, "retired"), YES_NO),
    either(3, Question::Employer, |path| path.is(Question::Reason, "working"), YES_NO),
    either(3, Question::Letter, |path| path.is(Question::Reason, "referred"), YES_NO),
    row(Question::Doctor, |path| Some(path.is(Question::Letter, "yes")? && !doctors(path).is_empty()), Takes::Offered(doctors)),
    row(
        Question::HalfYear,
        |path| {
            let settled_there = path.is(Question::Reason, "living")? || path.is(Question::Reason, "working")?;
            Some(settled_there || path.is(Question::HukouMoved, "no")?)
        },
        YES_NO,
    ),
    row(
        Question::OtherPlace,
        |path| {
            let several = content(&path.look(RuleName::Places)?).and_then(|places: Places| places.several);
            Some(path.category()?.is_long_term() && several.is_some_and(|several| several != SeveralPlaces::Yes))
        },
        YES_NO,
    ),
    row(Question::Proof, |path| path.may_be_by_commitment(), Takes::OneOf(&["material", "commitment"])),
    row(Question::Paper, |path| Some(path.by_papers()? && papers(path).len() > 1), Takes::Offered(papers)),
    either(
        4,
        Question::PaperUntil,
        |path| {
            let validity = content(&path.look(RuleName::Validity)?);
            Some(path.by_papers()? && validity == Some(Validity::AsLongAsThePaper))
        },
        Takes::Day(|path| [Some(path.today), None], Some("openEnded")),
    ),
    either(
        4,
        Question::PapersBy,
        |path| path.is(Question::Proof, "commitment"),
        Takes::Day(|path| [Some(path.today), None], Some("unknown")),
    ),
    either(
        2,
        Question::StartDate,
        |path| path.is(Question::Care, "notYet"),
        Takes::Day(|path| [Some(path.today), path.day(Question::PaperUntil)], None),
    ),
    row(
        Question::Outpatient,
        |path| {
            path.category()?;
            Some(!outpatient(path).is_empty())
        },
        Takes::Offered(outpatient),
    ),
    row(Question::Filer, |_| Some(true), Takes::OneOf(&["self", "agent"])),
    row(Question::Relation, |path| path.is(Question::Filer, "agent"), Takes::OneOf(&["1", "2", "4", "5", "6", "7", "8", "9"])),
    row(
        Question::Chronic,
        |path| {
            path.by_papers()?;
            let covered: Option<Coverage> = content(&path.look(RuleName::Coverage)?);
            Some(covered.is_some_and(|covered| covered.kinds.contains(&VisitKind::Chronic)) && !diseases(path).is_empty())
        },
        YES_NO,
    ),
    row(Question::Diseases, |path| path.is(Question::Chronic, "yes"), Takes::Several(diseases)),
    row(Question::Drug, |path| Some(path.place()? != Place::Local && !drugs(path).is_empty()), Takes::Offered(drugs)),
    either(1, Question::Insurance, |path| Some(path.text(Question::Insurance).is_none()), Takes::OneOf(Insurance::NAMES)),
];

impl Row {
    /// The options of a question that has any.
    pub(super) fn options(&self, path: &Path<'_>) -> Vec<Offer> {
        let worded = |value: &&str| {
            let (label, help) = self.worded(value);
            Offer { value: (*value).to_owned(), label, help }
        };
        match &self.takes {
            Takes::OneOf(values) => values.iter().filter(|value| self.offers(value, path)).map(worded).collect(),
            Takes::Offered(offers) | Takes::Several(offers) => offers(path),
            Takes::Day(_, Some(word)) => vec![worded(word)],
            Takes::Region | Takes::Day(_, None) => Vec::new(),
        }
    }

    /// An option of the table in words.
    pub(super) fn worded(&self, value: &str) -> (Text, Option<Text>) {
        say_more(&[self.id.as_str(), ".", value].concat())
    }

    /// Several places at once cannot be had by commitment where the rules want papers for them.
    fn offers(&self, value: &str, path: &Path<'_>) -> bool {
        !(self.id == Question::Proof && value == "commitment" && path.is(Question::OtherPlace, "yes") == Some(true))
    }
}

/// The papers of which one has to be chosen: those that a commitment could replace.
fn papers(path: &Path<'_>) -> Vec<Offer> {
    let mut offers = Vec::new();
    for paper in path.needs().into_iter().filter(|need| need.or_commitment).flat_map(|need| need.any_one_of) {
        offers.push(Offer { value: paper.name.zh.clone().into_owned(), label: paper.name, help: paper.issued_by });
    }
    offers
}

/// Who may have written the letter: a doctor of the rank that the rules ask for, or another.
fn doctors(path: &Path<'_>) -> Vec<Offer> {
    let Some(rule) = path.look(RuleName::ReferralDoctor).and_then(|rule| content::<ReferralDoctor>(&rule)) else {
        return Vec::new();
    };
    let mut offers = vec![Offer { value: "yes".to_owned(), label: rule.rank, help: None }];
    for value in ["no", "unknown"] {
        offers.push(Offer { value: value.to_owned(), label: say(&["doctor.", value].concat()), help: None });
    }
    offers
}

fn outpatient(path: &Path<'_>) -> Vec<Offer> {
    let choice: Option<OutpatientChoice> = path.look(RuleName::OutpatientChoice).and_then(|rule| content(&rule));
    let mut offers = Vec::new();
    for way in choice.map(|choice| choice.ways).unwrap_or_default() {
        offers.push(Offer { value: way.zh.clone().into_owned(), label: way, help: None });
    }
    offers
}

fn diseases(path: &Path<'_>) -> Vec<Offer> {
    let open: Option<OpenDiseases> = path.look(RuleName::OpenDiseases).and_then(|rule| content(&rule));
    let mut offers = Vec::new();
    for disease in open.map(|open| open.diseases).unwrap_or_default() {
        offers.push(Offer { value: disease.id.into_owned(), label: disease.label, help: None });
    }
    offers
}

fn drugs(path: &Path<'_>) -> Vec<Offer> {
    let Some(rule) = path.look(RuleName::SpecialDrugs).and_then(|rule| content::<SpecialDrugs>(&rule)) else { return Vec::new() };
    let mut offers = Vec::new();
    for name in rule.known {
        offers.push(Offer { value: name.zh.clone().into_owned(), label: name, help: None });
    }
    for value in ["no", ANOTHER] {
        offers.push(Offer { value: value.to_owned(), label: say(&["drug.", value].concat()), help: None });
    }
    offers
}
