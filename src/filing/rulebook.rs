//! One insured region's rules on filing.

use crate::{
    calendar::Date,
    decode::{Decode, Value, decode},
    error::{Error, ErrorCode},
    policy::{Case, LawRef, Library, LoadedPack, PackRef, RuleName, Statute, in_words},
    region::{Admdvs, Place},
    text::Text,
};

/// The packs that answer for an insured region.
pub(crate) struct Rulebook<'a> {
    insured: Admdvs,
    packs: Vec<&'a LoadedPack>,
}

/// A rule: what it says, and its source. What it says is read where it is needed: a phone downloads the
/// search for a rule once, and not for each kind.
#[derive(Clone)]
pub(crate) struct Known {
    name: RuleName,
    content: Value,
    pub(crate) law: Box<LawRef>,
}

/// A rule, or what is known of it where it is not there: why its source does not let it be applied.
pub(crate) type Sought = Result<Known, Option<Text>>;

impl Known {
    /// What it says, as a sentence.
    pub(crate) fn says(&self) -> Text {
        in_words(self.name, &self.content)
    }

    /// What it says. The linter has seen to it that a rule says what its kind can.
    pub(crate) fn content<T: Decode>(&self) -> Option<T> {
        decode(&self.content).ok()
    }
}

/// What a rule says, where there is one.
pub(crate) fn content<T: Decode>(rule: &Sought) -> Option<T> {
    rule.as_ref().ok().and_then(Known::content)
}

impl<'a> Rulebook<'a> {
    /// # Errors
    ///
    /// `regionTooCoarse` where only a province is named, `unknownRegion` where there is no such region.
    pub(crate) fn of(library: &'a Library, insured: Admdvs) -> Result<Self, Error> {
        if insured.is_frame() {
            return Err(Error::new(ErrorCode::RegionTooCoarse).giving(insured));
        }
        Ok(Self { insured, packs: library.packs_for(insured)? })
    }

    pub(crate) fn pack_refs(&self) -> Vec<PackRef> {
        PackRef::of_all(&self.packs)
    }

    /// Whether a rule on filing differs by insurance.
    pub(crate) fn turn_on_insurance(&self) -> bool {
        let mut rules = self.packs.iter().flat_map(|loaded| loaded.pack.filing.lists()).flat_map(|(_, rules)| rules);
        rules.any(|rule| rule.applies.insurance.is_some())
    }

    /// Whether the nearest pack should have been looked through again by that day.
    pub(crate) fn review_is_due(&self, today: Date) -> bool {
        self.packs.first().is_some_and(|loaded| loaded.pack.review_by < today)
    }

    /// Where `treatment` lies, as seen from the insured region.
    pub(crate) fn place(&self, treatment: Admdvs) -> Result<Place, Error> {
        Place::of(treatment, self.insured)
    }

    /// What is asked on a day of someone treated there, and nothing else known so far.
    pub(crate) fn case(on: Date, place: Place) -> Case<'static> {
        Case { place: Some(place), ..Case::on(on) }
    }

    /// The one rule of a kind for `case`. One that only sets bounds, or can be read in several ways, does not answer here.
    ///
    /// # Errors
    ///
    /// `inputNeeded` with the fact's path in an estimate where the rule turns on a fact not known, `rulesConflict` where two apply.
    pub(crate) fn look(&self, name: RuleName, case: &Case<'_>) -> Result<Sought, Error> {
        let mut statute = Statute::of(self.packs.iter().map(|loaded| &loaded.pack).collect());
        let found = statute.find_optional::<Value>(name, case)?;
        let found = match statute.chosen() {
            [] => found,
            [open, ..] => Err(Some(open.refusal.reason())),
        };
        Ok(found.map(|(content, law)| Known { name, law: Box::new(LawRef::from(&law)), content }))
    }
}
