//! Rules without what they say.

use crate::policy::model::{Applies, Grade, PolicyPack, Rule, RuleName, Terms};

/// A rule without what it says, so that rules of every kind look alike.
#[derive(Clone, Copy)]
pub(super) struct Head<'a> {
    pub(super) name: RuleName,
    pub(super) index: usize,
    pub(super) applies: &'a Applies,
    pub(super) law: &'a Terms,
}

impl Head<'_> {
    /// Where the rule stands in its pack.
    pub(super) fn path(&self) -> String {
        path(self.name, self.index)
    }
}

pub(super) fn path(name: RuleName, index: usize) -> String {
    format!("rules.{}.{index}", name.as_str())
}

impl PolicyPack {
    /// The rules, kind by kind.
    pub(super) fn heads(&self) -> [Vec<Head<'_>>; 6] {
        let rules = &self.rules;
        [
            heads(RuleName::Deductible, &rules.deductible),
            heads(RuleName::Segments, &rules.segments),
            heads(RuleName::CrossRegion, &rules.cross_region),
            heads(RuleName::PoolCap, &rules.pool_cap),
            heads(RuleName::LargeAmount, &rules.large_amount),
            heads(RuleName::SeriousIllness, &rules.serious_illness),
        ]
    }

    /// The worst grade among the rules.
    pub(in crate::policy) fn worst_grade(&self) -> Option<Grade> {
        self.heads().iter().flatten().map(|head| head.law.grade).max()
    }
}

fn heads<T>(name: RuleName, rules: &[Rule<T>]) -> Vec<Head<'_>> {
    let head = |(index, rule)| {
        let Rule { applies, law, .. }: &Rule<T> = rule;
        Head { name, index, applies, law }
    };
    rules.iter().enumerate().map(head).collect()
}
