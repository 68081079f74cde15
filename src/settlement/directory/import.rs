//! Reading the host's lists: CSV or JSON, row by row.

use std::{borrow::Cow, str::FromStr};

use crate::{
    decode,
    error::{Error, ErrorCode},
    settlement::{
        directory::{Directory, ImportReport, RowFault, json::Json},
        facility::{Facility, FacilityKind, Opening},
    },
};

/// The longest text, in bytes or UTF-16 units: a larger one is better given in parts.
pub(crate) const TEXT_LIMIT: usize = 16_000_000;

/// So many faults are told in full.
const FAULTS_TOLD: u32 = 100;

impl Directory {
    /// Adds facilities from a text: CSV with a header, or a JSON list of [`Facility`]s, which is what a text that begins with `[` is.
    ///
    /// The columns are `code`, `name`, `region`, `opened` and, if there are any, `initials`. What is opened is a list such as
    /// `inpatient;outpatient@2023-01-01;M03900@2025-01-01`: kinds and disease codes, each with the day since which it is open if that
    /// is known. A record whose code is known takes the earlier one's place.
    ///
    /// Records at fault are reported and left out, the others are added. A long list may come in parts, each with the header, so
    /// that a page can show how far it is.
    ///
    /// # Errors
    ///
    /// Nothing is added where the text cannot be read to its end (`unreadableInput`), where a column is not known (`unknownField`) or
    /// missing (`missingField`), or where it is longer than 16 million bytes (`outOfRange`).
    ///
    /// # Example
    ///
    /// See [`Directory`].
    pub fn add_text(&mut self, text: &str) -> Result<ImportReport, Error> {
        check_length(text.len())?;
        let text = text.trim_start_matches('\u{feff}');
        // Once through to its end, so that a text at fault leaves nothing behind, and no record is held twice.
        read(text, &mut |_, _| {})?;
        let mut report = ImportReport::default();
        read(text, &mut |row, record| match record.and_then(Facility::checked) {
            Ok(facility) if self.add(&facility) => report.replaced += 1,
            Ok(_) => report.added += 1,
            Err(error) => report.reject(row, &error),
        })?;
        report.directory = self.summary();
        Ok(report)
    }
}

/// Takes a record of the text, or why it is none, with its row.
type See<'a> = dyn FnMut(u32, Result<Facility, Error>) + 'a;

fn read(text: &str, see: &mut See<'_>) -> Result<(), Error> {
    if !text.trim_start().starts_with('[') {
        return read_csv(text, see);
    }
    let mut row = 0;
    Json::of(text).items(&mut |record| {
        row += 1;
        see(row, decode::decode(&record));
    })
}

/// # Errors
///
/// `outOfRange` above the limit.
pub(crate) fn check_length(length: usize) -> Result<(), Error> {
    if length > TEXT_LIMIT {
        return Err(Error::new(ErrorCode::OutOfRange).giving(length).allowing(format_args!("≤ {TEXT_LIMIT}")));
    }
    Ok(())
}

impl ImportReport {
    fn reject(&mut self, row: u32, error: &Error) {
        self.rejected += 1;
        if self.rejected <= FAULTS_TOLD {
            self.faults.push(RowFault {
                row,
                field: error.path(),
                code: error.code(),
                given: error.given().map(str::to_owned),
                allowed: error.allowed().map(str::to_owned),
                reason: error.reason(),
            });
        }
    }
}

const COLUMNS: [&str; 5] = ["code", "name", "region", "opened", "initials"];
const OPTIONAL: usize = 4;

fn read_csv(text: &str, see: &mut See<'_>) -> Result<(), Error> {
    let mut rows = CsvRows { rest: text };
    let mut cells = Vec::new();
    rows.next_row(&mut cells)?;
    // For each column of the header, which field it is; and how many of each there are.
    let (mut columns, mut found) = (Vec::new(), [0_u8; 5]);
    for name in &cells {
        let unknown = || Error::new(ErrorCode::UnknownField).giving(name).allowing(COLUMNS.join(","));
        let column = COLUMNS.iter().position(|column| *column == name.trim()).ok_or_else(unknown)?;
        columns.push(column);
        if let Some(found) = found.get_mut(column) {
            *found += 1;
        }
    }
    for ((at, column), found) in COLUMNS.iter().enumerate().zip(found) {
        match found {
            1 => {}
            0 if at == OPTIONAL => {}
            0 => return Err(Error::new(ErrorCode::MissingField).at(*column)),
            _ => return Err(Error::new(ErrorCode::UnreadableInput).giving(cells.join(",")).at(*column)),
        }
    }
    let mut row = 1;
    while rows.next_row(&mut cells)? {
        row += 1;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if let Some(surplus) = cells.get(columns.len()) {
            see(row, Err(Error::new(ErrorCode::UnknownField).giving(surplus)));
            continue;
        }
        let mut fields = [""; 5];
        for (column, cell) in columns.iter().zip(&cells) {
            if let Some(field) = fields.get_mut(*column) {
                *field = cell.trim();
            }
        }
        see(row, record(fields));
    }
    Ok(())
}

