//! The funnel: from the amount in scope to what each fund pays.

use crate::{
    decode::Decode,
    error::{Error, ErrorCode},
    estimate::{
        bill::BillParts,
        deductible, funds,
        input::{Answers, EstimateInput, Year, YearSoFar},
        own_figures::{Ground, OwnFigures, by_law},
        segments::{self, Slice},
    },
    money::{Money, Percent, Rounding},
    policy::{
        AccountUse, Adjustment, Bands, Cap, Case, CivilServant, CivilServantSubsidy, CrossYear, Deductible, DeductibleWaiver,
        FirstSelfPayBase, Insurance, Ladder, LargeAmount, Law, PersonalAccount, RankRatio, RuleName, Sought, Standing, Statute,
        Supplement,
    },
    region::Place,
    text::Text,
};

/// Rules are rounded once each, where their amount arises: 四舍五入 to the fen.
const ROUNDING: Rounding = Rounding::HalfUp;

/// A visit, settled whole, or split over the two years in which it lies.
#[derive(Debug)]
pub(crate) struct Stay<'a> {
    pub(crate) parts: Vec<YearPart<'a>>,
    /// How a stay over 31 December is settled.
    pub(crate) cross_year: Option<Law<'a>>,
    /// What the personal account pays, where it is to be used.
    pub(crate) account: Account<'a>,
}

/// The part of a stay that is settled in one year.
#[derive(Debug)]
pub(crate) struct YearPart<'a> {
    pub(crate) year: i32,
    pub(crate) bill: BillParts,
    pub(crate) settled: Settled<'a>,
}

#[derive(Debug)]
pub(crate) enum Account<'a> {
    NotUsed,
    /// It is not known which part of the bill it may pay.
    Unknown,
    Pays(Money, Ground<'a>),
}

impl Stay<'_> {
    pub(crate) fn total(&self) -> Money {
        self.parts.iter().map(|part| part.bill.total).sum()
    }

    /// The rules that are not known here, of each part.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = &Missing> {
        self.parts.iter().flat_map(|part| &part.settled.gaps)
    }

    pub(crate) fn rests_on_own_figures(&self) -> bool {
        self.parts.iter().any(|part| part.settled.rests_on_own_figures())
    }

    pub(crate) fn patient_pays(&self) -> Money {
        self.total() - self.parts.iter().map(|part| part.settled.funds_pay()).sum()
    }
}

/// Every amount of a settled visit, with what it rests on.
#[derive(Debug, Default)]
pub(crate) struct Settled<'a> {
    pub(crate) in_scope: Money,
    pub(crate) first_self_pay: Option<FirstSelfPay<'a>>,
    pub(crate) deductible: Option<DeductibleTaken<'a>>,
    pub(crate) pool: Vec<Slice>,
    /// How the ratios of `pool` came about: the table, and the adjustment where one applies.
    pub(crate) pool_grounds: Vec<Ground<'a>>,
    pub(crate) adjustment: Option<Adjustment>,
    pub(crate) cap_ground: Option<Ground<'a>>,
    /// In scope, above the pool's cap, before the large-amount fund.
    pub(crate) above_cap: Money,
    pub(crate) large_amount: Option<LargeAmountPaid<'a>>,
    /// What the funds pay that pay on the person's own payments, in the order in which they do.
    pub(crate) supplements: Vec<Supplemented<'a>>,
    /// The rule by which nothing is paid at all.
    pub(crate) not_covered: Option<Ground<'a>>,
    /// Rules not known here that could change what the person pays.
    pub(crate) gaps: Vec<Missing>,
}

#[derive(Debug)]
pub(crate) struct FirstSelfPay<'a> {
    pub(crate) base: Money,
    pub(crate) percent: Percent,
    pub(crate) amount: Money,
    pub(crate) ground: Ground<'a>,
}

