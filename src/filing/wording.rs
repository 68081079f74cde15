//! Every sentence of this room, by its key: wording stands apart from the rules and from the order of the questions.

use crate::{policy::filled, text::Text};

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

/// The sentence of a key in a table of such lines, and what more is to be said of it; an empty one where there is none.
pub(crate) fn phrase(table: &'static str, key: &str) -> (Text, Option<Text>) {
    let line = table.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix('|'));
    let mut parts = line.unwrap_or_default().split('|');
    let mut text = || Some(Text::new(parts.next()?, parts.next()?));
    (text().unwrap_or(Text::new("", "")), text())
}

/// The sentence of a key in such a table, with words in the place of `{0}`, `{1}` …
pub(crate) fn phrase_of(table: &'static str, key: &str, words: &[Text]) -> Text {
    filled(&phrase(table, key).0, &|place| {
        place.parse().ok().and_then(|at: usize| words.get(at)).cloned().unwrap_or(Text::new("", ""))
    })
}

/// What is the same in both languages: a date, a name.
pub(crate) fn plain(text: impl ToString) -> Text {
    Text::of(text.to_string(), text.to_string())
}
