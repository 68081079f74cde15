//! Lints the shipped packs and shows what they cover, holes included, for the people who keep them: `npm run lint:packs`.
//!
//! A cell without a rule is "—". With `--markdown` it is the page that is committed beside the packs; with `--errors` there are only the
//! faults that stop a build.

use std::{collections::BTreeSet, error::Error, fmt::Display, fs, path::PathBuf, process::ExitCode, time::SystemTime};

use yidi::{
    Adjustment, Admdvs, Applies, Band, Bands, Cap, Content, Date, Deductible, Fault, FilingCategory, Insurance, Ladder,
    LargeAmount, LargeAmountCap, Library, Money, PersonGroup, Place, PolicyPack, Rule, RuleName, Says, Severity, Supplement, Terms,
    VisitKind,
};

const HOLE: &str = "—";

const PACKS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/policy/packs");

const HEADINGS: [&str; 15] = [
    "地区 region",
    "险种 insurance",
    "类别 kind",
    "等级 tier",
    "起付线 deductible",
    "支付比例 ratio",
    "封顶线 cap",
    "大额 large amount",
    "大病 serious illness",
    "省内备案类型 in province",
    "跨省备案类型 across",
    "起 from",
    "止（不含）before",
    "可信等级 grade",
    "最近核对 last checked",
];

/// What the second table shows of each pack: the worst grade of its rules on filing and how many there are, kind by kind.
const FILING_HEADINGS: [&str; 15] = [
    "政策包 pack",
    "类型 categories",
    "材料 materials",
    "有效期 validity",
    "变更 changeLock",
    "补办 lateFiling",
    "时限 approval",
    "免备案 exemption",
    "备案地 places",
    "覆盖 coverage",
    "渠道 channels",
    "零星报销 claim",
    "慢特病 openDiseases",
    "特药 specialDrugs",
    "告知书 notice",
];

type Row = Vec<String>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let library = Library::shipped();
    if std::env::args().any(|argument| argument == "--markdown") {
        print!("{}", markdown(&library)?);
        return Ok(ExitCode::SUCCESS);
    }
    let only_errors = std::env::args().any(|argument| argument == "--errors");
    if !lint(&library, only_errors)? {
        return Ok(ExitCode::FAILURE);
    }
    if only_errors {
        return Ok(ExitCode::SUCCESS);
    }
    print!("{}", aligned(&HEADINGS, &rows(&library)?));
    println!();
    print!("{}", aligned(&FILING_HEADINGS, &filing_rows(&library)?));
    Ok(ExitCode::SUCCESS)
}

/// Shows the faults of every shipped pack, and answers whether none of them is an error. It reads the files, since the library gives no
/// pack that has one.
fn lint(library: &Library, only_errors: bool) -> Result<bool, Box<dyn Error>> {
    let today = today()?;
    let mut sound = true;
    for file in pack_files()? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        for Fault { code, severity, path, hint } in library.lint_json(&fs::read_to_string(&file)?, Some(today)) {
            sound &= severity == Severity::Warning;
            if only_errors && severity == Severity::Warning {
                continue;
            }
            println!("{name} {path}\n    {} {}: {}\n    {}", severity.as_str(), code.as_str(), hint.zh, hint.en);
        }
    }
    Ok(sound)
}

fn pack_files() -> Result<Vec<PathBuf>, std::io::Error> {
    let paths: Result<Vec<_>, _> = fs::read_dir(PACKS)?.map(|file| file.map(|file| file.path())).collect();
    let mut packs = paths?;
    packs.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    packs.sort();
    Ok(packs)
}

fn today() -> Result<Date, Box<dyn Error>> {
    let days = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() / (24 * 60 * 60);
    Ok("1970-01-01".parse::<Date>()?.plus_days(u32::try_from(days)?)?)
}

