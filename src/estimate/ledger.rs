//! The tree that explains an estimate. It *is* the estimate: every amount stands in it once, and every inner line is the sum of
//! its lines, so the leaves together are the bill.

use crate::{
    error::{Error, ErrorCode},
    estimate::{
        bill::{BillParts, Outside},
        funnel::{Account, Fund, Settled, Stay, Supplemented, YearPart},
        own_figures::Ground,
        segments::{self, Slice},
    },
    money::{Money, Percent},
    policy::{Adjustment, Grade},
    text::Text,
};

/// What a line is about; a segment by its number, from 1. The code is the field of the national settlement interface where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Total,
    Funds,
    Pool,
    PoolSegment(usize),
    LargeAmount,
    Supplement(Fund),
    SupplementSegment(Fund, usize),
    Patient,
    OutsideScope,
    FullySelfPaid,
    OverCeiling,
    ClassBFirstSelfPay,
    NotCovered,
    CrossRegionFirstSelfPay,
    Deductible,
    OwnShare,
    OwnShareSegment(usize),
    AboveCap,
    PaidBy(Fund),
    Year(i32),
    Account,
    Cash,
}

impl Item {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Total => "medfee_sumamt",
            Self::Funds => "fund_pay_sumamt",
            Self::Pool => "hifp_pay",
            Self::PoolSegment(_) => "hifp_pay.segment",
            Self::LargeAmount => "hifob_pay",
            Self::Supplement(Fund::SeriousIllness) => "hifmi_pay",
            Self::Supplement(Fund::LocalSupplement) => "oth_pay",
            Self::Supplement(Fund::CivilServant) => "cvlserv_pay",
            Self::Supplement(Fund::Assistance) => "maf_pay",
            Self::SupplementSegment(Fund::SeriousIllness, _) => "hifmi_pay.segment",
            Self::SupplementSegment(Fund::LocalSupplement, _) => "oth_pay.segment",
            Self::SupplementSegment(Fund::CivilServant, _) => "cvlserv_pay.segment",
            Self::SupplementSegment(Fund::Assistance, _) => "maf_pay.segment",
            Self::Patient => "psn_part_amt",
            Self::OutsideScope => "outside_scope",
            Self::FullySelfPaid => "fulamt_ownpay_amt",
            Self::OverCeiling => "overlmt_selfpay",
            Self::ClassBFirstSelfPay => "preselfpay_amt",
            Self::NotCovered => "not_covered",
            Self::CrossRegionFirstSelfPay => "cross_region_first_self_pay",
            Self::Deductible => "act_pay_dedc",
            Self::OwnShare => "pool_own_share",
            Self::OwnShareSegment(_) => "pool_own_share.segment",
            Self::AboveCap => "above_pool_cap",
            Self::PaidBy(Fund::SeriousIllness) => "less_hifmi_pay",
            Self::PaidBy(Fund::LocalSupplement) => "less_oth_pay",
            Self::PaidBy(Fund::CivilServant) => "less_cvlserv_pay",
            Self::PaidBy(Fund::Assistance) => "less_maf_pay",
            Self::Year(_) => "year",
            Self::Account => "acct_pay",
            Self::Cash => "psn_cash_pay",
        }
    }

    pub(crate) fn label(self) -> Text {
        let (zh, en) = match self {
            Self::PoolSegment(nth) | Self::OwnShareSegment(nth) | Self::SupplementSegment(_, nth) => {
                return Text::of(format!("第 {nth} 段"), format!("Segment {nth}"));
            }
            Self::Year(year) => return Text::of(format!("{year} 年的部分"), format!("The part in {year}")),
            Self::PaidBy(fund) => {
                let fund = Self::Supplement(fund).label();
                return Text::of(format!("减：{}", fund.zh), format!("Less: {}", fund.en));
            }
            Self::Total => ("总费用", "Total bill"),
            Self::Funds => ("医保基金支付", "Paid by the funds"),
            Self::Pool => ("统筹基金支付", "Pool"),
            Self::LargeAmount => ("职工大额补助支付", "Large-amount fund"),
            Self::Supplement(Fund::SeriousIllness) => ("居民大病保险支付", "Serious-illness insurance"),
            Self::Supplement(Fund::LocalSupplement) => ("地方补充医疗保障支付", "Local supplementary fund"),
            Self::Supplement(Fund::CivilServant) => ("公务员医疗补助支付", "Civil-servant subsidy"),
            Self::Supplement(Fund::Assistance) => ("医疗救助支付", "Medical assistance"),
            Self::Patient => ("个人负担", "Paid by the person"),
            Self::OutsideScope => ("政策范围外", "Outside the scope"),
            Self::FullySelfPaid => ("全自费", "Fully self-paid"),
            Self::OverCeiling => ("超限价自费", "Above the price ceiling"),
            Self::ClassBFirstSelfPay => ("乙类先行自付", "Class B first self-pay"),
            Self::NotCovered => ("不予报销", "Not covered"),
            Self::CrossRegionFirstSelfPay => ("异地先行自付", "Cross-region first self-pay"),
            Self::Deductible => ("起付线", "Deductible"),
            Self::OwnShare => ("统筹分段自付", "Own share of the segments"),
            Self::AboveCap => ("超统筹封顶线自付", "Above the pool's cap"),
            Self::Account => ("个人账户支付", "Paid from the personal account"),
            Self::Cash => ("现金支付", "Paid in cash"),
        };
        Text::new(zh, en)
    }
}

