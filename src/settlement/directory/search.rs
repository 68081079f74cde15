//! Searching the directory.

use crate::{
    decode,
    error::{Error, ErrorCode},
    settlement::{
        directory::{BLOCK, Directory, FacilityQuery, FacilityResults, NO_DISEASE, Record, day_number},
        facility::{DiseaseCode, FacilityCode, FacilityKind},
    },
};

const LIMIT: u16 = 20;
const MOST: u16 = 200;
/// A longer text is none that someone typed, and each word of it would be looked for in each record.
const LONGEST_TEXT: usize = 200;

/// A full-width letter, digit or sign as its half-width one, a capital letter as the small one, anything else as it is: all of it
/// within one UTF-16 unit, so that characters beyond the first plane are left alone.
pub(super) fn fold(unit: u16) -> u16 {
    match unit {
        0x41..=0x5a => unit + 0x20,
        0xff21..=0xff3a => unit - 0xfec0,
        0xff01..=0xff5e => unit - 0xfee0,
        _ => unit,
    }
}

/// Which units there are, in 64 bits: what a text has, any text that contains it has too.
pub(super) fn signature(units: impl Iterator<Item = u16>) -> u64 {
    units.fold(0, |bits, unit| bits | 1 << (u32::from(unit).wrapping_mul(0x9e37_79b1) >> 26))
}

/// What each record must have.
enum Word {
    Code(FacilityCode),
    Part(Vec<u16>),
}

impl Word {
    fn read(word: &str) -> Self {
        let units: Vec<u16> = word.encode_utf16().map(fold).collect();
        let code = String::from_utf16_lossy(&units).to_ascii_uppercase().parse();
        code.map_or(Self::Part(units), Self::Code)
    }

    fn is_in(&self, record: Record<'_>) -> bool {
        match self {
            Self::Code(code) => record.head().code() == *code,
            Self::Part(units) => {
                let is_latin = units.first().is_none_or(|unit| is_latin(*unit));
                let initials = if is_latin { record.initials() } else { &[] };
                let name = if is_latin && !record.has_latin() { &[] } else { record.name() };
                contains(name, is_folded_to, units) || contains(initials, |letter, unit| u16::from(letter) == unit, units)
            }
        }
    }
}

/// Whether this is a letter, digit or sign to which others are folded.
pub(super) fn is_latin(folded: u16) -> bool {
    folded < 0x7f
}

/// Most of a search is spent here, and most characters of a name are folded to themselves.
fn is_folded_to(unit: u16, folded: u16) -> bool {
    unit == folded || (is_latin(folded) && fold(unit) == folded)
}

/// Whether a text has a part, by what says which units are alike.
fn contains<T: Copy>(text: &[T], is: impl Fn(T, u16) -> bool, part: &[u16]) -> bool {
    let Some((first, others)) = part.split_first() else { return true };
    let mut rest = text;
    while let Some((unit, after)) = rest.split_first() {
        if is(*unit, *first)
            && let Some(next) = after.get(..others.len())
            && next.iter().zip(others).all(|(unit, other)| is(*unit, *other))
        {
            return true;
        }
        rest = after;
    }
    false
}

/// What must have been opened, as openings keep it.
struct Wanted {
    kind: Option<FacilityKind>,
    disease: Option<DiseaseCode>,
    day: u32,
}

impl Wanted {
    fn is_among(&self, record: Record<'_>) -> bool {
        if self.kind.is_none() && self.disease.is_none() {
            return true;
        }
        record.openings().any(|opening| {
            let what = opening.what();
            let kind = match self.kind {
                None => true,
                Some(FacilityKind::Chronic) => what < NO_DISEASE,
                Some(kind) => what == NO_DISEASE + kind as u32,
            };
            // The number of what is no disease is that of no class either.
            let disease = self.disease.is_none_or(|asked| DiseaseCode::from_number(what).covers(asked));
            kind && disease && opening.day() <= self.day
        })
    }
}

impl FacilityQuery {
    /// Reads a query from its JSON form.
    ///
    /// # Errors
    ///
    /// `unreadableInput` where it is no JSON, else the code and path of the field at fault.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        decode::decode_json(json)
    }
}

impl Directory {
    /// The facilities that a query asks for.
    ///
    /// # Errors
    ///
    /// `outOfRange` for a limit above 200, and for a text of more than 200 bytes.
    ///
    /// # Example
    ///
    /// See [`Directory`].
    pub fn search(&self, query: &FacilityQuery) -> Result<FacilityResults, Error> {
        let limit = query.limit.unwrap_or(LIMIT);
        if limit > MOST {
            return Err(Error::new(ErrorCode::OutOfRange).giving(limit).allowing(format_args!("0 … {MOST}")).at("limit"));
        }
        let text = query.text.as_deref().unwrap_or_default();
        if text.len() > LONGEST_TEXT {
            return Err(Error::new(ErrorCode::OutOfRange).giving(text.len()).allowing(format_args!("≤ {LONGEST_TEXT}")).at("text"));
        }
        let words: Vec<_> = text.split_whitespace().map(Word::read).collect();
        let parts = words.iter().filter_map(|word| if let Word::Part(units) = word { Some(units) } else { None });
        let needed = signature(parts.flatten().copied());

        let day = query.on.map_or(u32::MAX, day_number);
        let wanted = Wanted { kind: query.kind, disease: query.disease, day };
        let mut results = FacilityResults { total: 0, facilities: Vec::new(), directory: self.summary() };
        let from = u32::from(query.from.unwrap_or_default());
        for (region, records) in &self.by_region {
            if query.region.is_some_and(|asked| !asked.contains(*region)) {
                continue;
            }
            for number in records {
                let (block, at) = ((number / BLOCK) as usize, (number % BLOCK) as usize);
                let Some(block) = self.blocks.get(block) else { continue };
                if block.signatures.get(at).is_none_or(|has| has & needed != needed) {
                    continue;
                }
                let Some(record) = block.record(at) else { continue };
                if record.head().is_replaced() || !wanted.is_among(record) || !words.iter().all(|word| word.is_in(record)) {
                    continue;
                }
                if results.total >= from && results.facilities.len() < usize::from(limit) {
                    results.facilities.push(record.facility());
                }
                results.total += 1;
            }
        }
        Ok(results)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signature_of(text: &str) -> u64 {
        signature(text.encode_utf16())
    }

    #[test]
    fn a_signature_has_a_bit_for_each_unit_of_a_text() {
        assert_eq!(signature_of(""), 0);
        assert_eq!(signature_of("医医").count_ones(), 1);
        let letters: Vec<_> = ('a'..='z').map(|letter| signature_of(&letter.to_string())).collect();
        assert!(letters.iter().all(|bits| bits.count_ones() == 1));
        assert_eq!(signature_of("abcdefghijklmnopqrstuvwxyz"), letters.iter().fold(0, |all, bits| all | bits));
        // Those that one bit would stand for are few.
        let all = signature_of("abcdefghijklmnopqrstuvwxyz").count_ones();
        assert!(all >= 20, "{all}");
    }

    #[test]
    fn latin_is_what_others_are_folded_to() {
        assert_eq!(['a', '~', '\u{7f}', '医', 'Ａ'].map(|char| is_latin(char as u16)), [true, true, false, false, false]);
        assert_eq!(
            ['A', 'Z', '[', 'Ａ', 'Ｚ', '（', '～', '　', '医'].map(|char| fold(char as u16)),
            ['a', 'z', '[', 'a', 'z', '(', '~', '　', '医'].map(|char| char as u16)
        );
    }
}
