//! libFuzzer’s door to `dialect`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| glotta_fuzz::dialect(data));
