//! What must not be missed: deadlines and expiries, as a list with a countdown and as a calendar file.

use serde::Serialize;

use crate::{
    calendar::{Date, Moment, StartDay},
    decode::{self, decodes},
    encode::encodes,
    error::{Error, ErrorCode},
    filing::{FilingRecord, Rulebook, content},
    policy::{Approval, Claim, Insurance, LawRef, Library, RuleName, VisitKind},
    region::{Admdvs, Place},
    settlement::{
        fallback::look,
        icalendar,
        wording::{say, say_of},
    },
    text::{Text, words},
};

/// What to watch over.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemindersQuestion {
    /// The moment it is.
    pub now: Moment,
    /// The insured region (参保地).
    pub insured_region: Admdvs,
    /// The insurance (险种); asked for where a rule turns on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insurance: Option<Insurance>,
    /// The filings.
    #[serde(default)]
    pub filings: Vec<WatchedFiling>,
    /// The bills to be claimed.
    #[serde(default)]
    pub claims: Vec<WatchedClaim>,
    /// The language of the calendar file; Chinese where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}
decodes! { struct RemindersQuestion { now, insured_region, insurance, filings = Vec::new(), claims = Vec::new(), language } }

words! {
    /// A language of this package.
    Language {
        /// Chinese.
        Chinese = "zh-CN", "中文", "Chinese";
        /// English.
        English = "en", "英文", "English";
    }
}

/// A filing to watch over.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchedFiling {
    /// The host's own name for it, of letters, digits and `-`: keeps the entries of two filings apart in the calendar. No identity data.
    pub id: String,
    /// The filing.
    pub filing: FilingRecord,
    /// The day by which papers have to follow a commitment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers_due: Option<Date>,
    /// Whether it is sent and not decided so far.
    #[serde(default)]
    pub pending: bool,
}
decodes! { struct WatchedFiling { id, filing, papers_due, pending = false } }

/// A bill paid in full that is to be claimed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WatchedClaim {
    /// The host's own name for it, likewise.
    pub id: String,
    /// The treatment region (就医地).
    pub treatment_region: Admdvs,
    /// The kind of visit.
    pub kind: VisitKind,
    /// The day it was paid.
    pub settled: Date,
    /// The day on which the insured region had all papers; from then on it is the region's turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers_complete: Option<Date>,
}
decodes! { struct WatchedClaim { id, treatment_region, kind, settled, papers_complete } }

words! {
    /// What a reminder is about.
    ReminderKind {
        /// 补交材料.
        PapersDue = "papersDue", "补交备案材料", "papers to follow";
        /// 备案到期.
        FilingEnds = "filingEnds", "备案到期", "a filing ends";
        /// 备案应当办结.
        ApprovalDue = "approvalDue", "备案应当办结", "a filing should be decided";
        /// 零星报销期限.
        ClaimDue = "claimDue", "零星报销期限", "deadline of a claim";
        /// 零星报销应当办结.
        ClaimPaid = "claimPaid", "零星报销应当办结", "a claim should be settled";
    }
}

/// A day not to be missed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// What it is about.
    pub kind: ReminderKind,
    /// The host's name for the filing or the bill.
    pub id: String,
    /// The day; absent where the rules known here do not tell it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// How many days are left; below zero once it has passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i32>,
    /// What it is, in a few words.
    pub title: Text,
    /// What to do, as a sentence.
    pub says: Text,
    /// The rule that sets the day, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<LawRef>,
}

/// What must not be missed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reminders {
    /// By day; those whose day is not known last.
    pub items: Vec<Reminder>,
    /// Those that lie ahead as a calendar file (`.ics`, RFC 5545). An entry has the same UID each time, so that a calendar that takes
    /// the file again changes the entry rather than doubling it.
    pub calendar: String,
}

encodes! {
    Reminders { items, calendar }
    Reminder { kind, id, date, days_left, title, says, law }
}

impl RemindersQuestion {
    /// Reads a question from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }
}