/// The page that is committed beside the packs. It says nothing that depends on the day.
fn markdown(library: &Library) -> Result<String, Box<dyn Error>> {
    let mut page = String::from(
        "# 已收录的政策 · What the packs cover\n\n由 `npm run lint:packs -- --markdown` 写出，请勿手改。“—” 表示没有收录。  \n\
         Written by `npm run lint:packs -- --markdown`; do not edit. “—” means that nothing is known.\n\n",
    );
    page += &table(&HEADINGS, &rows(library)?);
    page += "\n## 备案规定 · Rules on filing\n\n";
    page += &table(&FILING_HEADINGS, &filing_rows(library)?);
    page += "\n## 提醒 · Warnings\n\n";
    for pack in packs(library)? {
        let described = library.describe(pack.admdvs, pack.last_checked)?;
        let digest = described.packs.first().map_or("", |nearest| &nearest.digest);
        page += &format!("- {} {}：{} {digest}\n", pack.admdvs, pack.name.zh, pack.last_checked);
        for Fault { code, path, hint, .. } in library.lint(pack, None) {
            page += &format!("  - `{}` `{path}` {} · {}\n", code.as_str(), hint.zh, hint.en);
        }
    }
    Ok(page)
}

fn table(headings: &[&str], rows: &[Row]) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let headings: Vec<_> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    let rule = vec!["---".to_owned(); headings.len()];
    line(&headings) + &line(&rule) + &rows.iter().map(|row| line(row)).collect::<String>()
}

fn aligned(headings: &[&str], rows: &[Row]) -> String {
    let columns = headings.len();
    let headings: Vec<_> = headings.iter().map(|heading| (*heading).to_owned()).collect();
    let all: Vec<_> = std::iter::once(&headings).chain(rows).collect();
    let widest = |column: usize| all.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or_default();
    let widths: Vec<_> = (0..columns).map(widest).collect();
    let line = |row: &&Row| {
        let padded = row.iter().zip(&widths).map(|(cell, widest)| cell.clone() + &" ".repeat(widest - width(cell)));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    all.iter().map(line).collect()
}

/// How many columns of a terminal a text takes: a Chinese character takes two.
fn width(text: &str) -> usize {
    text.chars().map(|char| if ('\u{2e80}'..'\u{ff61}').contains(&char) { 2 } else { 1 }).sum()
}

/// The shipped packs, frames first.
fn packs(library: &Library) -> Result<Vec<&PolicyPack>, Box<dyn Error>> {
    let regions = pack_files()?.into_iter().filter_map(|file| file.file_stem()?.to_str()?.parse::<Admdvs>().ok());
    regions.map(|admdvs| library.pack(admdvs).map_err(Into::into)).collect()
}

fn filing_rows(library: &Library) -> Result<Vec<Row>, Box<dyn Error>> {
    let row = |pack: &PolicyPack| -> Result<Row, yidi::Error> {
        let described = library.describe(pack.admdvs, pack.last_checked)?.rules;
        let cell = |name: &RuleName| {
            let own = described.iter().map(|rule| &rule.law).filter(|law| law.pack == pack.admdvs && law.rule == *name);
            let grades: Vec<_> = own.map(|law| law.grade).collect();
            grades.iter().max().map_or(HOLE.to_owned(), |worst| format!("{} ×{}", worst.as_str(), grades.len()))
        };
        Ok(std::iter::once(format!("{} {}", pack.admdvs, pack.name.zh)).chain(RuleName::ON_FILING.iter().map(cell)).collect())
    };
    packs(library)?.into_iter().map(|pack| row(pack).map_err(Into::into)).collect()
}

fn rows(library: &Library) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for pack in packs(library)? {
        for insurance in Insurance::ALL {
            let mut unknown = Vec::new();
            for kind in VisitKind::ALL {
                match rows_of(pack, *insurance, *kind)? {
                    known if known.is_empty() => unknown.push(kind.as_str()),
                    known => rows.extend(known),
                }
            }
            if !unknown.is_empty() {
                rows.push(holes(pack, *insurance, &unknown.join(" "), HOLE));
            }
        }
    }
    Ok(rows)
}

