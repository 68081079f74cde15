//! Build script: puts every pack of `src/policy/packs` (each `.json` there) into the crate, in a form that a phone reads quickly: JSON with
//! marks instead of punctuation, nothing escaped. It also downloads smaller than numbered texts would: repetition is left for the
//! compression to find. `src/policy/shipped.rs` reads it. A file that is neither JSON nor Markdown, or whose name is not its region
//! code, stops the build.
//!
//! What a phone downloads leaves out the packs that are history: nobody can still be settled by them. The package has their files.

use std::{env, error::Error, fs, path::Path};

use serde_json::Value;

const PACKS: &str = "src/policy/packs";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={PACKS}");
    let mut files: Vec<_> = fs::read_dir(PACKS)?.collect::<Result<_, _>>()?;
    files.retain(|file| file.path().extension().is_none_or(|extension| extension != "md"));
    files.sort_by_key(|file| file.file_name());

    let for_phones = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32");
    let mut packs = Vec::new();
    for file in files {
        let path = file.path();
        let pack: Value =
            serde_json::from_str(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        let admdvs = pack.get("admdvs").and_then(Value::as_str).unwrap_or_default();
        if path.file_stem().and_then(|stem| stem.to_str()) != Some(admdvs) {
            return Err(format!("{}: named after another region than its admdvs {admdvs:?}", path.display()).into());
        }
        if for_phones && is_history(&pack) {
            continue;
        }
        write_text(&mut packs, admdvs)?;
        let mut content = Vec::new();
        write(&mut content, &pack).map_err(|fault| format!("{}: {fault}", path.display()))?;
        write_text(&mut packs, &content.len().to_string())?;
        packs.extend(content);
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("packs.bin"), packs)?;
    Ok(())
}

/// Whether every rule of a pack ended in a year before the last one when its sources were last read.
fn is_history(pack: &Value) -> bool {
    let year = |date: &Value| date.as_str().and_then(|date| date.get(..4)?.parse::<u16>().ok());
    let last_checked = pack.get("lastChecked").and_then(year).unwrap_or_default();
    let groups = ["rules", "filing"].into_iter().filter_map(|group| pack.get(group)?.as_object());
    let mut rules = groups.flat_map(|kinds| kinds.values()).filter_map(Value::as_array).flatten();
    rules.all(|rule| rule.pointer("/law/effective/to").and_then(year).is_some_and(|ended| ended + 1 < last_checked))
}

fn write(packs: &mut Vec<u8>, value: &Value) -> Result<(), String> {
    match value {
        Value::Bool(bool) => packs.push(if *bool { b'+' } else { b'-' }),
        Value::Number(number) => {
            let whole = number.as_u64().filter(|whole| *whole <= u64::from(u16::MAX));
            packs.push(b'#');
            write_text(packs, &whole.ok_or_else(|| format!("{number} is not a whole number up to {}", u16::MAX))?.to_string())?;
        }
        Value::String(text) => {
            packs.push(b'"');
            write_text(packs, text)?;
        }
        Value::Array(items) => {
            packs.push(b'[');
            items.iter().try_for_each(|item| write(packs, item))?;
            packs.push(b']');
        }
        // A text in both languages.
        Value::Object(entries) if entries.keys().eq(["en", "zh-CN"]) => {
            packs.push(b'/');
            for text in entries.values() {
                write_text(packs, text.as_str().ok_or("a text that is none")?)?;
            }
        }
        Value::Object(entries) => {
            packs.push(b'{');
            for (key, entry) in entries {
                write_text(packs, key)?;
                write(packs, entry)?;
            }
            packs.push(0);
        }
        Value::Null => return Err("null: leave the field out".to_owned()),
    }
    Ok(())
}

/// A text and the zero byte that ends it. An empty key ends an object.
fn write_text(packs: &mut Vec<u8>, text: &str) -> Result<(), String> {
    if text.contains('\0') {
        return Err(format!("{text:?} has a zero byte"));
    }
    packs.extend(text.bytes());
    packs.push(0);
    Ok(())
}
