//! What libFuzzer needs of a target; the crate's own tests do without.

/// Makes a fuzz target of the [`Target`](crate::Target) of that name. Half of the changes are libFuzzer's own, half keep JSON what it is.
#[macro_export]
macro_rules! fuzzes {
    ($name:literal) => {
        static DICTIONARY: std::sync::LazyLock<yidi_fuzz::mutate::Dictionary> =
            std::sync::LazyLock::new(|| yidi_fuzz::Target::named($name).dictionary());

        libfuzzer_sys::fuzz_target!(|data: &[u8]| (yidi_fuzz::Target::named($name).run)(data));

        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            let mut chance = yidi_fuzz::Chance::of(seed.into());
            if chance.one_in(2) {
                return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
            }
            let changed = yidi_fuzz::mutate::mutated(&data[..size], &DICTIONARY, &mut chance);
            let length = changed.len().min(max_size);
            data[..length].copy_from_slice(&changed[..length]);
            length
        });
    };
}