fn row(pack: &PolicyPack, insurance: Insurance, kinds: &str, cells: Vec<String>) -> Row {
    let case = [format!("{} {}", pack.admdvs, pack.name.zh), insurance.as_str().to_owned(), kinds.to_owned()];
    case.into_iter().chain(cells).chain([pack.last_checked.to_string()]).collect()
}

fn holes(pack: &PolicyPack, insurance: Insurance, kinds: &str, tier: &str) -> Row {
    let cells = std::iter::once(tier).chain(std::iter::repeat_n(HOLE, HEADINGS.len() - 5));
    row(pack, insurance, kinds, cells.map(str::to_owned).collect())
}

/// A row for each tier and each period in which its rules stay the same; of a tier without a deductible and a ratio a row of holes.
fn rows_of(pack: &PolicyPack, insurance: Insurance, kind: VisitKind) -> Result<Vec<Row>, yidi::Error> {
    let (mut rows, mut any_known) = (Vec::new(), false);
    for tier in &pack.tiers {
        let scope = Scope { insurance, kind, tier: &tier.id };
        let known = scope.is_known(pack)?;
        any_known |= known;
        if !known {
            rows.push(holes(pack, insurance, kind.as_str(), scope.tier));
        }
        for (from, before) in scope.periods(pack)? {
            rows.extend(scope.cells(pack, from, before)?.map(|cells| row(pack, insurance, kind.as_str(), cells)));
        }
    }
    Ok(if any_known { rows } else { Vec::new() })
}

/// The cases of a row.
#[derive(Clone, Copy)]
struct Scope<'a> {
    insurance: Insurance,
    kind: VisitKind,
    tier: &'a str,
}

