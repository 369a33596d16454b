//! `audit`: what Lighthouse and axe say of the built page, and how long visits take on a poor machine.
//!
//! The work is done by `frise-browser`; what it needs beyond a browser is installed from npm for this command only.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};
use lexopt::Arg;

use crate::journeys::browser_program_over;
use crate::process::become_program;
use crate::setup::{Need, Tool, equip};
use crate::workspace::Workspace;

/// Runs the command `audit`: over `dist/`, or over a page that was built elsewhere. Of several pages it only compares
/// the times.
///
/// # Errors
/// There is no page or no browser; a score is too low, or axe finds a fault.
pub fn audit(workspace: &Workspace, arguments: Vec<OsString>) -> Result<()> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut dists = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Value(path) => dists.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if let [first, others @ ..] = dists.as_slice()
        && !others.is_empty()
    {
        let equipment = equip(workspace, &[Need::Chromium])?;
        let mut auditor = browser_program_over(workspace, "audit", first);
        equipment.lend(&mut auditor)?;
        return become_program(auditor.args(others));
    }
    let dist = dists.pop().unwrap_or_else(|| workspace.dist());
    let needs = [Need::Chromium, Need::Tool(Tool::Lighthouse)];
    let equipment = equip(workspace, &needs)?;
    let mut auditor = browser_program_over(workspace, "audit", &dist);
    equipment.lend(&mut auditor)?;
    let axe = equipment
        .npm_package("axe-core/axe.min.js")
        .context("axe-core, which Lighthouse stands on, is not beside it")?;
    become_program(auditor.arg("--axe").arg(axe))
}
