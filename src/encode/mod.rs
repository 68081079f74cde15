//! From typed values to plain ones, as [`decode`](crate::decode) does it the other way.
//!
//! A type says what it consists of, as a list, and one function goes through every such list: what serde writes for each type is
//! several times the size. The names are those that serde's `camelCase` gives, absent values are left out, and tests compare the two.

#[cfg(any(test, target_arch = "wasm32"))]
mod json;
mod tree;

use std::{borrow::Cow, fmt::Display};

use crate::{
    calendar::{Date, Moment, Period},
    decode::Value,
    money::{Money, Percent},
    names,
    region::Admdvs,
    text::Text,
};
#[cfg(any(test, target_arch = "wasm32"))]
pub(crate) use json::Json;
pub(crate) use tree::Fields;

/// What can be written.
pub(crate) trait Encode {
    fn write(&self, to: &mut dyn Sink);

    /// Whether there is nothing to write, so that a field is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// What takes a value, part by part.
pub(crate) trait Sink {
    fn text(&mut self, text: &str);
    fn shown(&mut self, value: &dyn Display);
    fn number(&mut self, number: f64);
    fn bool(&mut self, bool: bool);
    fn open(&mut self, kind: Kind);
    /// The name of the field whose value comes next.
    fn key(&mut self, name: &str);
    fn close(&mut self, kind: Kind);
}

/// What has parts.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    List,
    Object,
}

impl dyn Sink + '_ {
    /// An object, from the names of its fields and what they hold.
    pub(crate) fn object(&mut self, names: &'static str, fields: &[&dyn Encode]) {
        self.open(Kind::Object);
        self.fields(names, fields);
        self.close(Kind::Object);
    }

    fn fields(&mut self, names: &'static str, fields: &[&dyn Encode]) {
        for (name, field) in names::each(names).zip(fields) {
            if !field.is_absent() {
                self.key(name);
                field.write(self);
            }
        }
    }
}

/// Makes a type writable from what it consists of: a struct from its fields, an enum without a tag from those of its variants.
macro_rules! encodes {
    ($($type:ident { $($field:ident),+ $(,)? })+) => {
        $(impl $crate::encode::Encode for $type {
            fn write(&self, to: &mut dyn $crate::encode::Sink) {
                to.object($crate::names::names!($($field),+), &[$(&self.$field),+]);
            }
        })+
    };
    (untagged $($type:ident { $($variant:ident { $($field:ident),+ $(,)? }),+ $(,)? })+) => {
        $(impl $crate::encode::Encode for $type {
            fn write(&self, to: &mut dyn $crate::encode::Sink) {
                match self {
                    $(Self::$variant { $($field),+ } => to.object($crate::names::names!($($field),+), &[$($field),+]),)+
                }
            }
        })+
    };
}
pub(crate) use encodes;

/// Makes types writable as the text they are shown as.
macro_rules! encodes_shown {
    ($($type:ty),+) => {
        $(impl $crate::encode::Encode for $type {
            fn write(&self, to: &mut dyn $crate::encode::Sink) {
                to.shown(self);
            }
        })+
    };
}
pub(crate) use encodes_shown;

encodes_shown! { Date, Admdvs, Percent }
encodes! { Period { from, to, stated } }

macro_rules! encodes_text {
    ($($type:ty),+) => {
        $(impl Encode for $type {
            fn write(&self, to: &mut dyn Sink) {
                to.text(self);
            }
        })+
    };
}

encodes_text! { String, Cow<'static, str>, &'static str }

impl Encode for Money {
    fn write(&self, to: &mut dyn Sink) {
        to.text(&self.plain());
    }
}

impl Encode for Moment {
    fn write(&self, to: &mut dyn Sink) {
        to.number(self.millis() as f64);
    }
}

impl Encode for bool {
    fn write(&self, to: &mut dyn Sink) {
        to.bool(*self);
    }
}

macro_rules! encodes_number {
    ($($type:ty),+) => {
        $(impl Encode for $type {
            fn write(&self, to: &mut dyn Sink) {
                to.number((*self).into());
            }
        })+
    };
}

encodes_number! { u16, u32, i32 }

impl Encode for Text {
    fn write(&self, to: &mut dyn Sink) {
        to.object("\u{5}zh-CN\u{2}en", &[&self.zh, &self.en]);
    }
}