impl Scope<'_> {
    fn includes(&self, applies: &Applies) -> bool {
        let insured = |groups: &Vec<PersonGroup>| groups.iter().any(|group| group.insurance() == self.insurance);
        applies.insurance.as_ref().is_none_or(|insurances| insurances.contains(&self.insurance))
            && applies.kind.as_ref().is_none_or(|kinds| kinds.contains(&self.kind))
            && applies.tier.as_ref().is_none_or(|tiers| tiers.iter().any(|tier| tier == self.tier))
            && applies.group.as_ref().is_none_or(insured)
    }

    fn rules<T: Content>(&self, pack: &PolicyPack, name: RuleName) -> Result<Vec<Rule<T>>, yidi::Error> {
        let mut rules = pack.rules::<T>(name)?;
        rules.retain(|rule| self.includes(&rule.applies));
        Ok(rules)
    }

    fn laws<T: Content>(&self, pack: &PolicyPack, name: RuleName) -> Result<Vec<Terms>, yidi::Error> {
        Ok(self.rules::<T>(pack, name)?.into_iter().map(|rule| rule.law).collect())
    }

    fn all_laws(&self, pack: &PolicyPack) -> Result<Vec<Terms>, yidi::Error> {
        Ok([
            self.laws::<Deductible>(pack, RuleName::Deductible)?,
            self.laws::<Bands>(pack, RuleName::Segments)?,
            self.laws::<Adjustment>(pack, RuleName::CrossRegion)?,
            self.laws::<Cap>(pack, RuleName::PoolCap)?,
            self.laws::<LargeAmount>(pack, RuleName::LargeAmount)?,
            self.laws::<Supplement>(pack, RuleName::SeriousIllness)?,
        ]
        .concat())
    }

    fn is_known(&self, pack: &PolicyPack) -> Result<bool, yidi::Error> {
        let deductibles = self.laws::<Deductible>(pack, RuleName::Deductible)?;
        Ok(!deductibles.is_empty() || !self.laws::<Bands>(pack, RuleName::Segments)?.is_empty())
    }

    /// The periods, each with the day before which it ends, in which the same rules hold.
    fn periods(&self, pack: &PolicyPack) -> Result<Vec<(Date, Option<Date>)>, yidi::Error> {
        let mut starts = BTreeSet::new();
        for law in self.all_laws(pack)? {
            starts.insert(law.effective.from);
            if let Some(to) = law.effective.to {
                starts.insert(to.plus_days(1)?);
            }
        }
        let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
        Ok(starts.iter().copied().zip(ends).collect())
    }

    /// From the tier to the grade, for the days on which the same rules hold as on `from`; none without a deductible and a ratio.
    fn cells(&self, pack: &PolicyPack, from: Date, before: Option<Date>) -> Result<Option<Vec<String>>, yidi::Error> {
        let deductible = self.in_force::<Deductible>(pack, RuleName::Deductible, from)?;
        let segments = self.in_force::<Bands>(pack, RuleName::Segments, from)?;
        if deductible.is_empty() && segments.is_empty() {
            return Ok(None);
        }
        let grade = self.all_laws(pack)?.iter().filter(|law| law.effective.contains(from)).map(|law| law.grade).max();
        let cross_region = self.in_force::<Adjustment>(pack, RuleName::CrossRegion, from)?;
        Ok(Some(vec![
            self.tier.to_owned(),
            said(&deductible, deductible_in_short),
            said(&segments, bands),
            said(&self.in_force(pack, RuleName::PoolCap, from)?, cap),
            said(&self.in_force(pack, RuleName::LargeAmount, from)?, large_amount),
            said(&self.in_force(pack, RuleName::SeriousIllness, from)?, serious_illness),
            categories(&cross_region, Place::WithinProvince),
            categories(&cross_region, Place::AcrossProvinces),
            from.to_string(),
            before.map_or(HOLE.to_owned(), |before| before.to_string()),
            grade.map_or(HOLE, |grade| grade.as_str()).to_owned(),
        ]))
    }

    fn in_force<T: Content>(&self, pack: &PolicyPack, name: RuleName, day: Date) -> Result<Vec<Rule<T>>, yidi::Error> {
        let mut rules = self.rules::<T>(pack, name)?;
        rules.retain(|rule| rule.law.effective.contains(day));
        Ok(rules)
    }
}

/// What the rules say, group by group.
fn said<T>(rules: &[Rule<T>], in_short: fn(&T) -> String) -> String {
    let rule = |rule: &Rule<T>| {
        let whom = whom(&rule.applies);
        let value = match &rule.says {
            Says::Value(value) => in_short(value),
            Says::Readings(readings) => joined(readings.iter().map(in_short), " ? "),
            Says::Between { at_worst, at_best } => format!("{} … {}", in_short(at_worst), in_short(at_best)),
            Says::Disputed(_) => "?".to_owned(),
        };
        if whom.is_empty() { value } else { format!("{whom} {value}") }
    };
    or_hole(joined(rules.iter().map(rule), "; "))
}

/// The persons and diseases of a rule; of many diseases, how many.
fn whom(applies: &Applies) -> String {
    let diseases = applies.disease.iter().map(|diseases| match diseases.as_slice() {
        [only] => only.to_string(),
        several => format!("{} diseases", several.len()),
    });
    let ages = applies.age.iter().map(|ages| match (ages.from, ages.below) {
        (Some(from), Some(below)) => format!("{from}≤age<{below}"),
        (Some(from), None) => format!("age≥{from}"),
        (None, Some(below)) => format!("age<{below}"),
        (None, None) => String::new(),
    });
    let groups = applies.group.iter().map(|groups| joined(groups.iter().map(|group| group.as_str()), "+"));
    let standings = applies.standing.iter().map(|standings| joined(standings.iter().map(|standing| standing.as_str()), "+"));
    joined(diseases.chain(groups).chain(ages).chain(standings), " ")
}

