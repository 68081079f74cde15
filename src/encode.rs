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
