//! libFuzzer's door to `targets::front_matter`.

#![no_main]

mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::front_matter(data));
