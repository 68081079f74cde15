//! Words in both languages of the product.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    decode::{Decode, Faults, Lent},
    error::{Error, ErrorCode},
};

/// A sentence or a name in Chinese and in English.
///
/// # Example
///
/// ```
/// let tier = yidi::Text::new("三级医院", "tertiary hospital");
/// assert_eq!(tier.zh, "三级医院");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Chinese (simplified).
    #[serde(rename = "zh-CN")]
    pub zh: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Text {
    /// A text fixed at compile time.
    #[must_use]
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh: Cow::Borrowed(zh), en: Cow::Borrowed(en) }
    }

    /// A text made at run time.
    #[must_use]
    pub fn of(zh: String, en: String) -> Self {
        Self { zh: Cow::Owned(zh), en: Cow::Owned(en) }
    }

    /// What is the same in both languages: a number, a date, a name.
    pub(crate) fn plain(text: impl ToString) -> Self {
        let text = text.to_string();
        Self::of(text.clone(), text)
    }

    /// Several texts in a row, with a separator for each language.
    pub(crate) fn joined(parts: &[Self], zh: &str, en: &str) -> Self {
        let join = |words: fn(&Self) -> &str, separator| parts.iter().map(words).collect::<Vec<_>>().join(separator);
        Self::of(join(|part| &part.zh, zh), join(|part| &part.en, en))
    }

    /// Several texts of which one holds.
    pub(crate) fn one_of(parts: &[Self]) -> Self {
        let [first @ .., before_last, last] = parts else { return Self::joined(parts, "", "") };
        let mut ends = first.to_vec();
        ends.push(Self::joined(&[before_last.clone(), last.clone()], "或", " or "));
        Self::joined(&ends, "、", ", ")
    }
}

impl Decode for Text {
    fn read(value: &Lent<'_>, faults: &mut Faults) -> Self {
        let mut fields = value.fields("\u{5}zh-CN\u{2}en", faults);
        Self { zh: fields.next(), en: fields.next() }
    }
}

/// Which of `names` a value is; the first stands in for one that is none of them.
pub(crate) fn word(value: &Lent<'_>, names: &[&str], faults: &mut Faults) -> usize {
    let at = |name: &str| names.iter().position(|known| *known == name);
    let found = match value.as_text() {
        Some(name) => at(name).ok_or_else(|| Error::new(ErrorCode::UnknownValue).giving(name).allowing(names.join(" | "))),
        None => Err(value.is_not("a text")),
    };
    faults.or(found, 0)
}

/// A word of the model: an enum without content, with the name it has in JSON and the label a person reads.
macro_rules! words {
    ($(#[doc = $doc:literal])+ $type:ident { $($(#[doc = $word_doc:literal])+ $word:ident = $name:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $type { $($(#[doc = $word_doc])+ #[cfg_attr(feature = "schema", schemars(rename = $name))] $word,)+ }

        // Tables, since a phone downloads every branch of a match.
        #[expect(clippy::indexing_slicing, reason = "the tables have a row for each word")]
        impl $type {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),+];
            pub(crate) const LABELS: &'static [(&'static str, &'static str)] = &[$(($zh, $en)),+];

            /// The name in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                Self::NAMES[self as usize]
            }

            /// What a person reads.
            #[must_use]
            pub const fn label(self) -> $crate::text::Text {
                let (zh, en) = Self::LABELS[self as usize];
                $crate::text::Text::new(zh, en)
            }
        }

        impl $crate::encode::Encode for $type {
            fn write(&self, to: &mut dyn $crate::encode::Sink) {
                to.text(self.as_str());
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[expect(clippy::indexing_slicing, reason = "a place in `NAMES`, or 0, and a list has a first word")]
        impl $crate::decode::Decode for $type {
            fn read(value: &$crate::decode::Lent<'_>, faults: &mut $crate::decode::Faults) -> Self {
                let at = $crate::text::word(value, Self::NAMES, faults);
                Self::ALL[at]
            }
        }
    };
}
pub(crate) use words;
