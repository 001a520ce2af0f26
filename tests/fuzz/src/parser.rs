//! libFuzzer's door to `targets::parser`.

#![no_main]

mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::parser(data));
