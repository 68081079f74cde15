//! For `tests/bench` alone, behind a feature: an estimate without its explanation.

use crate::{
    error::{Error, ErrorCode},
    estimate::{EstimateInput, ledger, ways},
    money::Money,
    policy::Library,
};

/// What the person pays, by the rules and checked against the bill, without the texts that explain it.
///
/// # Errors
///
/// As [`estimate()`](crate::estimate()), but that a rule with several readings is taken by its last.
pub fn settle(library: &Library, input: &EstimateInput) -> Result<Money, Error> {
    let mut pays = Err(Error::new(ErrorCode::Internal));
    ways::of_rules(library, input, &mut |way, _| {
        let ledger = ledger::explain(&way?.stay);
        ledger.check()?;
        pays = Ok(ledger.patient.amount);
        Ok(())
    })?;
    pays
}
