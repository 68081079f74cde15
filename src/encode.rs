//! From typed values to plain ones, as [`decode`](crate::decode) does it the other way.
//!
//! Answers of many small types go through here on their way to JavaScript: what serde writes for each of them is several times the
//! size. The names are those that serde's `camelCase` gives, absent values are left out, and a test compares the two.

use std::borrow::Cow;

use crate::{
    calendar::{Date, Moment, Period},
    decode::{Value, camel_case},
    money::Money,
    region::Admdvs,
    text::Text,
};

/// What can be written as a [`Value`].
pub(crate) trait Encode {
    /// The value as JSON has it.
    fn value(&self) -> Value;
}

/// An object under construction.
pub(crate) struct Fields(Vec<(Cow<'static, str>, Value)>);

impl Fields {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Those of an object, and what is still to come.
    pub(crate) fn of(object: Value) -> Self {
        if let Value::Map(fields) = object { Self(fields) } else { Self::new() }
    }

    /// Adds a field by its name in Rust, where it has a value.
    #[inline(never)]
    pub(crate) fn put(&mut self, name: &str, value: Value) {
        if value != Value::Null {
            self.0.push((camel_case(name).into(), value));
        }
    }

    pub(crate) fn done(self) -> Value {
        Value::Map(self.0)
    }
}

/// Makes a struct writable as an object, field by field.
macro_rules! encodes {
    ($($type:ident { $($field:ident),+ $(,)? })+) => {
        $(impl $crate::encode::Encode for $type {
            fn value(&self) -> $crate::decode::Value {
                let mut fields = $crate::encode::Fields::new();
                $(fields.put(stringify!($field), $crate::encode::Encode::value(&self.$field));)+
                fields.done()
            }
        })+
    };
}
pub(crate) use encodes;

/// Makes types writable as the text they are shown as.
macro_rules! encodes_shown {
    ($($type:ty),+) => {
        $(impl $crate::encode::Encode for $type {
            fn value(&self) -> $crate::decode::Value {
                $crate::decode::Value::Text(self.to_string().into())
            }
        })+
    };
}
pub(crate) use encodes_shown;

encodes_shown! { String, Date, Admdvs, Money }
encodes! { Period { from, to, stated } }

impl Encode for Cow<'static, str> {
    fn value(&self) -> Value {
        Value::Text(self.clone())
    }
}

impl Encode for Moment {
    fn value(&self) -> Value {
        Value::Number(self.millis() as f64)
    }
}

impl Encode for bool {
    fn value(&self) -> Value {
        Value::Bool(*self)
    }
}

macro_rules! encodes_number {
    ($($type:ty),+) => {
        $(impl Encode for $type {
            fn value(&self) -> Value {
                Value::Number((*self).into())
            }
        })+
    };
}

encodes_number! { u16, u32, i32 }

impl Encode for Text {
    fn value(&self) -> Value {
        Value::Map(vec![("zh-CN".into(), self.zh.value()), ("en".into(), self.en.value())])
    }
}

impl<T: Encode> Encode for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, Encode::value)
    }
}

impl<T: Encode> Encode for Box<T> {
    fn value(&self) -> Value {
        (**self).value()
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn value(&self) -> Value {
        let mut items = Vec::with_capacity(self.len());
        for item in self {
            items.push(item.value());
        }
        Value::List(items)
    }
}

impl Encode for Value {
    fn value(&self) -> Value {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;
    use crate::{
        Answer, FilingCategory, FilingContact, FilingQuestion, Library, Moment, NoticeEvent, Question, answer_filing,
        complete_filing, filing_status, notice_event, open_notice, resume_filing, start_filing,
    };

    /// Numbers as JavaScript has them.
    fn as_in_javascript(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Number(number) => *value = number.as_f64().unwrap().into(),
            serde_json::Value::Array(items) => items.iter_mut().for_each(as_in_javascript),
            serde_json::Value::Object(fields) => fields.values_mut().for_each(as_in_javascript),
            _ => {}
        }
    }

    fn assert_as_serde_has_it<T: Encode + Serialize>(value: &T) {
        let [mut ours, mut theirs] = [serde_json::to_value(value.value()).unwrap(), serde_json::to_value(value).unwrap()];
        as_in_javascript(&mut ours);
        as_in_javascript(&mut theirs);
        assert_eq!(ours, theirs);
    }

    #[test]
    fn everything_is_written_as_serde_would() {
        let library = Library::shipped();
        let today: Date = "2026-11-22".parse().unwrap();
        let mut view = start_filing(&library, today);
        for (question, answer) in [
            (Question::InsuredRegion, "320100"),
            (Question::Destination, "310000"),
            (Question::Emergency, "no"),
            (Question::Care, "discharged"),
            (Question::AdmittedOn, "2026-11-01"),
            (Question::SettledOn, "2026-11-10"),
            (Question::Reason, "living"),
            (Question::HalfYear, "yes"),
            (Question::OtherPlace, "no"),
            (Question::Proof, "commitment"),
            (Question::PapersBy, "2026-12-31"),
            (Question::Filer, "self"),
            (Question::Chronic, "yes"),
            (Question::Diseases, ""),
            (Question::Insurance, "employee"),
        ] {
            assert_as_serde_has_it(&view);
            let words = if answer.is_empty() { Answer::Several(vec!["hypertension".into()]) } else { Answer::One(answer.into()) };
            view = answer_filing(&library, view.session, question, words).unwrap();
        }
        assert_as_serde_has_it(&view);
        assert!(view.outcome.as_ref().unwrap().plan.as_ref().unwrap().claim.is_some());
        let saved = serde_json::to_string(&view.session).unwrap();
        assert_as_serde_has_it(&resume_filing(&library, &saved, "2026-12-01".parse().unwrap()).unwrap());

        let at = |second: i64| Moment::from_millis(1_795_312_800_000 + second * 1000).unwrap();
        let mut gate = open_notice(&library, "320100".parse().unwrap(), FilingCategory::LongTermResident, at(0)).unwrap().gate;
        for second in 0..10 {
            gate = notice_event(gate, NoticeEvent::Shown, Some(at(second)));
        }
        gate = notice_event(notice_event(gate, NoticeEvent::Ticked, Some(at(10))), NoticeEvent::Agreed, Some(at(11)));
        let contact = r#"{"name": "测试甲", "idNumber": "110199195803070017", "phone": "13800000000"}"#;
        let contact = FilingContact::from_json(contact).unwrap();
        let application = complete_filing(&library, view.session, gate.receipt.as_ref().unwrap(), &contact, at(60)).unwrap();
        assert!(application.commitment.is_some());
        assert_as_serde_has_it(&application);

        let question = FilingQuestion::from_json(
            r#"{"insuredRegion": "411100", "filings": [], "visit": {"treatmentRegion": "110000", "kind": "inpatient", "admitted": "2026-11-20"}}"#,
        );
        assert_as_serde_has_it(&filing_status(&library, &question.unwrap()).unwrap());
    }
}
