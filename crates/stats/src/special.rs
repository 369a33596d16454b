//! Functions of analysis, to nearly the precision of `f64`.

use std::f64::consts::{LN_10, PI};

/// Returns `ln n! - (n ln n - n)`, what is left of the logarithm of a factorial when its large part is taken off.
///
/// Below 16 from the factorial itself, which `f64` holds exactly; above by Stirling's series (Abramowitz and Stegun,
/// *Handbook of Mathematical Functions*, 6.1.40). The error is below 10⁻¹⁴.
pub(crate) fn stirling_rest(n: u64) -> f64 {
    if n == 0 {
        return 0.0;
    }
    let x = n as f64;
    if n < 16 {
        let factorial: f64 = (1..=n).map(|factor| factor as f64).product();
        return factorial.ln() - (x * x.ln() - x);
    }
    let square = x * x;
    let series = (1.0 / 12.0
        - (1.0 / 360.0
            - (1.0 / 1260.0 - (1.0 / 1680.0 - 1.0 / 1188.0 / square) / square) / square)
            / square)
        / x;
    0.5 * (2.0 * PI * x).ln() + series
}

/// Returns `o ln(o / e) + e - o`, the deviance of an observed count, where `difference` is `o - e`.
///
/// Where both are near, the logarithm would lose digits; there its series is used, as by Loader, *Fast and Accurate
/// Computation of Binomial Probabilities* (2000). `e` must be above 0.
pub(crate) fn deviance(observed: f64, expected: f64, difference: f64) -> f64 {
    if observed <= 0.0 {
        return expected;
    }
    let ratio = difference / (observed + expected);
    if ratio.abs() >= 0.1 {
        return observed * (observed / expected).ln() - difference;
    }
    // ln(o / e) = 2 artanh(ratio); the first term of the series is taken together with e - o.
    let square = ratio * ratio;
    let mut power = 2.0 * observed * ratio;
    let mut sum = difference * ratio;
    for odd in (3..).step_by(2) {
        power *= square;
        let next = sum + power / f64::from(odd);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}

/// Returns the natural logarithm of the probability that a chi-squared variable of one degree of freedom exceeds `x`.
///
/// This is `ln Q(1/2, x/2)`, the upper incomplete gamma function: by its series for small `x`, by Legendre's continued fraction
/// for others (Abramowitz and Stegun, 6.5.29 and 6.5.31), in the log domain, so that no value is too small.
pub(crate) fn ln_chi_squared_tail(x: f64) -> f64 {
    if x.is_nan() || x <= 0.0 {
        return 0.0;
    }
    if x.is_infinite() {
        return f64::NEG_INFINITY;
    }
    let half = x / 2.0;
    // The logarithm of half^(1/2) × e^(-half) / Γ(1/2).
    let factor = 0.5 * half.ln() - half - 0.5 * PI.ln();
    if half < 1.5 {
        let mut term = 2.0;
        let mut sum = term;
        let mut a = 0.5;
        while term > sum * f64::EPSILON / 4.0 {
            a += 1.0;
            term *= half / a;
            sum += term;
        }
        return (-(factor.exp() * sum)).ln_1p();
    }
    let mut b = half + 0.5;
    let mut c = f64::MAX;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for i in 1..500 {
        let n = f64::from(i);
        let numerator = -n * (n - 0.5);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        let change = c * d;
        fraction *= change;
        if (change - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    factor + fraction.ln()
}

/// Converts a natural logarithm of a probability to `-log10`, 0 or more.
pub(crate) fn minus_log10(ln_p: f64) -> f64 {
    (-ln_p / LN_10).max(0.0)
}
