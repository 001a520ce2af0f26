//! An option's value that is one of many names, which a shell can complete and help does not list.

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Command, Error};
use std::ffi::OsStr;

/// Reads a value that is one of many names.
#[derive(Clone)]
pub struct Named<T> {
    names: fn() -> Vec<String>,
    read: fn(&str) -> Result<T, String>,
}

impl<T> Named<T> {
    /// `names` are offered to a person who writes, and `read` says what is wrong with any other.
    pub fn new(names: fn() -> Vec<String>, read: fn(&str) -> Result<T, String>) -> Self {
        Named { names, read }
    }
}

impl<T: Clone + Send + Sync + 'static> TypedValueParser for Named<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, Error> {
        if value.to_str().is_none() {
            return Err(Error::new(ErrorKind::InvalidUtf8).with_cmd(command));
        }
        self.read.parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.names)().into_iter().map(PossibleValue::new)))
    }
}
