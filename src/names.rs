//! The names that fields and variants have in JSON: those in Rust in `camelCase`, as serde makes them, cased by the compiler. Several are
//! one text, each after a character that is its length: a phone downloads no table, and finds the next name without looking for its end.

/// The letter that follows `before`, cased; an underscore has none.
const fn cased(before: Option<u8>, letter: u8) -> Option<u8> {
    match (before, letter) {
        (None, letter) => Some(letter.to_ascii_lowercase()),
        (_, b'_') => None,
        (Some(b'_'), letter) => Some(letter.to_ascii_uppercase()),
        (_, letter) => Some(letter),
    }
}

/// The length of the names of identifiers with a space after each: as long as what is left of them, as the length takes the space's place.
#[expect(clippy::indexing_slicing, reason = "run by the compiler")]
pub(crate) const fn length(idents: &str) -> usize {
    let (idents, mut at, mut length) = (idents.as_bytes(), 0, 0);
    while at < idents.len() {
        length += (idents[at] != b'_') as usize;
        at += 1;
    }
    length
}

#[expect(clippy::indexing_slicing, reason = "run by the compiler")]
pub(crate) const fn camel_case<const LENGTH: usize>(idents: &str) -> [u8; LENGTH] {
    let (idents, mut at, mut length, mut start, mut before) = (idents.as_bytes(), 0, 1, 0, None);
    let mut names = [0; LENGTH];
    while at < idents.len() {
        if idents[at] == b' ' {
            names[start] = (length - start - 1) as u8;
            (start, length, before) = (length, length + 1, None);
        } else {
            if let Some(letter) = cased(before, idents[at]) {
                names[length] = letter;
                length += 1;
            }
            before = Some(idents[at]);
        }
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

/// The single names.
pub(crate) fn each(mut names: &'static str) -> impl Iterator<Item = &'static str> {
    std::iter::from_fn(move || {
        let end = 1 + usize::from(*names.as_bytes().first()?);
        let name = names.get(1..end)?;
        names = names.get(end..)?;
        Some(name)
    })
}

/// What is left of some names, to be looked through in their order.
pub(crate) struct Ahead {
    rest: &'static [u8],
    /// The place of the next.
    at: usize,
}

impl Ahead {
    pub(crate) fn of(names: &'static str) -> Self {
        Self { rest: names.as_bytes(), at: 0 }
    }

    /// The place of `name`, and what is left are those behind it. (Bytes: to look for where a character begins would take longer.)
    pub(crate) fn find(&mut self, name: &[u8]) -> Option<usize> {
        while let Some((length, names)) = self.rest.split_first() {
            let (next, after) = names.split_at_checked(usize::from(*length))?;
            let at = self.at;
            (self.rest, self.at) = (after, at + 1);
            if next == name {
                return Some(at);
            }
        }
        None
    }
}

/// They as an error lists them.
pub(crate) fn listed(names: &'static str) -> String {
    each(names).collect::<Vec<_>>().join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cased_as_serde_does() {
        let names = names!(last_checked, MinusPoints, None, up_to, a);
        assert_eq!(names, "\u{b}lastChecked\u{b}minusPoints\u{4}none\u{4}upTo\u{1}a");
        assert_eq!(each(names).collect::<Vec<_>>(), ["lastChecked", "minusPoints", "none", "upTo", "a"]);
        let mut ahead = Ahead::of(names);
        assert_eq!([&b"minusPoints"[..], b"a", b"none"].map(|name| ahead.find(name)), [Some(1), Some(4), None]);
        assert_eq!(listed(names), "lastChecked | minusPoints | none | upTo | a");
    }
}
