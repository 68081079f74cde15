//! Rows of the second implementation: what is asked, and what it says comes of that.
//!
//! A line that begins with `{` sets what the rows after it are about; every other line is a row:
//!
//! ```text
//! {"pack": {…}}                 a pack beside the shipped ones
//! {"directory": "code,name,…"}  the facilities
//! {"ask": "estimate", "at": ["/bill/total", "/bill/inScope"], "of": {…}}
//! 20500 18000|y9500 s500 d500 p11000
//! ```
//!
//! The values before the bar go to the places named in `at`: `-` takes a field away, `:` stands before JSON, all else is a string. After
//! it stands the answer in short, or `!` with the code and the field of a refusal. Amounts lose a `.00`.

use std::fmt::{Display, Write as _};

use serde_json::Value;
use yidi::{
    Directory, Error, Estimate, EstimateInput, FilingQuestion, FilingSession, Library, SettlementQuestion, check_direct_settlement,
    estimate, filing_status, review_filing,
};

/// What the rows are about, as it stands after the lines read so far.
pub(crate) struct Rows {
    library: Library,
    directory: Directory,
    ask: String,
    at: Vec<String>,
    of: Value,
}

/// A row that has been answered.
pub(crate) struct Answered {
    /// What the second implementation says.
    pub(crate) expected: String,
    /// What this crate says.
    pub(crate) found: String,
    /// Everything that was asked.
    pub(crate) asked: String,
}

impl Answered {
    pub(crate) fn agrees(&self) -> bool {
        self.expected == self.found
    }
}

impl Rows {
    pub(crate) fn new() -> Self {
        Self { library: Library::shipped(), directory: Directory::default(), ask: String::new(), at: Vec::new(), of: Value::Null }
    }

    /// Reads a line; of a row, the answer. A line that is no line is an error in words.
    pub(crate) fn read(&mut self, line: &str) -> Result<Option<Answered>, String> {
        if line.starts_with('{') { self.set(line).map(|()| None) } else { self.answer(line).map(Some) }
    }

    fn set(&mut self, line: &str) -> Result<(), String> {
        let mut setting: Value = serde_json::from_str(line).map_err(|error| format!("{error}: {line}"))?;
        if let Some(pack) = setting.get("pack") {
            self.library.add_json(&pack.to_string()).map_err(|error| error.to_string())?;
        } else if let Some(facilities) = setting.get("directory").and_then(Value::as_str) {
            self.directory = Directory::default();
            self.directory.add_text(facilities).map_err(|error| error.to_string())?;
        } else {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            self.ask = setting.get("ask").map(text).unwrap_or_default();
            self.at = setting.get("at").and_then(Value::as_array).into_iter().flatten().map(text).collect();
            self.of = setting.get_mut("of").map(Value::take).unwrap_or_default();
        }
        Ok(())
    }

    fn answer(&self, line: &str) -> Result<Answered, String> {
        let (values, expected) = line.split_once('|').ok_or_else(|| format!("no row: {line}"))?;
        let mut asked = self.of.clone();
        for (pointer, value) in self.at.iter().zip(values.split(' ')) {
            put(&mut asked, pointer, value).ok_or_else(|| format!("no {pointer} = {value}: {line}"))?;
        }
        let asked = asked.to_string();
        let found =
            self.ask(&asked).unwrap_or_else(|error| format!("!{} {}", error.code().as_str(), error.path()).trim_end().to_owned());
        Ok(Answered { expected: expected.to_owned(), found, asked: format!("{} {asked}", self.ask) })
    }

    fn ask(&self, asked: &str) -> Result<String, Error> {
        match &*self.ask {
            "estimate" => {
                EstimateInput::from_json(asked).and_then(|input| estimate(&self.library, &input)).map(|it| estimated(&it))
            }
            "status" => {
                let status = FilingQuestion::from_json(asked).and_then(|question| filing_status(&self.library, &question))?;
                Ok(in_short(&serde_json::to_value(status).unwrap_or_default(), &STATUS))
            }
            "dates" => {
                let view = review_filing(&self.library, FilingSession::from_json(asked)?);
                Ok(in_short(&serde_json::to_value(view).unwrap_or_default(), &DATES))
            }
            "direct" => {
                let question = SettlementQuestion::from_json(asked)?;
                let answer = check_direct_settlement(&self.library, &self.directory, &question)?;
                Ok(settled(&serde_json::to_value(answer).unwrap_or_default()))
            }
            other => Ok(format!("nobody answers “{other}”")),
        }
    }
}