#[derive(Debug)]
pub(crate) struct DeductibleTaken<'a> {
    pub(crate) standard: Money,
    /// What of the standard this visit owes, after what was paid towards it before.
    pub(crate) due: Money,
    pub(crate) amount: Money,
    pub(crate) grounds: Vec<Ground<'a>>,
}

#[derive(Debug)]
pub(crate) struct LargeAmountPaid<'a> {
    pub(crate) ratio: Percent,
    pub(crate) amount: Money,
    pub(crate) capped: bool,
    pub(crate) law: Law<'a>,
}

/// A fund that pays on the person's own payments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fund {
    SeriousIllness,
    LocalSupplement,
    CivilServant,
    Assistance,
}

#[derive(Debug)]
pub(crate) struct Supplemented<'a> {
    pub(crate) fund: Fund,
    pub(crate) slices: Vec<Slice>,
    pub(crate) law: Law<'a>,
}

/// A rule that is not known here, and which way it could change what the person pays.
#[derive(Debug)]
pub(crate) struct Missing {
    pub(crate) rule: RuleName,
    /// Whether the person could pay more, rather than less.
    pub(crate) could_cost: bool,
    /// What is known of it, where its source only does not let it be computed.
    pub(crate) disputed: Option<Text>,
}

impl Settled<'_> {
    /// What the large-amount fund pays.
    pub(crate) fn large_amount(&self) -> Money {
        self.large_amount.as_ref().map_or(Money::ZERO, |paid| paid.amount)
    }

    /// What `fund` pays, if it was reached.
    pub(crate) fn paid_by(&self, fund: Fund) -> Option<Money> {
        self.supplements.iter().find(|paid| paid.fund == fund).map(|paid| segments::paid(&paid.slices))
    }

    /// What all funds pay together.
    pub(crate) fn funds_pay(&self) -> Money {
        let supplements: Money = self.supplements.iter().map(|paid| segments::paid(&paid.slices)).sum();
        segments::paid(&self.pool) + self.large_amount() + supplements
    }

    fn rests_on_own_figures(&self) -> bool {
        let first_self_pay = self.first_self_pay.iter().map(|first| &first.ground);
        let deductible = self.deductible.iter().flat_map(|taken| &taken.grounds);
        let pool = self.pool_grounds.iter().chain(&self.cap_ground).chain(&self.not_covered);
        pool.chain(first_self_pay).chain(deductible).any(|ground| ground.own().is_some())
    }

    /// The compliant own payments (合规个人负担) that are left.
    fn own_payments(&self) -> Money {
        let first_self_pay = self.first_self_pay.as_ref().map_or(Money::ZERO, |first| first.amount);
        self.in_scope - first_self_pay - self.funds_pay()
    }

    /// Notes a fund that might pay a further part.
    fn might_pay(&mut self, rule: RuleName, disputed: Option<Text>) {
        self.gaps.push(Missing { rule, could_cost: false, disputed });
    }
}

/// Settles a stay by the rules of the insured region. What a missing fact could be goes to `answers`.
pub(crate) fn settle<'a>(
    statute: &mut Statute<'a>,
    case: Case<'_>,
    input: &EstimateInput,
    bill: &BillParts,
    answers: &Answers,
) -> Result<Stay<'a>, Error> {
    let year = Year { facts: &input.year_so_far, name: "yearSoFar", answers };
    let mut funnel = Funnel { statute, case, input, year, deductible_left: None };
    let (parts, cross_year) = match funnel.cross_year()? {
        Some((CrossYear::ByDays, law)) => (funnel.settle_by_days(bill)?, Some(law)),
        whole => (vec![funnel.settle(bill)?], whole.map(|(_, law)| law)),
    };
    let account = funnel.account(&parts)?;
    Ok(Stay { parts, cross_year, account })
}

/// A visit, or its part in one year, and the law that settles it.
struct Funnel<'s, 'a> {
    statute: &'s mut Statute<'a>,
    case: Case<'s>,
    input: &'s EstimateInput,
    year: Year<'s>,
    /// What an earlier part of the same visit has left of its deductible.
    deductible_left: Option<Money>,
}

