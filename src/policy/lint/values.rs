//! What a rule says.

use crate::{
    error::Error,
    money::{Money, Percent},
    policy::{
        heads::Head,
        lint::{Fault, FaultCode, Lint},
        model::{
            Adjustment, Approval, Bands, Cap, CategoryName, ChangeLock, Channel, ChronicFacility, ChronicTerms, CivilServant,
            CivilServantSubsidy, Claim, Coverage, CrossYear, Deductible, DeductibleWaiver, Enquiry, Exemption, FilingCategory,
            Ladder, LargeAmount, LateFiling, Materials, Notice, OpenDiseases, OutpatientChoice, PersonalAccount, Places, RankRatio,
            ReferralDoctor, Says, SpecialDrugs, Supplement, SystemFailure, Topic, Validity, check_content,
        },
        words,
    },
    text::Text,
};

/// # Errors
///
/// That of a content which cannot be read, with its path.
pub(super) fn check(head: &Head<'_>, faults: &mut Vec<Fault>) -> Result<(), Error> {
    let path = format!("{}.says", head.path());
    let candidates = head.says.candidates();
    let several = match head.says {
        Says::Readings(_) => Some("readings"),
        Says::Between { .. } => Some("between"),
        Says::Value(_) | Says::Disputed(_) => None,
    };
    if let Some(several) = several
        && are_alike(candidates.iter().map(|value| words::in_words(head.name, value)))
    {
        faults.push(Fault::new(FaultCode::ReadingsAlike, format!("{path}.{several}"), candidates.len()));
    }
    for (at, value) in candidates.into_iter().enumerate() {
        let path = format!("{path}.{}", head.says.way_to(at));
        check_content(head.name, value, &path, faults).map_err(|error| error.at(path))?;
    }
    Ok(())
}

/// Whether a person reads the same in all. (As JSON, `"1"` and `"1.00"` would differ.)
fn are_alike(mut words: impl Iterator<Item = Text>) -> bool {
    let first = words.next();
    words.all(|other| first.as_ref() == Some(&other))
}

fn check_not_empty<T>(list: &[T], path: String, faults: &mut Vec<Fault>) {
    if list.is_empty() {
        faults.push(Fault::new(FaultCode::EmptyList, path, "[]"));
    }
}

impl Lint for Deductible {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        let Self::PerVisit(ladder) = self else { return };
        let path = format!("{path}.perVisit");
        match ladder {
            Ladder::Amounts { first, .. } => check_not_empty(first, format!("{path}.amounts.first"), faults),
            Ladder::StepsDown { first, points, floor } if first.is_zero() || points.is_zero() || *floor == Percent::WHOLE => {
                let steps = format!("{first} − {points} % … {floor} %");
                faults.push(Fault::new(FaultCode::StuckLadder, format!("{path}.stepsDown"), steps));
            }
            Ladder::Always(_) | Ladder::StepsDown { .. } => {}
        }
    }
}

impl Lint for Bands {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        let path = format!("{path}.bands");
        if !join(self) {
            let bounds = self.bands.iter().map(|band| band.up_to.map_or("…".to_owned(), |bound| bound.to_string()));
            faults.push(Fault::new(FaultCode::BrokenSegments, path, bounds.collect::<Vec<_>>().join(" < ")));
        } else if self.bands.iter().all(|band| self.ratio(band).is_zero()) {
            faults.push(Fault::new(FaultCode::PaysNothing, path, "0 %"));
        }
    }
}

fn join(bands: &Bands) -> bool {
    let Some((last, closed)) = bands.bands.split_last() else { return false };
    let mut below = Some(Money::ZERO);
    last.up_to.is_none() && closed.iter().all(|band| band.up_to > std::mem::replace(&mut below, band.up_to))
}

impl Lint for Adjustment {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        match self {
            Self::OwnTable { deductible, segments } => {
                deductible.lint(&format!("{path}.ownTable.deductible"), faults);
                segments.lint(&format!("{path}.ownTable.segments"), faults);
            }
            Self::Times(factor) if factor.is_zero() => {
                faults.push(Fault::new(FaultCode::PaysNothing, format!("{path}.times"), "0 %"));
            }
            Self::None | Self::MinusPoints(_) | Self::Times(_) | Self::FirstSelfPay { .. } | Self::NotCovered => {}
        }
    }
}

