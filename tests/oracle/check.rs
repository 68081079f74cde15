//! Reads rows of the second implementation from standard input and compares: for `npm run prove` and for working on either side.
//!
//! Prints the first disagreements in full (20, or as many as the argument says), then how many rows there were and how many disagree.

mod rows;

use std::{env, error::Error, io, process::ExitCode};

use rows::Rows;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let shown = env::args().nth(1).map_or(Ok(20), |count| count.parse())?;
    let (mut rows, mut checked, mut disagreeing) = (Rows::new(), 0_u64, 0_usize);
    for line in io::stdin().lines() {
        let Some(answered) = rows.read(&line?)? else { continue };
        checked += 1;
        if answered.agrees() {
            continue;
        }
        disagreeing += 1;
        if disagreeing <= shown {
            println!(
                "{}\n  second implementation: {}\n  yidi:                  {}",
                answered.asked, answered.expected, answered.found
            );
        }
    }
    println!("{checked} rows, {disagreeing} disagree");
    Ok(if disagreeing == 0 && checked > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
