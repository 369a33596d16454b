// Has the page compute statistics over all texts, in the worker, which has the index open: each from the moment its tool is
// asked for until its table is there, and until that is painted. `until` stands before this.
const tools = {
  "segments of 2 to 12 words": "segments;travel=any;shortest=2",
  "segments of 4 to 12 that travel": "segments",
  "5 classes of text segments": "classes",
};
const rounds = 5;
const ask = (tool) => dispatchEvent(new CustomEvent("frise:tool", { detail: tool }));
const table = () => document.querySelector(".tool table");
const measure = async (tool) => {
  // Where no passage is open, this tool has nothing to compute, and says so.
  ask("similar");
  await until("a sentence", () => document.querySelector(".tool [role=alert]") && !table());
  const start = performance.now();
  ask(tool);
  await until(`the table of ${tool}`, table);
  const shown = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  return [shown, performance.now() - start];
};
const results = [];
for (const [query, tool] of Object.entries(tools)) {
  const result = { query, shown: [], painted: [] };
  // The first round starts the worker and warms the browser's compiler up.
  await measure(tool);
  for (let round = 0; round < rounds; round++) {
    const [shown, painted] = await measure(tool);
    result.shown.push(shown);
    result.painted.push(painted);
  }
  results.push(result);
}
ask(null);
return results;
