// What takes itself away when it is pressed by keyboard (a filter, a step, the end of a list) hands the focus on to what
// stands there now. Without this, whoever listens would begin again at the top of the page.

const stops = () => [...document.querySelectorAll("a, button, input, select, textarea, summary")];

// How many frames are waited for what was pressed to go away: some browsers draw one before the app has followed.
const FRAMES = 30;

const handOn = ({ detail }) => {
  const pressed = document.activeElement;
  // The mouse has no focus to lose.
  if (detail) return;
  const all = stops();
  const before = all.slice(0, all.indexOf(pressed));
  const look = (frames) => {
    if (pressed.isConnected) {
      if (frames && document.activeElement === pressed) requestAnimationFrame(() => look(frames - 1));
      return;
    }
    if (document.activeElement !== document.body) return;
    const now = stops();
    const next = now.indexOf(before.findLast((stop) => stop.isConnected)) + 1;
    now.slice(next).some((stop) => (stop.focus(), stop === document.activeElement));
  };
  requestAnimationFrame(() => look(FRAMES));
};

addEventListener("click", handOn, true);

// A text that is opened has the focus, and gives it back to where it was opened from.
let opener;
const focus = (element) => element?.focus({ preventScroll: true });

Object.assign(frise, {
  enter: (id) => {
    const text = document.getElementById(id);
    if (!text.contains(document.activeElement)) opener = document.activeElement;
    focus(text);
  },
  // What is drawn by code that is still to come has the focus when it is there.
  meet: (id, frames = 600) => {
    const element = document.getElementById(id);
    if (element) focus(element);
    else if (frames) requestAnimationFrame(() => frise.meet(id, frames - 1));
  },
  leave: (id, otherwise) => {
    const { activeElement, body } = document;
    // Whoever reads may be elsewhere already.
    if (activeElement !== body && !activeElement?.closest(`#${id}`)) return;
    focus(opener?.isConnected && opener !== body ? opener : document.getElementById(otherwise));
  },
});
