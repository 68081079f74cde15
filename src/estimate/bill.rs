//! The bill, in any of the forms in which a person has it: item by item, as a summary, or only its total.
//!
//! The treatment region's catalogue splits it (就医地目录): class C and anything outside the catalogue is paid by the person, so is what
//! lies above a price ceiling, and of a class B item the share that comes first. The rest is in scope.

use std::{iter::Sum, ops::Add};

use serde::Serialize;

use crate::{
    decode::decodes,
    encode::encodes,
    error::{Error, ErrorCode},
    money::{Money, Percent, Rounding},
    text::words,
};

/// The bill as the treatment region split it, or as far as that is known.
///
/// Inpatient bills arrive as totals by category, outpatient ones item by item (医保发〔2022〕22号 经办规程 Art. 32, 33). Give `total` and
/// `inScope`; or `total` and the three parts that are outside it; or `items`. What is left out is unknown, not zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bill {
    /// The whole bill (总费用). With `items` it may be left out; a larger one leaves the rest unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Money>,
    /// The part within the catalogue (政策范围内).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_scope: Option<Money>,
    /// Class C and anything outside the catalogue (全自费).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fully_self_paid: Option<Money>,
    /// Above the price ceiling (超限价).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over_ceiling: Option<Money>,
    /// Class B: the share paid first (乙类先行自付).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class_b_first_self_pay: Option<Money>,
    /// The items, in the place of a summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<BillItem>>,
}
decodes! { struct Bill { total, in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay, items } }

/// A line of a bill.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BillItem {
    /// What it is called; nothing is computed from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it costs, for the whole quantity.
    pub amount: Money,
    /// Its class in the treatment region's catalogue; unknown where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<CatalogueClass>,
    /// Class B: the share paid first (先行自付比例), as the treatment region sets it for this item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_self_pay: Option<Percent>,
    /// The price ceiling (限价) of one unit; there is none where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_ceiling: Option<Money>,
    /// How many units; needed only where there is a price ceiling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<u16>,
}
decodes! { struct BillItem { name, amount, class, first_self_pay, price_ceiling, quantity } }

words! {
    /// The class of an item in the catalogue (医保目录类别).
    CatalogueClass {
        /// 甲类: in scope as a whole.
        A = "A", "甲类", "class A";
        /// 乙类: a share is paid first.
        B = "B", "乙类", "class B";
        /// 丙类, and anything that is not in the catalogue.
        C = "C", "丙类（目录外）", "class C, outside the catalogue";
    }
}

/// A bill, split.
///
/// # Example
///
/// A class B drug at 1,000.00 of which 10 % are paid first, with a ceiling of 400.00 for each of two units:
///
/// ```
/// use yidi::{Bill, split_bill};
///
/// let bill = Bill::from_json(r#"{"items": [
///     {"amount": "1000.00", "class": "B", "firstSelfPay": "10", "priceCeiling": "400.00", "quantity": 2},
///     {"amount": "50.00", "class": "C"}
/// ]}"#)?;
/// let split = split_bill(&bill)?;
/// assert_eq!(split.over_ceiling, "200.00".parse()?);
/// assert_eq!(split.class_b_first_self_pay, "80.00".parse()?); // 10 % of 800
/// assert_eq!(split.in_scope, "720.00".parse()?);
/// assert_eq!(split.fully_self_paid, "50.00".parse()?);
/// # Ok::<(), yidi::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BillSplit {
    /// The sum of the items.
    pub total: Money,
    /// In scope.
    pub in_scope: Money,
    /// Class C and anything outside the catalogue.
    pub fully_self_paid: Money,
    /// Above the price ceiling.
    pub over_ceiling: Money,
    /// Class B: the share paid first.
    pub class_b_first_self_pay: Money,
    /// The same for each item, in the bill's order.
    pub items: Vec<ItemSplit>,
}

/// An item, split; the four together are its amount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemSplit {
    /// In scope.
    pub in_scope: Money,
    /// Outside the catalogue.
    pub fully_self_paid: Money,
    /// Above the price ceiling.
    pub over_ceiling: Money,
    /// Class B: the share paid first.
    pub class_b_first_self_pay: Money,
}

encodes! {
    BillSplit { total, in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay, items }
    ItemSplit { in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay }
}

