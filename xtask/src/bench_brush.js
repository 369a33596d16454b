// `word` stands before this: a query that finds much.
const axis = document.querySelector("#axe");
const bounds = document.querySelector(".bound.both");
const box = document.querySelector("#q");
if (!axis || !bounds) return [];
const enough = 100;
const frame = () => new Promise((done) => requestAnimationFrame(done));
const pause = (time) => new Promise((done) => setTimeout(done, time));
const ask = async (text) => {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  await pause(300);
};
const point = (type, share) => {
  const { left, top, width } = axis.getBoundingClientRect();
  const at = { clientX: left + share * width, clientY: top + 10, pointerId: 1, bubbles: true, composed: true };
  axis.dispatchEvent(new PointerEvent(type, at));
};
const press = (key) => bounds.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
// One movement: the time until all elements are as they shall be, for which a promise waits long enough, and until the frame
// is painted. A movement that changes no bound costs nothing, and would only make the figures look better.
const move = async (result, act, painted) => {
  const before = bounds.getAttribute("aria-valuetext");
  const start = performance.now();
  act();
  await null;
  const work = performance.now() - start;
  await painted();
  const changed = bounds.getAttribute("aria-valuetext") !== before;
  if (changed) {
    result.work.push(work);
    result.painted.push(performance.now() - start);
  }
  return changed;
};
// Chromium delivers the movements of a pointer at the head of a frame: here to the right end of the axis and back.
const drag = async (result, steps) => {
  point("pointerdown", 0);
  await pause(50);
  for (let step = 1; step < 2 * steps; step++) {
    await frame();
    await move(result, () => point("pointermove", 1 - Math.abs(1 - step / steps)), () => pause(0));
  }
  point("pointerup", 0);
};
// It delivers keys at once: here at any time between two frames, to the end of the axis.
const arrows = async (result) => {
  press("Home");
  for (let step = 0, changed = true; changed && step < enough; step++) {
    await frame();
    await pause((step * 7) % 16);
    changed = await move(result, () => press("ArrowRight"), async () => { await frame(); await pause(0); });
  }
};
const results = [];
for (const [asked, query] of [["nothing asked", ""], [word, word]]) {
  for (const [by, brush] of [["pointer", drag], ["keys", arrows]]) {
    const result = { query: `${by}, ${asked}`, work: [], painted: [], long: 0, viewport: [innerWidth, innerHeight] };
    await ask(query);
    // The first round warms the browser's compiler up, and tells how many steps an axis has.
    const warm = { work: [], painted: [] };
    await brush(warm, 60);
    await pause(300);
    const steps = Math.min(60, warm.work.length + 2);
    const watch = new PerformanceObserver((list) => (result.long += list.getEntries().length));
    watch.observe({ type: "long-animation-frame" });
    for (let round = 0; round < 40 && result.work.length < enough; round++) await brush(result, steps);
    press("Escape");
    await pause(300);
    watch.disconnect();
    results.push(result);
  }
}
return results;
