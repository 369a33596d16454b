//! The themes of the editor: named queries, whose passages the index may have.

use super::plan::{Leaf, Plan};
use super::{PassageSet, Scope, Searcher};
use crate::format::WriteError;
use crate::query::parse;
use std::borrow::Cow;

impl Searcher {
    /// Stores the passages that each theme matches in the index, so that the next searcher need not search for them.
    ///
    /// # Errors
    /// Returns an error if the index exceeds a limit of the format.
    pub fn record_themes(&mut self) -> Result<(), WriteError> {
        let found = self.themes.iter().map(|theme| theme.iter().collect());
        self.index.record_themes(found.collect())
    }

    /// Returns the passages that a theme matches, or `None` if there is no such theme.
    pub fn theme(&self, theme: usize) -> Option<&PassageSet> {
        self.themes.get(theme)
    }

    /// Returns the passages of a theme from the index, or by its query where the index does not have them.
    pub(super) fn match_theme(&self, theme: usize) -> PassageSet {
        match self.index.passages_of_themes() {
            Some(passages_of_themes) => {
                let mut set = PassageSet::none(self.index.passages());
                let passages = passages_of_themes[theme].iter();
                passages.for_each(|passage| set.insert(*passage));
                set
            }
            None => {
                let plan = self.plan_of_theme(theme);
                self.matcher(plan.scope()).passages(&plan)
            }
        }
    }

    /// Returns the passages of a theme whose query is read in a scope.
    pub(super) fn theme_in(&self, theme: usize, scope: &Scope) -> Cow<'_, PassageSet> {
        match self.themes.get(theme) {
            Some(everywhere) if scope.is_everything() => Cow::Borrowed(everywhere),
            _ => Cow::Owned(match self.theme_plan(theme) {
                Some(plan) => self.matcher(scope).passages(plan),
                None => PassageSet::none(self.index.passages()),
            }),
        }
    }

    pub(super) fn theme_plan(&self, theme: usize) -> Option<&Plan> {
        let plan = self.theme_plans.get(theme)?;
        Some(plan.get_or_init(|| self.plan_of_theme(theme)))
    }

    fn plan_of_theme(&self, theme: usize) -> Plan {
        self.plan(&parse(&self.index.about().themes[theme].query))
    }

    /// Returns the leaves of the plans of some themes.
    pub(super) fn leaves_of(&self, themes: &[u32]) -> Vec<&[Leaf]> {
        let plans = themes.iter();
        let plans = plans.filter_map(|theme| self.theme_plan(*theme as usize));
        plans.map(|plan| plan.leaves.as_slice()).collect()
    }
}
