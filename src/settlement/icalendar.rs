//! A calendar file as RFC 5545 has it.

use crate::{
    calendar::{Date, Moment},
    settlement::reminders::{Language, Reminder},
    text::Text,
};

/// A line holds at most so many octets (RFC 5545, 3.1).
const LINE_LIMIT: usize = 75;

/// At nine in the morning, a week and a day before the day.
const ALARMS: [(&str, i32); 2] = [("-P6DT15H", 7), ("-PT15H", 1)];

/// The reminders that lie ahead, as days without a time.
pub(super) fn calendar(items: &[Reminder], now: Moment, language: Language) -> String {
    let text = |text: &Text| if language == Language::Chinese { text.zh.to_string() } else { text.en.to_string() };
    let mut file = String::new();
    let mut line = |parts: &[&str]| fold(&mut file, &parts.concat());
    line(&["BEGIN:VCALENDAR"]);
    line(&["VERSION:2.0"]);
    line(&["PRODID:-//yidi//yidi//", if language == Language::Chinese { "ZH" } else { "EN" }]);
    line(&["CALSCALE:GREGORIAN"]);
    let stamp = stamp(now);
    for item in items {
        let (Some(date), Some(left @ 0..)) = (item.date, item.days_left) else { continue };
        let title = escaped(&text(&item.title));
        line(&["BEGIN:VEVENT"]);
        line(&["UID:", item.kind.as_str(), "-", &item.id, "@yidi"]);
        line(&["DTSTAMP:", &stamp]);
        line(&["DTSTART;VALUE=DATE:", &digits(date)]);
        line(&["SUMMARY:", &title]);
        line(&["DESCRIPTION:", &escaped(&text(&item.says))]);
        line(&["TRANSP:TRANSPARENT"]);
        for (trigger, _) in ALARMS.iter().filter(|(_, days)| left >= *days) {
            line(&["BEGIN:VALARM"]);
            line(&["ACTION:DISPLAY"]);
            line(&["DESCRIPTION:", &title]);
            line(&["TRIGGER:", trigger]);
            line(&["END:VALARM"]);
        }
        line(&["END:VEVENT"]);
    }
    line(&["END:VCALENDAR"]);
    file
}

/// Adds a line, folded so that no character is cut.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for char in line.chars() {
        if length + char.len_utf8() > LINE_LIMIT {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(char);
        length += char.len_utf8();
    }
    file.push_str("\r\n");
}

/// Text as a value may hold it (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | ';' | ',' => escaped.extend(['\\', char]),
            '\n' => escaped.push_str("\\n"),
            char if char.is_control() => {}
            char => escaped.push(char),
        }
    }
    escaped
}

fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A moment in UTC.
fn stamp(now: Moment) -> String {
    let (date, seconds) = now.in_utc();
    format!("{}T{:02}{:02}{:02}Z", digits(date), seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let line = format!("DESCRIPTION:{}", "备案𠀀a".repeat(40));
        let mut file = String::new();
        fold(&mut file, &line);
        let lines: Vec<_> = file.strip_suffix("\r\n").unwrap().split("\r\n").collect();
        assert!(lines.len() > 5 && lines.iter().all(|line| line.len() <= LINE_LIMIT), "{lines:?}");
        assert!(
            lines[1..].iter().all(|line| line.starts_with(' ') && line.len() > LINE_LIMIT - 4 || line == lines.last().unwrap())
        );
        assert_eq!(file.replace("\r\n ", ""), format!("{line}\r\n"));
        let mut exact = String::new();
        fold(&mut exact, &"a".repeat(LINE_LIMIT));
        assert_eq!(exact, format!("{}\r\n", "a".repeat(LINE_LIMIT)));
    }

    #[test]
    fn what_has_a_meaning_in_the_format_is_escaped() {
        assert_eq!(escaped("a;b,c\\d\ne\r\u{7}：；，"), "a\\;b\\,c\\\\d\\ne：；，");
    }

    #[test]
    fn a_moment_is_written_in_utc() {
        let stamped = |millis| stamp(Moment::from_millis(millis).unwrap());
        assert_eq!(stamped(0), "19700101T000000Z");
        assert_eq!(stamped(1_795_303_800_999), "20261121T233000Z");
        assert_eq!(stamped(7_258_089_599_999), "21991231T155959Z");
    }
}
