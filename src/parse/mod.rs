//! Turns every text format we read into the model, and never fails.

mod allowance;
mod article;
mod baseline;
mod config;
mod config_reader;
mod docset;
mod exemptions;
pub mod faults;
mod front_matter;
mod heading;
mod landing;
mod markdown;
#[cfg(test)]
mod outline;
mod table;
mod terms;
mod toc;
mod yaml;

pub use article::article;
pub use baseline::{BaselineError, baseline};
pub use config::config;
pub use docset::docset;
pub use front_matter::split;
pub use toc::toc;
