//! Lints the shipped packs and shows what they cover, holes included, for the people who keep them: `npm run lint:packs`.
//!
//! A cell without a rule is "—". With `--markdown` it is the page that is committed beside the packs.

use std::{collections::BTreeSet, error::Error, fmt::Display, fs, path::PathBuf, process::ExitCode, time::SystemTime};

use yidi::{
    Adjustment, Applies, Band, Bands, Cap, Date, Deductible, Fault, FilingCategory, Insurance, Ladder, LargeAmount, LargeAmountCap,
    Library, Money, PersonGroup, Place, PolicyPack, Rule, Says, SeriousIllness, Severity, Terms, VisitKind,
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

type Row = Vec<String>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let library = Library::shipped();
    if std::env::args().any(|argument| argument == "--markdown") {
        print!("{}", markdown(&library)?);
        return Ok(ExitCode::SUCCESS);
    }
    if !lint(&library)? {
        return Ok(ExitCode::FAILURE);
    }
    print!("{}", aligned(&rows(&library)?));
    Ok(ExitCode::SUCCESS)
}

/// Shows every fault of every shipped pack, and answers whether none of them is an error. It reads the files, since the library
/// gives no pack that has one.
fn lint(library: &Library) -> Result<bool, Box<dyn Error>> {
    let today = today()?;
    let mut sound = true;
    for file in pack_files()? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        for Fault { code, severity, path, hint } in library.lint_json(&fs::read_to_string(&file)?, Some(today)) {
            sound &= severity == Severity::Warning;
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
fn markdown(library: &Library) -> Result<String, yidi::Error> {
    let mut page = String::from(
        "# 已收录的政策 · What the packs cover\n\n由 `npm run lint:packs -- --markdown` 写出，请勿手改。“—” 表示没有收录。  \n\
         Written by `npm run lint:packs -- --markdown`; do not edit. “—” means that nothing is known.\n\n",
    );
    for cells in [HEADINGS.map(str::to_owned).to_vec(), vec!["---".to_owned(); HEADINGS.len()]].iter().chain(&rows(library)?) {
        page += &format!("| {} |\n", cells.join(" | "));
    }
    page += "\n## 提醒 · Warnings\n\n";
    for region in library.regions()? {
        let digest = library.describe(region.admdvs, region.last_checked)?.digest;
        page += &format!("- {} {}：{} {digest}\n", region.admdvs, region.name.zh, region.last_checked);
        for Fault { code, path, hint, .. } in library.lint(library.pack(region.admdvs)?, None) {
            page += &format!("  - `{}` `{path}` {} · {}\n", code.as_str(), hint.zh, hint.en);
        }
    }
    Ok(page)
}

fn aligned(rows: &[Row]) -> String {
    let headings = HEADINGS.map(str::to_owned).to_vec();
    let all: Vec<_> = std::iter::once(&headings).chain(rows).collect();
    let widest = |column: usize| all.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or_default();
    let widths: Vec<_> = (0..HEADINGS.len()).map(widest).collect();
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

fn rows(library: &Library) -> Result<Vec<Row>, yidi::Error> {
    let mut rows = Vec::new();
    for region in library.regions()? {
        let pack = library.pack(region.admdvs)?;
        for insurance in Insurance::ALL {
            for kind in VisitKind::ALL {
                rows.extend(rows_of(pack, *insurance, *kind)?);
            }
        }
    }
    Ok(rows)
}

/// A row for each tier and each period in which its rules stay the same. What has no deductible and no ratio is one row of holes:
/// a tier, or all of them.
fn rows_of(pack: &PolicyPack, insurance: Insurance, kind: VisitKind) -> Result<Vec<Row>, yidi::Error> {
    let row = |cells: Vec<String>| {
        let case = [format!("{} {}", pack.admdvs, pack.name.zh), insurance.as_str().to_owned(), kind.as_str().to_owned()];
        case.into_iter().chain(cells).chain([pack.last_checked.to_string()]).collect::<Row>()
    };
    let holes = |tier: &str| {
        let cells = std::iter::once(tier).chain(std::iter::repeat_n(HOLE, HEADINGS.len() - 5));
        row(cells.map(str::to_owned).collect())
    };
    let scopes: Vec<_> = pack.tiers.iter().map(|tier| Scope { insurance, kind, tier: &tier.id }).collect();
    if !scopes.iter().any(|scope| scope.is_known(pack)) {
        return Ok(vec![holes(HOLE)]);
    }
    let mut rows = Vec::new();
    for scope in scopes {
        if !scope.is_known(pack) {
            rows.push(holes(scope.tier));
        }
        rows.extend(scope.periods(pack)?.into_iter().filter_map(|(from, before)| scope.cells(pack, from, before)).map(row));
    }
    Ok(rows)
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
        applies.insurance.contains(&self.insurance)
            && applies.kind.contains(&self.kind)
            && applies.tier.as_ref().is_none_or(|tiers| tiers.iter().any(|tier| tier == self.tier))
            && applies.group.as_ref().is_none_or(insured)
    }

    fn laws<'a, T>(&self, rules: &'a [Rule<T>]) -> Vec<&'a Terms> {
        rules.iter().filter(|rule| self.includes(&rule.applies)).map(|rule| &rule.law).collect()
    }

    fn all_laws<'a>(&self, pack: &'a PolicyPack) -> Vec<&'a Terms> {
        let rules = &pack.rules;
        [
            self.laws(&rules.deductible),
            self.laws(&rules.segments),
            self.laws(&rules.cross_region),
            self.laws(&rules.pool_cap),
            self.laws(&rules.large_amount),
            self.laws(&rules.serious_illness),
        ]
        .concat()
    }

    fn is_known(&self, pack: &PolicyPack) -> bool {
        !self.laws(&pack.rules.deductible).is_empty() || !self.laws(&pack.rules.segments).is_empty()
    }

    /// The periods, each with the day before which it ends, in which the same rules hold.
    fn periods(&self, pack: &PolicyPack) -> Result<Vec<(Date, Option<Date>)>, yidi::Error> {
        let mut starts = BTreeSet::new();
        for law in self.all_laws(pack) {
            starts.insert(law.effective.from);
            if let Some(to) = law.effective.to {
                starts.insert(to.plus_days(1)?);
            }
        }
        let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
        Ok(starts.iter().copied().zip(ends).collect())
    }

    /// From the tier to the grade, for the days on which the same rules hold as on `from`; none without a deductible and a ratio.
    fn cells(&self, pack: &PolicyPack, from: Date, before: Option<Date>) -> Option<Vec<String>> {
        let rules = &pack.rules;
        let (deductible, segments) = (self.in_force(&rules.deductible, from), self.in_force(&rules.segments, from));
        if deductible.is_empty() && segments.is_empty() {
            return None;
        }
        let grade = self.all_laws(pack).iter().filter(|law| law.effective.contains(from)).map(|law| law.grade).max()?;
        let cross_region = self.in_force(&rules.cross_region, from);
        Some(vec![
            self.tier.to_owned(),
            said(&deductible, |Deductible::PerVisit(ladder)| ladder_in_short(ladder)),
            said(&segments, bands),
            said(&self.in_force(&rules.pool_cap, from), cap),
            said(&self.in_force(&rules.large_amount, from), large_amount),
            said(&self.in_force(&rules.serious_illness, from), serious_illness),
            categories(&cross_region, Place::WithinProvince),
            categories(&cross_region, Place::AcrossProvinces),
            from.to_string(),
            before.map_or(HOLE.to_owned(), |before| before.to_string()),
            grade.as_str().to_owned(),
        ])
    }

    fn in_force<'a, T>(&self, rules: &'a [Rule<T>], day: Date) -> Vec<&'a Rule<T>> {
        rules.iter().filter(|rule| self.includes(&rule.applies) && rule.law.effective.contains(day)).collect()
    }
}