impl ItemSplit {
    fn total(self) -> Money {
        self.in_scope + self.fully_self_paid + self.over_ceiling + self.class_b_first_self_pay
    }
}

impl Add for ItemSplit {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            in_scope: self.in_scope + other.in_scope,
            fully_self_paid: self.fully_self_paid + other.fully_self_paid,
            over_ceiling: self.over_ceiling + other.over_ceiling,
            class_b_first_self_pay: self.class_b_first_self_pay + other.class_b_first_self_pay,
        }
    }
}

impl Sum for ItemSplit {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::default(), Add::add)
    }
}

/// Splits a bill item by item.
///
/// # Law
///
/// The catalogue of the place of care decides, 医保发〔2022〕22号 二（一）.
///
/// # Errors
///
/// `inputNeeded` with the path of what is not known of an item; `missingField` at `items` where there are none; as for the bill of
/// [`estimate`](crate::estimate()).
pub fn split_bill(bill: &Bill) -> Result<BillSplit, Error> {
    let items = bill.items.as_ref().ok_or_else(|| Error::new(ErrorCode::MissingField).at("items"))?;
    let items = items.iter().enumerate().map(|(at, item)| item.split().map_err(|error| error.at(at.to_string()).at("items")));
    let items = items.collect::<Result<Vec<_>, _>>()?;
    let sums: ItemSplit = items.iter().copied().sum();
    let ItemSplit { in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay } = sums;
    Ok(BillSplit { total: sums.total(), in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay, items })
}

/// The parts of a bill; together they are its total.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct BillParts {
    pub(crate) total: Money,
    pub(crate) in_scope: Money,
    pub(crate) outside: Outside,
}

/// What is outside the scope: named part by part, or known only as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Outside {
    Whole(Money),
    /// Fully self-paid, over the ceiling, class B first self-pay.
    Parts([Money; 3]),
}

/// What is known of a bill.
#[derive(Debug)]
pub(crate) enum Known {
    All(BillParts),
    /// Only its total, and the least and the most that can be in scope; the refusal asks for what is missing.
    Bounds {
        total: Money,
        in_scope: [Money; 2],
        lacks: Error,
    },
}

impl Bill {
    /// Reads a bill from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        crate::decode::decode_json(json)
    }

    /// A bill of which only so much is said.
    pub(crate) fn of(total: Money, in_scope: Money) -> Self {
        Self { total: Some(total), in_scope: Some(in_scope), ..Self::default() }
    }

    /// The same bill without its items, where its parts are known.
    pub(crate) fn summed(&self) -> Self {
        match self.known() {
            Ok(Known::All(BillParts { total, outside: Outside::Parts([fully, over, first]), .. })) => Self {
                total: Some(total),
                fully_self_paid: Some(fully),
                over_ceiling: Some(over),
                class_b_first_self_pay: Some(first),
                ..Self::default()
            },
            _ => self.clone(),
        }
    }

    pub(crate) fn known(&self) -> Result<Known, Error> {
        let known = match &self.items {
            Some(items) => self.of_items(items),
            None => self.of_summary(),
        };
        known.map_err(|error| error.at("bill"))
    }

    fn of_summary(&self) -> Result<Known, Error> {
        let Self { total, in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay, .. } = *self;
        let total = total.ok_or_else(|| Error::new(ErrorCode::MissingField).at("total"))?;
        let parts = [fully_self_paid, over_ceiling, class_b_first_self_pay];
        if let Some(in_scope) = in_scope {
            if parts.iter().any(Option::is_some) {
                return Err(Error::new(ErrorCode::UnknownField)
                    .giving("inScope + fullySelfPaid | overCeiling | classBFirstSelfPay")
                    .allowing("inScope alone, or the three parts without it"));
            }
            let outside = rest(total, in_scope).map_err(|error| error.at("inScope"))?;
            return Ok(Known::All(BillParts { total, in_scope, outside: Outside::Whole(outside) }));
        }
        let in_scope = rest(total, parts.iter().flatten().copied().sum())?;
        if let [Some(fully), Some(over), Some(first)] = parts {
            return Ok(Known::All(BillParts { total, in_scope, outside: Outside::Parts([fully, over, first]) }));
        }
        let lacks = match parts {
            [None, None, None] => "inScope",
            [None, ..] => "fullySelfPaid",
            [_, None, _] => "overCeiling",
            _ => "classBFirstSelfPay",
        };
        Ok(Known::Bounds { total, in_scope: [Money::ZERO, in_scope], lacks: needed(lacks) })
    }

    fn of_items(&self, items: &[BillItem]) -> Result<Known, Error> {
        let Self { total, in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay, .. } = *self;
        if [in_scope, fully_self_paid, over_ceiling, class_b_first_self_pay].iter().any(Option::is_some) {
            return Err(Error::new(ErrorCode::UnknownField)
                .giving("items + a summary")
                .allowing("items, or a summary without them"));
        }
        let mut sums = ItemSplit::default();
        let (mut open, mut lacks) = (Money::ZERO, None);
        for (at, item) in items.iter().enumerate() {
            match item.split() {
                Ok(split) => sums = sums + split,
                Err(error) if error.code() == ErrorCode::InputNeeded => {
                    open = open + item.amount;
                    lacks = lacks.or_else(|| Some(error.at(at.to_string()).at("items")));
                }
                Err(error) => return Err(error.at(at.to_string()).at("items")),
            }
        }
        let listed = sums.total() + open;
        let total = total.unwrap_or(listed);
        // The sum of amounts that are each small enough may be too large.
        total.check_bounds().map_err(|error| error.at("items"))?;
        let unlisted = rest(total, listed).map_err(|error| error.at("items"))?;
        let lacks = lacks.or_else(|| (!unlisted.is_zero()).then(|| needed("items")));
        Ok(match lacks {
            Some(lacks) => Known::Bounds { total, in_scope: [sums.in_scope, sums.in_scope + open + unlisted], lacks },
            None => Known::All(BillParts {
                total,
                in_scope: sums.in_scope,
                outside: Outside::Parts([sums.fully_self_paid, sums.over_ceiling, sums.class_b_first_self_pay]),
            }),
        })
    }
}