/// The rule by which the visit's place and filing change what the pool pays.
struct Elsewhere<'a> {
    adjustment: Adjustment,
    ground: Ground<'a>,
}

impl Elsewhere<'_> {
    fn ratio(&self, stated: Percent) -> Percent {
        match &self.adjustment {
            Adjustment::MinusPoints(points) => stated.minus_points(*points),
            Adjustment::Times(factor) => stated.times(*factor),
            _ => stated,
        }
    }
}

/// Names the figure of the user's own that would fill the hole.
fn or_own(figure: &'static str) -> impl Fn(Error) -> Error {
    move |error| if error.code() == ErrorCode::RuleNotFound { error.at(figure).at("ownFigures") } else { error }
}

impl<'s, 'a> Funnel<'s, 'a> {
    /// Settles what lies in one year.
    fn settle(&mut self, bill: &BillParts) -> Result<YearPart<'a>, Error> {
        Ok(YearPart { year: self.case.settled.year(), bill: *bill, settled: self.settled(bill)? })
    }

    /// Settles a stay as two, by the days in each year: the day of admission counts, that of discharge does not. It is one visit all
    /// the same, so that a deductible per visit is owed once.
    fn settle_by_days(&mut self, bill: &BillParts) -> Result<Vec<YearPart<'a>>, Error> {
        const UNKNOWN: &YearSoFar = &YearSoFar::UNKNOWN;
        let (whole, later) = (self.case, self.year);
        let (new_year, last_day) = whole.settled.turn_of_the_year();
        let [first, second] = bill.by_days(new_year.days_since(whole.admitted), whole.settled.days_since(whole.admitted));
        self.case = Case { settled: last_day, ..whole };
        self.year = Year { facts: self.input.previous_year.as_ref().unwrap_or(UNKNOWN), name: "previousYear", ..later };
        let first = self.settle(&first)?;
        self.case = Case { admitted: new_year, ..whole };
        self.year = later;
        self.deductible_left = Some(first.settled.deductible.as_ref().map_or(Money::ZERO, |taken| taken.due - taken.amount));
        let second = self.settle(&second)?;
        Ok(vec![first, second])
    }

    fn settled(&mut self, bill: &BillParts) -> Result<Settled<'a>, Error> {
        let mut settled = Settled { in_scope: bill.in_scope, ..Settled::default() };
        let elsewhere = self.elsewhere()?;
        let elsewhere = elsewhere.as_ref();
        settled.adjustment = elsewhere.map(|rule| rule.adjustment.clone());
        if let Some(Elsewhere { adjustment: Adjustment::NotCovered, ground }) = elsewhere {
            settled.not_covered = Some(*ground);
            return Ok(settled);
        }

        let mut left = bill.in_scope;
        take_first_self_pay(&mut settled, elsewhere, FirstSelfPayBase::InScope, &mut left);
        let measured_from = self.take_deductible(&mut settled, elsewhere, &mut left)?;
        take_first_self_pay(&mut settled, elsewhere, FirstSelfPayBase::AfterDeductible, &mut left);
        if !left.is_zero() {
            self.pay_from_pool(&mut settled, elsewhere, measured_from, left)?;
        }
        self.pay_large_amount(&mut settled)?;
        self.pay_supplements(&mut settled)?;
        Ok(settled)
    }

    fn find<T: Decode>(&mut self, name: RuleName) -> Result<(T, Law<'a>), Error> {
        self.statute.find(name, &self.case)
    }

    fn find_optional<T: Decode>(&mut self, name: RuleName) -> Result<Sought<'a, T>, Error> {
        self.statute.find_optional(name, &self.case)
    }

    /// How a stay over 31 December is settled; `None` for any other.
    fn cross_year(&mut self) -> Result<Option<(CrossYear, Law<'a>)>, Error> {
        let years = self.case.settled.year() - self.case.admitted.year();
        if years == 0 {
            return Ok(None);
        }
        let rule = match self.find(RuleName::CrossYear) {
            // The source speaks of two years.
            Ok((CrossYear::ByDays, _)) if years > 1 => Err(Error::new(ErrorCode::RuleNotFound).because(CrossYear::ByDays.label())),
            rule => rule,
        };
        let of_such_a_stay = |error: Error| {
            if error.code() == ErrorCode::RuleNotFound { error.at("settled").at("visit") } else { error }
        };
        rule.map(Some).map_err(of_such_a_stay)
    }

    /// What the personal account pays of the person's share.
    fn account(&mut self, parts: &[YearPart<'a>]) -> Result<Account<'a>, Error> {
        let Some(balance) = self.input.person.account_balance else { return Ok(Account::NotUsed) };
        let own = |own: &OwnFigures| own.account_pays.clone().map(|pays| PersonalAccount { pays });
        let rule = match self.own(own, RuleName::PersonalAccount) {
            Some(own) => Ok(own),
            None => self.find_optional(RuleName::PersonalAccount)?.map(by_law),
        };
        let Ok((PersonalAccount { pays }, ground)) = rule else { return Ok(Account::Unknown) };
        let mut eligible = Money::ZERO;
        for YearPart { bill, settled, .. } in parts {
            if pays.contains(&AccountUse::WithinScope) {
                eligible = eligible + (bill.in_scope - settled.funds_pay());
            }
            if pays.contains(&AccountUse::OutsideScope) {
                eligible = eligible + bill.outside.sum();
            }
        }
        Ok(Account::Pays(balance.min(eligible), ground))
    }

    /// At home nothing changes, unless the person is filed as living elsewhere: coming home then has its own rule (双向享受).
    fn elsewhere(&mut self) -> Result<Option<Elsewhere<'a>>, Error> {
        if self.case.place == Some(Place::Local) {
            let category = self.case.category.ok_or_else(|| Error::new(ErrorCode::InputNeeded).at("category").at("filing"))?;
            if !category.is_long_term() {
                return Ok(None);
            }
        }
        let (adjustment, ground) = match self.own(|own| own.cross_region.clone(), RuleName::CrossRegion) {
            Some(own) => own,
            None => self.find(RuleName::CrossRegion).map(by_law).map_err(or_own("crossRegion"))?,
        };
        Ok(Some(Elsewhere { adjustment, ground }))
    }

    /// A figure of the user's own, which comes before those of the packs.
    fn own<T>(&self, figure: impl FnOnce(&OwnFigures) -> Option<T>, rule: RuleName) -> Option<(T, Ground<'a>)> {
        let value = self.input.own_figures.as_ref().and_then(figure)?;
        Some((value, Ground::Own(rule)))
    }

    fn deductible(&mut self, elsewhere: Option<&Elsewhere<'a>>) -> Result<(Deductible, Ground<'a>), Error> {
        let always = |own: &OwnFigures| own.deductible.map(|amount| Deductible::PerVisit(Ladder::Always(amount)));
        match (self.own(always, RuleName::Deductible), elsewhere) {
            (Some(own), _) => Ok(own),
            (None, Some(Elsewhere { adjustment: Adjustment::OwnTable { deductible, .. }, ground })) => {
                Ok((deductible.clone(), *ground))
            }
            (None, _) => self.find(RuleName::Deductible).map(by_law).map_err(or_own("deductible")),
        }
    }

    /// The segments, and what their ratios rest on.
    fn segments(&mut self, elsewhere: Option<&Elsewhere<'a>>) -> Result<(Bands, Vec<Ground<'a>>), Error> {
        if let Some(Elsewhere { adjustment: Adjustment::OwnTable { segments, .. }, ground }) = elsewhere {
            return Ok((segments.clone(), vec![*ground]));
        }
        let (bands, ground) = match self.own(|own| own.ratio.map(Bands::of), RuleName::Segments) {
            Some(own) => own,
            None => self.find(RuleName::Segments).map(by_law).map_err(or_own("ratio"))?,
        };
        Ok((bands, std::iter::once(ground).chain(elsewhere.map(|rule| rule.ground)).collect()))
    }

    /// Takes the deductible off `left` and answers where the segments begin to be measured if their bounds include it.
    fn take_deductible(
        &mut self,
        settled: &mut Settled<'a>,
        elsewhere: Option<&Elsewhere<'a>>,
        left: &mut Money,
    ) -> Result<Money, Error> {
        let mut taken = match self.waiver(settled)? {
            Some((DeductibleWaiver { made_up: false, .. }, law)) => {
                DeductibleTaken { standard: Money::ZERO, due: Money::ZERO, amount: Money::ZERO, grounds: vec![Ground::Law(law)] }
            }
            waiver => {
                let mut owed = self.owed(elsewhere, waiver.is_some())?;
                owed.grounds.extend(waiver.map(|(_, law)| Ground::Law(law)));
                owed
            }
        };
        taken.amount = taken.due.min(*left);
        *left = *left - taken.amount;
        let amount = taken.amount;
        settled.deductible = Some(taken);
        Ok(amount)
    }

    /// The deductible of this visit, and what of it is not paid yet; nothing is taken so far.
    fn owed(&mut self, elsewhere: Option<&Elsewhere<'a>>, made_up: bool) -> Result<DeductibleTaken<'a>, Error> {
        let (rule, ground) = self.deductible(elsewhere)?;
        let owing = |standard, due| DeductibleTaken { standard, due, amount: Money::ZERO, grounds: vec![ground] };
        // One for a time counts what was paid in any case.
        let per_visit = matches!(rule, Deductible::PerVisit(_));
        if let Some(left) = self.deductible_left.filter(|_| per_visit) {
            return Ok(owing(left, left));
        }
        let standard = deductible::standard(&rule, self.year, ROUNDING)?.ok_or_else(|| {
            let nth = self.year.facts.admissions.unwrap_or_default() + 1;
            Error::new(ErrorCode::RuleNotFound)
                .because(Text::of(format!("当年第 {nth} 次住院的起付线"), format!("the deductible of admission {nth} of the year")))
                .at("admissions")
                .at(self.year.name)
        })?;
        Ok(owing(standard, if made_up || !per_visit { deductible::still_due(standard, self.year)? } else { standard }))
    }

    /// The waiver that this visit claims, where there is one.
    fn waiver(&mut self, settled: &mut Settled<'a>) -> Result<Option<(DeductibleWaiver, Law<'a>)>, Error> {
        let Some(visit) = self.input.visit.waived_visit else { return Ok(None) };
        // The user's own deductible is that of this very visit.
        if self.input.own_figures.as_ref().is_some_and(|own| own.deductible.is_some()) {
            return Ok(None);
        }
        match self.find_optional::<Vec<DeductibleWaiver>>(RuleName::Waiver)? {
            Ok((waivers, law)) => Ok(waivers.into_iter().find(|waiver| waiver.visit == visit).map(|waiver| (waiver, law))),
            Err(why) => {
                settled.might_pay(RuleName::Waiver, why);
                Ok(None)
            }
        }
    }

    fn pay_from_pool(
        &mut self,
        settled: &mut Settled<'a>,
        elsewhere: Option<&Elsewhere<'a>>,
        deductible: Money,
        left: Money,
    ) -> Result<(), Error> {
        let (bands, grounds) = self.segments(elsewhere)?;
        let mut start = if bands.bounds_include_deductible { deductible } else { Money::ZERO };
        if bands.over_the_year {
            start = start + self.segment_base(&bands, start + left)?;
        }
        settled.pool =
            segments::pay(&bands, start, start + left, |stated| elsewhere.map_or(stated, |rule| rule.ratio(stated)), ROUNDING);
        settled.pool_grounds = grounds;

        let cap = match self.own(|own| own.pool_cap.clone(), RuleName::PoolCap) {
            Some(own) => Ok(own),
            None => self.find_optional(RuleName::PoolCap)?.map(by_law),
        };
        let (cap, ground) = match cap {
            Ok(found) => found,
            Err(disputed) => {
                settled.gaps.push(Missing { rule: RuleName::PoolCap, could_cost: true, disputed });
                return Ok(());
            }
        };
        let room = match cap {
            Cap::Yearly(cap) | Cap::Monthly(cap) => Some(cap.less(self.pool_paid(cap, &settled.pool)?)),
            Cap::PerVisit(cap) => Some(cap),
            Cap::Unlimited => None,
        };
        if let Some(room) = room {
            settled.above_cap = segments::stop_at(&mut settled.pool, room, ROUNDING);
        }
        settled.cap_ground = Some(ground);
        Ok(())
    }

    /// How far into the year's segments earlier visits have come. Where ratios fall and a second fund pays above the pool's cap, it also
    /// matters where that cap lies in them: then no amounts are named.
    fn segment_base(&mut self, bands: &Bands, length: Money) -> Result<Money, Error> {
        if let Some(base) = self.year.facts.segment_base {
            return Ok(base);
        }
        let between = match self.large_amount_rule()? {
            Some(Ok(_)) if !segments::rise(bands) => Vec::new(),
            _ => segments::starts(bands, [], Money::ZERO, length),
        };
        self.year.amount(None, "segmentBase", &between)
    }

    /// What the pool has paid before of its cap, which may stop it within `slices`.
    fn pool_paid(&mut self, cap: Money, slices: &[Slice]) -> Result<Money, Error> {
        if let Some(paid) = self.year.facts.pool_paid {
            return Ok(paid);
        }
        let mut between = vec![Money::ZERO, cap];
        if let Some(Ok((rule, _))) = self.large_amount_rule()? {
            match self.year.facts.large_amount_paid {
                Some(used) => between = funds::pool_paid_before(&rule, (cap, used), slices, ROUNDING)?,
                // All of its cap may be used as well: then there is only the pool, whose ends these are.
                None => between.extend(funds::pool_paid_before(&rule, (cap, Money::ZERO), slices, ROUNDING)?),
            }
        }
        self.year.amount(None, "poolPaid", &between)
    }

    /// The rule of the large-amount fund, which only employees have.
    fn large_amount_rule(&mut self) -> Result<Option<Sought<'a, LargeAmount>>, Error> {
        if self.case.insurance != Some(Insurance::Employee) {
            return Ok(None);
        }
        self.find_optional(RuleName::LargeAmount).map(Some)
    }

    fn pay_large_amount(&mut self, settled: &mut Settled<'a>) -> Result<(), Error> {
        if settled.above_cap.is_zero() {
            return Ok(());
        }
        let (rule, law) = match self.large_amount_rule()? {
            None => return Ok(()),
            Some(Ok(found)) => found,
            Some(Err(why)) => {
                settled.might_pay(RuleName::LargeAmount, why);
                return Ok(());
            }
        };
        let year = self.year;
        let pool = |cap| year.amount(year.facts.pool_paid, "poolPaid", &[Money::ZERO, cap]);
        let own = |cap| year.amount(year.facts.large_amount_paid, "largeAmountPaid", &[Money::ZERO, cap]);
        let used: (&funds::Used<'_>, &funds::Used<'_>) = (&pool, &own);
        let amount = funds::large_amount(&rule, settled.above_cap, segments::paid(&settled.pool), used, ROUNDING)?;
        let capped = amount != rule.ratio.of(settled.above_cap, ROUNDING);
        settled.large_amount = Some(LargeAmountPaid { ratio: rule.ratio, amount, capped, law });
        Ok(())
    }

    /// The funds that pay on the person's own payments, each on what those before it leave.
    fn pay_supplements(&mut self, settled: &mut Settled<'a>) -> Result<(), Error> {
        let (person, year) = (&self.input.person, self.year.facts);

        let needy = person.standing.is_some_and(|standing| standing != Standing::Ordinary);
        self.pay_supplement(
            settled,
            (Fund::SeriousIllness, RuleName::SeriousIllness, person.insurance == Insurance::Resident),
            [(year.serious_illness_base, "seriousIllnessBase"), (year.serious_illness_paid, "seriousIllnessPaid")],
        )?;
        self.pay_supplement(
            settled,
            (Fund::LocalSupplement, RuleName::LocalSupplement, false),
            [(year.local_supplement_base, "localSupplementBase"), (year.local_supplement_paid, "localSupplementPaid")],
        )?;
        self.pay_civil_servant(settled)?;
        self.pay_supplement(
            settled,
            (Fund::Assistance, RuleName::Assistance, needy),
            [(year.assistance_base, "assistanceBase"), (year.assistance_paid, "assistancePaid")],
        )
    }

    /// Lets a fund pay, if anything is left for it. Where its rule is not known, that is a gap only if the fund is there for everyone of this kind.
    fn pay_supplement(
        &mut self,
        settled: &mut Settled<'a>,
        (fund, name, is_for_all): (Fund, RuleName, bool),
        [(base, base_name), (paid, paid_name)]: [(Option<Money>, &'static str); 2],
    ) -> Result<(), Error> {
        if settled.own_payments().is_zero() {
            return Ok(());
        }
        match self.find_optional::<Supplement>(name)? {
            Err(None) if !is_for_all => {}
            Err(why) => settled.might_pay(name, why),
            Ok((rule, law)) => {
                let (own, year) = (settled.own_payments(), self.year);
                let before = year.amount(base, base_name, &funds::bases(&rule, own))?;
                let paid_before = |cap| year.amount(paid, paid_name, &[Money::ZERO, cap]);
                let slices = funds::supplement(&rule, own, before, &paid_before, ROUNDING)?;
                settled.supplements.push(Supplemented { fund, slices, law });
            }
        }
        Ok(())
    }

    fn pay_civil_servant(&mut self, settled: &mut Settled<'a>) -> Result<(), Error> {
        let rank = self.input.person.civil_servant;
        if rank == Some(CivilServant::No) || settled.own_payments().is_zero() {
            return Ok(());
        }
        let found = self.find_optional::<CivilServantSubsidy>(RuleName::CivilServant)?;
        let (rank, rule, law) = match (rank, found) {
            (None, Err(None)) => return Ok(()),
            (None, _) => return Err(Error::new(ErrorCode::InputNeeded).at("civilServant").at("person")),
            (Some(rank), Ok((rule, law))) => (rank, rule, law),
            (Some(_), Err(why)) => {
                settled.might_pay(RuleName::CivilServant, why);
                return Ok(());
            }
        };
        let Some(RankRatio { ratio, .. }) = rule.ratios.into_iter().find(|share| share.rank == rank) else {
            settled.might_pay(RuleName::CivilServant, None);
            return Ok(());
        };
        let amount = settled.own_payments();
        let slice = Slice { amount, stated: ratio, ratio, paid: ratio.of(amount, ROUNDING), capped: false };
        settled.supplements.push(Supplemented { fund: Fund::CivilServant, slices: vec![slice], law });
        Ok(())
    }
}

fn take_first_self_pay<'a>(settled: &mut Settled<'a>, elsewhere: Option<&Elsewhere<'a>>, base: FirstSelfPayBase, left: &mut Money) {
    if let Some(Elsewhere { adjustment: Adjustment::FirstSelfPay { percent, base: stated }, ground }) = elsewhere
        && *stated == base
    {
        let amount = percent.of(*left, ROUNDING);
        settled.first_self_pay = Some(FirstSelfPay { base: *left, percent: *percent, amount, ground: *ground });
        *left = *left - amount;
    }
}
