//! For `tests/bench` alone, behind a feature: an estimate without its explanation.

use crate::{
    error::Error,
    estimate::{EstimateInput, ledger, ways},
    money::Money,
    policy::Library,
};

/// What the person pays, by the rules and checked against the bill, without the texts that explain it.
///
/// # Errors
///
/// As [`estimate()`](crate::estimate()), but that a rule with several readings is taken by its first.
pub fn settle(library: &Library, input: &EstimateInput) -> Result<Money, Error> {
    ways::agreed(
        library,
        input,
        |way| {
            let ledger = ledger::explain(&way.stay);
            ledger.check()?;
            Ok(ledger.patient.amount)
        },
        |_, _| true,
    )
}
