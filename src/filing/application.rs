//! A completed filing: the document that is sent, and what is printed.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::{
    calendar::{Date, Moment},
    decode::{self, Value, decodes},
    encode::{Encode, Fields, Sink, encodes},
    error::{Error, ErrorCode},
    filing::{
        outcome::{Cited, FilingPlan, outcome, referral_type},
        path::{Path, region_name},
        printed::{PrintedPage, injury_statement},
        questions::Question,
        session::{FilingSession, replayed},
        wording::say,
    },
    notice::Receipt,
    policy::{FilingCategory, Insurance, Library, ProofMode, digest_of},
    text::Text,
};

/// Who files and can be reached: typed at the end, in no session, and nowhere but in the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FilingContact {
    /// The insured person's name.
    pub name: String,
    /// The insured person's resident identity card (居民身份证), 18 characters.
    pub id_number: String,
    /// A telephone number in the mainland.
    pub phone: String,
    /// The address there (居外地址).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The agent; needed where somebody else files, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<Agent>,
    /// The referral letter; needed for a referral, and only then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<ReferralLetter>,
}
decodes! { struct FilingContact { name, id_number, phone, address, agent, referral } }

/// Who files for the insured person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Agent {
    /// The name.
    pub name: String,
    /// The resident identity card.
    pub id_number: String,
    /// A telephone number in the mainland.
    pub phone: String,
}
decodes! { struct Agent { name, id_number, phone } }

/// What a referral letter says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReferralLetter {
    /// The facility that refers.
    pub issued_by: String,
    /// The day of the letter.
    pub issued_on: Date,
    /// The facility referred to, where it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refers_to: Option<String>,
    /// The diagnosis, as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diagnosis: Option<String>,
}
decodes! { struct ReferralLetter { issued_by, issued_on, refers_to, diagnosis } }

/// A completed filing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Application {
    /// What is sent.
    pub document: ApplicationDocument,
    /// The SHA-256 of the document's canonical JSON (RFC 8785), in 64 hexadecimal digits.
    pub digest: String,
    /// What tells a second sending of the same filing on the same day from another filing: 32 hexadecimal digits, made from what is filed
    /// for whom and on which day, and from nothing else.
    pub idempotency_key: String,
    /// The filing with its papers, dates and channels.
    pub plan: FilingPlan,
    /// The filing form, to be printed and signed.
    pub form: PrintedPage,
    /// The commitment letter (个人承诺书), where one stands in for papers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<PrintedPage>,
    /// The statement that no third party is liable (外伤无第三方责任承诺书), of a filing made after admission: to be signed where that was for
    /// an injury.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub injury_statement: Option<PrintedPage>,
}

/// The document of a filing: plain JSON, with the field names of the national record of filings (`out_appy_d`) and, for a referral, of
/// interface 2501.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplicationDocument(Value);

impl Serialize for ApplicationDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename_all = "camelCase", rename = "ApplicationDocument")]
#[expect(dead_code, reason = "only its schema is used, and that by the build alone")]
struct DocumentShape {
    /// The version of this form: 1.
    version: u16,
    /// The category, one of the six national ones.
    category: FilingCategory,
    /// What a long-term filing rests on.
    proof: Option<ProofMode>,
    /// The fields of the national record of filings, by their names there.
    out_appy_d: std::collections::BTreeMap<String, String>,
    /// The fields of interface 2501 (转院备案), of a referral.
    refl: Option<std::collections::BTreeMap<String, String>>,
    /// The day of admission, of a filing made after it.
    admitted_on: Option<Date>,
    /// The day of settlement, of a filing made after it.
    settled_on: Option<Date>,
    /// The day it was completed.
    completed_on: Date,
    /// The receipt of the notice.
    notice: Receipt,
    /// The packs that answered.
    packs: Vec<crate::filing::session::PackDigest>,
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ApplicationDocument {
    fn schema_name() -> Cow<'static, str> {
        "ApplicationDocument".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        DocumentShape::json_schema(generator)
    }
}