/// How an amount came about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Sum {
    /// The amounts of the lines below.
    OfLines(Vec<Money>),
    /// As given in the bill.
    Given,
    /// The rest of the bill beside the part in scope.
    Rest { total: Money, in_scope: Money },
    /// The whole standard of a deductible.
    WholeStandard,
    /// What was not paid yet of the standard of a deductible.
    RestOfStandard { standard: Money },
    /// All there was, less than what is due of a deductible.
    BelowStandard { due: Money },
    /// A share of a base.
    Share { base: Money, ratio: Percent },
    /// A share of a base at a ratio lowered by points.
    LoweredShare { base: Money, stated: Percent, points: Percent },
    /// A share of a base at a ratio multiplied by a factor.
    MultipliedShare { base: Money, stated: Percent, factor: Percent },
    /// What room a cap left.
    CapRoom { base: Money },
    /// What a fund left of a base.
    Remainder { base: Money, paid: Money },
    /// The whole amount in scope.
    AllInScope,
    /// Nothing was left to share.
    Nothing,
    /// Counted above, among the funds.
    CountedAbove,
    /// As far as the account reaches, and may.
    AsFarAsTheAccount,
}

impl Sum {
    pub(crate) fn numbers(&self, sum: Money) -> String {
        let amount = sum.grouped();
        match self {
            Self::OfLines(amounts) => added_up(amounts, &amount),
            Self::Given | Self::WholeStandard | Self::AllInScope | Self::Nothing | Self::CountedAbove | Self::AsFarAsTheAccount => {
                amount
            }
            Self::Rest { total, in_scope } => format!("{} − {} = {amount}", total.grouped(), in_scope.grouped()),
            Self::RestOfStandard { standard } => format!("{} − {} = {}", standard.grouped(), (*standard - sum).grouped(), amount),
            Self::BelowStandard { due } => format!("{amount} < {}", due.grouped()),
            Self::Share { base, ratio } => format!("{} × {ratio}% = {amount}", base.grouped()),
            Self::LoweredShare { base, stated, points } => format!("{} × ({stated}% − {points}%) = {amount}", base.grouped()),
            Self::MultipliedShare { base, stated, factor } => format!("{} × ({stated}% × {factor}%) = {amount}", base.grouped()),
            Self::CapRoom { base } => format!("{} → {amount}", base.grouped()),
            Self::Remainder { base, paid } => format!("{} − {} = {amount}", base.grouped(), paid.grouped()),
        }
    }

    pub(crate) const fn words(&self) -> Text {
        let (zh, en) = match self {
            Self::OfLines(_) => ("下列各项之和", "the sum of the lines below"),
            Self::Given => ("账单上的数", "as given in the bill"),
            Self::Rest { .. } => ("总费用 − 政策范围内费用", "total − in scope"),
            Self::WholeStandard => ("本次住院的起付标准，由个人先付", "the standard for this admission, paid by the person first"),
            Self::RestOfStandard { .. } => ("起付标准减去以前已付的部分", "the standard less what was paid towards it before"),
            Self::BelowStandard { .. } => ("金额不到起付标准，全部由个人付", "less than the standard: all paid by the person"),
            Self::Share { .. } => ("金额 × 比例", "amount × ratio"),
            Self::LoweredShare { .. } => ("金额 ×（本地支付比例 − 降低的百分点）", "amount × (local ratio − percentage points)"),
            Self::MultipliedShare { .. } => ("金额 ×（本地支付比例 × 折算比例）", "amount × (local ratio × factor)"),
            Self::CapRoom { .. } => ("到封顶线为止", "up to the cap"),
            Self::Remainder { .. } => ("金额 − 基金支付", "amount − paid by the fund"),
            Self::AllInScope => ("政策范围内费用全部自付", "all of the amount in scope"),
            Self::Nothing => ("没有进入统筹的金额", "nothing is left for the pool"),
            Self::CountedAbove => ("已列入医保基金支付", "counted among the funds"),
            Self::AsFarAsTheAccount => ("账户余额够付、规定可付的部分", "as far as the account reaches, and may pay"),
        };
        Text::new(zh, en)
    }
}

