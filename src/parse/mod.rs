//! Turns every text format we read into the model, and never fails.

mod allowance;
mod article;
mod baseline;
mod config;
mod config_reader;
mod exemptions;
pub mod faults;
mod front_matter;
mod heading;
mod json;
mod markdown;
#[cfg(test)]
mod outline;
mod publishing;
mod table;
mod terms;
mod yaml;

pub use article::article;
pub use baseline::{BaselineError, baseline};
pub use config::config;
pub use front_matter::split;
pub use publishing::{Publishing, Shelved, publishing, redirections};