fn deductible_in_short(deductible: &Deductible) -> String {
    match deductible {
        Deductible::PerVisit(ladder) => ladder_in_short(ladder),
        Deductible::PerYear(amount) => format!("{}/year", yuan(*amount)),
        Deductible::PerQuarter(amount) => format!("{}/quarter", yuan(*amount)),
        Deductible::PerMonth(amount) => format!("{}/month", yuan(*amount)),
        Deductible::PerFacilityYear(amount) => format!("{}/year and facility", yuan(*amount)),
    }
}

fn joined(parts: impl Iterator<Item = impl Display>, between: &str) -> String {
    parts.map(|part| part.to_string()).collect::<Vec<_>>().join(between)
}

fn or_hole(text: String) -> String {
    if text.is_empty() { HOLE.to_owned() } else { text }
}

/// Whole yuan without their fen.
fn yuan(amount: Money) -> String {
    amount.to_string().trim_end_matches(".00").to_owned()
}

fn ladder_in_short(ladder: &Ladder) -> String {
    match ladder {
        Ladder::Amounts { first, later } => {
            let later = later.map_or("…".to_owned(), |later| format!("then {}", yuan(later)));
            joined(first.iter().map(|amount| yuan(*amount)).chain([later]), ", ")
        }
        Ladder::Always(amount) => yuan(*amount),
        Ladder::StepsDown { first, points, floor } => format!("{} −{points}% ≥{floor}%", yuan(*first)),
    }
}

fn bands(bands: &Bands) -> String {
    let band = |band: &Band| match band.up_to {
        Some(bound) => format!("≤{} {}%", yuan(bound), band.ratio),
        None => format!("{}%", band.ratio),
    };
    let bounds = if bands.bounds_include_deductible { " (+起付线)" } else { "" };
    let own_share = bands.own_share_times.map_or(String::new(), |factor| format!(" (个人×{factor}%)"));
    joined(bands.bands.iter().map(band), ", ") + bounds + &own_share
}

fn cap(cap: &Cap) -> String {
    match cap {
        Cap::Yearly(amount) => yuan(*amount),
        Cap::Monthly(amount) => format!("{}/month", yuan(*amount)),
        Cap::PerVisit(amount) => format!("{}/visit", yuan(*amount)),
        Cap::Unlimited => "∞".to_owned(),
    }
}

fn large_amount(large_amount: &LargeAmount) -> String {
    let cap = match large_amount.cap {
        LargeAmountCap::Own(amount) => yuan(amount),
        LargeAmountCap::WithPool(amount) => format!("Σ {}", yuan(amount)),
        LargeAmountCap::Unlimited => "∞".to_owned(),
    };
    format!("{}% ≤{cap}", large_amount.ratio)
}

fn serious_illness(Supplement { start, segments, cap }: &Supplement) -> String {
    format!(">{} {} ≤{}", yuan(*start), bands(segments), self::cap(cap))
}

/// Which filing categories have a rule in a place: all, none, or how many and which not.
fn categories(rules: &[Rule<Adjustment>], place: Place) -> String {
    let has_rule = |category: &FilingCategory| {
        rules.iter().map(|rule| &rule.applies).any(|applies| {
            applies.place.as_ref().is_none_or(|places| places.contains(&place))
                && applies.category.as_ref().is_none_or(|categories| categories.contains(category))
        })
    };
    let (all, missing) = (FilingCategory::ALL, FilingCategory::ALL.iter().filter(|category| !has_rule(category)));
    let missing: Vec<_> = missing.map(|category| category.as_str()).collect();
    match missing.len() {
        0 => format!("{0}/{0}", all.len()),
        count if count == all.len() => HOLE.to_owned(),
        count => format!("{}/{}, {HOLE} {}", all.len() - count, all.len(), missing.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_page_is_up_to_date() {
        let page = markdown(&Library::shipped()).unwrap();
        assert!(
            page == include_str!("../src/policy/packs/COVERAGE.md"),
            "run `npm run --silent lint:packs -- --markdown > src/policy/packs/COVERAGE.md`"
        );
    }
}