/// `28,560.00 + 3,600.00 − 16.00 = 32,144.00`; of one amount, that amount.
fn added_up(amounts: &[Money], sum: &str) -> String {
    let mut terms = String::new();
    for (index, amount) in amounts.iter().enumerate() {
        let (operator, size) = if *amount < Money::ZERO { (" − ", -*amount) } else { (" + ", *amount) };
        terms += if index == 0 { "" } else { operator };
        terms += &size.grouped();
    }
    if amounts.len() > 1 { format!("{terms} = {sum}") } else { sum.to_owned() }
}

/// A line of the ledger.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) item: Item,
    pub(crate) amount: Money,
    pub(crate) sum: Sum,
    pub(crate) grounds: Vec<Ground<'a>>,
    pub(crate) lines: Vec<Line<'a>>,
}

impl<'a> Line<'a> {
    fn leaf(item: Item, amount: Money, sum: Sum, grounds: impl IntoIterator<Item = Ground<'a>>) -> Self {
        Self { item, amount, sum, grounds: grounds.into_iter().collect(), lines: Vec::new() }
    }

    fn sum(item: Item, lines: Vec<Self>) -> Self {
        let amounts: Vec<_> = lines.iter().map(|line| line.amount).collect();
        let amount = amounts.iter().copied().sum();
        Self { item, amount, sum: Sum::OfLines(amounts), grounds: Vec::new(), lines }
    }

    /// The worst grade among what this line rests on and all below it.
    pub(crate) fn grade(&self) -> Option<Grade> {
        self.grounds.iter().map(Ground::grade).chain(self.lines.iter().filter_map(Line::grade)).max()
    }
}

/// The ledger: the whole bill, cut into what the funds pay and what the person pays.
#[derive(Debug)]
pub(crate) struct Ledger<'a> {
    pub(crate) funds: Line<'a>,
    pub(crate) patient: Line<'a>,
    /// What the person pays, by where it comes from, where the account is used.
    pub(crate) payment: Option<Line<'a>>,
    pub(crate) total: Money,
}

impl Ledger<'_> {
    /// Funds and person together pay the bill, neither of them less than nothing; anything else is a fault of this crate.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let whole = self.funds.amount + self.patient.amount == self.total;
        let sound = self.funds.amount >= Money::ZERO && self.patient.amount >= Money::ZERO;
        let paid = self.payment.as_ref().is_none_or(|payment| payment.lines.iter().all(|line| line.amount >= Money::ZERO));
        if whole && sound && paid { Ok(()) } else { Err(Error::new(ErrorCode::Internal)) }
    }
}

/// Writes the ledger of a settled stay.
pub(crate) fn explain<'a>(stay: &Stay<'a>) -> Ledger<'a> {
    let funds = by_year(Item::Funds, stay, |part| funds(&part.settled));
    let patient = by_year(Item::Patient, stay, |part| patient(&part.bill, &part.settled));
    let payment = match stay.account {
        Account::Pays(amount, ground) => {
            let account = Line::leaf(Item::Account, amount, Sum::AsFarAsTheAccount, [ground]);
            let remainder = Sum::Remainder { base: patient.amount, paid: amount };
            let cash = Line::leaf(Item::Cash, patient.amount - amount, remainder, []);
            Some(Line::sum(Item::Patient, vec![account, cash]))
        }
        Account::NotUsed | Account::Unknown => None,
    };
    Ledger { funds, patient, payment, total: stay.total() }
}

/// The lines of the one year, or a line for each of two.
fn by_year<'a>(item: Item, stay: &Stay<'a>, lines: impl Fn(&YearPart<'a>) -> Vec<Line<'a>>) -> Line<'a> {
    match stay.parts.as_slice() {
        [part] => Line::sum(item, lines(part)),
        parts => {
            let year = |part: &YearPart<'a>| Line {
                grounds: stay.cross_year.map(Ground::Law).into_iter().collect(),
                ..Line::sum(Item::Year(part.year), lines(part))
            };
            Line::sum(item, parts.iter().map(year).collect())
        }
    }
}

fn funds<'a>(settled: &Settled<'a>) -> Vec<Line<'a>> {
    let mut lines = vec![pool(settled)];
    if let Some(paid) = &settled.large_amount {
        let full = Sum::Share { base: settled.above_cap, ratio: paid.ratio };
        let sum = if paid.capped { Sum::CapRoom { base: settled.above_cap } } else { full };
        lines.push(Line::leaf(Item::LargeAmount, paid.amount, sum, [Ground::Law(paid.law)]));
    }
    for Supplemented { fund, slices, law } in &settled.supplements {
        let paid = |item, slice: &Slice| Line::leaf(item, slice.paid, share(slice, None), [Ground::Law(*law)]);
        let whole = Item::Supplement(*fund);
        let nothing = || Line::leaf(whole, Money::ZERO, Sum::Nothing, [Ground::Law(*law)]);
        lines.push(by_segment(whole, |nth| Item::SupplementSegment(*fund, nth), slices, paid).unwrap_or_else(nothing));
    }
    lines
}

