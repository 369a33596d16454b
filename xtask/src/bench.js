const queries = [
  "souveraineté",
  "la paix et la sécurité",
  "cyber*",
  "\"communauté de destin\"",
  "\"règles internationales\"~8",
  "hégémonisme~1",
  "fossé|fracture numérique",
  "réseau -propre speaker:wang",
];
const box = document.querySelector("#q");
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
const type = async (text) => {
  performance.clearMeasures("frise-search");
  const start = performance.now();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  await painted();
  return { painted: performance.now() - start, search: performance.getEntriesByName("frise-search").map((entry) => entry.duration) };
};
const results = [];
for (let round = 0; round < 6; round++) {
  for (const [place, query] of queries.entries()) {
    results[place] ??= { query, search: [], painted: [] };
    for (let end = 1; end <= query.length; end++) {
      const took = await type(query.slice(0, end));
      // The first round warms the browser's compiler up, as the first words of a visitor do.
      if (round > 0) {
        results[place].search.push(...took.search);
        results[place].painted.push(took.painted);
      }
    }
    await type("");
  }
}
return results;
