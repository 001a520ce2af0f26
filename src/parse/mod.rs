//! Turns every text format we read into the model, and never fails.

mod article;
mod config;
mod config_reader;
pub mod faults;
mod front_matter;
mod heading;
mod markdown;
#[cfg(test)]
mod outline;
mod table;
mod terms;
mod yaml;

pub use article::article;
pub use config::config;
pub use front_matter::split;
