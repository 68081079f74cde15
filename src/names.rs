//! The names that fields and variants have in JSON: those in Rust in `camelCase`, as serde makes them, cased by the compiler. Several are
//! one text with a space after each, which a phone downloads and searches at less cost than a table.

/// The letter that follows `before`, cased; an underscore has none.
const fn cased(before: Option<u8>, letter: u8) -> Option<u8> {
    match (before, letter) {
        (None | Some(b' '), letter) => Some(letter.to_ascii_lowercase()),
        (_, b'_') => None,
        (Some(b'_'), letter) => Some(letter.to_ascii_uppercase()),
        (_, letter) => Some(letter),
    }
}

#[expect(clippy::indexing_slicing, reason = "run by the compiler")]
pub(crate) const fn length(idents: &str) -> usize {
    let (idents, mut at, mut length, mut before) = (idents.as_bytes(), 0, 0, None);
    while at < idents.len() {
        length += cased(before, idents[at]).is_some() as usize;
        before = Some(idents[at]);
        at += 1;
    }
    length
}

#[expect(clippy::indexing_slicing, reason = "run by the compiler")]
pub(crate) const fn camel_case<const LENGTH: usize>(idents: &str) -> [u8; LENGTH] {
    let (idents, mut at, mut length, mut before) = (idents.as_bytes(), 0, 0, None);
    let mut names = [0; LENGTH];
    while at < idents.len() {
        if let Some(letter) = cased(before, idents[at]) {
            names[length] = letter;
            length += 1;
        }
        before = Some(idents[at]);
        at += 1;
    }
    names
}

/// The names of identifiers, in one text.
macro_rules! names {
    ($($ident:ident),+) => {{
        const IDENTS: &str = concat!($(stringify!($ident), " "),+);
        const NAMES: [u8; $crate::names::length(IDENTS)] = $crate::names::camel_case(IDENTS);
        const {
            match std::str::from_utf8(&NAMES) {
                Ok(names) => names,
                Err(_) => unreachable!(),
            }
        }
    }};
}
pub(crate) use names;

/// The first name in such a text, and the text of the others. (A loop over bytes: it is asked for every name of every object.)
pub(crate) fn first(names: &'static str) -> Option<(&'static str, &'static str)> {
    let end = names.bytes().position(|byte| byte == b' ')?;
    let (name, rest) = names.split_at_checked(end)?;
    Some((name, rest.get(1..)?))
}

/// The single names.
pub(crate) fn each(mut names: &'static str) -> impl Iterator<Item = &'static str> {
    std::iter::from_fn(move || {
        let (name, rest) = first(names)?;
        names = rest;
        Some(name)
    })
}

/// They as an error lists them.
pub(crate) fn listed(names: &str) -> String {
    names.trim_end().replace(' ', " | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cased_as_serde_does() {
        let names = names!(last_checked, MinusPoints, None, up_to, a);
        assert_eq!(names, "lastChecked minusPoints none upTo a ");
        assert_eq!(each(names).collect::<Vec<_>>(), ["lastChecked", "minusPoints", "none", "upTo", "a"]);
        assert_eq!(listed(names), "lastChecked | minusPoints | none | upTo | a");
    }
}
