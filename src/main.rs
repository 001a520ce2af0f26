//! The `glotta` command.

mod cli;

use std::process::ExitCode;

/// A build makes and forgets millions of small things on all threads: the allocators of systems took a sixth of its time, and let one thread wait for
/// another.
#[cfg(not(target_env = "msvc"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    cli::run()
}
