//! Turns every text format we read into the model, and never fails.

mod config;
mod config_reader;
pub mod faults;
mod front_matter;
mod yaml;

pub use config::config;
pub use front_matter::split;
