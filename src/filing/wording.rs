//! Every sentence of this room, by its key: wording stands apart from the rules and from the order of the questions.

use crate::{policy::filled, text::Text};

/// A line each: key, Chinese, English.
const WORDING: &str = include_str!("wording.txt");

/// The sentence of a key, which a test finds in the table.
pub(super) fn say(key: &str) -> Text {
    let line = WORDING.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('|'));
    line.and_then(|line| line.split_once('|')).map_or(Text::new("", ""), |(zh, en)| Text::new(zh, en))
}

/// The sentence of a key, with words in the place of `{0}`, `{1}` …
pub(super) fn say_of(key: &str, words: &[Text]) -> Text {
    filled(&say(key), &|place| place.parse().ok().and_then(|at: usize| words.get(at)).cloned().unwrap_or(Text::new("", "")))
}

/// What is the same in both languages: a date, a name.
pub(super) fn plain(text: impl ToString) -> Text {
    Text::of(text.to_string(), text.to_string())
}
