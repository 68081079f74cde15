//! Words in both languages of the product.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A sentence or a name in Chinese and in English.
///
/// # Example
///
/// ```
/// let tier = yidi::Text::new("三级医院", "tertiary hospital");
/// assert_eq!(tier.zh, "三级医院");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Several texts in a row, with a separator for each language.
    pub(crate) fn joined(parts: &[Self], zh: &str, en: &str) -> Self {
        let join = |words: fn(&Self) -> &str, separator| parts.iter().map(words).collect::<Vec<_>>().join(separator);
        Self::of(join(|part| &part.zh, zh), join(|part| &part.en, en))
    }
}

/// A word of the model: an enum without content, with the name it has in JSON and the label a person reads.
macro_rules! words {
    ($(#[doc = $doc:literal])+ $type:ident { $($(#[doc = $word_doc:literal])+ $word:ident = $name:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $type { $($(#[doc = $word_doc])+ #[cfg_attr(feature = "schema", schemars(rename = $name))] $word,)+ }

        impl $type {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[$(Self::$word),+];
            const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$word => $name,)+ }
            }

            /// What a person reads.
            #[must_use]
            pub const fn label(self) -> $crate::text::Text {
                match self { $(Self::$word => $crate::text::Text::new($zh, $en),)+ }
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <String as serde::Deserialize>::deserialize(deserializer)?;
                let known = Self::NAMES.iter().position(|known| *known == name).and_then(|at| Self::ALL.get(at));
                known.copied().ok_or_else(|| serde::de::Error::unknown_variant(&name, Self::NAMES))
            }
        }
    };
}
pub(crate) use words;
