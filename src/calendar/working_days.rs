//! Working days (工作日): weekdays less the public holidays, and the weekend days worked in exchange for them (调休).

use chrono::Datelike;

use crate::{
    calendar::Date,
    error::{Error, ErrorCode},
    text::{Text, words},
};

const HOLIDAYS: &str = include_str!("holidays.txt");

words! {
    /// Whether the day from which working days are counted is itself the first of them. The texts that set such a clock
    /// (医保发〔2022〕22号 经办规程 Art. 9: 两个工作日内办结) do not say.
    StartDay {
        /// Counting begins the next day, as the Civil Code has it for civil matters (民法典 Art. 201).
        NotCounted = "notCounted", "自次日起算", "counted from the next day";
        /// A start on a working day is the first day.
        Counted = "counted", "当日计入", "counted from the day itself";
    }
}

impl Date {
    /// Whether offices of the state work on this day, by the holiday notice of its year.
    ///
    /// # Example
    ///
    /// ```
    /// use yidi::Date;
    ///
    /// let saturday: Date = "2026-10-10".parse()?;
    /// assert!(saturday.is_working_day()?); // in exchange for the National Day holidays
    /// # Ok::<(), yidi::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `dateNotCovered` where no notice is known for the year: weekdays alone would be a guess.
    pub fn is_working_day(self) -> Result<bool, Error> {
        Ok(self.is_listed("worked")? || !(self.is_weekend() || self.is_listed("off")?))
    }

    /// The `days`-th working day counted from this day, which need not be one itself; `0` is this day.
    ///
    /// # Example
    ///
    /// A filing of the last working day before the National Day holidays, to be decided within two working days:
    ///
    /// ```
    /// use yidi::{Date, StartDay};
    ///
    /// let filed: Date = "2026-09-30".parse()?;
    /// assert_eq!(filed.plus_working_days(2, StartDay::NotCounted)?.to_string(), "2026-10-09");
    /// assert_eq!(filed.plus_working_days(2, StartDay::Counted)?.to_string(), "2026-10-08");
    /// # Ok::<(), yidi::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// `dateNotCovered` where the count enters a year whose holiday notice is not known.
    pub fn plus_working_days(self, days: u32, start: StartDay) -> Result<Self, Error> {
        let starts_counting = days > 0 && start == StartDay::Counted && self.is_working_day()?;
        let mut left = days - u32::from(starts_counting);
        let mut day = self;
        while left > 0 {
            day = day.plus_days(1)?;
            left -= u32::from(day.is_working_day()?);
        }
        Ok(day)
    }

    fn is_weekend(self) -> bool {
        self.0.weekday().number_from_monday() > 5
    }

    /// Whether the year's notice lists this day under `heading`.
    fn is_listed(self, heading: &str) -> Result<bool, Error> {
        let line_start = format!("{} {heading} ", self.year());
        let listed = HOLIDAYS.lines().find_map(|line| line.strip_prefix(&line_start)).ok_or_else(|| self.without_notice())?;
        let day = format!("{:02}-{:02}", self.0.month(), self.0.day());
        Ok(listed.split(' ').map(ends).any(|(first, last)| (first..=last).contains(&day.as_str())))
    }

    #[cold]
    fn without_notice(self) -> Error {
        let mut known = Vec::new();
        for (year, days) in HOLIDAYS.lines().filter_map(|line| line.split_once(' ')) {
            if days.starts_with("off ") {
                known.push([year, "-01-01 … ", year, "-12-31"].concat());
            }
        }
        let detail = Text::new(
            "没有收录这一年的节假日安排，无法推算工作日",
            "no public-holiday notice is known for this year, so working days cannot be counted",
        );
        Error::new(ErrorCode::DateNotCovered).giving(self).allowing(known.join(" | ")).because(detail)
    }
}

