//! What a pack must satisfy to be loaded: nothing in it may be able to break a lookup or an estimate.

use crate::{
    error::{Error, ErrorCode},
    policy::model::{Adjustment, Bands, Deductible, Ladder, PolicyPack, Rule, Says, SeriousIllness, Terms},
};

impl PolicyPack {
    /// Refuses a pack that contradicts itself, with the path of the fault.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let rules = &self.rules;
        self.check_rules(&rules.deductible, check_deductible).map_err(|error| error.at("deductible"))?;
        self.check_rules(&rules.segments, check_bands).map_err(|error| error.at("segments"))?;
        self.check_rules(&rules.cross_region, check_adjustment).map_err(|error| error.at("crossRegion"))?;
        self.check_rules(&rules.pool_cap, |_| Ok(())).map_err(|error| error.at("poolCap"))?;
        self.check_rules(&rules.large_amount, |_| Ok(())).map_err(|error| error.at("largeAmount"))?;
        self.check_rules(&rules.serious_illness, check_serious_illness).map_err(|error| error.at("seriousIllness"))
    }

    fn check_rules<T>(&self, rules: &[Rule<T>], check_value: fn(&T) -> Result<(), Error>) -> Result<(), Error> {
        for (index, rule) in rules.iter().enumerate() {
            self.check_rule(rule, check_value).map_err(|error| error.at(index.to_string()))?;
        }
        Ok(())
    }

    fn check_rule<T>(&self, rule: &Rule<T>, check_value: fn(&T) -> Result<(), Error>) -> Result<(), Error> {
        match &rule.says {
            Says::Value(value) => check_value(value).map_err(|error| error.at("value").at("says"))?,
            Says::Readings(readings) if readings.len() < 2 => return Err(fault("two or more").at("readings").at("says")),
            Says::Readings(readings) => {
                readings.iter().try_for_each(check_value).map_err(|error| error.at("readings").at("says"))?
            }
            Says::Disputed(_) => {}
        }
        self.check_terms(&rule.law).map_err(|error| error.at("law"))?;
        for tier in rule.applies.tier.iter().flatten() {
            if !self.tiers.iter().any(|known| known.id == *tier) {
                return Err(fault("a tier of the pack's tiers").giving(tier).at("tier").at("applies"));
            }
        }
        Ok(())
    }
    fn check_terms(&self, terms: &Terms) -> Result<(), Error> {
        if terms.effective.to.is_some_and(|to| to < terms.effective.from) {
            return Err(fault("to not before from").at("effective"));
        }
        if !self.sources.contains_key(&terms.citation.source) {
            return Err(fault("a name of the pack's sources").giving(&terms.citation.source).at("source").at("citation"));
        }
        Ok(())
    }
}

fn fault(allowed: &str) -> Error {
    Error::new(ErrorCode::InvalidPack).allowing(allowed)
}

fn check_deductible(Deductible::PerVisit(ladder): &Deductible) -> Result<(), Error> {
    match ladder {
        Ladder::Amounts(amounts) if amounts.is_empty() => Err(fault("at least one amount")),
        _ => Ok(()),
    }
}

fn check_bands(bands: &Bands) -> Result<(), Error> {
    let Some((last, closed)) = bands.bands.split_last() else { return Err(fault("at least one band").at("bands")) };
    let bounds: Vec<_> = closed.iter().filter_map(|band| band.up_to).collect();
    if last.up_to.is_some() || bounds.len() != closed.len() {
        return Err(fault("upTo on every band but the last").at("bands"));
    }
    if !bounds.is_sorted_by(|lower, upper| lower < upper) {
        return Err(fault("rising upTo").at("bands"));
    }
    Ok(())
}

fn check_adjustment(adjustment: &Adjustment) -> Result<(), Error> {
    match adjustment {
        Adjustment::OwnTable { deductible, segments } => check_deductible(deductible).and_then(|()| check_bands(segments)),
        _ => Ok(()),
    }
}

fn check_serious_illness(serious_illness: &SeriousIllness) -> Result<(), Error> {
    check_bands(&serious_illness.segments)
}
