//! What a rule says, as a sentence that a person reads.

use crate::{
    money::Money,
    policy::model::{
        Adjustment, Applies, Band, Bands, Cap, Deductible, FirstSelfPayBase, Ladder, LargeAmount, LargeAmountCap, Says,
        SeriousIllness, Tier,
    },
    text::Text,
};

/// A value of a rule that can be said in words.
pub(super) trait InWords {
    /// The sentence, in both languages.
    fn in_words(&self) -> Text;
}

impl InWords for Deductible {
    fn in_words(&self) -> Text {
        let Self::PerVisit(ladder) = self;
        match ladder {
            Ladder::Always(amount) if amount.is_zero() => Text::new("不设起付线", "no deductible"),
            Ladder::Always(amount) => {
                Text::of(format!("每次 {} 元", amount.grouped()), format!("{} yuan each time", amount.grouped()))
            }
            Ladder::Amounts(amounts) => {
                let nth = |(amount, nth): (&Money, usize)| {
                    Text::of(
                        format!("当年第 {nth} 次 {} 元", amount.grouped()),
                        format!("{} yuan for admission {nth} of the year", amount.grouped()),
                    )
                };
                let silent = Text::new("以后各次没有收录", "later ones are not recorded here");
                let parts: Vec<_> = amounts.iter().zip(1..).map(nth).chain([silent]).collect();
                Text::joined(&parts, "，", ", ")
            }
            Ladder::StepsDown { first, points, floor } => Text::of(
                format!("当年第 1 次 {} 元，以后每次降低其 {points}%，最低为其 {floor}%", first.grouped()),
                format!(
                    "{} yuan for the first admission of the year, each further one {points}% of it less, at least {floor}% of it",
                    first.grouped()
                ),
            ),
        }
    }
}

impl InWords for Bands {
    fn in_words(&self) -> Text {
        if let [Band { ratio, .. }] = self.bands.as_slice() {
            return Text::of(format!("支付 {ratio}%"), format!("{ratio}% is paid"));
        }
        let mut from = Money::ZERO;
        let mut parts = Vec::with_capacity(self.bands.len() + 1);
        for Band { up_to, ratio } in &self.bands {
            parts.push(match up_to {
                Some(up_to) => Text::of(
                    format!("{}–{} 元 {ratio}%", from.grouped(), up_to.grouped()),
                    format!("{}–{} yuan {ratio}%", from.grouped(), up_to.grouped()),
                ),
                None => Text::of(format!("{} 元以上 {ratio}%", from.grouped()), format!("above {} yuan {ratio}%", from.grouped())),
            });
            from = up_to.unwrap_or(from);
        }
        if self.bounds_include_deductible {
            parts.push(Text::new("分段含起付线", "the segments include the deductible"));
        }
        Text::joined(&parts, "；", "; ")
    }
}

impl InWords for Adjustment {
    fn in_words(&self) -> Text {
        match self {
            Self::None => Text::new("与在参保地就医相同", "as in the insured region"),
            Self::MinusPoints(points) => {
                Text::of(format!("支付比例降低 {points} 个百分点"), format!("the ratio is lowered by {points} percentage points"))
            }
            Self::Times(factor) => Text::of(format!("按原支付比例的 {factor}% 支付"), format!("{factor}% of the ratio is paid")),
            Self::FirstSelfPay { percent, base: FirstSelfPayBase::InScope } => Text::of(
                format!("政策范围内费用先自付 {percent}%，余下的再按规定支付"),
                format!("{percent}% of the amount in scope is paid by the person first"),
            ),
            Self::FirstSelfPay { percent, base: FirstSelfPayBase::AfterDeductible } => Text::of(
                format!("扣除起付线后先自付 {percent}%，余下的再按比例支付"),
                format!("{percent}% of what is left after the deductible is paid by the person first"),
            ),
            Self::OwnTable { deductible, segments } => {
                let parts = [Text::new("单独的标准", "a standard of its own"), deductible.in_words(), segments.in_words()];
                Text::joined(&parts, "：", ": ")
            }
            Self::NotCovered => Text::new("不予报销", "not covered"),
        }
    }
}

impl InWords for Cap {
    fn in_words(&self) -> Text {
        match self {
            Self::Yearly(amount) => {
                Text::of(format!("一年最多支付 {} 元", amount.grouped()), format!("at most {} yuan a year", amount.grouped()))
            }
            Self::Unlimited => Text::new("不设封顶线", "no cap"),
        }
    }
}

impl InWords for LargeAmount {
    fn in_words(&self) -> Text {
        let share = Text::of(
            format!("超过统筹封顶线的部分支付 {}%", self.ratio),
            format!("{}% of what lies above the pool's cap is paid", self.ratio),
        );
        let cap = match &self.cap {
            LargeAmountCap::Own(amount) => Cap::Yearly(*amount).in_words(),
            LargeAmountCap::WithPool(amount) => Text::of(
                format!("与统筹合计一年最多 {} 元", amount.grouped()),
                format!("with the pool at most {} yuan a year", amount.grouped()),
            ),
            LargeAmountCap::Unlimited => Cap::Unlimited.in_words(),
        };
        Text::joined(&[share, cap], "，", ", ")
    }
}

impl InWords for SeriousIllness {
    fn in_words(&self) -> Text {
        let start = Text::of(
            format!("一年的合规个人负担超过 {} 元的部分", self.start.grouped()),
            format!("of the year's compliant own payments above {} yuan", self.start.grouped()),
        );
        Text::joined(&[start, self.segments.in_words(), self.cap.in_words()], "，", ", ")
    }
}

impl<T: InWords> InWords for Says<T> {
    fn in_words(&self) -> Text {
        match self {
            Self::Value(value) => value.in_words(),
            Self::Disputed(why) => why.clone(),
            Self::Readings(readings) => {
                let nth = |(reading, nth): (&T, usize)| {
                    let words = reading.in_words();
                    Text::of(format!("读法 {nth}：{}", words.zh), format!("reading {nth}: {}", words.en))
                };
                Text::joined(&readings.iter().zip(1..).map(nth).collect::<Vec<_>>(), "；", "; ")
            }
        }
    }
}

impl Applies {
    /// The cases, by the labels of their words; what applies to all is left out.
    pub(super) fn in_words(&self, tiers: &[Tier]) -> Text {
        let tier_label = |id: &str| tiers.iter().find(|tier| tier.id == *id).map(|tier| tier.label.clone());
        let lists = [
            self.insurance.iter().map(|word| word.label()).collect(),
            self.kind.iter().map(|word| word.label()).collect(),
            self.group.iter().flatten().map(|word| word.label()).collect(),
            self.tier.iter().flatten().filter_map(|id| tier_label(id)).collect(),
            self.place.iter().flatten().map(|word| word.label()).collect(),
            self.category.iter().flatten().map(|word| word.label()).collect::<Vec<_>>(),
        ];
        let parts: Vec<_> = lists.iter().filter(|list| !list.is_empty()).map(|list| Text::joined(list, "或", " or ")).collect();
        Text::joined(&parts, "，", ", ")
    }
}
