//! Writes the seeds of each target into a folder of its own: `seeds <folder>`.

use std::{env, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or_else(|| io::Error::other("which folder?"))?);
    for target in yidi_fuzz::TARGETS {
        let corpus = folder.join(target.name);
        fs::create_dir_all(&corpus)?;
        for (at, seed) in (target.seeds)().iter().enumerate() {
            fs::write(corpus.join(format!("seed-{at}")), seed)?;
        }
    }
    Ok(())
}
