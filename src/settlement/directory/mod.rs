//! The directory of facilities: the host's records, kept small enough for a phone to hold the whole country's.
//!
//! A record is a few columns of a [`Block`] of 128, without an allocation of its own: its code and region in one number, its name in
//! UTF-16 (two bytes for almost every character of a name), its openings in four bytes each, and a signature of the characters that
//! its name has, by which a search passes over nearly all the records that cannot answer. Blocks never move once they are full.

mod import;
mod json;
mod search;

#[cfg(target_arch = "wasm32")]
pub(crate) use import::check_length;

use serde::Serialize;

use crate::{
    calendar::Date,
    decode::decodes,
    encode::encodes,
    error::ErrorCode,
    region::Admdvs,
    settlement::facility::{DiseaseCode, Facility, FacilityCode, FacilityKind, Opening},
    text::Text,
};

/// The facilities that a host has added: searched by place, kind of care, disease and name.
///
/// Which facilities settle directly changes daily, and the official lists are looked up elsewhere: none is shipped. The host adds
/// its records, as many as it has, in one call or in parts.
///
/// # Example
///
/// ```
/// use yidi::{Directory, FacilityQuery};
///
/// let mut directory = Directory::default();
/// let report = directory.add_text(
///     "code,name,region,opened,initials\n\
///      H99990000001,示例市第一医院,411100,inpatient;M03900@2025-01-01,slsdyyy\n\
///      H999900002,示例市第二医院,411100,inpatient,\n",
/// )?;
/// assert_eq!((report.added, report.rejected), (1, 1));
/// assert_eq!((report.faults[0].row, &*report.faults[0].field), (3, "code"));
///
/// let query = FacilityQuery::from_json(r#"{"region": "411100", "disease": "M03900", "text": "dyyy"}"#)?;
/// assert_eq!(directory.search(&query)?.facilities[0].name, "示例市第一医院");
/// # Ok::<(), yidi::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Directory {
    blocks: Vec<Block>,
    /// Records by region, each list in the order in which they came.
    by_region: Vec<(Admdvs, Vec<u32>)>,
    /// Records by code: an open hash table of record numbers, each one higher than it is; 0 is free.
    by_code: Vec<u32>,
    /// How many records there are, those replaced since included.
    written: u32,
    records: u32,
    with_initials: u32,
}

const BLOCK: u32 = 128;

#[derive(Debug, Default)]
struct Block {
    heads: Vec<Head>,
    signatures: Vec<u64>,
    /// Where each name ends; in the highest bit, whether it has Latin units of any width.
    name_ends: Vec<u16>,
    rest_ends: Vec<u16>,
    names: Vec<u16>,
    /// How many initials, the initials, and four bytes for each opening.
    rest: Vec<u8>,
}

/// A code, a region, and whether a later record has taken this one's place.
#[derive(Clone, Copy, Debug)]
struct Head(u64);

impl Head {
    const REPLACED: u64 = 1 << 63;
    const REGION_AT: u32 = 38;

    fn of(facility: &Facility) -> Self {
        Self(facility.code.bits() | u64::from(facility.region.digits()) << Self::REGION_AT)
    }

    fn code(self) -> FacilityCode {
        FacilityCode::from_bits(self.0)
    }

    fn region(self) -> Admdvs {
        Admdvs::from_digits(((self.0 & !Self::REPLACED) >> Self::REGION_AT) as u32)
    }

    fn is_replaced(self) -> bool {
        self.0 & Self::REPLACED != 0
    }
}

/// The names of a block end before this.
const HAS_LATIN: u16 = 1 << 15;

/// A record as it is kept. A search looks at few of its columns, and only those are read.
#[derive(Clone, Copy)]
struct Record<'a> {
    block: &'a Block,
    at: usize,
}

impl Block {
    fn with_room() -> Self {
        let room = BLOCK as usize;
        Self {
            heads: Vec::with_capacity(room),
            signatures: Vec::with_capacity(room),
            name_ends: Vec::with_capacity(room),
            rest_ends: Vec::with_capacity(room),
            names: Vec::with_capacity(room * 16),
            rest: Vec::with_capacity(room * 24),
        }
    }

    fn push(&mut self, facility: &Facility) {
        let initials = facility.initials.as_deref().unwrap_or_default();
        self.heads.push(Head::of(facility));
        self.names.extend(facility.name.encode_utf16());
        self.rest.push(initials.len() as u8);
        self.rest.extend(initials.bytes());
        for opening in &facility.opened {
            self.rest.extend(Packed::of(*opening).0.to_le_bytes());
        }
        let units = facility.name.encode_utf16().map(search::fold);
        let has_latin = if units.clone().any(search::is_latin) { HAS_LATIN } else { 0 };
        self.signatures.push(search::signature(units.chain(initials.bytes().map(u16::from))));
        self.name_ends.push(self.names.len() as u16 | has_latin);
        self.rest_ends.push(self.rest.len() as u16);
        if self.heads.len() == BLOCK as usize {
            self.names.shrink_to_fit();
            self.rest.shrink_to_fit();
        }
    }

