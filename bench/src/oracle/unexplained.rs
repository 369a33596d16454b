//! Differences that no rule explains.

/// How many unexplained differences are shown of each kind.
const SHOWN: usize = 20;

/// Prints the first of some differences that no rule explains, and gives how many there are.
pub fn tell_unexplained(what: &str, differences: &[String]) -> usize {
    for difference in differences.iter().take(SHOWN) {
        println!("    UNEXPLAINED {what}: {difference}");
    }
    if differences.len() > SHOWN {
        println!("    … and {} more", differences.len() - SHOWN);
    }
    differences.len()
}
