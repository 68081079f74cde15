//! Every sentence of this room, by its key.

use crate::{
    policy::{phrase, phrase_of},
    text::Text,
};

/// A line each: key, Chinese, English.
const WORDING: &str = include_str!("wording.txt");

pub(super) fn say(key: &str) -> Text {
    phrase(WORDING, key).0
}

pub(super) fn say_of(key: &str, words: &[Text]) -> Text {
    phrase_of(WORDING, key, words)
}