fn pool<'a>(settled: &Settled<'a>) -> Line<'a> {
    // The last segment rests on the cap even where that is not reached.
    let rests_on_cap = |slice: &Slice| slice.capped || settled.pool.last().is_some_and(|last| std::ptr::eq(last, slice));
    let paid = |item, slice: &Slice| {
        let cap = settled.cap_ground.filter(|_| rests_on_cap(slice));
        let grounds = settled.pool_grounds.iter().copied().chain(cap);
        Line::leaf(item, slice.paid, share(slice, settled.adjustment.as_ref()), grounds)
    };
    by_segment(Item::Pool, Item::PoolSegment, &settled.pool, paid)
        .unwrap_or_else(|| Line::leaf(Item::Pool, Money::ZERO, Sum::Nothing, settled.not_covered.or(settled.cap_ground)))
}

/// One line where there is one segment, a line for each below it where there are more, none where there is none.
fn by_segment<'a>(
    whole: Item,
    segment: impl Fn(usize) -> Item,
    slices: &[Slice],
    line: impl Fn(Item, &Slice) -> Line<'a>,
) -> Option<Line<'a>> {
    match slices {
        [] => None,
        [slice] => Some(line(whole, slice)),
        slices => Some(Line::sum(whole, slices.iter().zip(1..).map(|(slice, nth)| line(segment(nth), slice)).collect())),
    }
}

fn share(slice: &Slice, adjustment: Option<&Adjustment>) -> Sum {
    let (base, stated) = (slice.amount, slice.stated);
    match adjustment {
        _ if slice.capped => Sum::CapRoom { base },
        Some(&Adjustment::MinusPoints(points)) => Sum::LoweredShare { base, stated, points },
        Some(&Adjustment::Times(factor)) => Sum::MultipliedShare { base, stated, factor },
        _ => Sum::Share { base, ratio: slice.ratio },
    }
}

fn patient<'a>(bill: &BillParts, settled: &Settled<'a>) -> Vec<Line<'a>> {
    let mut lines = outside(bill);
    if let Some(ground) = settled.not_covered {
        lines.push(Line::leaf(Item::NotCovered, bill.in_scope, Sum::AllInScope, [ground]));
    }
    if let Some(first) = &settled.first_self_pay {
        let sum = Sum::Share { base: first.base, ratio: first.percent };
        lines.push(Line::leaf(Item::CrossRegionFirstSelfPay, first.amount, sum, [first.ground]));
    }
    if let Some(taken) = &settled.deductible {
        let sum = if taken.amount < taken.due {
            Sum::BelowStandard { due: taken.due }
        } else if taken.due < taken.standard {
            Sum::RestOfStandard { standard: taken.standard }
        } else {
            Sum::WholeStandard
        };
        lines.push(Line::leaf(Item::Deductible, taken.amount, sum, taken.grounds.iter().copied()));
    }
    lines.extend(by_segment(Item::OwnShare, Item::OwnShareSegment, &settled.pool, own_share));
    if !settled.above_cap.is_zero() {
        let paid = settled.large_amount();
        let sum = Sum::Remainder { base: settled.above_cap, paid };
        lines.push(Line::leaf(Item::AboveCap, settled.above_cap - paid, sum, settled.cap_ground));
    }
    for Supplemented { fund, slices, law } in &settled.supplements {
        let back = segments::paid(slices);
        if !back.is_zero() {
            lines.push(Line::leaf(Item::PaidBy(*fund), -back, Sum::CountedAbove, [Ground::Law(*law)]));
        }
    }
    lines
}

fn own_share<'a>(item: Item, slice: &Slice) -> Line<'a> {
    let sum = Sum::Remainder { base: slice.amount, paid: slice.paid };
    Line::leaf(item, slice.amount - slice.paid, sum, [])
}

fn outside<'a>(bill: &BillParts) -> Vec<Line<'a>> {
    match bill.outside {
        Outside::Whole(amount) => {
            vec![Line::leaf(Item::OutsideScope, amount, Sum::Rest { total: bill.total, in_scope: bill.in_scope }, [])]
        }
        Outside::Parts(parts) => [Item::FullySelfPaid, Item::OverCeiling, Item::ClassBFirstSelfPay]
            .into_iter()
            .zip(parts)
            .map(|(item, amount)| Line::leaf(item, amount, Sum::Given, []))
            .collect(),
    }
}