fn put(asked: &mut Value, pointer: &str, value: &str) -> Option<()> {
    let (parent, field) = pointer.rsplit_once('/')?;
    let fields = asked.pointer_mut(parent)?.as_object_mut()?;
    match (value, value.strip_prefix(':')) {
        ("-", _) => fields.remove(field),
        (_, Some(json)) => fields.insert(field.to_owned(), serde_json::from_str(json).ok()?),
        (text, None) => fields.insert(field.to_owned(), text.into()),
    };
    Some(())
}

/// A letter for each figure that applies, in this order, then the grade and the gaps: `+` where the person could pay more.
fn estimated(estimate: &Estimate) -> String {
    let figures = &estimate.figures;
    let mut short = String::new();
    for (letter, amount) in [
        ('y', Some(estimate.patient_pays)),
        ('n', Some(figures.in_scope)),
        ('f', figures.cross_region_first_self_pay),
        ('s', figures.deductible_standard),
        ('d', figures.deductible),
        ('p', figures.pool),
        ('l', figures.large_amount),
        ('i', figures.serious_illness),
        ('o', figures.local_supplement),
        ('v', figures.civil_servant),
        ('m', figures.assistance),
        ('a', figures.account),
        ('c', figures.cash),
    ] {
        if let Some(amount) = amount {
            let amount = amount.to_string();
            say(&mut short, &format!("{letter}{}", amount.strip_suffix(".00").unwrap_or(&amount)));
        }
    }
    if let Some(grade) = estimate.grade {
        say(&mut short, &format!("g{}", grade.as_str()));
    }
    for gap in &estimate.gaps {
        say(&mut short, &format!("{}{}", if gap.could_cost { '+' } else { '-' }, gap.rule.as_str()));
    }
    short
}

const STATUS: [(&str, &str); 6] =
    [("", "/status"), ("", "/category"), ("f", "/filing"), ("p:", "/proof"), ("k:", "/coversKind"), ("r:", "/route")];

const DATES: [(&str, &str); 8] = [
    ("?", "/question/id"),
    ("", "/outcome/kind"),
    ("", "/outcome/plan/category"),
    ("@", "/outcome/plan/place"),
    ("from:", "/outcome/plan/from"),
    ("to:", "/outcome/plan/to"),
    ("validity:", "/outcome/plan/validity/date"),
    ("change:", "/outcome/plan/change/date"),
];

/// The values at some places of an answer, each after its mark; what is not there is left out.
fn in_short(answer: &Value, places: &[(&str, &str)]) -> String {
    let mut short = String::new();
    for (mark, place) in places {
        if let Some(value) = answer.pointer(place).filter(|value| !value.is_null()) {
            say(&mut short, &format!("{mark}{}", plain(value)));
        }
    }
    if let Some(date) = answer.pointer("/outcome/plan/approval/date").filter(|date| !date.is_null()) {
        say(&mut short, &format!("approval:{}", plain(date)));
    }
    short
}

/// The conditions by name: what stands in the way does not depend on the order in which it is said.
fn settled(answer: &Value) -> String {
    let mut short = plain(&answer["answer"]);
    let conditions = answer["conditions"].as_array().into_iter().flatten();
    let mut named: Vec<_> =
        conditions.map(|condition| format!("{}:{}", plain(&condition["reason"]), plain(&condition["state"]))).collect();
    named.sort();
    named.iter().for_each(|condition| say(&mut short, condition));
    if let Some(route) = answer["otherwise"].as_str() {
        say(&mut short, &format!("r:{route}"));
    }
    short
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn say(short: &mut String, word: &impl Display) {
    let space = if short.is_empty() { "" } else { " " };
    _ = write!(short, "{space}{word}");
}
