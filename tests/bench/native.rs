//! The native times of one case, for `tests/bench/peers.mjs`: reads `{"rounds": …, "calls": …, "inputs": […]}` from standard input and
//! prints a line for each input: the median microseconds of one call, of the rules alone, of the explained estimate, and of that with
//! the input read from JSON and the answer written as JSON; and what the person pays.

use std::{error::Error, hint::black_box, io, time::Instant};

use serde_json::Value;
use yidi::{EstimateInput, Library, bench, estimate};

/// The calls of one round, and how many rounds.
struct Loop {
    rounds: usize,
    calls: u32,
}

impl Loop {
    /// The median, over the rounds, of the microseconds of one call.
    fn median(&self, mut call: impl FnMut() -> Result<(), yidi::Error>) -> Result<f64, yidi::Error> {
        let mut times = Vec::with_capacity(self.rounds);
        for _ in 0..self.rounds {
            let begun = Instant::now();
            for _ in 0..self.calls {
                call()?;
            }
            times.push(begun.elapsed().as_secs_f64() * 1e6 / f64::from(self.calls));
        }
        times.sort_by(f64::total_cmp);
        Ok(times.get(times.len() / 2).copied().unwrap_or_default())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let job: Value = serde_json::from_reader(io::stdin())?;
    let number = |name: &str| job.get(name).and_then(Value::as_u64).unwrap_or(1);
    let times = Loop { rounds: number("rounds") as usize, calls: number("calls") as u32 };
    let library = Library::shipped();
    for json in job.get("inputs").and_then(Value::as_array).into_iter().flatten() {
        let json = json.to_string();
        let input = EstimateInput::from_json(&json)?;
        let rules = times.median(|| bench::settle(&library, black_box(&input)).map(|pays| _ = black_box(pays)))?;
        let explained = times.median(|| estimate(&library, black_box(&input)).map(|answer| _ = black_box(answer)))?;
        let as_json = times.median(|| {
            let answer = estimate(&library, &EstimateInput::from_json(black_box(&json))?)?;
            _ = black_box(serde_json::to_string(&answer));
            Ok(())
        })?;
        let pays = estimate(&library, &input)?.patient_pays;
        println!(r#"{{"rules": {rules}, "explained": {explained}, "asJson": {as_json}, "patientPays": "{pays}"}}"#);
    }
    Ok(())
}
