//! Finding the one rule that answers.

use crate::{
    calendar::Date,
    decode::{Decode, Value, decode},
    error::{Error, ErrorCode},
    policy::{
        model::{
            Applies, Citation, DatedBy, FilingCategory, Insurance, PersonGroup, PolicyPack, ProofMode, Rule, RuleName, Says,
            Source, Standing, Terms, VisitKind,
        },
        words,
    },
    region::{Admdvs, Place},
    text::Text,
};

/// The facts of a case that select its rules. A fact that is not known is asked for where a rule turns on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case<'a> {
    /// The insurance.
    pub(crate) insurance: Option<Insurance>,
    /// The group of persons.
    pub(crate) group: Option<PersonGroup>,
    /// The person's age in whole years.
    pub(crate) age: Option<u16>,
    /// The person's standing.
    pub(crate) standing: Option<Standing>,
    /// The kind of visit.
    pub(crate) kind: Option<VisitKind>,
    /// The chronic disease.
    pub(crate) disease: Option<&'a str>,
    /// The facility's tier.
    pub(crate) tier: Option<&'a str>,
    /// Where care is received.
    pub(crate) place: Option<Place>,
    /// How it is filed.
    pub(crate) category: Option<FilingCategory>,
    /// What the filing rests on.
    pub(crate) proof: Option<ProofMode>,
    /// The day of admission.
    pub(crate) admitted: Date,
    /// The day of settlement.
    pub(crate) settled: Date,
}

impl Case<'_> {
    /// What is asked about a day, while nothing else is known.
    pub(crate) const fn on(day: Date) -> Self {
        Self {
            insurance: None,
            group: None,
            age: None,
            standing: None,
            kind: None,
            disease: None,
            tier: None,
            place: None,
            category: None,
            proof: None,
            admitted: day,
            settled: day,
        }
    }

    const fn day(&self, dated_by: DatedBy) -> Date {
        match dated_by {
            DatedBy::Admission => self.admitted,
            DatedBy::Settlement => self.settled,
        }
    }
}

/// A rule that applied: the source of a figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Law<'a> {
    /// The kind of rule.
    pub(crate) rule: RuleName,
    /// The pack it stands in.
    pub(crate) pack: Admdvs,
    /// The document.
    pub(crate) source: &'a Source,
    /// The place in it, when it is in force, and how well it is known.
    pub(crate) terms: &'a Terms,
}

impl Law<'_> {
    /// The source as a line to read: document, number, clause.
    pub(crate) fn citation(&self) -> String {
        cited(self.source, &self.terms.citation)
    }
}

/// A place in a document as a line to read: document, number, clause.
pub(crate) fn cited(source: &Source, citation: &Citation) -> String {
    let parts = [Some(&source.document), source.number.as_ref(), citation.clause.as_ref()];
    parts.into_iter().flatten().map(AsRef::as_ref).collect::<Vec<_>>().join(" ")
}

/// A rule that applies, and its source.
#[derive(Clone, Copy, Debug)]
struct Found<'a> {
    says: &'a Says<Value>,
    law: Law<'a>,
}

impl Found<'_> {
    /// The refusal that names the rule and what its source leaves open.
    #[cold]
    fn open(&self) -> Error {
        let (code, why) = match self.says {
            Says::Disputed(why) => (ErrorCode::RuleAmbiguous, Some(why)),
            Says::Between { .. } => (ErrorCode::RuleBounded, self.law.terms.note.as_ref()),
            Says::Value(_) | Says::Readings(_) => (ErrorCode::RuleAmbiguous, self.law.terms.note.as_ref()),
        };
        let why = why.cloned().unwrap_or_else(|| self.law.rule.label());
        Error::new(code).giving(self.law.citation()).because(why)
    }
}

