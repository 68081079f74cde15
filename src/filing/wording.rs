//! Every sentence of this room, by its key: wording stands apart from the rules and from the order of the questions.

use crate::{
    policy::{phrase, phrase_of},
    text::Text,
};

/// A line each: key, Chinese, English; of an option that needs a word more, that in Chinese and English too.
const WORDING: &str = include_str!("wording.txt");

/// The sentence of a key, which a test finds in the table.
pub(super) fn say(key: &str) -> Text {
    say_more(key).0
}

/// The sentence of a key, and what more is to be said of it.
pub(super) fn say_more(key: &str) -> (Text, Option<Text>) {
    phrase(WORDING, key)
}

/// The sentence of a key, with words in the place of `{0}`, `{1}` …
pub(super) fn say_of(key: &str, words: &[Text]) -> Text {
    phrase_of(WORDING, key, words)
}