encodes! {
    Application { document, digest, idempotency_key, plan, form, commitment, injury_statement }
}

impl Encode for ApplicationDocument {
    fn write(&self, to: &mut dyn Sink) {
        self.0.write(to);
    }
}

impl FilingContact {
    /// Reads a contact from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }

    fn check(&self, path: &Path<'_>, today: Date) -> Result<(), Error> {
        check_person(&self.name, &self.id_number, &self.phone, today)?;
        check_optional(self.address.as_ref(), "address")?;
        let needed = |given: bool, needed: bool, field: &str| match (given, needed) {
            (false, true) => Err(Error::new(ErrorCode::MissingField).at(field)),
            (true, false) => Err(Error::new(ErrorCode::UnknownField).giving(field).at(field)),
            _ => Ok(()),
        };
        needed(self.agent.is_some(), path.is(Question::Filer, "agent") == Some(true), "agent")?;
        needed(self.referral.is_some(), path.category() == Some(FilingCategory::Referral), "referral")?;
        if let Some(agent) = &self.agent {
            check_person(&agent.name, &agent.id_number, &agent.phone, today).map_err(|error| error.at("agent"))?;
        }
        if let Some(letter) = &self.referral {
            letter.check(today).map_err(|error| error.at("referral"))?;
        }
        Ok(())
    }
}

impl ReferralLetter {
    fn check(&self, today: Date) -> Result<(), Error> {
        check_line(&self.issued_by, "issuedBy")?;
        check_optional(self.refers_to.as_ref(), "refersTo")?;
        check_optional(self.diagnosis.as_ref(), "diagnosis")?;
        if self.issued_on > today {
            return Err(Error::new(ErrorCode::DateOrder).giving(self.issued_on).allowing(format!("≤ {today}")).at("issuedOn"));
        }
        Ok(())
    }
}

/// Lines longer than this are no names or addresses.
const LINE_LIMIT: usize = 100;

/// What is wrong is not repeated in the error: it may be kept in a log.
fn invalid(field: &str, allowed: &str) -> Error {
    Error::new(ErrorCode::InvalidContact).allowing(allowed).at(field)
}

fn check_person(name: &str, id_number: &str, phone: &str, today: Date) -> Result<(), Error> {
    check_line(name, "name")?;
    if !is_id_number(id_number, today) {
        return Err(invalid("idNumber", "居民身份证 18 位 / 18-character resident identity card number"));
    }
    if !is_phone(phone) {
        return Err(invalid("phone", "13800000000 | 010-12345678"));
    }
    Ok(())
}

fn check_line(line: &str, field: &str) -> Result<(), Error> {
    let length = line.trim().chars().count();
    if length == 0 || length > LINE_LIMIT || line.chars().any(char::is_control) {
        return Err(invalid(field, "1 … 100"));
    }
    Ok(())
}

fn check_optional(line: Option<&String>, field: &str) -> Result<(), Error> {
    line.map_or(Ok(()), |line| check_line(line, field))
}

/// Whether this is a resident identity number (GB 11643): a region, a day of birth that has been, and the check digit (ISO 7064, MOD 11-2).
fn is_id_number(text: &str, today: Date) -> bool {
    let digit = |at: usize, byte: u8| match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        b'X' if at == 17 => Some(10),
        _ => None,
    };
    let mut sum = 0;
    for (at, byte) in text.bytes().enumerate() {
        let Some(value) = digit(at, byte) else { return false };
        sum = (sum * 2 + value) % 11;
    }
    let part = |range| text.get(range).unwrap_or_default();
    // Births before 1949-10-01 lie before the calendar begins, and are not looked at more closely.
    let born = [part(6..10), part(10..12), part(12..14)].join("-");
    let existed = if part(6..10) < "1950" { part(6..8) >= "18" } else { born.parse::<Date>().is_ok_and(|born| born <= today) };
    text.len() == 18 && sum == 1 && existed
}

