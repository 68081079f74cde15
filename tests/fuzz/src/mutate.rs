//! JSON that is almost right: most of it still passes the first checks, and so reaches what lies behind them.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value, json};

use super::chance::Chance;

/// The values that the seeds have under each name: what may stand there, in places where it may not.
#[derive(Default)]
pub struct Dictionary(BTreeMap<String, Vec<Value>>);

/// More values of one name tell nothing new.
const VALUES_KEPT: usize = 200;

impl Dictionary {
    pub fn learn(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    let known = self.0.entry(name.clone()).or_default();
                    if known.len() < VALUES_KEPT && !known.contains(value) {
                        known.push(value.clone());
                    }
                    self.learn(value);
                }
            }
            _ => {}
        }
    }

    fn value_for(&self, name: &str, chance: &mut Chance) -> Option<Value> {
        chance.of_these(self.0.get(name)?).cloned()
    }

    fn any_value(&self, chance: &mut Chance) -> Option<Value> {
        let at = chance.below(self.0.len());
        chance.of_these(self.0.values().nth(at)?).cloned()
    }
}

/// A changed copy of `data`: as JSON where it is JSON, else byte by byte.
pub fn mutated(data: &[u8], dictionary: &Dictionary, chance: &mut Chance) -> Vec<u8> {
    let Ok(mut value) = serde_json::from_slice(data) else { return scrambled(data, chance) };
    for _ in 0..=chance.below(3) {
        change_somewhere(&mut value, dictionary, chance);
    }
    let text = value.to_string().into_bytes();
    if chance.one_in(16) { scrambled(&text, chance) } else { text }
}

fn scrambled(data: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = data.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(4) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, chance.of_these(b"\"\\,;@\r\n\0[]{}:0-\xff\xe5").copied().unwrap_or(b' ')),
            2 => {
                let part: Vec<_> = bytes.iter().skip(at).take(chance.below(200)).copied().collect();
                bytes.splice(at..at, part);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << chance.below(8);
                }
            }
        }
    }
    bytes
}

fn change_somewhere(value: &mut Value, dictionary: &Dictionary, chance: &mut Chance) {
    let mut left = chance.below(size(value));
    change_at(&mut left, "", value, dictionary, chance);
}

/// How many values it holds, itself among them.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum(),
        _ => 0_usize,
    }
}

/// Changes the value that comes after `left` others; answers whether it was reached.
fn change_at(left: &mut usize, name: &str, value: &mut Value, dictionary: &Dictionary, chance: &mut Chance) -> bool {
    if *left == 0 {
        change(name, value, dictionary, chance);
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| change_at(left, name, item, dictionary, chance)),
        Value::Object(fields) => fields.iter_mut().any(|(name, value)| change_at(left, name, value, dictionary, chance)),
        _ => false,
    }
}

fn change(name: &str, value: &mut Value, dictionary: &Dictionary, chance: &mut Chance) {
    match chance.below(8) {
        0..=2 => *value = dictionary.value_for(name, chance).unwrap_or_else(|| hostile(chance)),
        3 => *value = hostile(chance),
        4 => *value = dictionary.any_value(chance).unwrap_or_default(),
        _ => change_within(value, dictionary, chance),
    }
}

fn change_within(value: &mut Value, dictionary: &Dictionary, chance: &mut Chance) {
    match value {
        Value::Null => *value = hostile(chance),
        Value::Bool(bool) => *bool = !*bool,
        Value::Number(number) => *number = neighbour(number, chance),
        Value::String(text) => *text = misspelt(text, chance),
        Value::Array(items) => change_list(items, dictionary, chance),
        Value::Object(fields) => change_fields(fields, dictionary, chance),
    }
}

fn neighbour(number: &Number, chance: &mut Chance) -> Number {
    let near = number.as_f64().unwrap_or_default();
    let moved = match chance.below(6) {
        0 => near + 1.0,
        1 => near - 1.0,
        2 => near * 1000.0,
        3 => -near,
        4 => near + 0.5,
        _ => near + chance.below(100_000) as f64 - 50_000.0,
    };
    // Whole numbers as the engine writes them, or no seed would still be read.
    if moved.fract() == 0.0 && moved.abs() < 9e15 { (moved as i64).into() } else { Number::from_f64(moved).unwrap_or(0.into()) }
}

