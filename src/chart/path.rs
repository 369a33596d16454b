//! Lengths and paths of SVG as text.

/// Returns a length in CSS pixels, rounded to a tenth.
pub fn px(length: f64) -> String {
    // Adding zero takes the sign from a negative zero.
    ((length * 10.0).round() / 10.0 + 0.0).to_string()
}

/// The `d` attribute of a path that is being drawn.
#[derive(Default)]
pub struct Path(String);

impl Path {
    /// Draws a line from a point to the right.
    pub fn line(&mut self, x: f64, y: f64, width: f64) {
        self.step('M', x);
        self.step(' ', y);
        self.step('h', width);
    }

    /// Draws a line from a point downwards.
    pub fn upright(&mut self, x: f64, y: f64, height: f64) {
        self.step('M', x);
        self.step(' ', y);
        self.step('v', height);
    }

    /// Draws a line from where the last one ended.
    pub fn on(&mut self, x: f64, y: f64) {
        self.step('L', x);
        self.step(' ', y);
    }

    /// Draws an upright bar from `top` to `bottom`.
    pub fn bar(&mut self, x: f64, top: f64, width: f64, bottom: f64) {
        self.line(x, top, width);
        self.step('V', bottom);
        self.step('h', -width);
        self.0.push('z');
    }

    /// Returns the text.
    pub fn into_text(self) -> String {
        self.0
    }

    fn step(&mut self, command: char, length: f64) {
        self.0.push(command);
        self.0.push_str(&px(length));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_told_to_a_tenth() {
        let check = |length: f64, text: &str| assert_eq!(px(length), text);
        check(0.0, "0");
        check(12.0, "12");
        check(12.34, "12.3");
        check(12.96, "13");
        check(-0.04, "0");
        check(-3.25, "-3.3");
    }

    #[test]
    fn bars_are_closed() {
        let mut path = Path::default();
        path.bar(1.5, 2.0, 3.0, 10.0);
        assert_eq!(path.into_text(), "M1.5 2h3V10h-3z");
    }
}