impl Lint for Cap {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        let (Self::Yearly(amount) | Self::Monthly(amount) | Self::PerVisit(amount)) = self else { return };
        if amount.is_zero() {
            faults.push(Fault::new(FaultCode::PaysNothing, path, amount));
        }
    }
}

impl Lint for LargeAmount {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        if self.ratio.is_zero() {
            faults.push(Fault::new(FaultCode::PaysNothing, format!("{path}.ratio"), "0 %"));
        }
    }
}

impl Lint for Supplement {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        self.segments.lint(&format!("{path}.segments"), faults);
        self.cap.lint(&format!("{path}.cap"), faults);
    }
}

impl Lint for Vec<DeductibleWaiver> {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        check_not_empty(self, path.to_owned(), faults);
    }
}

impl Lint for CivilServantSubsidy {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        let path = format!("{path}.ratios");
        check_not_empty(&self.ratios, path.clone(), faults);
        for (index, RankRatio { rank, .. }) in self.ratios.iter().enumerate() {
            let path = format!("{path}.{index}.rank");
            if *rank == CivilServant::No {
                faults.push(Fault::naming(FaultCode::NeverApplies, path, &rank.label()));
            } else if self.ratios.iter().take(index).any(|earlier| earlier.rank == *rank) {
                faults.push(Fault::naming(FaultCode::Duplicate, path, &rank.label()));
            }
        }
    }
}

impl Lint for ChronicTerms {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        let terms: Vec<_> = [self.diseases_at_most, self.facilities_at_most, self.holds_for_months].into_iter().flatten().collect();
        check_not_empty(&terms, path.to_owned(), faults);
    }
}

impl Lint for Claim {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        if self.deadline.is_none() && self.paid_within_working_days.is_none() {
            check_not_empty(&self.papers, path.to_owned(), faults);
        }
    }
}

impl Lint for PersonalAccount {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        check_not_empty(&self.pays, format!("{path}.pays"), faults);
    }
}

impl Lint for Materials {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        for (index, need) in self.needs.iter().enumerate() {
            check_not_empty(&need.any_one_of, format!("{path}.needs.{index}.anyOneOf"), faults);
        }
    }
}

impl Lint for Exemption {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        check_not_empty(&self.regions, format!("{path}.regions"), faults);
    }
}

impl Lint for Coverage {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        check_not_empty(&self.kinds, format!("{path}.kinds"), faults);
    }
}

impl Lint for Vec<Channel> {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        check_not_empty(self, path.to_owned(), faults);
    }
}

impl Lint for OpenDiseases {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        check_not_empty(&self.diseases, format!("{path}.diseases"), faults);
    }
}

impl Lint for OutpatientChoice {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        check_not_empty(&self.ways, format!("{path}.ways"), faults);
    }
}

impl Lint for Notice {
    fn lint(&self, path: &str, faults: &mut Vec<Fault>) {
        let path = format!("{path}.sections");
        for topic in Topic::LAWFUL {
            let clauses = || self.sections.iter().filter(|section| section.topic == topic).flat_map(|section| &section.clauses);
            let lacks =
                |category: &&FilingCategory| category.is_applied_for() && !clauses().any(|clause| clause.concerns(**category));
            if let Some(category) = FilingCategory::ALL.iter().find(lacks) {
                let missing = Text::joined(&[topic.label(), category.label()], "，", ", ");
                faults.push(Fault::naming(FaultCode::NoticeIncomplete, &*path, &missing));
            }
        }
    }
}

/// Makes types whose every value is sound.
macro_rules! always_sound {
    ($($type:ty),+) => {
        $(impl Lint for $type {
            fn lint(&self, _: &str, _: &mut Vec<Fault>) {}
        })+
    };
}

always_sound!(
    CrossYear,
    CategoryName,
    Validity,
    ChangeLock,
    LateFiling,
    Approval,
    Places,
    SpecialDrugs,
    ChronicFacility,
    SystemFailure,
    ReferralDoctor,
    Enquiry
);
