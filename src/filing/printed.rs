//! Pages to be printed and signed by hand.

use serde::Serialize;

use crate::{
    encode::encodes,
    filing::{path::region_name, wording::say},
    region::Admdvs,
    text::Text,
};

/// A page to be printed: our words, with blanks where only the person or the region can fill them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrintedPage {
    /// Its title.
    pub title: Text,
    /// Whose wording it is; to be printed with it.
    pub label: Text,
    /// Its fields.
    pub fields: Vec<PrintedField>,
    /// Its sentences.
    pub paragraphs: Vec<Text>,
    /// What only the insured region can fill in.
    pub blanks: Vec<Text>,
}

/// A field of a printed page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrintedField {
    /// What it is.
    pub label: Text,
    /// What stands there; absent where it is left to be written by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Text>,
}

encodes! {
    PrintedPage { title, label, fields, paragraphs, blanks }
    PrintedField { label, value }
}

impl PrintedPage {
    pub(super) fn new(title: &str, label: &str) -> Self {
        Self { title: say(title), label: say(label), fields: Vec::new(), paragraphs: Vec::new(), blanks: Vec::new() }
    }

    #[inline(never)]
    pub(super) fn field(&mut self, name: &str, value: Option<Text>) {
        self.fields.push(PrintedField { label: say(&["field.", name].concat()), value });
    }
}

/// The statement that nobody else is liable for an injury (外伤无第三方责任承诺书), with the points of Jiangsu's (苏医保发〔2022〕75号 annex 7) in
/// our own words, and the fields that are known filled in.
pub(crate) fn injury_statement(insured: Admdvs, known: &[(&str, Option<Text>)]) -> PrintedPage {
    let mut page = PrintedPage::new("injury.title", "injury.label");
    let insured = [("insu_admdvs", region_name(insured))];
    for name in
        ["psn_name", "certno", "tel", "insu_admdvs", "facility", "admitted", "when", "where", "how", "byHand", "kin", "date"]
    {
        let known = known.iter().chain(&insured).find(|(known, _)| *known == name);
        page.field(name, known.and_then(|(_, value)| value.clone()));
    }
    page.paragraphs = ["1", "2", "3", "4"].map(|point| say(&["injury.", point].concat())).to_vec();
    page
}
