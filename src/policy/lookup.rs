//! Finding the one rule that answers.

use crate::{
    calendar::Date,
    error::{Error, ErrorCode},
    policy::model::{
        Applies, DatedBy, FilingCategory, Insurance, PersonGroup, PolicyPack, Rule, RuleName, Says, Source, Terms, VisitKind,
    },
    region::Place,
    text::Text,
};

/// The facts of a case that select its rules.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case<'a> {
    /// The insurance.
    pub(crate) insurance: Insurance,
    /// The group of persons.
    pub(crate) group: PersonGroup,
    /// The kind of visit.
    pub(crate) kind: VisitKind,
    /// The facility's tier.
    pub(crate) tier: &'a str,
    /// Where care is received.
    pub(crate) place: Place,
    /// How it is filed.
    pub(crate) category: FilingCategory,
    /// The day of admission.
    pub(crate) admitted: Date,
    /// The day of settlement.
    pub(crate) settled: Date,
}

/// A rule that applied: the source of a figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Law<'a> {
    /// The kind of rule.
    pub(crate) rule: RuleName,
    /// The document.
    pub(crate) source: &'a Source,
    /// The place in it, when it is in force, and how well it is known.
    pub(crate) terms: &'a Terms,
}

/// A rule that applies, and its source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'a, T> {
    pub(crate) readings: &'a [T],
    open_question: Option<&'a Text>,
    pub(crate) law: Law<'a>,
}

impl<'a, T> Found<'a, T> {
    /// What the rule says, where its source leaves no choice.
    pub(crate) fn value(&self) -> Result<&'a T, Error> {
        match self.readings {
            [value] => Ok(value),
            _ => Err(self.ambiguous()),
        }
    }

    /// The refusal that names the rule and what its source leaves open.
    #[cold]
    pub(crate) fn ambiguous(&self) -> Error {
        let error = Error::new(ErrorCode::RuleAmbiguous).giving(self.law.citation());
        error.because(self.open_question.cloned().unwrap_or_else(|| self.law.rule.label()))
    }
}

impl Law<'_> {
    /// The source as a line to read: document, number, clause.
    pub(crate) fn citation(&self) -> String {
        [Some(&self.source.document), self.source.number.as_ref(), self.terms.citation.clause.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }
}

impl Applies {
    pub(super) fn to(&self, case: &Case<'_>) -> bool {
        fn any_or<T: PartialEq>(list: Option<&Vec<T>>, value: &T) -> bool {
            list.is_none_or(|list| list.contains(value))
        }
        self.insurance.contains(&case.insurance)
            && self.kind.contains(&case.kind)
            && self.tier.as_ref().is_none_or(|tiers| tiers.iter().any(|tier| tier == case.tier))
            && any_or(self.group.as_ref(), &case.group)
            && any_or(self.place.as_ref(), &case.place)
            && any_or(self.category.as_ref(), &case.category)
    }
}

impl<T> Rule<T> {
    fn readings(&self) -> &[T] {
        match &self.says {
            Says::Value(value) => std::slice::from_ref(value),
            Says::Readings(readings) => readings,
            Says::Disputed(_) => &[],
        }
    }

    /// What the source leaves open, in words.
    fn open_question(&self) -> Option<&Text> {
        match &self.says {
            Says::Disputed(why) => Some(why),
            Says::Value(_) | Says::Readings(_) => self.law.note.as_ref(),
        }
    }

    /// Whether the rule is in force for a stay, by the date that selects it. Where the source names no date, both must agree.
    fn in_force(&self, case: &Case<'_>) -> bool {
        let on = |day| self.law.effective.contains(day);
        match self.law.dated_by {
            Some(DatedBy::Admission) => on(case.admitted),
            Some(DatedBy::Settlement) => on(case.settled),
            None => on(case.admitted) && on(case.settled),
        }
    }
}

impl PolicyPack {
    /// The one rule of `rules` for `case`.
    ///
    /// # Errors
    ///
    /// `ruleNotFound` where none applies to such a case, `dateNotCovered` where none does on its dates, `rulesConflict` where
    /// more than one does.
    pub(crate) fn find<'a, T>(&'a self, name: RuleName, rules: &'a [Rule<T>], case: &Case<'_>) -> Result<Found<'a, T>, Error> {
        let mut in_force = rules.iter().filter(|rule| rule.applies.to(case) && rule.in_force(case));
        match (in_force.next(), in_force.next()) {
            (Some(rule), None) => self.found(name, rule),
            (Some(rule), Some(other)) => {
                let [first, second] = [self.found(name, rule)?, self.found(name, other)?];
                let both = format!("{} / {}", first.law.citation(), second.law.citation());
                Err(Error::new(ErrorCode::RulesConflict).because(Text::of(both.clone(), both)))
            }
            (None, _) => Err(self.not_found(name, rules, case)),
        }
    }

    /// Like [`find`](Self::find), but a rule that is not known at all is no fault.
    pub(crate) fn find_optional<'a, T>(
        &'a self,
        name: RuleName,
        rules: &'a [Rule<T>],
        case: &Case<'_>,
    ) -> Result<Option<Found<'a, T>>, Error> {
        match self.find(name, rules, case) {
            Ok(found) => Ok(Some(found)),
            Err(error) if matches!(error.code(), ErrorCode::RuleNotFound | ErrorCode::DateNotCovered) => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn found<'a, T>(&'a self, rule_name: RuleName, rule: &'a Rule<T>) -> Result<Found<'a, T>, Error> {
        let terms = &rule.law;
        let source = self.sources.get(&terms.citation.source).ok_or_else(|| Error::new(ErrorCode::Internal))?;
        let law = Law { rule: rule_name, source, terms };
        Ok(Found { readings: rule.readings(), open_question: rule.open_question(), law })
    }

    #[cold]
    fn not_found<T>(&self, name: RuleName, rules: &[Rule<T>], case: &Case<'_>) -> Error {
        let periods: Vec<_> = rules.iter().filter(|rule| rule.applies.to(case)).map(|rule| &rule.law.effective).collect();
        if periods.is_empty() {
            return Error::new(ErrorCode::RuleNotFound).because(self.in_words(name, case));
        }
        let covered = |day| periods.iter().any(|period| period.contains(day));
        let code =
            if covered(case.admitted) && covered(case.settled) { ErrorCode::RuleAmbiguous } else { ErrorCode::DateNotCovered };
        let dates = format!("{} … {}", case.admitted, case.settled);
        let allowed = periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
        Error::new(code).because(name.label()).giving(dates).allowing(allowed).at("admitted").at("visit")
    }

    /// Which rule for which case, as a person says it.
    fn in_words(&self, name: RuleName, case: &Case<'_>) -> Text {
        let tier = self.tiers.iter().find(|tier| tier.id == case.tier).map(|tier| tier.label.clone());
        let facts = [case.insurance.label(), case.group.label(), case.kind.label(), case.place.label(), case.category.label()];
        let facts: Vec<_> = facts.into_iter().chain(tier).collect();
        let (rule, facts) = (name.label(), Text::joined(&facts, "、", ", "));
        Text::of(format!("{}（{}）", rule.zh, facts.zh), format!("{} ({})", rule.en, facts.en))
    }
}
