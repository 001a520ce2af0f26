//! How long each stage took.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The version of the object that [`Timings::json`] makes.
const VERSION: u32 = 1;

/// Stages in their order, with their durations.
#[derive(Debug, Default)]
pub struct Timings {
    stages: RefCell<Vec<(&'static str, Duration)>>,
}

impl Timings {
    /// Does the work of a stage and notes how long it took.
    pub fn time<T>(&self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.stages.borrow_mut().push((stage, start.elapsed()));
        result
    }

    /// One line for each stage and one for all.
    pub fn text(&self) -> String {
        let stages = self.stages.borrow();
        let all = ("all", stages.iter().map(|(_, time)| *time).sum());
        let stages = stages.iter().chain(std::iter::once(&all));
        let lines: Vec<String> = stages
            .map(|(stage, time)| format!("{stage:>8} {:9.1} ms", time.as_secs_f64() * 1000.0))
            .collect();
        lines.join("\n")
    }

    /// The same for programs: one object, whose stages stand in their order.
    pub fn json(&self) -> String {
        let stage = |(name, time): &(&str, Duration)| json!({ "name": name, "milliseconds": milliseconds(*time) });
        let durations = self.stages.borrow();
        let stages: Vec<Value> = durations.iter().map(stage).collect();
        let all = durations.iter().map(|(_, time)| *time).sum();
        let object =
            json!({ "version": VERSION, "stages": stages, "milliseconds": milliseconds(all) });
        format!("{object}\n")
    }
}

/// Milliseconds with three digits behind the point: what is behind those is chance.
fn milliseconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1e6).round() / 1e3
}