/// Whether a rule applies to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Applying {
    Yes,
    No,
    /// It turns on a fact that is not known: its name and its group in the input.
    DependsOn([&'static str; 2]),
}

impl Applies {
    pub(super) fn to(&self, case: &Case<'_>) -> Applying {
        fn listed<T: PartialEq>(list: Option<&Vec<T>>, fact: Option<T>) -> Option<bool> {
            list.map_or(Some(true), |list| fact.map(|fact| list.contains(&fact)))
        }
        let named = |list: Option<&Vec<_>>, fact: Option<&str>| {
            list.map_or(Some(true), |list| fact.map(|fact| list.iter().any(|name| name == fact)))
        };
        let keys = [
            (listed(self.insurance.as_ref(), case.insurance), ["insurance", "person"]),
            (listed(self.kind.as_ref(), case.kind), ["kind", "visit"]),
            (named(self.tier.as_ref(), case.tier), ["tier", "visit"]),
            (listed(self.group.as_ref(), case.group), ["group", "person"]),
            (listed(self.place.as_ref(), case.place), ["treatmentRegion", "visit"]),
            (listed(self.category.as_ref(), case.category), ["category", "filing"]),
            (named(self.disease.as_ref(), case.disease), ["disease", "visit"]),
            (self.age.map_or(Some(true), |ages| case.age.map(|age| ages.contains(age))), ["age", "person"]),
            (listed(self.standing.as_ref(), case.standing), ["standing", "person"]),
            (listed(self.proof.as_ref(), case.proof), ["proof", "filing"]),
        ];
        if keys.iter().any(|(applies, _)| *applies == Some(false)) {
            return Applying::No;
        }
        keys.iter().find(|(applies, _)| applies.is_none()).map_or(Applying::Yes, |(_, fact)| Applying::DependsOn(*fact))
    }

    /// Whether it may apply, as far as the facts go that are known.
    pub(super) fn may_apply_to(&self, case: &Case<'_>) -> bool {
        self.to(case) != Applying::No
    }
}

impl Rule<Value> {
    /// Whether the rule is in force for a stay, by the date that selects it: `by` where the source names none.
    fn in_force(&self, case: &Case<'_>, by: DatedBy) -> bool {
        self.law.effective.contains(case.day(self.law.dated_by.unwrap_or(by)))
    }
}

impl PolicyPack {
    /// The one rule of a kind for `case`, if the date that selects rules is `by`.
    ///
    /// # Errors
    ///
    /// `ruleNotFound`, without words yet, where none applies to such a case, `dateNotCovered` where none does on that date,
    /// `inputNeeded` where that turns on a fact not known, `rulesConflict` where more than one applies.
    fn find(&self, name: RuleName, case: &Case<'_>, by: DatedBy) -> Result<Found<'_>, Error> {
        let rules = self.list(name);
        let mut applying = None;
        let mut depends_on = None;
        for rule in rules.iter().filter(|rule| rule.in_force(case, by)) {
            match (rule.applies.to(case), applying) {
                (Applying::Yes, None) => applying = Some(rule),
                (Applying::Yes, Some(other)) => return Err(self.conflict(name, other, rule)),
                (Applying::DependsOn(fact), _) => depends_on = depends_on.or(Some(fact)),
                (Applying::No, _) => {}
            }
        }
        match (applying, depends_on) {
            (Some(rule), _) => Ok(Found { says: &rule.says, law: self.law(name, rule)? }),
            (None, Some([fact, group])) => Err(Error::new(ErrorCode::InputNeeded).because(name.label()).at(fact).at(group)),
            (None, None) => Err(self.not_found(name, rules, case)),
        }
    }

    fn law<'a>(&'a self, name: RuleName, rule: &'a Rule<Value>) -> Result<Law<'a>, Error> {
        let source = self.source(&rule.law.citation.source).ok_or_else(|| Error::new(ErrorCode::Internal))?;
        Ok(Law { rule: name, pack: self.admdvs, source, terms: &rule.law })
    }

    #[cold]
    fn conflict(&self, name: RuleName, one: &Rule<Value>, other: &Rule<Value>) -> Error {
        let cited = |rule| self.law(name, rule).map(|law| law.citation()).unwrap_or_default();
        let both = format!("{} / {}", cited(one), cited(other));
        Error::new(ErrorCode::RulesConflict).because(Text::of(both.clone(), both))
    }

    #[cold]
    fn not_found(&self, name: RuleName, rules: &[Rule<Value>], case: &Case<'_>) -> Error {
        let periods: Vec<_> = rules.iter().filter(|rule| rule.applies.may_apply_to(case)).map(|rule| &rule.law.effective).collect();
        if periods.is_empty() {
            return Error::new(ErrorCode::RuleNotFound);
        }
        let allowed = periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
        of_dates(ErrorCode::DateNotCovered, name, case).allowing(allowed)
    }

    /// Which rule for which case, as a person says it, and which document to ask for.
    fn in_words(&self, name: RuleName, case: &Case<'_>) -> Text {
        let labelled = |list: &[(&str, &Text)], id: Option<&str>| {
            list.iter().find(|(known, _)| Some(*known) == id).map(|(_, label)| (*label).clone())
        };
        let tiers: Vec<_> = self.tiers.iter().map(|tier| (&*tier.id, &tier.label)).collect();
        let diseases: Vec<_> = self.diseases.iter().map(|disease| (&*disease.id, &disease.label)).collect();
        let facts = [
            case.insurance.map(Insurance::label),
            case.group.map(PersonGroup::label),
            case.kind.map(VisitKind::label),
            labelled(&diseases, case.disease),
            case.place.map(Place::label),
            case.category.map(FilingCategory::label),
            labelled(&tiers, case.tier),
        ];
        let facts: Vec<_> = facts.into_iter().flatten().collect();
        let (rule, facts, document) = (name.label(), Text::joined(&facts, "、", ", "), name.document());
        Text::of(
            format!("{}（{}），通常写在{}里", rule.zh, facts.zh, document.zh),
            format!("{} ({}), usually found in {}", rule.en, facts.en, document.en),
        )
    }
}

/// A refusal for the dates of a case.
#[cold]
fn of_dates(code: ErrorCode, name: RuleName, case: &Case<'_>) -> Error {
    let dates = format!("{} … {}", case.admitted, case.settled);
    Error::new(code).because(name.label()).giving(dates).at("admitted").at("visit")
}

/// The packs that answer for an insured region, the nearest first, and how open rules are settled meanwhile.
#[derive(Debug)]
pub(crate) struct Statute<'a> {
    packs: Vec<&'a PolicyPack>,
    choices: Choices<'a>,
    used: Vec<Used<'a>>,
}

/// A rule that answered in this round, and what it said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Used<'a> {
    pub(crate) law: Law<'a>,
    says: &'a Value,
}

