//! The fault of a text that was read or written in a wrong encoding.

use crate::diagnostic::{Fault, Severity};

/// A file that is not UTF-8, or a text whose letters were once read as if they were written in another encoding.
///
/// Reading finds the first and a rule the second; they are one fault to whoever has to mend it.
pub const INVALID_ENCODING: Fault = Fault {
    name: "invalid-encoding",
    severity: Severity::Error,
    summary: "a text is not UTF-8, or holds letters that another encoding garbled",
};
