//! The funnel: from the amount in scope to what each fund pays.

use crate::{
    error::{Error, ErrorCode},
    estimate::{
        deductible, funds,
        input::{BillParts, YearSoFar, needed},
        segments::{self, Slice},
    },
    money::{Money, Percent, Rounding},
    policy::{Adjustment, Bands, Cap, Case, Deductible, FirstSelfPayBase, Insurance, Law, PolicyPack, RuleName},
    region::Place,
    text::Text,
};

/// Rules are rounded once each, where their amount arises: 四舍五入 to the fen.
const ROUNDING: Rounding = Rounding::HalfUp;

/// Every amount of a settled visit, with the law it rests on.
#[derive(Debug, Default)]
pub(crate) struct Settled<'a> {
    pub(crate) in_scope: Money,
    pub(crate) first_self_pay: Option<FirstSelfPay<'a>>,
    pub(crate) deductible: Option<DeductibleTaken<'a>>,
    pub(crate) pool: Vec<Slice>,
    /// How the ratios of `pool` came about: the table, and the adjustment where one applies.
    pub(crate) pool_law: Vec<Law<'a>>,
    pub(crate) adjustment: Option<&'a Adjustment>,
    pub(crate) cap_law: Option<Law<'a>>,
    /// In scope, above the pool's cap, before the large-amount fund.
    pub(crate) above_cap: Money,
    pub(crate) large_amount: Option<LargeAmountPaid<'a>>,
    pub(crate) serious_illness: Vec<Slice>,
    pub(crate) serious_illness_law: Option<Law<'a>>,
    /// The rule by which nothing is paid at all.
    pub(crate) not_covered: Option<Law<'a>>,
    /// Funds that might pay more, whose rules are not known here.
    pub(crate) gaps: Vec<RuleName>,
}

#[derive(Debug)]
pub(crate) struct FirstSelfPay<'a> {
    pub(crate) base: Money,
    pub(crate) percent: Percent,
    pub(crate) amount: Money,
    pub(crate) law: Law<'a>,
}

#[derive(Debug)]
pub(crate) struct DeductibleTaken<'a> {
    pub(crate) standard: Money,
    pub(crate) amount: Money,
    pub(crate) law: Law<'a>,
}

#[derive(Debug)]
pub(crate) struct LargeAmountPaid<'a> {
    pub(crate) ratio: Percent,
    pub(crate) amount: Money,
    pub(crate) capped: bool,
    pub(crate) law: Law<'a>,
}

impl Settled<'_> {
    /// What the large-amount fund pays.
    pub(crate) fn large_amount(&self) -> Money {
        self.large_amount.as_ref().map_or(Money::ZERO, |paid| paid.amount)
    }
}

/// Settles a bill by the rules of the insured region.
pub(crate) fn settle<'a>(pack: &'a PolicyPack, case: &Case<'_>, bill: &BillParts, year: &YearSoFar) -> Result<Settled<'a>, Error> {
    if case.admitted.year() != case.settled.year() {
        return Err(Error::new(ErrorCode::RuleNotFound).because(RuleName::CrossYear.label()).at("settled").at("visit"));
    }
    let mut settled = Settled { in_scope: bill.in_scope, ..Settled::default() };
    let elsewhere = Elsewhere::find(pack, case)?;
    settled.adjustment = elsewhere.map(|rule| rule.adjustment);
    if let Some(Elsewhere { adjustment: Adjustment::NotCovered, law }) = elsewhere {
        settled.not_covered = Some(law);
        return Ok(settled);
    }

    let mut left = bill.in_scope;
    take_first_self_pay(&mut settled, elsewhere, FirstSelfPayBase::InScope, &mut left);
    let measured_from = take_deductible(&mut settled, pack, case, elsewhere, year, &mut left)?;
    take_first_self_pay(&mut settled, elsewhere, FirstSelfPayBase::AfterDeductible, &mut left);
    if !left.is_zero() {
        pay_from_pool(&mut settled, pack, case, elsewhere, year, measured_from, left)?;
    }
    pay_large_amount(&mut settled, pack, case, year)?;
    pay_serious_illness(&mut settled, pack, case, year)?;
    Ok(settled)
}

/// The rule by which the visit's place and filing change what the pool pays.
#[derive(Clone, Copy)]
struct Elsewhere<'a> {
    adjustment: &'a Adjustment,
    law: Law<'a>,
}

impl<'a> Elsewhere<'a> {
    /// At home nothing changes, unless the person is filed as living elsewhere: coming home then has its own rule (双向享受).
    fn find(pack: &'a PolicyPack, case: &Case<'_>) -> Result<Option<Self>, Error> {
        if case.place == Place::Local && !case.category.is_long_term() {
            return Ok(None);
        }
        let found = pack.find(RuleName::CrossRegion, &pack.rules.cross_region, case)?;
        Ok(Some(Self { adjustment: found.value()?, law: found.law }))
    }

    fn ratio(self, stated: Percent) -> Percent {
        match self.adjustment {
            Adjustment::MinusPoints(points) => stated.minus_points(*points),
            Adjustment::Times(factor) => stated.times(*factor),
            _ => stated,
        }
    }
}

fn deductible_of<'a>(
    pack: &'a PolicyPack,
    case: &Case<'_>,
    elsewhere: Option<Elsewhere<'a>>,
) -> Result<(&'a Deductible, Law<'a>), Error> {
    if let Some(Elsewhere { adjustment: Adjustment::OwnTable { deductible, .. }, law }) = elsewhere {
        return Ok((deductible, law));
    }
    let found = pack.find(RuleName::Deductible, &pack.rules.deductible, case)?;
    Ok((found.value()?, found.law))
}

