//! Turns every text format we read into the model, and never fails.

mod article;
mod heading;
mod markdown;
mod table;

pub use article::article;