impl BillItem {
    fn split(&self) -> Result<ItemSplit, Error> {
        let class = self.class.ok_or_else(|| needed("class"))?;
        let mut split = ItemSplit::default();
        if class == CatalogueClass::C {
            split.fully_self_paid = self.amount;
            return Ok(split);
        }
        if let Some(ceiling) = self.price_ceiling {
            let quantity = self.quantity.ok_or_else(|| needed("quantity"))?;
            split.over_ceiling = self.amount.less(ceiling.times(quantity));
        }
        let priced = self.amount - split.over_ceiling;
        if class == CatalogueClass::B {
            let percent = self.first_self_pay.ok_or_else(|| needed("firstSelfPay"))?;
            split.class_b_first_self_pay = percent.of(priced, Rounding::HalfUp);
        }
        split.in_scope = priced - split.class_b_first_self_pay;
        Ok(split)
    }
}

fn needed(field: &str) -> Error {
    Error::new(ErrorCode::InputNeeded).at(field)
}

/// The rest of `total` beside `part`.
fn rest(total: Money, part: Money) -> Result<Money, Error> {
    if part > total {
        return Err(Error::new(ErrorCode::SumExceedsTotal).giving(part).allowing(format!("≤ {total}")));
    }
    Ok(total - part)
}

impl BillParts {
    /// The share of `part` days in `whole`, and the rest.
    pub(crate) fn by_days(&self, part: u32, whole: u32) -> [Self; 2] {
        let cut = |amount: Money| {
            let share = amount.share(part, whole);
            [share, amount - share]
        };
        let [first, second] = cut(self.in_scope);
        let outside = match self.outside {
            Outside::Whole(amount) => cut(amount).map(Outside::Whole),
            Outside::Parts(parts) => {
                let parts = parts.map(cut);
                [Outside::Parts(parts.map(|[first, _]| first)), Outside::Parts(parts.map(|[_, second]| second))]
            }
        };
        let [first_outside, second_outside] = outside;
        [Self::of(first, first_outside), Self::of(second, second_outside)]
    }

    fn of(in_scope: Money, outside: Outside) -> Self {
        Self { total: in_scope + outside.sum(), in_scope, outside }
    }
}

impl Outside {
    pub(crate) fn sum(self) -> Money {
        match self {
            Self::Whole(amount) => amount,
            Self::Parts(parts) => parts.into_iter().sum(),
        }
    }
}
