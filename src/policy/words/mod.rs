//! What a rule says, as a sentence that a person reads.
//!
//! The sentences are [`templates`], filled from the rule as it stands in its pack: the wording has one place, and a phone downloads no
//! code for each kind of rule.

mod templates;

use std::borrow::Cow;

use crate::{
    decode::{Value, decode},
    money::Money,
    policy::model::{
        AccountUse, Ages, Applies, Band, Bands, ChronicChoice, CivilServant, CrossYear, LateRoute, PolicyPack, RuleName, Says,
        SeveralPlaces, Topic, VisitKind, WaivedVisit,
    },
    region::Admdvs,
    text::Text,
};
use templates::{SEPARATORS, TEMPLATES};

/// What a rule of a kind says by `value`.
pub(crate) fn in_words(name: RuleName, value: &Value) -> Text {
    said("", name.as_str(), value)
}

/// The names of words in JSON, and what a person reads for each.
type Labels = (&'static [&'static str], &'static [(&'static str, &'static str)]);

/// The words whose labels are said, by the field they stand in.
const LABELLED: &[(&str, Labels)] = &[
    ("kinds", (VisitKind::NAMES, VisitKind::LABELS)),
    ("visit", (WaivedVisit::NAMES, WaivedVisit::LABELS)),
    ("rank", (CivilServant::NAMES, CivilServant::LABELS)),
    ("pays", (AccountUse::NAMES, AccountUse::LABELS)),
    ("crossYear", (CrossYear::NAMES, CrossYear::LABELS)),
    ("beforeSettlement", (LateRoute::NAMES, LateRoute::LABELS)),
    ("afterSettlement", (LateRoute::NAMES, LateRoute::LABELS)),
    ("route", (LateRoute::NAMES, LateRoute::LABELS)),
    ("choice", (ChronicChoice::NAMES, ChronicChoice::LABELS)),
    ("several", (SeveralPlaces::NAMES, SeveralPlaces::LABELS)),
    ("topic", (Topic::NAMES, Topic::LABELS)),
];

const NOTHING: Text = Text::new("", "");

fn template(field: &str) -> Option<Text> {
    TEMPLATES.iter().find(|(name, ..)| *name == field).map(|(_, zh, en)| Text::new(zh, en))
}

/// A field in words: its template around what it holds.
fn said(around: &str, field: &str, value: &Value) -> Text {
    if let Some(sentence) = sentence(field, value) {
        return sentence;
    }
    let content = content(field, value);
    match template(&format!("{around}.{field}")).or_else(|| template(field)) {
        Some(template) if content != NOTHING && !names_fields(&template) => {
            filled(&template, &|name| if name.is_empty() { content.clone() } else { grouped(value) })
        }
        _ => content,
    }
}

/// Whether a template is filled from the fields of an object, rather than from what stands in its field itself.
fn names_fields(template: &Text) -> bool {
    template.zh.split_once('{').is_some_and(|(_, name)| !name.starts_with('}') && !name.starts_with("¥}"))
}

/// A template with words in the place of each name.
fn filled(template: &Text, words: &dyn Fn(&str) -> Text) -> Text {
    let in_language = |template: &str, word: fn(Text) -> Cow<'static, str>| {
        let (mut filled, mut rest) = (String::new(), template);
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            filled += before;
            filled += &word(words(name));
            rest = after;
        }
        filled + rest
    };
    Text::of(in_language(&template.zh, |text| text.zh), in_language(&template.en, |text| text.en))
}

/// The sentence of a key in a table that has a line for each (key, Chinese, English, and perhaps more in both), and what more is to be said of it; an empty one where there is none.
pub(crate) fn phrase(table: &'static str, key: &str) -> (Text, Option<Text>) {
    let line = table.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('|'));
    let mut parts = line.unwrap_or_default().split('|');
    let mut text = || Some(Text::new(parts.next()?, parts.next()?));
    (text().unwrap_or(NOTHING), text())
}

/// The sentence of a key in such a table, with words in the place of `{0}`, `{1}` …
pub(crate) fn phrase_of(table: &'static str, key: &str, words: &[Text]) -> Text {
    filled(&phrase(table, key).0, &|place| place.parse().ok().and_then(|at: usize| words.get(at)).cloned().unwrap_or(NOTHING))
}

/// The sentence for a word, a yes or no, or an empty list.
fn sentence(field: &str, value: &Value) -> Option<Text> {
    match value {
        Value::Text(word) => template(&format!("{field}.{word}")),
        Value::Bool(yes) => Some(template(&format!("{field}.{yes}")).unwrap_or(NOTHING)),
        Value::List(items) if items.is_empty() => Some(template(&format!("{field}.none")).unwrap_or(NOTHING)),
        _ => None,
    }
}

