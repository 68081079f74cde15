//! A value as a [`Value`]: what is sent is looked at once more, for its digest.

use std::{borrow::Cow, fmt::Display, mem};

use super::{Encode, Kind, Sink};
use crate::decode::Value;

type Entry = (Cow<'static, str>, Value);

/// An object under construction.
#[derive(Default)]
pub(crate) struct Fields(Vec<Entry>);

impl Fields {
    /// Those of an object, and what is still to come.
    pub(crate) fn of(object: Value) -> Self {
        if let Value::Map(fields) = object { Self(fields) } else { Self::default() }
    }

    /// Adds a field, where it has a value.
    pub(crate) fn put(&mut self, name: &'static str, value: &dyn Encode) {
        if !value.is_absent() {
            let mut tree = Tree { key: name.into(), ..Tree::default() };
            value.write(&mut tree);
            self.0.append(&mut tree.parts);
        }
    }

    pub(crate) fn done(self) -> Value {
        Value::Map(self.0)
    }
}

/// The whole that parts are added to, and those around it.
#[derive(Default)]
struct Tree {
    around: Vec<(Cow<'static, str>, Vec<Entry>)>,
    parts: Vec<Entry>,
    /// The name of the next part, in an object.
    key: Cow<'static, str>,
}

impl Tree {
    fn put(&mut self, value: Value) {
        self.parts.push((mem::take(&mut self.key), value));
    }
}

impl Sink for Tree {
    fn text(&mut self, text: &str) {
        self.put(Value::Text(text.to_owned().into()));
    }

    fn shown(&mut self, value: &dyn Display) {
        self.put(Value::Text(value.to_string().into()));
    }

    fn number(&mut self, number: f64) {
        self.put(Value::Number(number));
    }

    fn bool(&mut self, bool: bool) {
        self.put(Value::Bool(bool));
    }

    fn open(&mut self, _: Kind) {
        self.around.push((mem::take(&mut self.key), mem::take(&mut self.parts)));
    }

    fn key(&mut self, name: &str) {
        self.key = name.to_owned().into();
    }

    fn close(&mut self, kind: Kind) {
        let (key, around) = self.around.pop().unwrap_or_default();
        let parts = mem::replace(&mut self.parts, around);
        self.key = key;
        self.put(match kind {
            Kind::List => Value::List(parts.into_iter().map(|(_, item)| item).collect()),
            Kind::Object => Value::Map(parts),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_value_is_kept_under_its_name() {
        let mut fields = Fields::default();
        fields.put("count", &3_u16);
        fields.put("yes", &true);
        fields.put("none", &None::<String>);
        fields.put("texts", &vec!["甲".to_owned(), "乙".to_owned()]);
        fields.put("on", &"2026-11-22".parse::<crate::Date>().unwrap());
        let text = |text: &'static str| Value::Text(text.into());
        let entries = [
            ("count", Value::Number(3.0)),
            ("yes", Value::Bool(true)),
            ("texts", Value::List(vec![text("甲"), text("乙")])),
            ("on", text("2026-11-22")),
        ];
        assert_eq!(fields.done(), Value::Map(entries.map(|(name, value)| (name.into(), value)).into()));
    }
}