    fn record(&self, at: usize) -> Option<Record<'_>> {
        (at < self.heads.len()).then_some(Record { block: self, at })
    }
}

/// An opening in 32 bits: what it is, and 15 bits for the day; 0 where that is not known.
#[derive(Clone, Copy)]
struct Packed(u32);

/// What is no disease comes after every disease code.
const NO_DISEASE: u32 = 100_000;

/// A day as an opening keeps it.
fn day_number(day: Date) -> u32 {
    1 + day.days_since(Opening::EARLIEST)
}

impl Packed {
    fn of(opening: Opening) -> Self {
        let what = opening.disease.map_or(NO_DISEASE + opening.kind as u32, DiseaseCode::number);
        Self(what << 15 | opening.since.map_or(0, day_number))
    }

    fn what(self) -> u32 {
        self.0 >> 15
    }

    fn day(self) -> u32 {
        self.0 & 0x7fff
    }

    fn opening(self) -> Opening {
        let kind = self.what().checked_sub(NO_DISEASE).map(|kind| FacilityKind::ALL.get(kind as usize).copied());
        Opening {
            kind: kind.flatten().unwrap_or(FacilityKind::Chronic),
            disease: kind.is_none().then(|| DiseaseCode::from_number(self.what())),
            since: self.day().checked_sub(1).and_then(|days| Opening::EARLIEST.plus_days(days).ok()),
        }
    }
}

impl<'a> Record<'a> {
    fn head(self) -> Head {
        self.block.heads.get(self.at).copied().unwrap_or(Head(0))
    }

    /// What of a column is the record's, by where each ends.
    fn part<T>(self, column: &'a [T], ends: &[u16], used: u16) -> &'a [T] {
        let end = |at: Option<usize>| at.and_then(|at| ends.get(at)).map_or(0, |end| usize::from(end & used));
        column.get(end(self.at.checked_sub(1))..end(Some(self.at))).unwrap_or_default()
    }

    fn name(self) -> &'a [u16] {
        self.part(&self.block.names, &self.block.name_ends, !HAS_LATIN)
    }

    /// Whether its name has Latin letters, digits or signs of any width: most have none, and need not be looked through for one.
    fn has_latin(self) -> bool {
        self.block.name_ends.get(self.at).is_some_and(|end| end & HAS_LATIN != 0)
    }

    /// Its initials, and its openings as bytes.
    fn rest(self) -> (&'a [u8], &'a [u8]) {
        let rest = self.part(&self.block.rest, &self.block.rest_ends, u16::MAX).split_first();
        rest.and_then(|(initials, rest)| rest.split_at_checked(usize::from(*initials))).unwrap_or_default()
    }

    fn initials(self) -> &'a [u8] {
        self.rest().0
    }

    fn openings(self) -> impl Iterator<Item = Packed> + use<'a> {
        let (openings, _) = self.rest().1.as_chunks::<4>();
        openings.iter().map(|bytes| Packed(u32::from_le_bytes(*bytes)))
    }

    fn facility(self) -> Facility {
        let initials: String = self.initials().iter().map(|letter| char::from(*letter)).collect();
        Facility {
            code: self.head().code(),
            name: String::from_utf16_lossy(self.name()),
            region: self.head().region(),
            opened: self.openings().map(Packed::opening).collect(),
            initials: (!initials.is_empty()).then_some(initials),
        }
    }
}

impl Directory {
    /// The facility of that code.
    ///
    /// # Example
    ///
    /// ```
    /// let directory = yidi::Directory::default();
    /// assert_eq!(directory.facility("H41110000001".parse()?), None);
    /// # Ok::<(), yidi::Error>(())
    /// ```
    #[must_use]
    pub fn facility(&self, code: FacilityCode) -> Option<Facility> {
        let (_, record) = self.slot(code);
        record.and_then(|record| self.record(record)).map(Record::facility)
    }

    /// What it holds.
    #[must_use]
    pub fn summary(&self) -> DirectorySummary {
        DirectorySummary { records: self.records, regions: self.by_region.len() as u32, with_initials: self.with_initials }
    }

