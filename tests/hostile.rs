//! The targets of `tests/fuzz`, each over a bounded number of seeded changes: what libFuzzer does for long, on the stable toolchain.
//!
//! `YIDI_HOSTILE_CASES` and `YIDI_HOSTILE_SEED` say how many and which; a failure prints the input itself.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(unreachable_pub, reason = "the targets are a library of their own as well")]

#[path = "fuzz/src/lib.rs"]
mod fuzz;

use std::{
    panic,
    time::{Duration, Instant},
};

use fuzz::{Chance, TARGETS, Target, mutate, shown};

/// For one input in a debug build on a busy machine; an honest one takes some milliseconds.
const LONGEST: Duration = Duration::from_secs(60);

fn asked_for(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn withstands(name: &str, cases: u64) {
    let target = Target::named(name);
    let cases = asked_for("YIDI_HOSTILE_CASES").unwrap_or(cases);
    let seed = asked_for("YIDI_HOSTILE_SEED").unwrap_or(20_261_122);
    let (seeds, dictionary) = ((target.seeds)(), target.dictionary());
    assert!(!seeds.is_empty());
    seeds.iter().for_each(|seed| run(target, seed));
    let mut chance = Chance::of(seed);
    for _ in 0..cases {
        let seed = chance.of_these(&seeds).map_or(&[][..], Vec::as_slice);
        let data = mutate::mutated(seed, &dictionary, &mut chance);
        run(target, &data);
    }
}

fn run(target: &Target, data: &[u8]) {
    let begun = Instant::now();
    if let Err(panicked) = panic::catch_unwind(|| (target.run)(data)) {
        eprintln!("{} fails on {}", target.name, shown(data));
        panic::resume_unwind(panicked);
    }
    assert!(begun.elapsed() < LONGEST, "{} takes {:?} for {}", target.name, begun.elapsed(), shown(data));
}

macro_rules! withstand {
    ($($name:ident: $cases:literal;)+) => {
        $(#[test]
        fn $name() {
            withstands(stringify!($name), $cases);
        })+

        #[test]
        fn every_target_is_run() {
            assert_eq!(TARGETS.map(|target| target.name), [$(stringify!($name)),+]);
        }
    };
}

withstand! {
    packs: 150;
    inputs: 300;
    slips: 40;
    questions: 1000;
    sessions: 300;
    gates: 2000;
    outboxes: 2000;
    facilities: 1000;
}

/// What takes the square of its size must have a bound.
mod bounds {
    use std::fmt::Write as _;

    use serde_json::{Map, Value, json};
    use yidi::{Directory, ErrorCode, FacilityQuery, FilingSession, Library, Severity, resume_filing};

    use super::{Instant, LONGEST};

    const NAMES: usize = 100_000;

    fn invented_names() -> Map<String, Value> {
        (0..NAMES).map(|number| (format!("n{number}"), json!("x"))).collect()
    }

    fn at_once<T>(ask: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let answer = ask();
        assert!(begun.elapsed() < LONGEST, "{:?}", begun.elapsed());
        answer
    }

    #[test]
    fn a_session_with_invented_answers_is_refused_at_once() {
        let saved = json!({"version": 1, "today": "2026-11-01", "packs": [], "answers": invented_names()}).to_string();
        let library = Library::shipped();
        let error = at_once(|| resume_filing(&library, &saved, "2026-11-22".parse()?)).expect_err("too many");
        assert_eq!((error.code(), &*error.path()), (ErrorCode::OutOfRange, "answers"));
        let error = at_once(|| FilingSession::from_json(&saved)).expect_err("too many");
        assert_eq!((error.code(), &*error.path()), (ErrorCode::OutOfRange, "answers"));
    }

    #[test]
    fn an_object_with_invented_fields_is_refused_at_once() {
        let object = Value::Object(invented_names()).to_string();
        let error = at_once(|| yidi::EstimateInput::from_json(&object)).expect_err("unknown");
        assert_eq!((error.code(), &*error.path()), (ErrorCode::UnknownField, "n0"));
    }

    fn pack() -> Value {
        serde_json::from_str(include_str!("golden/packs/320583.json")).expect("a pack")
    }

    #[test]
    fn a_pack_with_too_many_rules_tiers_or_bands_is_refused_at_once() {
        let mut rules = pack();
        let rule = rules["rules"]["segments"][0].clone();
        rules["rules"]["segments"] = vec![rule; 20_000].into();
        let mut tiers = pack();
        let tier = |number: usize| json!({"id": format!("t{number}"), "label": {"zh-CN": "级", "en": "tier"}});
        tiers["tiers"] = (0..51).map(tier).collect();
        let mut bands = pack();
        let band = |number: usize| json!({"upTo": number.to_string(), "ratio": "50"});
        bands["rules"]["segments"][0]["says"] = json!({"value": {"bands": (1..=51).map(band).collect::<Vec<_>>()}});
        for (pack, path) in [(rules, ""), (tiers, "tiers"), (bands, "bands")] {
            let mut library = Library::shipped();
            let error = at_once(|| library.add_json(&pack.to_string())).expect_err("too large");
            assert_eq!((error.code(), &*error.path()), (ErrorCode::OutOfRange, path));
            let faults = at_once(|| library.lint_json(&pack.to_string(), None));
            assert_eq!((faults.len(), faults[0].severity, &*faults[0].path), (1, Severity::Error, path));
        }
    }

    #[test]
    fn a_pack_of_many_rules_is_looked_through_in_time() {
        let mut large = pack();
        let rule = large["rules"]["segments"][0].clone();
        let day = |number: usize| format!("{}-{:02}-{:02}", 1950 + number / 336, 1 + number / 28 % 12, 1 + number % 28);
        let rules = (0..300).map(|number| {
            let mut rule = rule.clone();
            rule["law"]["effective"] = json!({"from": day(number), "to": day(number)});
            rule
        });
        large["rules"]["segments"] = rules.collect();
        let mut library = Library::shipped();
        let faults = at_once(|| library.lint_json(&large.to_string(), None));
        assert!(faults.iter().all(|fault| fault.severity == Severity::Warning), "{:?}", faults.first());
        at_once(|| library.add_json(&large.to_string())).expect("a large pack");
    }

    #[test]
    fn a_search_for_a_hundred_thousand_words_is_refused_at_once() {
        let mut file = "code,name,region,opened\n".to_owned();
        for number in 0..2_000 {
            writeln!(file, "H{number:011},示例{number}a,411100,inpatient").expect("room");
        }
        let mut directory = Directory::default();
        directory.add_text(&file).expect("facilities");
        let query = FacilityQuery::from_json(&json!({"text": "a ".repeat(100_000)}).to_string()).expect("a query");
        let error = at_once(|| directory.search(&query)).expect_err("too long");
        assert_eq!((error.code(), &*error.path()), (ErrorCode::OutOfRange, "text"));
    }
}