/// What a field holds, in words; nothing where there is nothing to say.
fn content(field: &str, value: &Value) -> Text {
    match value {
        Value::Null | Value::Bool(_) => NOTHING,
        Value::Number(number) => Text::plain(*number as u64),
        Value::Text(_) | Value::Passing(_) => {
            let word = value.as_text().unwrap_or_default();
            label(field, word).unwrap_or_else(|| Text::plain(word))
        }
        Value::List(items) => joined(field, items.iter().map(|item| content(field, item)), ("、", ", ")),
        Value::Map(fields) => match field {
            _ if fields.iter().any(|(key, _)| key == "zh-CN") => decode(value).unwrap_or(NOTHING),
            "segments" => segments(value),
            "amounts" => amounts(fields),
            _ => composed(field, fields),
        },
    }
}

/// The template of a field that names the fields in it, filled; or else those fields in a row.
fn composed(field: &str, fields: &[(Cow<'static, str>, Value)]) -> Text {
    let value = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    // A first self-pay is said by what it is a share of.
    let variant = value("base").map(|base| content("base", base).zh);
    let template = variant.map_or_else(|| template(field), |base| template(&format!("{field}.{base}")));
    let Some(template) = template.filter(names_fields) else {
        return joined(field, in_order(fields).into_iter().map(|(key, value)| said(field, key, value)), ("，", ", "));
    };
    let absent = Value::Bool(false);
    filled(&template, &|name| match name.strip_prefix('¥') {
        Some(amount) => grouped(value(amount).unwrap_or(&absent)),
        None => said(field, name, value(name).unwrap_or(&absent)),
    })
}

/// The fields in the order of their templates, in whatever order the pack has them.
fn in_order<'a>(fields: &'a [(Cow<'static, str>, Value)]) -> Vec<&'a (Cow<'static, str>, Value)> {
    let rank = |key: &str| TEMPLATES.iter().position(|(name, ..)| name.split('.').next() == Some(key));
    let mut ordered: Vec<&'a (Cow<'static, str>, Value)> = Vec::with_capacity(fields.len());
    for field in fields {
        let at = ordered.partition_point(|(earlier, _)| rank(earlier) <= rank(&field.0));
        ordered.insert(at, field);
    }
    ordered
}

fn label(field: &str, word: &str) -> Option<Text> {
    if matches!(field, "regions" | "wholeProvinces") {
        return word.parse::<Admdvs>().ok().and_then(Admdvs::name);
    }
    let (_, (names, labels)) = LABELLED.iter().find(|(name, _)| *name == field)?;
    let at = names.iter().position(|name| *name == word)?;
    labels.get(at).map(|(zh, en)| Text::new(zh, en))
}

fn joined(field: &str, parts: impl Iterator<Item = Text>, usual: (&'static str, &'static str)) -> Text {
    let parts: Vec<_> = parts.filter(|part| *part != NOTHING).collect();
    if field == "anyOneOf" {
        return Text::one_of(&parts);
    }
    let (zh, en) = SEPARATORS.iter().find(|(name, ..)| *name == field).map_or(usual, |(_, zh, en)| (zh, en));
    Text::joined(&parts, zh, en)
}

fn grouped(value: &Value) -> Text {
    decode::<Money>(value).map_or(NOTHING, |amount| Text::plain(sum(amount)))
}

/// An amount in a sentence: whole yuan, as most are in a rule, are said as such.
fn sum(amount: Money) -> String {
    let grouped = amount.grouped();
    grouped.strip_suffix(".00").unwrap_or(&grouped).to_owned()
}

/// 分段: each from its lower bound to its upper one.
fn segments(value: &Value) -> Text {
    let Ok(bands) = decode::<Bands>(value) else { return NOTHING };
    let Bands { bands, bounds_include_deductible, over_the_year, own_share_times } = bands;
    let mut parts = Vec::with_capacity(bands.len() + 3);
    let mut from = Money::ZERO;
    let only = bands.len() == 1;
    for Band { up_to, ratio } in bands {
        parts.push(match up_to {
            _ if only => Text::of(format!("支付 {ratio}%"), format!("{ratio}% is paid")),
            Some(up_to) => {
                let (from, up_to) = (sum(from), sum(up_to));
                Text::of(format!("{from}–{up_to} 元的部分 {ratio}%"), format!("{from}–{up_to} yuan {ratio}%"))
            }
            None => {
                let from = sum(from);
                Text::of(format!("{from} 元以上的部分 {ratio}%"), format!("above {from} yuan {ratio}%"))
            }
        });
        from = up_to.unwrap_or(from);
    }
    if bounds_include_deductible {
        parts.push(Text::new("分段按含起付线的金额算", "the segments include the deductible"));
    }
    if over_the_year {
        parts.push(Text::new("分段按年累计", "the segments go on through the year"));
    }
    parts.extend(own_share_times.map(|factor| {
        Text::of(format!("个人付的那部分再按 {factor}% 算"), format!("of the share left to the person {factor}% is due"))
    }));
    Text::joined(&parts, "；", "; ")
}

/// The amounts of the first admissions, and of those after them.
fn amounts(fields: &[(Cow<'static, str>, Value)]) -> Text {
    let mut parts = Vec::new();
    if let Some((_, Value::List(first))) = fields.iter().find(|(key, _)| key == "first") {
        parts.extend(first.iter().zip(1..).map(|(amount, nth)| {
            let amount = grouped(amount).zh;
            Text::of(format!("当年第 {nth} 次住院 {amount} 元"), format!("{amount} yuan for admission {nth} of the year"))
        }));
    }
    let later = fields.iter().find(|(key, _)| key == "later").map(|(_, amount)| grouped(amount).zh);
    parts.push(later.map_or(Text::new("以后各次没有收录", "later ones are not recorded here"), |amount| {
        Text::of(format!("以后各次 {amount} 元"), format!("{amount} yuan for each later one"))
    }));
    Text::joined(&parts, "，", ", ")
}

impl Says<Value> {
    /// The sentence, from those of its candidates.
    pub(super) fn in_words(&self, of: impl Fn(&Value) -> Text) -> Text {
        match self {
            Self::Value(value) => of(value),
            Self::Disputed(why) => why.clone(),
            Self::Between { at_worst, at_best } => {
                let (worst, best) = (of(at_worst), of(at_best));
                Text::of(
                    format!("由参保地定，对您最不利：{}；最有利：{}", worst.zh, best.zh),
                    format!("set by the insured region; at worst: {}; at best: {}", worst.en, best.en),
                )
            }
            Self::Readings(readings) => {
                let nth = |(reading, nth): (&Value, usize)| {
                    let words = of(reading);
                    Text::of(format!("读法 {nth}：{}", words.zh), format!("reading {nth}: {}", words.en))
                };
                Text::joined(&readings.iter().zip(1..).map(nth).collect::<Vec<_>>(), "；", "; ")
            }
        }
    }
}

impl Applies {
    /// The cases, by the labels of their words; what applies to all is left out.
    pub(super) fn in_words(&self, pack: &PolicyPack) -> Text {
        let tier = |id: &Cow<'static, str>| pack.tiers.iter().find(|tier| tier.id == *id).map(|tier| tier.label.clone());
        let disease =
            |id: &Cow<'static, str>| pack.diseases.iter().find(|disease| disease.id == *id).map(|disease| disease.label.clone());
        let mut parts = Vec::new();
        add_labels(&mut parts, self.insurance.as_deref(), &|word| Some(word.label()));
        add_labels(&mut parts, self.kind.as_deref(), &|word| Some(word.label()));
        add_labels(&mut parts, self.disease.as_deref(), &disease);
        add_labels(&mut parts, self.group.as_deref(), &|word| Some(word.label()));
        parts.extend(self.age.map(Ages::in_words));
        add_labels(&mut parts, self.standing.as_deref(), &|word| Some(word.label()));
        add_labels(&mut parts, self.tier.as_deref(), &tier);
        add_labels(&mut parts, self.place.as_deref(), &|word| Some(word.label()));
        add_labels(&mut parts, self.category.as_deref(), &|word| Some(word.label()));
        add_labels(&mut parts, self.proof.as_deref(), &|word| Some(word.label()));
        if parts.is_empty() { Text::new("所有情形", "all cases") } else { Text::joined(&parts, "，", ", ") }
    }
}

fn add_labels<T>(parts: &mut Vec<Text>, words: Option<&[T]>, label: &dyn Fn(&T) -> Option<Text>) {
    let mut labels = Vec::new();
    for word in words.unwrap_or_default() {
        labels.extend(label(word));
    }
    if !labels.is_empty() {
        parts.push(Text::one_of(&labels));
    }
}

impl Ages {
    fn in_words(self) -> Text {
        let last = |below: u16| below.saturating_sub(1);
        match (self.from, self.below) {
            (Some(from), Some(below)) => {
                Text::of(format!("{from} 至 {} 周岁", last(below)), format!("aged {from} to {}", last(below)))
            }
            (Some(from), None) => Text::of(format!("{from} 周岁及以上"), format!("aged {from} or more")),
            (None, Some(below)) => Text::of(format!("不满 {below} 周岁"), format!("younger than {below}")),
            (None, None) => Text::new("任何年龄", "any age"),
        }
    }
}