/// What the rules say, group by group.
fn said<T>(rules: &[&Rule<T>], in_short: fn(&T) -> String) -> String {
    let rule = |rule: &&Rule<T>| {
        let groups = joined(rule.applies.group.iter().flatten().map(|group| group.as_str()), "+");
        let value = match &rule.says {
            Says::Value(value) => in_short(value),
            Says::Readings(readings) => joined(readings.iter().map(in_short), " ? "),
            Says::Disputed(_) => "?".to_owned(),
        };
        if groups.is_empty() { value } else { format!("{groups} {value}") }
    };
    or_hole(joined(rules.iter().map(rule), "; "))
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
        Ladder::Amounts(amounts) => joined(amounts.iter().map(|amount| yuan(*amount)), ", ") + " …",
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
    joined(bands.bands.iter().map(band), ", ") + bounds
}

fn cap(cap: &Cap) -> String {
    match cap {
        Cap::Yearly(amount) => yuan(*amount),
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

fn serious_illness(SeriousIllness { start, segments, cap }: &SeriousIllness) -> String {
    format!(">{} {} ≤{}", yuan(*start), bands(segments), self::cap(cap))
}

/// Which filing categories have a rule in a place: all, none, or how many and which not.
fn categories(rules: &[&Rule<Adjustment>], place: Place) -> String {
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
