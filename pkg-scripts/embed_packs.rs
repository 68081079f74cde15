//! Build script: puts every pack of `src/policy/packs` (each `.json` there) into the crate as minified JSON, so that the files stay readable and the
//! module stays small. A file that is neither JSON nor Markdown, or whose name is not its region code, stops the build.

use std::{env, error::Error, fmt::Write, fs, path::Path};

const PACKS: &str = "src/policy/packs";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={PACKS}");
    let mut files: Vec<_> = fs::read_dir(PACKS)?.collect::<Result<_, _>>()?;
    files.retain(|file| file.path().extension().is_none_or(|extension| extension != "md"));
    files.sort_by_key(|file| file.file_name());

    let mut table = String::from("&[\n");
    for file in files {
        let path = file.path();
        let pack: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        let admdvs = pack.get("admdvs").and_then(serde_json::Value::as_str).unwrap_or_default();
        if path.file_stem().and_then(|stem| stem.to_str()) != Some(admdvs) {
            return Err(format!("{}: named after another region than its admdvs {admdvs:?}", path.display()).into());
        }
        writeln!(table, "({admdvs}, {:?}),", pack.to_string())?;
    }
    table.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("packs.rs"), table)?;
    Ok(())
}