    fn record(&self, number: u32) -> Option<Record<'_>> {
        self.blocks.get((number / BLOCK) as usize)?.record((number % BLOCK) as usize)
    }

    fn head(&self, number: u32) -> Option<Head> {
        self.blocks.get((number / BLOCK) as usize)?.heads.get((number % BLOCK) as usize).copied()
    }

    /// Where a code stands, or would stand, among the slots; and its record, if it has one.
    fn slot(&self, code: FacilityCode) -> (usize, Option<u32>) {
        let mask = self.by_code.len().wrapping_sub(1);
        let mut at = (code.bits().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        loop {
            let Some(number) = self.by_code.get(at).and_then(|slot| slot.checked_sub(1)) else { return (at, None) };
            if self.head(number).is_some_and(|head| head.code() == code) {
                return (at, Some(number));
            }
            at = (at + 1) & mask;
        }
    }

    fn put(&mut self, number: u32, code: FacilityCode) -> Option<u32> {
        let (at, earlier) = self.slot(code);
        if let Some(slot) = self.by_code.get_mut(at) {
            *slot = number + 1;
        }
        earlier
    }

    /// Keeps a quarter of the slots free.
    fn make_room(&mut self) {
        if (self.written as usize + 1) * 4 <= self.by_code.len() * 3 {
            return;
        }
        let slots = (self.by_code.len() * 2).max(1024);
        self.by_code = Vec::new();
        self.by_code.resize(slots, 0);
        for number in 0..self.written {
            if let Some(head) = self.head(number).filter(|head| !head.is_replaced()) {
                self.put(number, head.code());
            }
        }
    }

    /// Adds a record; answers whether it took the place of an earlier one.
    fn add(&mut self, facility: &Facility) -> bool {
        self.make_room();
        let number = self.written;
        if number.is_multiple_of(BLOCK) {
            self.blocks.push(Block::with_room());
        }
        if let Some(block) = self.blocks.last_mut() {
            block.push(facility);
        }
        self.written += 1;
        self.records += 1;
        self.with_initials += u32::from(facility.initials.is_some());
        let at = match self.by_region.binary_search_by_key(&facility.region, |(region, _)| *region) {
            Ok(at) => at,
            Err(at) => {
                self.by_region.insert(at, (facility.region, Vec::new()));
                at
            }
        };
        if let Some((_, records)) = self.by_region.get_mut(at) {
            records.push(number);
        }
        let earlier = self.put(number, facility.code);
        if let Some(earlier) = earlier {
            self.retire(earlier);
        }
        earlier.is_some()
    }

    fn retire(&mut self, number: u32) {
        self.with_initials -= u32::from(self.record(number).is_some_and(|record| !record.initials().is_empty()));
        self.records -= 1;
        let block = self.blocks.get_mut((number / BLOCK) as usize);
        if let Some(head) = block.and_then(|block| block.heads.get_mut((number % BLOCK) as usize)) {
            head.0 |= Head::REPLACED;
        }
    }
}

/// What a directory holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DirectorySummary {
    /// How many facilities.
    pub records: u32,
    /// Of how many cities and counties.
    pub regions: u32,
    /// How many of them can be searched for by pinyin initials, since their records have them.
    pub with_initials: u32,
}

/// What became of the records that were added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// How many records were new.
    pub added: u32,
    /// How many took the place of an earlier one with the same code, of this import or an earlier one.
    pub replaced: u32,
    /// How many were refused.
    pub rejected: u32,
    /// Why, for the first hundred of those.
    pub faults: Vec<RowFault>,
    /// What the directory now holds.
    pub directory: DirectorySummary,
}

/// Why a record was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowFault {
    /// Which: in CSV the row as a spreadsheet counts it, the header being the first; in JSON the place in the list, from 1.
    pub row: u32,
    /// The field at fault, as in `opened.0.since`; empty where no single field is.
    pub field: String,
    /// What is wrong with it.
    pub code: ErrorCode,
    /// What was found there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// What would have been right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
    /// The sentence for a person.
    pub reason: Text,
}

/// What is looked for. Everything that is left out is any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FacilityQuery {
    /// Where: a county, a city with its counties, or a province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Admdvs>,
    /// What it must have opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FacilityKind>,
    /// For which chronic disease it must be open, by its own code or its class's (大类代码).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disease: Option<DiseaseCode>,
    /// The day on which that must be open; what has no date in the list counts as open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Words, each of which must be part of the name or of its pinyin initials, or be the code. Full-width and half-width, capital
    /// and small letters are alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How many to pass over; 0 where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<u16>,
    /// How many to give, at most 200; 20 where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u16>,
}
decodes! { struct FacilityQuery { region, kind, disease, on, text, from, limit } }

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FacilityResults {
    /// How many there are in all.
    pub total: u32,
    /// Those asked for, by region and then in the order in which they were added.
    pub facilities: Vec<Facility>,
    /// What was searched.
    pub directory: DirectorySummary,
}

encodes! {
    DirectorySummary { records, regions, with_initials }
    ImportReport { added, replaced, rejected, faults, directory }
    RowFault { row, field, code, given, allowed, reason }
    FacilityResults { total, facilities, directory }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_knows_whether_its_name_has_latin_units() {
        let mut block = Block::default();
        for name in ["示例医院", "示例ＣＴ中心", "示例医院", "示例A"] {
            let json = format!(r#"{{"code": "H99990000001", "name": "{name}", "region": "411100", "opened": []}}"#);
            block.push(&crate::decode::decode_json(&json).unwrap());
        }
        let has_latin: Vec<_> = (0..5).map(|at| block.record(at).map(Record::has_latin)).collect();
        assert_eq!(has_latin, [Some(false), Some(true), Some(false), Some(true), None]);
        assert_eq!(block.record(2).unwrap().facility().name, "示例医院");
    }
}
