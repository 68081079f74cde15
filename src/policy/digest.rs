//! What a pack is known by: the SHA-256 of its content, whoever wrote it down and in whatever order.

use std::{borrow::Cow, fmt::Write};

use sha2::{Digest, Sha256};

use crate::decode::Value;

/// The digest of a pack's canonical JSON, as 64 hexadecimal digits.
pub(crate) fn of(pack: &Value) -> String {
    let mut json = String::new();
    write_value(&mut json, pack);
    Sha256::digest(json).iter().fold(String::with_capacity(64), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// The digest of texts in a row: of their JSON list.
pub(crate) fn of_texts(texts: Vec<String>) -> String {
    of(&Value::List(texts.into_iter().map(|text| Value::Text(text.into())).collect()))
}

/// Canonical JSON (RFC 8785), without the fields that are null: to a pack they are the same as absent ones. Writing to a `String`
/// cannot fail.
fn write_value(json: &mut String, value: &Value) {
    match value {
        Value::Null => json.push_str("null"),
        Value::Bool(bool) => json.push_str(if *bool { "true" } else { "false" }),
        // A pack has whole numbers only.
        Value::Number(number) => *json += &(*number as u64).to_string(),
        Value::Text(text) => write_text(json, text),
        Value::Passing(text) => write_text(json, text),
        Value::List(items) => write_all(json, ['[', ']'], items.iter(), write_value),
        Value::Map(entries) => {
            write_all(json, ['{', '}'], in_order_of_keys(entries).into_iter(), |json, (key, value)| {
                write_text(json, key);
                json.push(':');
                write_value(json, value);
            });
        }
    }
}

/// The entries that are not null. The standard sort is many times the size of all else here.
fn in_order_of_keys<'a>(entries: &'a [(Cow<'static, str>, Value)]) -> Vec<&'a (Cow<'static, str>, Value)> {
    let mut sorted: Vec<&(Cow<'static, str>, Value)> = Vec::with_capacity(entries.len());
    for entry in entries.iter().filter(|(_, value)| *value != Value::Null) {
        let (key, _) = entry;
        let at = sorted.partition_point(|(earlier, _)| earlier.encode_utf16().lt(key.encode_utf16()));
        sorted.insert(at, entry);
    }
    sorted
}

fn write_all<T>(json: &mut String, [open, close]: [char; 2], parts: impl Iterator<Item = T>, write_part: fn(&mut String, T)) {
    json.push(open);
    for (at, part) in parts.enumerate() {
        if at > 0 {
            json.push(',');
        }
        write_part(json, part);
    }
    json.push(close);
}

fn write_text(json: &mut String, text: &str) {
    json.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => json.extend(['\\', char]),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            control if control < ' ' => _ = write!(json, "\\u{:04x}", u32::from(control)),
            _ => json.push(char),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(json: &str) -> Value {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn content_decides_and_not_how_it_is_written() {
        let digest = of(&value(r#"{"a": ["1", true], "b": {"c": "元"}}"#));
        for same in [r#"{"b":{"c":"\u5143"},"a":["1",true]}"#, "{\"a\":[\"1\",\ttrue],\n\"b\":{\"c\":\"元\"},\"d\":null}"] {
            assert_eq!(of(&value(same)), digest, "{same}");
        }
        for other in [r#"{"a": [true, "1"], "b": {"c": "元"}}"#, r#"{"a": ["1", true], "b": {"c": "角"}}"#] {
            assert_ne!(of(&value(other)), digest, "{other}");
        }
    }

    #[test]
    fn a_text_cannot_pass_for_structure() {
        let mut json = String::new();
        write_value(&mut json, &value(r#"{"quote\"": "back\\slash", "control": "\u0001\u001f\u0008\t\n\u000c\r and space"}"#));
        assert_eq!(json, r#"{"control":"\u0001\u001f\b\t\n\f\r and space","quote\"":"back\\slash"}"#);
    }

    #[test]
    fn anyone_can_compute_it() {
        // printf '{"a":"1"}' | sha256sum
        assert_eq!(of(&value(r#"{ "a": "1" }"#)), "9afeb0f2b203f254312ec8ded441d0318b7c34c57f8695ede42d2215a30c0960");
    }
}
