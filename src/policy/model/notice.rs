//! 备案告知书: what a person reads before filing.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    decode::decodes,
    policy::model::{Citation, FilingCategory},
    text::{Text, words},
};

/// The notice to be read before filing. 医保发〔2024〕21号 一（一） says what it must contain; the wording of the shipped ones is our
/// own, from sourced clauses.
///
/// A host that has the official text puts it in the place of ours: a pack with that notice, of its own version and marked
/// `official`, goes through `addPack`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Notice {
    /// Its version; raised with every change of its text.
    pub version: Cow<'static, str>,
    /// For how many seconds it must be on the screen before it can be agreed to.
    pub minimum_seconds: u16,
    /// Whether the wording is that of the authority itself.
    #[serde(default)]
    pub official: bool,
    /// Its sections.
    pub sections: Vec<Section>,
}
decodes! { struct Notice { version, minimum_seconds, official = false, sections } }

/// A section of a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What it is about.
    pub topic: Topic,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}
decodes! { struct Section { topic, clauses } }

/// A clause of a notice, with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// What it says.
    pub text: Text,
    /// Whom it concerns; everyone where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Vec<FilingCategory>>,
    /// Where that stands.
    pub citation: Citation,
}
decodes! { struct Clause { text, category, citation } }

impl Clause {
    /// Whether it concerns those who file under `category`.
    pub(crate) fn concerns(&self, category: FilingCategory) -> bool {
        self.category.as_ref().is_none_or(|categories| categories.contains(&category))
    }
}

words! {
    /// What a section of a notice is about. The first five are those the law asks for.
    Topic {
        /// 备案材料, by kind of person.
        Materials = "materials", "备案材料", "papers for filing";
        /// 备案时效.
        Validity = "validity", "备案时效", "time limits";
        /// 变更时限.
        ChangeLimits = "changeLimits", "变更时限", "limits on changes";
        /// 补办政策.
        LateFiling = "lateFiling", "补办政策", "late filing";
        /// 经办服务电话.
        ServiceNumbers = "serviceNumbers", "经办服务电话", "service numbers";
        /// 待遇.
        Benefits = "benefits", "待遇", "benefits";
        /// 就医.
        Care = "care", "就医", "going for care";
    }
}

impl Topic {
    /// The sections that 医保发〔2024〕21号 一（一） asks for.
    pub const LAWFUL: [Self; 5] = [Self::Materials, Self::Validity, Self::ChangeLimits, Self::LateFiling, Self::ServiceNumbers];
}
