//! libFuzzer’s door to `parser`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| glotta_fuzz::parser(data));
