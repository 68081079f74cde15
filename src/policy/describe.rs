//! What is known of a region, rule by rule, for the person who wants to see the sources.

use serde::Serialize;

use crate::{
    calendar::{Date, Period},
    error::Error,
    policy::{
        library::{Library, RegionSummary},
        lookup::Law,
        model::{Grade, PolicyPack, Rule, RuleName},
        words::InWords,
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
    pub document: String,
    /// Its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The clause or table row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Where it is, or where the copy that was read names it to be.
    pub address: String,
    /// The day it was read.
    pub read_on: Date,
}

impl From<&Law<'_>> for LawRef {
    fn from(law: &Law<'_>) -> Self {
        let Law { rule, source, terms } = law;
        Self {
            rule: *rule,
            label: rule.label(),
            citation: CitationRef {
                document: source.document.clone(),
                number: source.number.clone(),
                clause: terms.citation.clause.clone(),
                address: source.address.clone(),
                read_on: source.read_on,
            },
            effective: terms.effective.clone(),
            grade: terms.grade,
            note: terms.note.clone(),
        }
    }
}

/// What is known of a region: every rule of its pack, with what it says and its source.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegionDescription {
    /// The region and its pack, in short.
    pub region: RegionSummary,
    /// The SHA-256 of the pack's content: canonical JSON (RFC 8785) without nulls, in 64 hexadecimal digits.
    pub digest: String,
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

impl Library {
    /// Every rule that is known of a region, in words, and whether it is in force on `date`.
    ///
    /// # Errors
    ///
    /// `unknownRegion` where neither the region nor its pooling area has a pack.
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
        let loaded = self.loaded(insured)?;
        let (region, digest) = (RegionSummary::of(&loaded.pack), loaded.digest().to_owned());
        Ok(RegionDescription { region, digest, date, rules: loaded.pack.describe(date) })
    }
}

impl PolicyPack {
    /// Every rule of the pack in words.
    fn describe(&self, date: Date) -> Vec<RuleDescription> {
        let rules = &self.rules;
        let mut described = Vec::new();
        self.describe_rules(RuleName::Deductible, &rules.deductible, date, &mut described);
        self.describe_rules(RuleName::Segments, &rules.segments, date, &mut described);
        self.describe_rules(RuleName::CrossRegion, &rules.cross_region, date, &mut described);
        self.describe_rules(RuleName::PoolCap, &rules.pool_cap, date, &mut described);
        self.describe_rules(RuleName::LargeAmount, &rules.large_amount, date, &mut described);
        self.describe_rules(RuleName::SeriousIllness, &rules.serious_illness, date, &mut described);
        described
    }

    fn describe_rules<T: InWords>(&self, name: RuleName, rules: &[Rule<T>], date: Date, described: &mut Vec<RuleDescription>) {
        described.extend(rules.iter().filter_map(|rule| {
            let source = self.sources.get(&rule.law.citation.source)?;
            Some(RuleDescription {
                applies: rule.applies.in_words(&self.tiers),
                says: rule.says.in_words(),
                in_force: rule.law.effective.contains(date),
                law: LawRef::from(&Law { rule: name, source, terms: &rule.law }),
            })
        }));
    }
}
