//! The rules of a pack without their types, so that those of every kind can be looked at alike.

use crate::{
    decode::Value,
    policy::{
        model::{Applies, Grade, PolicyPack, Rule, RuleName, Says, Terms},
        words,
    },
    text::Text,
};

/// A rule, and where it stands in its pack.
#[derive(Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) name: RuleName,
    pub(super) index: usize,
    pub(super) applies: &'a Applies,
    pub(super) says: &'a Says<Value>,
    pub(super) law: &'a Terms,
}

pub(super) fn path(name: RuleName, index: usize) -> String {
    let group = if RuleName::ON_PAYING.contains(&name) { "rules" } else { "filing" };
    format!("{group}.{}.{index}", name.as_str())
}

impl Head<'_> {
    /// Where the rule stands in its pack.
    pub(super) fn path(&self) -> String {
        path(self.name, self.index)
    }

    /// What the rule says, in words.
    pub(super) fn in_words(&self) -> Text {
        self.says.in_words(|value| words::in_words(self.name, value))
    }
}

impl PolicyPack {
    /// The rules, kind by kind.
    pub(super) fn heads(&self) -> Vec<Vec<Head<'_>>> {
        self.rules.lists().iter().chain(self.filing.lists()).map(|(name, rules)| heads(*name, rules)).collect()
    }

    /// The worst grade among the rules.
    pub(super) fn worst_grade(&self) -> Option<Grade> {
        self.heads().iter().flatten().map(|head| head.law.grade).max()
    }
}

fn heads(name: RuleName, rules: &[Rule<Value>]) -> Vec<Head<'_>> {
    let head = |(index, rule)| {
        let Rule { applies, says, law }: &Rule<Value> = rule;
        Head { name, index, applies, says, law }
    };
    rules.iter().enumerate().map(head).collect()
}