impl Used<'_> {
    /// What it said, in words.
    pub(crate) fn in_words(&self) -> Text {
        words::in_words(self.law.rule, self.says)
    }
}

/// A rule that need not be there, or else what is known of it all the same: its source may only not let it be computed.
pub(crate) type Sought<'a, T> = Result<(T, Law<'a>), Option<Text>>;

/// Which candidate of each open rule is taken in this round, in the order in which the rules are met.
#[derive(Debug, Default)]
struct Choices<'a> {
    taken: Vec<Choice<'a>>,
    met: usize,
}

/// What was taken an open rule to say.
#[derive(Clone, Debug)]
pub(crate) struct Choice<'a> {
    /// The rule.
    pub(crate) law: Law<'a>,
    /// What it was taken to say, in words.
    pub(crate) says: Text,
    /// The refusal where that matters and must not be chosen.
    pub(crate) refusal: Error,
    at: usize,
    of: usize,
}

impl<'a> Statute<'a> {
    pub(crate) fn of(packs: Vec<&'a PolicyPack>) -> Self {
        Self { packs, choices: Choices::default(), used: Vec::new() }
    }

    /// What the one rule of a kind for `case` says, and its source: in the nearest pack that has one.
    ///
    /// # Errors
    ///
    /// As for a single pack; where none has a rule, the refusal is the nearest that knows of such a rule at other times, or else the
    /// first. `ruleAmbiguous` where the rule cannot be computed at all.
    pub(crate) fn find<T: Decode>(&mut self, name: RuleName, case: &Case<'_>) -> Result<(T, Law<'a>), Error> {
        let (value, law) = self.find_value(name, case)?;
        Ok((decode(value)?, law))
    }

    fn find_value(&mut self, name: RuleName, case: &Case<'_>) -> Result<(&'a Value, Law<'a>), Error> {
        self.seek(name, case)
            .map_err(|error| if error.code() == ErrorCode::RuleNotFound { self.not_known(name, case) } else { error })
    }

    /// `ruleNotFound`, saying which rule is not known.
    #[cold]
    pub(crate) fn not_known(&self, name: RuleName, case: &Case<'_>) -> Error {
        let words = self.packs.first().map(|pack| pack.in_words(name, case));
        Error::new(ErrorCode::RuleNotFound).because(words.unwrap_or_else(|| name.label()))
    }

