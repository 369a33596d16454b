//! What a visitor does on a page with keyboard and mouse.

use std::time::Duration;

use anyhow::{Result, ensure};
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use crate::page::Page;
use crate::settings::Browser;

impl Page {
    /// Clicks the middle of an element, which must be visible.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.on("to be clicked", selector, async |element| {
            if self.browser() == Browser::WebKit {
                self.point_and_click(element).await
            } else {
                Ok(element.click().await?)
            }
        })
        .await
    }

    /// Clicks, one step after the other. WebKit's own command now and then loses the button's release in a frame.
    async fn point_and_click(&self, element: Element) -> Result<()> {
        let argument = serde_json::to_value(&element)?;
        // Where a frame has been scrolled to is known to the mouse only once it has been drawn.
        let script = "const element = arguments[0];
            element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
            return new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => {
                const box = element.getClientRects()[0];
                const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
                tell(element.contains(document.elementFromPoint(x, y)));
            })))";
        let is_seen = self.client.execute(script, vec![argument]).await?;
        ensure!(is_seen == true, "something lies over it");
        let center = PointerAction::MoveToElement {
            element,
            duration: None,
            x: 0.0,
            y: 0.0,
        };
        let button = MOUSE_BUTTON_LEFT;
        let actions = MouseActions::new("mouse".to_owned())
            .then(center)
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Types text at the end of a field.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        self.on("to be typed into", selector, async |element| {
            Ok(element.send_keys(text).await?)
        })
        .await
    }

    /// Selects all of a field, takes it away with Backspace, and types this text.
    pub async fn replace_text(&self, selector: &str, text: &str) -> Result<()> {
        self.wait_for(selector).await?;
        let select =
            "const field = document.querySelector(arguments[0]); field.focus(); field.select()";
        self.client.execute(select, vec![json!(selector)]).await?;
        self.press(Key::Backspace).await?;
        self.type_into(selector, text).await
    }

    /// Presses and releases a key, which goes to what has the focus: a [`crate::Key`] or a character.
    pub async fn press(&self, key: impl Into<char>) -> Result<()> {
        self.keys(&[key.into()]).await
    }

    /// Presses and releases a key while a modifier is held: `page.press_with(Key::Shift, Key::Tab)`.
    pub async fn press_with(&self, modifier: impl Into<char>, key: impl Into<char>) -> Result<()> {
        self.keys(&[modifier.into(), key.into()]).await
    }

    /// Presses the keys in order and releases them in the opposite order.
    async fn keys(&self, keys: &[char]) -> Result<()> {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down
            .chain(up)
            .fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Drags the mouse over an element, between two points that are given as shares of its width and height: from its left
    /// edge to its middle is `(0.0, 0.5)` to `(0.5, 0.5)`.
    pub async fn drag(&self, selector: &str, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let ends = self.on("to be dragged over", selector, async |element| {
            let argument = serde_json::to_value(&element)?;
            let script = "arguments[0].scrollIntoView({ block: 'nearest' });
                const box = arguments[0].getBoundingClientRect();
                return [arguments[1], arguments[2]].map(
                    ([x, y]) => [Math.round(box.left + x * box.width), Math.round(box.top + y * box.height)])";
            Ok(self.client.execute(script, vec![argument, json!(from), json!(to)]).await?)
        });
        let ends = ends.await?;
        let step = |index: usize| PointerAction::MoveTo {
            duration: Some(Duration::from_millis(100)),
            x: ends[index][0].as_f64().unwrap_or(0.0),
            y: ends[index][1].as_f64().unwrap_or(0.0),
        };
        let actions = MouseActions::new("mouse".to_owned())
            .then(step(0))
            .then(PointerAction::Down {
                button: MOUSE_BUTTON_LEFT,
            })
            .then(step(1))
            .then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        Ok(self.client.perform_actions(actions).await?)
    }
}