/// Whether this is a mobile number, or a fixed line's with its area code.
fn is_phone(text: &str) -> bool {
    let mobile = text.len() == 11 && text.starts_with('1') && !text.starts_with("10") && !text.starts_with("12");
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let dashes = text.bytes().filter(|byte| *byte == b'-').count();
    let fixed = text.starts_with('0') && (10..=12).contains(&digits) && dashes <= 1;
    digits + dashes == text.len() && ((mobile && dashes == 0) || fixed)
}

/// The code of an insurance in the national dictionary `insutype`.
fn insurance_code(insurance: Insurance) -> String {
    match insurance {
        Insurance::Employee => "310",
        Insurance::Resident => "390",
    }
    .to_owned()
}

/// Fields by the names that the national platform has for them.
struct Record(Vec<(Cow<'static, str>, Value)>);

impl Record {
    /// The fields that have a value.
    fn of(fields: Vec<(&'static str, Option<String>)>) -> Self {
        let mut record = Vec::with_capacity(fields.len());
        for (name, value) in fields {
            if let Some(value) = value {
                record.push((name.into(), Value::Text(value.into())));
            }
        }
        Self(record)
    }

    fn text(&self, name: &str) -> Option<Text> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        if let Value::Text(text) = value { Some(Text::plain(text)) } else { None }
    }
}

/// Judges a contact as [`complete_filing`] will, before the notice is read.
///
/// # Errors
///
/// `inputNeeded` with the question's path where one is left; at `contact`, `invalidContact` and the like, which never repeat what was given.
///
/// # Example
///
/// ```
/// use yidi::{FilingContact, FilingSession, Library, Moment, check_contact};
///
/// let session = FilingSession::from_json(
///     r#"{"version": 1, "today": "2026-11-22", "packs": [], "answers": {"insuredRegion": "411100", "destination": "440300",
///         "emergency": "no", "care": "notYet", "reason": "living", "halfYear": "no", "startDate": "2026-11-22", "filer": "self",
///         "chronic": "no", "insurance": "resident"}}"#,
/// )?;
/// let contact = FilingContact::from_json(r#"{"name": "样例", "idNumber": "11010519491231002X", "phone": "1"}"#)?;
/// let now = Moment::from_millis(1_795_312_800_000).unwrap(); // 2026-11-22 in China
/// let fault = check_contact(&Library::shipped(), session, &contact, now).unwrap_err();
/// assert_eq!(fault.path(), "contact.phone");
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn check_contact(library: &Library, mut session: FilingSession, contact: &FilingContact, now: Moment) -> Result<(), Error> {
    session.today = now.date();
    let replay = replayed(library, &session)?;
    contact.check(&replay.path, now.date()).map_err(|error| error.at("contact"))
}

/// Completes a filing: the wizard has come to one, its notice has been read and agreed to, and the person has said who they are.
///
/// The same filing of the same person on the same day has the same idempotency key, however often it is completed.
///
/// # Law
///
/// The papers, 经办规程 第八条; what a commitment brings, 医保发〔2022〕22号 二（五）.
///
/// # Errors
///
/// `inputNeeded` with the question's path where one is left, or has to be answered anew because the day has changed; `nothingToFile`
/// where the answers come to no filing; at `receipt`, those of [`Receipt::check`]; at `contact`, `invalidContact` and the like, which never
/// repeat what was given.
///
/// # Example
///
/// ```
/// use yidi::{FilingCategory, FilingContact, FilingSession, Library, Moment, NoticeEvent, complete_filing, notice_event, open_notice};
///
/// let library = Library::shipped();
/// let at = |seconds: i64| Moment::from_millis(1_795_312_800_000 + seconds * 1000); // 2026-11-22 in China
/// let mut gate = open_notice(&library, "411100".parse()?, FilingCategory::OtherTemporary, at(0).unwrap())?.gate;
/// for second in 0..=5 {
///     gate = notice_event(gate, NoticeEvent::Shown, at(second));
/// }
/// gate = notice_event(gate, NoticeEvent::Ticked, at(6));
/// let receipt = notice_event(gate, NoticeEvent::Agreed, at(7)).receipt.unwrap();
///
/// let session = FilingSession::from_json(
///     r#"{"version": 1, "today": "2026-11-22", "packs": [], "answers": {"insuredRegion": "411100", "destination": "440300",
///         "emergency": "no", "care": "notYet", "reason": "living", "halfYear": "no", "startDate": "2026-11-22", "filer": "self",
///         "chronic": "no", "insurance": "resident"}}"#,
/// )?;
/// let contact = FilingContact::from_json(r#"{"name": "样例", "idNumber": "11010519491231002X", "phone": "13800000000"}"#)?;
/// let filed = complete_filing(&library, session, &receipt, &contact, at(60).unwrap())?;
/// assert_eq!(filed.form.title.zh, "异地就医登记备案表");
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn complete_filing(
    library: &Library,
    mut session: FilingSession,
    receipt: &Receipt,
    contact: &FilingContact,
    now: Moment,
) -> Result<Application, Error> {
    let today = now.date();
    session.today = today;
    let replay = replayed(library, &session)?;
    let path = &replay.path;
    let nothing = || Error::new(ErrorCode::NothingToFile);
    let came = outcome(path, replay.ending);
    let reasons = came.reasons;
    let plan = came.plan.ok_or_else(nothing)?;
    let insured = path.region(Question::InsuredRegion).ok_or_else(nothing)?;
    receipt.check(library, insured, plan.category, now).map_err(|error| error.at("receipt"))?;
    contact.check(path, today).map_err(|error| error.at("contact"))?;

    let record = record(path, contact, &plan);
    let form = form(path, &record, &plan);
    let commitment = (plan.proof == Some(ProofMode::Commitment)).then(|| commitment(&record, &plan, &reasons));
    let injury_statement = path.day(Question::AdmittedOn).map(|admitted| {
        let mut known = vec![("admitted", Some(Text::plain(admitted)))];
        known.extend(["psn_name", "certno", "tel"].map(|name| (name, record.text(name))));
        injury_statement(insured, &known)
    });
    let mut filed = Fields::default();
    filed.put("outAppyD", &Value::Map(record.0));
    filed.put("completedOn", &today);
    if let Some(letter) = &contact.referral {
        filed.put("refl", &Value::Map(referral(path, contact, letter, &plan).0));
    }
    let filed = filed.done();
    let mut idempotency_key = digest_of(&filed);
    idempotency_key.truncate(32);
    let mut document = Fields::of(filed);
    document.put("version", &DOCUMENT_VERSION);
    document.put("category", &plan.category);
    document.put("proof", &plan.proof);
    document.put("admittedOn", &path.day(Question::AdmittedOn));
    document.put("settledOn", &path.day(Question::SettledOn));
    document.put("notice", receipt);
    document.put("packs", &session.packs);
    let document = document.done();
    Ok(Application {
        digest: digest_of(&document),
        document: ApplicationDocument(document),
        idempotency_key,
        plan,
        form,
        commitment,
        injury_statement,
    })
}

/// The version of the document's form.
const DOCUMENT_VERSION: u16 = 1;

/// The fields of `out_appy_d`. Codes stand where a national dictionary has them; filing kinds have none that is public, and stand by name.
fn record(path: &Path<'_>, contact: &FilingContact, plan: &FilingPlan) -> Record {
    let agent = contact.agent.as_ref();
    Record::of(vec![
        ("insutype", path.insurance().map(insurance_code)),
        ("psn_name", Some(contact.name.trim().to_owned())),
        ("certno", Some(contact.id_number.clone())),
        ("tel", Some(contact.phone.clone())),
        ("insu_admdvs", path.region(Question::InsuredRegion).map(|region| region.pooling_area().to_string())),
        ("rloc_admdvs", Some(plan.place.to_string())),
        ("rloc_rea", Some(plan.category.label().zh.into_owned())),
        ("resout_addr", contact.address.clone()),
        ("begndate", Some(plan.from.to_string())),
        ("enddate", plan.to.map(|to| to.to_string())),
        ("memo", plan.outpatient.as_ref().map(|chosen| chosen.text.zh.to_string())),
        ("agnter_name", agent.map(|agent| agent.name.trim().to_owned())),
        ("agnter_certno", agent.map(|agent| agent.id_number.clone())),
        ("agnter_tel", agent.map(|agent| agent.phone.clone())),
        ("agnter_rlts", path.text(Question::Relation).map(str::to_owned)),
        ("trafout_fixmedins_name", contact.referral.as_ref().map(|letter| letter.issued_by.clone())),
    ])
}

/// The fields of interface 2501.
fn referral(path: &Path<'_>, contact: &FilingContact, letter: &ReferralLetter, plan: &FilingPlan) -> Record {
    Record::of(vec![
        ("insutype", path.insurance().map(insurance_code)),
        ("tel", Some(contact.phone.clone())),
        ("addr", contact.address.clone()),
        ("diag_name", letter.diagnosis.clone()),
        ("reflin_medins_name", letter.refers_to.clone()),
        ("mdtrtarea_admdvs", Some(plan.place.to_string())),
        ("refl_type", path.place().map(referral_type)),
        ("refl_date", Some(letter.issued_on.to_string())),
        ("begndate", Some(plan.from.to_string())),
        ("enddate", plan.to.map(|to| to.to_string())),
    ])
}

/// Fields of the record; one that is not there is left to be written by hand.
fn fields(page: &mut PrintedPage, record: &Record, names: &[&str]) {
    for name in names {
        page.field(name, record.text(name));
    }
}

fn form(path: &Path<'_>, record: &Record, plan: &FilingPlan) -> PrintedPage {
    let mut page = PrintedPage::new("form.title", "form.label");
    fields(&mut page, record, &["psn_name", "certno", "tel", "resout_addr"]);
    page.field("insu_admdvs", path.region(Question::InsuredRegion).and_then(region_name));
    page.field("insutype", path.insurance().map(Insurance::label));
    page.field("rloc_admdvs", Some(plan.place_name.clone()));
    page.field("rloc_rea", Some(plan.name.clone()));
    fields(&mut page, record, &["begndate"]);
    page.field("enddate", Some(plan.to.map_or_else(|| plan.validity.text.clone(), Text::plain)));
    if let Some(proof) = plan.proof {
        page.field("proof", Some(proof.label()));
    }
    if let Some(chosen) = &plan.outpatient {
        page.field("outpatient", Some(chosen.text.clone()));
    }
    if let Some(relation) = path.text(Question::Relation) {
        fields(&mut page, record, &["agnter_name", "agnter_certno", "agnter_tel"]);
        page.field("agnter_rlts", Some(say(&["relation.", relation].concat())));
    }
    fields(&mut page, record, &["signature", "date"]);
    page.blanks.push(say("form.office"));
    page
}

/// The commitment letter, with the points of Jiangsu's (苏医保发〔2022〕75号 annex 1) in our own words.
fn commitment(record: &Record, plan: &FilingPlan, reasons: &[Cited]) -> PrintedPage {
    let mut page = PrintedPage::new("letter.title", "form.label");
    fields(&mut page, record, &["psn_name", "gend", "tel", "tel2", "certno"]);
    page.field("rloc_admdvs", Some(plan.place_name.clone()));
    page.field("rloc_rea", Some(plan.name.clone()));
    fields(&mut page, record, &["signature", "date"]);
    for rule in reasons.iter().take(1).chain([&plan.coverage, &plan.places, &plan.change]) {
        if rule.law.is_some() {
            page.paragraphs.push(rule.text.clone());
        }
    }
    for point in ["1", "2", "3", "4", "5"] {
        page.paragraphs.push(say(&["letter.", point].concat()));
    }
    page.blanks.extend([say("letter.measures"), say("letter.phones")]);
    page
}
