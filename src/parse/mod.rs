//! Turns every text format we read into the model, and never fails.

mod allowance;
mod article;
mod attributes;
mod baseline;
mod config;
mod config_reader;
mod dialect;
mod directive;
mod docset;
mod emphasis;
mod exemptions;
pub mod faults;
mod front_matter;
mod heading;
mod ids;
mod image;
mod include;
mod json;
mod landing;
mod limits;
mod markdown;
mod mask;
#[cfg(test)]
mod outline;
mod pairs;
mod pivots;
mod publishing;
mod quote;
mod scan;
mod table;
mod terms;
mod toc;
mod yaml;

pub use article::{article, article_within};
pub use baseline::{BaselineError, baseline};
pub use config::config;
pub use docset::docset;
pub use front_matter::split;
pub use ids::{Ids, IdsError, ids};
pub use image::{HEAD as IMAGE_HEAD, image_size};
pub use pivots::pivots;
pub use publishing::{Publishing, Shelved, publishing, redirections};
pub use toc::toc;
