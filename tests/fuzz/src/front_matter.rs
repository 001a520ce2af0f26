//! libFuzzer’s door to `front_matter`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| glotta_fuzz::front_matter(data));