/// The deadlines and expiries of someone's filings and claims: as a list with the days left, and as a calendar file with an alarm a week
/// and a day before. Neither has anything in it by which a person can be told, beyond what the host puts into an `id`.
///
/// # Errors
///
/// Of the field at fault; `unknownValue` for an `id` with other characters than letters, digits and `-`, or none. A day that cannot be
/// told is no error: the reminder then has none and says why.
///
/// # Example
///
/// ```
/// use yidi::{Library, RemindersQuestion, reminders};
///
/// let question = RemindersQuestion::from_json(
///     r#"{"now": 1795303800000, "insuredRegion": "411100",
///         "filings": [{"id": "f1", "papersDue": "2026-12-01",
///           "filing": {"category": "longTermResident", "proof": "commitment", "places": ["440300"], "from": "2026-11-01", "filedOn": "2026-11-01"}}]}"#,
/// )?;
/// let reminders = reminders(&Library::shipped(), &question)?;
/// assert_eq!(reminders.items[0].days_left, Some(9)); // it is 22 November in China
/// assert!(reminders.calendar.contains("DTSTART;VALUE=DATE:20261201\r\n"));
/// # Ok::<(), yidi::Error>(())
/// ```
pub fn reminders(library: &Library, asked: &RemindersQuestion) -> Result<Reminders, Error> {
    let rules = Rulebook::of(library, asked.insured_region).map_err(|error| error.at("insuredRegion"))?;
    let mut diary = Diary { asked, rules, today: asked.now.date(), items: Vec::new() };
    for (at, watched) in asked.filings.iter().enumerate() {
        diary.filing(watched).map_err(|error| error.at(at.to_string()).at("filings"))?;
    }
    for (at, watched) in asked.claims.iter().enumerate() {
        diary.claim(watched).map_err(|error| error.at(at.to_string()).at("claims"))?;
    }
    let items = diary.items;
    let calendar = icalendar::calendar(&items, asked.now, asked.language.unwrap_or(Language::Chinese));
    Ok(Reminders { items, calendar })
}

struct Diary<'a> {
    asked: &'a RemindersQuestion,
    rules: Rulebook<'a>,
    today: Date,
    items: Vec<Reminder>,
}

impl Diary<'_> {
    fn note(&mut self, kind: ReminderKind, id: &str, date: Option<Date>, words: &[Text], law: Option<LawRef>) {
        let key = ["remind.", kind.as_str()].concat();
        let says = [key.as_str(), if date.is_some() { ".says" } else { ".unknown" }].concat();
        let today = self.today;
        let left = |day: Date| day.days_since(today) as i32 - today.days_since(day) as i32;
        let key_of = |date: Option<Date>| (date.is_none(), date);
        let at = self.items.iter().position(|item| key_of(item.date) > key_of(date)).unwrap_or(self.items.len());
        let reminder = Reminder {
            kind,
            id: id.to_owned(),
            date,
            days_left: date.map(left),
            title: say(&key),
            says: say_of(&says, words),
            law,
        };
        self.items.insert(at, reminder);
    }

    fn filing(&mut self, watched: &WatchedFiling) -> Result<(), Error> {
        let WatchedFiling { id, filing, papers_due, pending } = watched;
        check_id(id)?;
        let Some(filed_for) = filing.places.first() else {
            return Err(Error::new(ErrorCode::MissingField).at("0").at("places").at("filing"));
        };
        if filing.cancelled_on.is_some() {
            return Ok(());
        }
        if papers_due.is_some() {
            self.note(ReminderKind::PapersDue, id, *papers_due, &[], None);
        }
        if filing.to.is_some() {
            let name = filed_for.name().unwrap_or_else(|| Text::plain(filed_for));
            self.note(ReminderKind::FilingEnds, id, filing.to, &[name], None);
        }
        if *pending {
            let place = self.rules.place(*filed_for).map_err(|error| error.at("0").at("places").at("filing"))?;
            let rule = look(&self.rules, RuleName::Approval, filing.filed_on, place, self.asked.insurance, None)?;
            if let Some(Approval::WorkingDays(days)) = content(&rule) {
                let due = filing.filed_on.plus_working_days(days.into(), StartDay::NotCounted).ok();
                self.note(ReminderKind::ApprovalDue, id, due, &[Text::plain(days)], rule.ok().map(|rule| *rule.law));
            }
        }
        Ok(())
    }

    fn claim(&mut self, watched: &WatchedClaim) -> Result<(), Error> {
        let WatchedClaim { id, treatment_region, kind, settled, papers_complete } = watched;
        check_id(id)?;
        let place: Place = self.rules.place(*treatment_region).map_err(|error| error.at("treatmentRegion"))?;
        let rule = look(&self.rules, RuleName::Claim, *settled, place, self.asked.insurance, Some(*kind))?;
        let claim: Option<Claim> = content(&rule);
        let law = rule.ok().map(|rule| *rule.law);
        match papers_complete {
            None => {
                let deadline = claim.and_then(|claim| claim.deadline).and_then(|deadline| deadline.last_day(*settled));
                let law = law.filter(|_| deadline.is_some());
                self.note(ReminderKind::ClaimDue, id, deadline, &[], law);
            }
            Some(complete) => {
                if let Some(days) = claim.and_then(|claim| claim.paid_within_working_days) {
                    let due = complete.plus_working_days(days.into(), StartDay::NotCounted).ok();
                    self.note(ReminderKind::ClaimPaid, id, due, &[Text::plain(days)], law);
                }
            }
        }
        Ok(())
    }
}

fn check_id(id: &str) -> Result<(), Error> {
    let sound = (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if sound {
        Ok(())
    } else {
        Err(Error::new(ErrorCode::UnknownValue).giving(id).allowing("A … Z, a … z, 0 … 9, -").at("id"))
    }
}
