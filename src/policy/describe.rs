//! What is known of a region, rule by rule, for the person who wants to see the sources.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    calendar::{Date, Period},
    encode::encodes,
    error::Error,
    policy::{
        library::{Library, PackRef, RegionSummary},
        lookup::Law,
        model::{Citation, Grade, PolicyPack, RuleName, Source},
    },
    region::Admdvs,
    text::Text,
};

/// A rule that a figure rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LawRef {
    /// The kind of rule.
    pub rule: RuleName,
    /// What a person reads.
    pub label: Text,
    /// The pack it stands in: that of the region, of its province, of the whole country (`000000`), or of the user.
    pub pack: Admdvs,
    /// Where it stands.
    pub citation: CitationRef,
    /// When it is in force.
    pub effective: Period,
    /// How well it is known.
    pub grade: Grade,
    /// What a reader of the figure should know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CitationRef {
    /// What the document is.
    pub document: Cow<'static, str>,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Cow<'static, str>>,
    /// The clause or table row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Cow<'static, str>>,
    /// Where it is, or where the copy that was read names it to be.
    pub address: Cow<'static, str>,
    /// The day it was read.
    pub read_on: Date,
}

impl CitationRef {
    pub(crate) fn of(source: &Source, citation: &Citation) -> Self {
        Self {
            document: source.document.clone(),
            number: source.number.clone(),
            clause: citation.clause.clone(),
            address: source.address.clone(),
            read_on: source.read_on,
        }
    }
}

encodes! {
    LawRef { rule, label, pack, citation, effective, grade, note }
    CitationRef { document, number, clause, address, read_on }
}

impl From<&Law<'_>> for LawRef {
    fn from(law: &Law<'_>) -> Self {
        let Law { rule, pack, source, terms } = law;
        Self {
            rule: *rule,
            label: rule.label(),
            pack: *pack,
            citation: CitationRef::of(source, &terms.citation),
            effective: terms.effective.clone(),
            grade: terms.grade,
            note: terms.note.clone(),
        }
    }
}

/// What is known of a region: every rule of its pack and of those that answer where it has none, with what it says and its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegionDescription {
    /// The region and its pack, in short.
    pub region: RegionSummary,
    /// The packs that answer for it, the nearest first.
    pub packs: Vec<PackRef>,
    /// The day the description is for.
    pub date: Date,
    /// The rules, by kind.
    pub rules: Vec<RuleDescription>,
}

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RuleDescription {
    /// The cases it applies to.
    pub applies: Text,
    /// What it says.
    pub says: Text,
    /// Whether it is in force on the day.
    pub in_force: bool,
    /// Where it stands.
    pub law: LawRef,
}

encodes! {
    RegionDescription { region, packs, date, rules }
    RuleDescription { applies, says, in_force, law }
}

impl Library {
    /// Every rule that is known of a region, in words, and whether it is in force on `date`.
    ///
    /// # Errors
    ///
    /// `unknownRegion` where there is no such region, `regionTooCoarse` where a city is needed.
    ///
    /// # Example
    ///
    /// ```
    /// let description = yidi::Library::shipped().describe("610100".parse()?, "2026-11-22".parse()?)?;
    /// let referral = description.rules.iter().find(|rule| rule.says.zh.contains("降低 10 个百分点")).unwrap();
    /// assert!(referral.in_force && referral.applies.zh.contains("异地转诊"));
    /// # Ok::<(), yidi::Error>(())
    /// ```
    pub fn describe(&self, insured: Admdvs, date: Date) -> Result<RegionDescription, Error> {
        let packs = self.packs_for(insured)?;
        let mut rules = Vec::new();
        for loaded in &packs {
            loaded.pack.describe(date, &mut rules);
        }
        let region = self.summary(insured)?;
        Ok(RegionDescription { region, packs: PackRef::of_all(&packs), date, rules })
    }
}

impl PolicyPack {
    /// Every rule of the pack in words.
    fn describe(&self, date: Date, described: &mut Vec<RuleDescription>) {
        for head in self.heads().iter().flatten() {
            let Some(source) = self.source(&head.law.citation.source) else { continue };
            described.push(RuleDescription {
                applies: head.applies.in_words(self),
                says: head.in_words(),
                in_force: head.law.effective.contains(date),
                law: LawRef::from(&Law { rule: head.name, pack: self.admdvs, source, terms: head.law }),
            });
        }
    }
}
