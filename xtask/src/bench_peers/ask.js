// Asks Frise and its peers the same queries in one page: each in a frame, from the files that a static host would serve.
// `kinds` stands before this: [{ kind, queries: […] }]. Returns a list of one object for each engine:
// { name, first: [ms], bytes, later: [bytes], kinds: [{ query, search: [ms] }] }.
const PEERS = ["flexsearch", "minisearch", "pagefind"];
const STARTS = 7;
const MOST = 60;
const asked = kinds.filter(({ kind }) => ["frequent word", "rare word", "two words", "3-letter prefix"].includes(kind));
// Not the first that is measured, because a page that is asked the same again has nothing to do.
const word = asked[0].queries.at(-1);

// A frame at an address, as big as a window.
const open = (address) => {
  const frame = document.createElement("iframe");
  frame.width = 1280;
  frame.height = 800;
  frame.src = address;
  document.body.replaceChildren(frame);
  return frame;
};
const loaded = (frame) => {
  const clock = frame.contentWindow.performance;
  const entries = [...clock.getEntriesByType("navigation"), ...clock.getEntriesByType("resource")];
  return entries.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
};

// A peer leaves `ask` in its frame: (query, whether it is a prefix) => a promise of how many passages and of milliseconds.
const peer = async (name) => {
  const first = [];
  let frame;
  for (let start = 0; start < STARTS; start++) {
    const began = performance.now();
    frame = open(`${name}.html`);
    await until(name, () => frame.contentWindow?.ask);
    const { found } = await frame.contentWindow.ask(word, false);
    if (!found) throw new Error(`${name} finds no ${word}: its index is not what is measured`);
    first.push(performance.now() - began);
  }
  const bytes = loaded(frame);
  const later = [];
  const results = [];
  for (const { kind, queries } of asked) {
    const isPrefix = kind === "3-letter prefix";
    const search = [];
    for (const query of [...new Set(queries)].slice(0, MOST)) {
      frame.contentWindow.performance.clearResourceTimings();
      const { took } = await frame.contentWindow.ask(query.replace("*", ""), isPrefix);
      search.push(took);
      const resources = frame.contentWindow.performance.getEntriesByType("resource");
      later.push(resources.reduce((sum, entry) => sum + entry.encodedBodySize, 0));
    }
    // FlexSearch's strict index has no beginnings of words.
    if (!isPrefix || name !== "flexsearch") results.push({ query: kind, search });
  }
  return { name, first, bytes, later, kinds: results };
};

const frise = async () => {
  const first = [];
  let frame;
  for (let start = 0; start < STARTS; start++) {
    const began = performance.now();
    frame = open(`frise/?q=${encodeURIComponent(word)}`);
    await until("the first answer", () => frame.contentDocument?.querySelector(".found mark, .found .hit"));
    first.push(performance.now() - began);
  }
  const bytes = loaded(frame);
  const inside = frame.contentWindow;
  const searches = () => inside.performance.getEntriesByName("frise-search");
  const results = [];
  for (const { kind, queries } of asked) {
    const search = [];
    for (const query of [...new Set(queries)].slice(0, MOST)) {
      const box = inside.document.querySelector("#q");
      inside.performance.clearMeasures("frise-search");
      box.value = query;
      box.dispatchEvent(new inside.InputEvent("input", { bubbles: true, composed: true }));
      await until("a search", () => searches().length > 0);
      search.push(searches().at(-1).duration);
    }
    results.push({ query: kind, search });
  }
  return { name: "frise", first, bytes, later: [0], kinds: results };
};

const engines = [await frise()];
for (const name of PEERS) engines.push(await peer(name));
return engines;