    /// Like [`find`](Self::find), but `ruleNotFound` does not say yet what was not found: most who ask can do without, and the words
    /// take longer than the search.
    fn seek(&mut self, name: RuleName, case: &Case<'_>) -> Result<(&'a Value, Law<'a>), Error> {
        let found = self.selected(name, case)?;
        let candidates = found.says.candidates();
        let at = if candidates.len() > 1 { self.choices.take_reading(&found, &candidates) } else { 0 };
        let says = *candidates.get(at).ok_or_else(|| found.open())?;
        self.used.push(Used { law: found.law, says });
        Ok((says, found.law))
    }

    /// The rule that answers. Where the day of admission selects another than the day of settlement, and no source says which of them
    /// counts, that is open.
    fn selected(&mut self, name: RuleName, case: &Case<'_>) -> Result<Found<'a>, Error> {
        let by_admission = self.nearest(name, case, DatedBy::Admission)?;
        let changes = |rule: &Rule<Value>| rule.in_force(case, DatedBy::Admission) != rule.in_force(case, DatedBy::Settlement);
        if !self.packs.iter().any(|pack| pack.list(name).iter().any(changes)) {
            return Ok(by_admission);
        }
        let by_settlement = self.nearest(name, case, DatedBy::Settlement)?;
        if std::ptr::eq(by_admission.law.terms, by_settlement.law.terms) {
            return Ok(by_admission);
        }
        Ok(self.choices.take_date([by_admission, by_settlement], &of_dates(ErrorCode::RuleAmbiguous, name, case)))
    }

    fn nearest(&self, name: RuleName, case: &Case<'_>, by: DatedBy) -> Result<Found<'a>, Error> {
        let mut refusal: Option<Error> = None;
        for pack in &self.packs {
            match pack.find(name, case, by) {
                Ok(found) => return Ok(found),
                Err(error) if error.code() == ErrorCode::RuleNotFound => refusal = refusal.or(Some(error)),
                Err(error) if error.code() == ErrorCode::DateNotCovered => {
                    refusal = refusal.filter(|earlier| earlier.code() == ErrorCode::DateNotCovered).or(Some(error));
                }
                Err(error) => return Err(error),
            }
        }
        Err(refusal.unwrap_or_else(|| Error::new(ErrorCode::RuleNotFound)))
    }

    /// Like [`find`](Self::find), but a rule that is not known, or cannot be computed, is no fault.
    pub(crate) fn find_optional<T: Decode>(&mut self, name: RuleName, case: &Case<'_>) -> Result<Sought<'a, T>, Error> {
        match self.seek(name, case) {
            Ok((says, law)) => Ok(Ok((decode(says)?, law))),
            Err(error) if matches!(error.code(), ErrorCode::RuleNotFound | ErrorCode::DateNotCovered) => Ok(Err(None)),
            Err(error) if error.code() == ErrorCode::RuleAmbiguous => Ok(Err(error.detail().cloned())),
            Err(error) => Err(error),
        }
    }

    /// The open rules that this round has met, and what they were taken to say.
    pub(crate) fn chosen(&self) -> &[Choice<'a>] {
        self.choices.taken.get(..self.choices.met).unwrap_or_default()
    }

    /// The rules that have answered in this round.
    pub(crate) fn used(&self) -> &[Used<'a>] {
        &self.used
    }

    /// Begins the next round; answers whether there is one.
    pub(crate) fn next_round(&mut self) -> bool {
        self.used.clear();
        let Choices { taken, met } = &mut self.choices;
        taken.truncate(*met);
        *met = 0;
        while let Some(last) = taken.last_mut() {
            last.at += 1;
            if last.at < last.of {
                return true;
            }
            taken.pop();
        }
        false
    }
}

impl<'a> Choices<'a> {
    /// Which of a rule's candidates is taken in this round.
    fn take_reading(&mut self, found: &Found<'a>, candidates: &[&Value]) -> usize {
        let at = self.next();
        let says = candidates.get(at).map_or(Text::new("", ""), |value| words::in_words(found.law.rule, value));
        self.take(Choice { law: found.law, says, refusal: found.open(), at, of: candidates.len() });
        at
    }

    /// Which of the rules that the two dates of a stay select is taken in this round.
    fn take_date(&mut self, [by_admission, by_settlement]: [Found<'a>; 2], refusal: &Error) -> Found<'a> {
        let at = self.next();
        let (found, dated_by) = if at == 0 { (by_admission, DatedBy::Admission) } else { (by_settlement, DatedBy::Settlement) };
        self.take(Choice { law: found.law, says: dated_by.label(), refusal: refusal.clone(), at, of: 2 });
        found
    }

    fn next(&self) -> usize {
        self.taken.get(self.met).map_or(0, |choice| choice.at)
    }

    fn take(&mut self, choice: Choice<'a>) {
        match self.taken.get_mut(self.met) {
            Some(earlier) => *earlier = choice,
            None => self.taken.push(choice),
        }
        self.met += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Approval, ChangeLock, Library, Materials, RuleLists};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// A filing, asked about on a day; nothing is known but how and from where.
    fn filing(category: FilingCategory, proof: Option<ProofMode>, place: Place, on: &str) -> Case<'static> {
        Case { place: Some(place), category: Some(category), proof, ..Case::on(day(on)) }
    }

    fn ask<T: Decode>(region: &str, name: RuleName, case: &Case<'_>) -> Result<(T, String), (ErrorCode, String)> {
        let library = Library::shipped();
        let packs = library.packs_for(region.parse().unwrap()).unwrap();
        let mut statute = Statute::of(packs.iter().map(|loaded| &loaded.pack).collect());
        let found = statute.find(name, case).map(|(content, law)| (content, law.citation()));
        found.map_err(|error| (error.code(), error.path()))
    }

    #[test]
    fn the_nearest_rule_on_filing_answers_and_names_its_clause() {
        let long_term = |proof| filing(FilingCategory::LongTermResident, proof, Place::AcrossProvinces, "2026-11-22");
        let (lock, clause) = ask::<ChangeLock>("320100", RuleName::ChangeLock, &long_term(Some(ProofMode::Commitment))).unwrap();
        assert_eq!(lock, ChangeLock::AfterMonths(6));
        assert!(clause.contains("苏医保发〔2022〕75号"), "{clause}");
        let (lock, _) = ask::<ChangeLock>("320100", RuleName::ChangeLock, &long_term(Some(ProofMode::Material))).unwrap();
        assert_eq!(lock, ChangeLock::AnyTime);
        let (lock, clause) = ask::<ChangeLock>("430100", RuleName::ChangeLock, &long_term(None)).unwrap();
        assert_eq!(lock, ChangeLock::AfterAtMostMonths(6));
        assert!(clause.contains("医保发〔2022〕22号"), "{clause}");
        assert_eq!(ask::<Approval>("320100", RuleName::Approval, &long_term(None)).unwrap().0, Approval::WorkingDays(1));
    }

    #[test]
    fn a_fact_is_asked_for_only_where_a_rule_turns_on_it() {
        let unproved = filing(FilingCategory::LongTermResident, None, Place::AcrossProvinces, "2026-11-22");
        let asked = ask::<ChangeLock>("320100", RuleName::ChangeLock, &unproved).map(|_| ());
        assert_eq!(asked, Err((ErrorCode::InputNeeded, "filing.proof".to_owned())));
    }

    #[test]
    fn where_no_rule_is_known_the_refusal_says_whether_there_is_one_at_other_times() {
        let referral = |on| filing(FilingCategory::Referral, None, Place::AcrossProvinces, on);
        assert!(ask::<Materials>("430100", RuleName::Materials, &referral("2026-11-22")).is_ok());
        let before = ask::<Materials>("430100", RuleName::Materials, &referral("2020-01-01")).map(|_| ());
        assert_eq!(before, Err((ErrorCode::DateNotCovered, "visit.admitted".to_owned())));
        let none = ask::<Approval>("430100", RuleName::Exemption, &referral("2026-11-22")).map(|_| ());
        assert_eq!(none, Err((ErrorCode::RuleNotFound, String::new())));
    }

    #[test]
    fn two_rules_at_once_are_refused_naming_both_clauses() {
        // What a linted pack cannot hold: the same rule twice.
        let library = Library::shipped();
        let mut pack = library.pack("320000".parse().unwrap()).unwrap().clone();
        let [first, ..] = pack.list(RuleName::Approval) else { unreachable!("Jiangsu has one") };
        pack.filing = RuleLists::holding(RuleName::Approval, vec![first.clone(), first.clone()]);
        let case = filing(FilingCategory::Referral, None, Place::AcrossProvinces, "2026-11-22");
        let error = Statute::of(vec![&pack]).find::<Approval>(RuleName::Approval, &case).unwrap_err();
        assert_eq!(error.code(), ErrorCode::RulesConflict);
        assert_eq!(error.text().en.matches("苏医保发〔2022〕75号").count(), 2, "{error}");
    }
}