fn record([code, name, region, opened, initials]: [&str; 5]) -> Result<Facility, Error> {
    Ok(Facility {
        code: parsed("code", code)?,
        name: name.to_owned(),
        region: parsed("region", region)?,
        opened: openings(opened).map_err(|error| error.at("opened"))?,
        initials: (!initials.is_empty()).then(|| initials.to_owned()),
    })
}

fn parsed<T: FromStr<Err = Error>>(field: &str, cell: &str) -> Result<T, Error> {
    let parsed = if cell.is_empty() { Err(Error::new(ErrorCode::MissingField)) } else { cell.parse() };
    parsed.map_err(|error| error.at(field))
}

/// `inpatient;M03900@2025-01-01`.
fn openings(cell: &str) -> Result<Vec<Opening>, Error> {
    let mut openings = Vec::new();
    for part in cell.split(';') {
        let part = part.trim();
        if !part.is_empty() {
            let at = openings.len();
            openings.push(opening(part).map_err(|error| error.at(at.to_string()))?);
        }
    }
    Ok(openings)
}

fn opening(part: &str) -> Result<Opening, Error> {
    let (what, since) = part.split_once('@').map_or((part, None), |(what, since)| (what.trim(), Some(since.trim())));
    let since = since.map(|since| parsed("since", since)).transpose()?;
    if what.starts_with('M') {
        return Ok(Opening { kind: FacilityKind::Chronic, disease: Some(parsed("disease", what)?), since });
    }
    let kind = FacilityKind::ALL.iter().find(|kind| kind.as_str() == what);
    let unknown = || Error::new(ErrorCode::UnknownValue).giving(what).allowing(FacilityKind::NAMES.join(" | ")).at("kind");
    Ok(Opening { kind: *kind.ok_or_else(unknown)?, disease: None, since })
}

/// Rows as RFC 4180 has them, with any line ends.
struct CsvRows<'a> {
    rest: &'a str,
}

impl<'a> CsvRows<'a> {
    /// Reads a row into `cells`; answers whether there was one.
    fn next_row(&mut self, cells: &mut Vec<Cow<'a, str>>) -> Result<bool, Error> {
        cells.clear();
        if self.rest.is_empty() {
            return Ok(false);
        }
        loop {
            cells.push(self.cell()?);
            let (end, rest) = self.rest.split_at_checked(1).unwrap_or_default();
            self.rest = rest;
            match end {
                "," => {}
                "\r" => {
                    self.rest = rest.strip_prefix('\n').unwrap_or(rest);
                    return Ok(true);
                }
                _ => return Ok(true),
            }
        }
    }

    /// A cell, up to the comma or the line's end after it.
    fn cell(&mut self) -> Result<Cow<'a, str>, Error> {
        if !self.rest.starts_with('"') {
            let end = self.rest.bytes().position(|byte| matches!(byte, b',' | b'\r' | b'\n')).unwrap_or(self.rest.len());
            let (cell, rest) = self.rest.split_at_checked(end).unwrap_or_default();
            self.rest = rest;
            return Ok(cell.into());
        }
        let mut cell = String::new();
        while let Some(quoted) = self.rest.strip_prefix('"') {
            let unreadable = || Error::new(ErrorCode::UnreadableInput).giving(self.rest);
            let (text, after) = quoted.split_once('"').ok_or_else(unreadable)?;
            cell.push_str(text);
            match after.as_bytes().first() {
                None | Some(b',' | b'\r' | b'\n') => {
                    self.rest = after;
                    break;
                }
                // Doubled, and so a quotation mark of the text, which goes on from there.
                Some(b'"') => cell.push('"'),
                Some(_) => return Err(unreadable()),
            }
            self.rest = after;
        }
        Ok(cell.into())
    }
}
