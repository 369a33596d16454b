// Escape folds what holds the focus, or what the focus has just unfolded, and hands the focus back to what unfolds it.
//
// What else Escape means (a list of completions, the bounds of dates) goes first, and says so by taking the key.

const holds = (fold, place) =>
  fold.contains(place) || document.getElementById(fold.getAttribute("aria-controls"))?.contains(place);

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
  const folds = [...document.querySelectorAll("details[open], .opens[aria-expanded=true]")];
  // The last one is the innermost.
  const fold = folds.findLast((fold) => holds(fold, event.target));
  if (!fold) return;
  const handle = fold.querySelector("summary") ?? fold;
  handle.focus();
  handle.click();
  event.preventDefault();
});