impl<T: Encode> Encode for Option<T> {
    fn write(&self, to: &mut dyn Sink) {
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: Encode> Encode for Box<T> {
    fn write(&self, to: &mut dyn Sink) {
        (**self).write(to);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn write(&self, to: &mut dyn Sink) {
        to.open(Kind::List);
        self.iter().for_each(|item| item.write(to));
        to.close(Kind::List);
    }
}

impl Encode for Value {
    fn write(&self, to: &mut dyn Sink) {
        match self {
            Self::Null => {}
            Self::Bool(bool) => to.bool(*bool),
            Self::Number(number) => to.number(*number),
            Self::Text(text) => to.text(text),
            Self::Passing(text) => to.text(text),
            Self::List(items) => items.write(to),
            Self::Map(fields) => {
                to.open(Kind::Object);
                for (name, value) in fields.iter().filter(|(_, value)| !value.is_absent()) {
                    to.key(name);
                    value.write(to);
                }
                to.close(Kind::Object);
            }
        }
    }

    fn is_absent(&self) -> bool {
        *self == Self::Null
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use serde::Serialize;

    use super::*;
    use crate::{
        Answer, Bill, CompareOptions, EstimateInput, FilingCategory, FilingContact, FilingQuestion, Library, Moment, NoticeEvent,
        Outbox, OutboxEvent, Question, Slip, answer_filing, compare_dates, compare_filings, complete_filing, cost_curve, estimate,
        estimate_many, estimate_range, filing_status, notice_event, open_notice, outbox_step, reconcile, resume_filing, split_bill,
        start_filing,
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

    pub(crate) fn assert_as_serde_has_it<T: Encode + Serialize>(value: &T) {
        let [mut ours, mut theirs] = [serde_json::from_slice(&Json::of(value)).unwrap(), serde_json::to_value(value).unwrap()];
        as_in_javascript(&mut ours);
        as_in_javascript(&mut theirs);
        assert_eq!(ours, theirs);
    }

    #[test]
    fn what_is_null_is_left_out() {
        let value = Value::Map(vec![("none".into(), Value::Null), ("some".into(), Value::Bool(true))]);
        assert_eq!(Json::of(&value), br#"{"some":true}"#);
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

    const VISIT: &str = r#"{
        "person": {"insuredRegion": "610100", "insurance": "employee", "group": "working", "accountBalance": "300"},
        "visit": {"treatmentRegion": "310000", "kind": "inpatient", "admitted": "2026-11-02", "settled": "2026-11-12"},
        "filing": {},
        "bill": {"total": "50000.00", "inScope": "42000.00"},
        "yearSoFar": {"admissions": 0, "poolPaid": "0"}
    }"#;

    #[test]
    fn every_answer_of_the_estimator_is_written_as_serde_would() {
        let library = Library::shipped();
        let input = EstimateInput::from_json(VISIT).unwrap();
        let filed = VISIT.replace(r#""filing": {}"#, r#""filing": {"category": "referral"}"#);
        let known = EstimateInput::from_json(&filed.replace(r#""kind""#, r#""tier": "tier3", "kind""#)).unwrap();
        assert_as_serde_has_it(&estimate(&library, &known).unwrap());
        let range = estimate_range(&library, &input).unwrap();
        assert!(range.next.is_some() && !range.least.assumes.is_empty());
        assert_as_serde_has_it(&range);
        let luohe = known_in_luohe();
        assert_as_serde_has_it(&estimate_range(&library, &luohe).unwrap());
        assert_as_serde_has_it(&estimate_many(&library, &[known.clone(), input]));
        let compared = compare_filings(&library, &known, CompareOptions { tiers: true }).unwrap();
        assert!(compared.options.iter().any(|option| option.papers.is_some() && option.late.is_some()));
        assert_as_serde_has_it(&compared);
        let [before, after] = ["2025-12-31", "2026-11-12"].map(|day| day.parse().unwrap());
        assert_as_serde_has_it(&compare_dates(&library, &known, before, after).unwrap());
        assert_as_serde_has_it(&cost_curve(&library, &known, "90000".parse().unwrap()).unwrap());
        let slip = Slip::from_json(r#"{"total": "50000.00", "fundsPay": "28560.00"}"#).unwrap();
        assert_as_serde_has_it(&reconcile(&library, &known, &slip).unwrap());
        let items = Bill::from_json(r#"{"items": [{"amount": "1.00", "class": "A"}, {"amount": "2.00", "class": "C"}]}"#).unwrap();
        assert_as_serde_has_it(&split_bill(&items).unwrap());
    }

    /// Open by law and by facts alike.
    fn known_in_luohe() -> EstimateInput {
        EstimateInput::from_json(
            &VISIT
                .replace("610100", "411100")
                .replace(r#""yearSoFar""#, r#""ownFigures": {"deductible": "650", "ratio": "65"}, "yearSoFar""#),
        )
        .unwrap()
    }

    #[test]
    fn what_is_said_of_regions_and_packs_is_written_as_serde_would() {
        let library = Library::shipped();
        let [nanjing, today] = ["320100", "2026-11-22"];
        assert_as_serde_has_it(&library.describe(nanjing.parse().unwrap(), today.parse().unwrap()).unwrap());
        assert_as_serde_has_it(&library.regions().unwrap());
        assert_as_serde_has_it(&crate::provinces().collect::<Vec<_>>());
        let faults = library.lint(library.pack(nanjing.parse().unwrap()).unwrap(), Some("2099-01-01".parse().unwrap()));
        assert!(!faults.is_empty());
        assert_as_serde_has_it(&faults);
        let now = Moment::from_millis(1_795_312_800_000).unwrap();
        assert_as_serde_has_it(&open_notice(&library, nanjing.parse().unwrap(), FilingCategory::Referral, now).unwrap());
        let added = crate::decode::decode_json::<OutboxEvent>(r#"{"kind": "enqueue", "key": "k", "application": "{}"}"#).unwrap();
        let step = outbox_step(Outbox::empty(), &added, now).unwrap();
        assert!(!step.outbox.entries.is_empty() && !step.effects.is_empty());
        assert_as_serde_has_it(&step);
    }
}