/// The segments, and the laws that set their ratios.
fn segments_of<'a>(
    pack: &'a PolicyPack,
    case: &Case<'_>,
    elsewhere: Option<Elsewhere<'a>>,
) -> Result<(&'a Bands, Vec<Law<'a>>), Error> {
    if let Some(Elsewhere { adjustment: Adjustment::OwnTable { segments, .. }, law }) = elsewhere {
        return Ok((segments, vec![law]));
    }
    let found = pack.find(RuleName::Segments, &pack.rules.segments, case)?;
    let laws = std::iter::once(found.law).chain(elsewhere.map(|rule| rule.law));
    Ok((found.value()?, laws.collect()))
}

fn take_first_self_pay<'a>(settled: &mut Settled<'a>, elsewhere: Option<Elsewhere<'a>>, base: FirstSelfPayBase, left: &mut Money) {
    if let Some(Elsewhere { adjustment: Adjustment::FirstSelfPay { percent, base: stated }, law }) = elsewhere
        && *stated == base
    {
        let amount = percent.of(*left, ROUNDING);
        settled.first_self_pay = Some(FirstSelfPay { base: *left, percent: *percent, amount, law });
        *left = *left - amount;
    }
}

/// Takes the deductible off `left` and answers where the segments begin to be measured if their bounds include it.
fn take_deductible<'a>(
    settled: &mut Settled<'a>,
    pack: &'a PolicyPack,
    case: &Case<'_>,
    elsewhere: Option<Elsewhere<'a>>,
    year: &YearSoFar,
    left: &mut Money,
) -> Result<Money, Error> {
    let (rule, law) = deductible_of(pack, case, elsewhere)?;
    let standard = deductible::standard(rule, year, ROUNDING)?.ok_or_else(|| {
        let nth = year.admissions.unwrap_or_default() + 1;
        Error::new(ErrorCode::RuleNotFound)
            .because(Text::of(format!("当年第 {nth} 次住院的起付线"), format!("the deductible of admission {nth} of the year")))
            .at("admissions")
            .at("yearSoFar")
    })?;
    let amount = standard.min(*left);
    settled.deductible = Some(DeductibleTaken { standard, amount, law });
    *left = *left - amount;
    Ok(amount)
}

fn pay_from_pool<'a>(
    settled: &mut Settled<'a>,
    pack: &'a PolicyPack,
    case: &Case<'_>,
    elsewhere: Option<Elsewhere<'a>>,
    year: &YearSoFar,
    deductible: Money,
    left: Money,
) -> Result<(), Error> {
    let (bands, law) = segments_of(pack, case, elsewhere)?;
    let start = if bands.bounds_include_deductible { deductible } else { Money::ZERO };
    settled.pool =
        segments::pay(bands, start, start + left, |stated| elsewhere.map_or(stated, |rule| rule.ratio(stated)), ROUNDING);
    settled.pool_law = law;

    let cap = pack.find(RuleName::PoolCap, &pack.rules.pool_cap, case)?;
    if let Cap::Yearly(cap_amount) = cap.value()? {
        let room = cap_amount.less(needed(year.pool_paid, "poolPaid")?);
        settled.above_cap = segments::stop_at(&mut settled.pool, room, ROUNDING);
    }
    settled.cap_law = Some(cap.law);
    Ok(())
}

fn pay_large_amount<'a>(settled: &mut Settled<'a>, pack: &'a PolicyPack, case: &Case<'_>, year: &YearSoFar) -> Result<(), Error> {
    if settled.above_cap.is_zero() || case.insurance != Insurance::Employee {
        return Ok(());
    }
    let Some(found) = pack.find_optional(RuleName::LargeAmount, &pack.rules.large_amount, case)? else {
        settled.gaps.push(RuleName::LargeAmount);
        return Ok(());
    };
    let pool_paid = segments::paid(&settled.pool) + needed(year.pool_paid, "poolPaid")?;
    let pay = |rule| funds::large_amount(rule, settled.above_cap, pool_paid, year, ROUNDING);
    let [rule, others @ ..] = found.readings else { return Err(found.ambiguous()) };
    let amount = pay(rule)?;
    for other in others {
        if pay(other)? != amount {
            return Err(found.ambiguous());
        }
    }
    let capped = amount != rule.ratio.of(settled.above_cap, ROUNDING);
    settled.large_amount = Some(LargeAmountPaid { ratio: rule.ratio, amount, capped, law: found.law });
    Ok(())
}

fn pay_serious_illness<'a>(
    settled: &mut Settled<'a>,
    pack: &'a PolicyPack,
    case: &Case<'_>,
    year: &YearSoFar,
) -> Result<(), Error> {
    let Some(found) = pack.find_optional(RuleName::SeriousIllness, &pack.rules.serious_illness, case)? else {
        if case.insurance == Insurance::Resident {
            settled.gaps.push(RuleName::SeriousIllness);
        }
        return Ok(());
    };
    let first_self_pay = settled.first_self_pay.as_ref().map_or(Money::ZERO, |first| first.amount);
    let own = settled.in_scope - first_self_pay - segments::paid(&settled.pool) - settled.large_amount();
    settled.serious_illness = funds::serious_illness(found.value()?, own, year, ROUNDING)?;
    settled.serious_illness_law = Some(found.law);
    Ok(())
}