fn misspelt(text: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = chance.below(letters.len() + 1);
    let digit = char::from(b'0' + chance.below(10) as u8);
    match (chance.below(4), letters.get(at).copied()) {
        (0..=1, Some(letter)) if letter.is_ascii_digit() => letters[at] = digit,
        (0, Some(_)) => drop(letters.remove(at)),
        (1, Some(letter)) => letters.insert(at, letter),
        (2, Some(letter)) => letters[at] = letter.to_ascii_uppercase(),
        _ => {
            letters.insert(at, chance.of_these(&['0', '.', '-', ' ', '\0', '医', '𠮷', '\u{feff}', '"']).copied().unwrap_or(digit))
        }
    }
    letters.into_iter().collect()
}

fn change_list(items: &mut Vec<Value>, dictionary: &Dictionary, chance: &mut Chance) {
    let at = chance.below(items.len());
    match (chance.below(4), items.get(at).cloned()) {
        (0, Some(_)) => drop(items.remove(at)),
        (1, Some(item)) => items.extend(std::iter::repeat_n(item, 1 + chance.below(40))),
        (2, Some(item)) => {
            let other = chance.below(items.len());
            items[at] = std::mem::replace(&mut items[other], item);
        }
        _ => items.push(dictionary.any_value(chance).unwrap_or_default()),
    }
}

fn change_fields(fields: &mut Map<String, Value>, dictionary: &Dictionary, chance: &mut Chance) {
    let at = chance.below(fields.len());
    let name = fields.keys().nth(at).cloned();
    match (chance.below(3), name) {
        (0, Some(name)) => drop(fields.remove(&name)),
        (1, Some(name)) => {
            let value = fields.remove(&name).unwrap_or_default();
            fields.insert(misspelt(&name, chance), value);
        }
        _ => {
            let at = chance.below(dictionary.0.len());
            let name = dictionary.0.keys().nth(at).map_or("__proto__", |name| name);
            fields.insert(name.to_owned(), dictionary.value_for(name, chance).unwrap_or_default());
        }
    }
}

/// What no honest caller sends, and what lies at the edges of what is allowed.
fn hostile(chance: &mut Chance) -> Value {
    const TEXTS: [&str; 40] = [
        "",
        " ",
        "0",
        "-0",
        "-0.00",
        "0.00",
        "0.01",
        "-0.01",
        "0.001",
        "00",
        "1e5",
        "+1",
        ".5",
        "5.",
        "999999999.99",
        "1000000000",
        "99999999999999999999999999999999999999",
        "NaN",
        "Infinity",
        "100",
        "100.01",
        "1949-10-01",
        "1949-09-30",
        "2199-12-31",
        "2200-01-01",
        "2026-02-29",
        "2024-02-29",
        "2026-13-01",
        "2026-1-1",
        "000000",
        "110000",
        "829999",
        "990000",
        "M00000",
        "M99999",
        "H00000000000",
        "P99999999999",
        "__proto__",
        "\0",
        "西\u{202e}安\u{feff}𠮷",
    ];
    const NUMBERS: [f64; 14] = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        65_535.0,
        65_536.0,
        4_294_967_295.0,
        4_294_967_296.0,
        9_007_199_254_740_993.0,
        1e308,
        -1e308,
        7_258_089_599_999.0,
        7_258_089_600_000.0,
    ];
    match chance.below(10) {
        0 => Value::Null,
        1 => Value::Bool(chance.one_in(2)),
        2..=3 => chance.of_these(&NUMBERS).map_or(Value::Null, |number| json!(number)),
        4..=7 => chance.of_these(&TEXTS).map_or(Value::Null, |text| json!(text)),
        8 => json!("9".repeat(1 + chance.below(5000))),
        _ => nested(1 + chance.below(40), chance),
    }
}

fn nested(depth: usize, chance: &mut Chance) -> Value {
    (0..depth).fold(json!({}), |inner, _| if chance.one_in(2) { json!([inner]) } else { json!({ "value": inner }) })
}