/// The ends of `01-28..02-04`, or of a single day.
fn ends(days: &str) -> (&str, &str) {
    let (first, last) = days.split_once('.').unwrap_or((days, days));
    (first, last.trim_start_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn days_of(year: &str) -> impl Iterator<Item = Date> + use<'_> {
        let first = day(&format!("{year}-01-01"));
        (0..366).map(move |days| first.plus_days(days).unwrap()).filter(move |day| day.year() == first.year())
    }

    #[test]
    fn counts_over_holidays_and_days_worked_in_exchange() {
        for (start, days, end) in [
            ("2026-02-13", 1, "2026-02-14"),
            ("2026-02-13", 2, "2026-02-24"),
            ("2026-09-30", 1, "2026-10-08"),
            ("2026-09-30", 2, "2026-10-09"),
            ("2026-10-10", 1, "2026-10-12"),
            ("2026-10-10", 2, "2026-10-13"),
            ("2025-12-31", 1, "2026-01-04"),
            ("2025-12-31", 2, "2026-01-05"),
            ("2024-12-31", 1, "2025-01-02"),
            ("2026-11-20", 2, "2026-11-24"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-12-30", 1, "2026-12-31"),
            ("2026-11-21", 0, "2026-11-21"),
        ] {
            assert_eq!(day(start).plus_working_days(days, StartDay::NotCounted), Ok(day(end)), "{start} + {days}");
        }
    }

    #[test]
    fn a_start_that_counts_is_the_first_day_only_if_it_is_worked() {
        for (start, days, end) in [
            ("2026-02-13", 1, "2026-02-13"),
            ("2026-02-13", 2, "2026-02-14"),
            ("2026-10-10", 2, "2026-10-12"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-11-21", 2, "2026-11-24"),
            ("2026-10-01", 1, "2026-10-08"),
            ("2026-12-31", 1, "2026-12-31"),
            ("2027-01-01", 0, "2027-01-01"),
        ] {
            assert_eq!(day(start).plus_working_days(days, StartDay::Counted), Ok(day(end)), "{start} + {days}");
        }
    }

    #[test]
    fn a_year_without_a_notice_is_refused() {
        let error = day("2026-12-31").plus_working_days(1, StartDay::NotCounted).unwrap_err();
        assert_eq!((error.code(), error.given()), (ErrorCode::DateNotCovered, Some("2027-01-01")));
        assert_eq!(error.allowed(), Some("2025-01-01 … 2025-12-31 | 2026-01-01 … 2026-12-31"));
        assert!(error.is_law());
        for (start, counting) in [("2026-12-30", StartDay::NotCounted), ("2026-12-31", StartDay::Counted)] {
            assert!(day(start).plus_working_days(2, counting).is_err(), "{start} {counting:?}");
        }
        for text in ["2024-12-31", "2027-01-04", "2199-12-31"] {
            assert!(day(text).is_working_day().is_err(), "{text}");
        }
        assert!(day("2026-01-01").plus_working_days(u32::MAX, StartDay::Counted).is_err());
    }

    #[test]
    fn every_day_of_the_known_years_is_as_tabulated() {
        for (year, off, worked, working_days) in [("2025", 28, 5, 248), ("2026", 33, 6, 248)] {
            let count = |heading| days_of(year).filter(|day| day.is_listed(heading).unwrap()).count();
            assert_eq!((count("off"), count("worked")), (off, worked), "{year}");
            assert_eq!(days_of(year).filter(|day| day.is_working_day().unwrap()).count(), working_days, "{year}");
        }
    }

    #[test]
    fn every_listed_day_is_an_exception_from_the_weekday_rule() {
        for (year, weekdays_off) in [("2025", 18), ("2026", 19)] {
            let worked: Vec<_> = days_of(year).filter(|day| day.is_listed("worked").unwrap()).collect();
            assert!(worked.iter().all(|day| day.is_weekend() && !day.is_listed("off").unwrap()), "{year}: {worked:?}");
            let off = days_of(year).filter(|day| !day.is_weekend() && !day.is_working_day().unwrap());
            assert_eq!(off.count(), weekdays_off, "{year}");
        }
        for line in HOLIDAYS.lines().filter(|line| line.contains(" off ")) {
            for (first, last) in line.split(' ').skip(2).map(ends) {
                let year = &line[..4];
                let mut off = days_of(year).filter(|day| (first..=last).contains(&&day.to_string()[5..]));
                assert!(off.any(|day| !day.is_weekend()), "{year}: {first} … {last}");
            }
        }
    }

    #[test]
    fn the_file_holds_whole_years_in_order() {
        let lines: Vec<_> = HOLIDAYS.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in lines.chunks(2) {
            let year = &pair[0][..4];
            assert!(pair[0].starts_with(&format!("{year} off ")) && pair[1].starts_with(&format!("{year} worked ")), "{pair:?}");
            for line in pair {
                let ends: Vec<_> = line.split(' ').skip(2).flat_map(|days| days.split("..")).collect();
                assert!(ends.is_sorted(), "{line}");
                assert!(ends.iter().all(|end| format!("{year}-{end}").parse::<Date>().is_ok()), "{line}");
            }
        }
        assert_eq!(lines.len(), 4);
    }
}
