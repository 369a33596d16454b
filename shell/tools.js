// Loads the workshop, the page's second WebAssembly module, when a tool is asked for, and has it show the tool beside the app.
//
// The build puts in the name and the hash of its script. A page that is one file has no workshop beside it.

const place = document.getElementById("workshop");
let loading;

const load = () =>
  (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: WORKSHOP, integrity: WORKSHOP_HASH, crossOrigin: "anonymous" });
    script.onload = () => resolve(self.workshop);
    script.onerror = reject;
    document.head.append(script);
  }).catch((error) => {
    // The next tool that is asked for tries again.
    loading = undefined;
    throw error;
  }));

let shown;

/** Shows the tool that an address names, or tells the tool that is shown of another address. */
frise.showTool = (index, address) => {
  if (shown) {
    shown.address = address;
    shown.tool?.update(address);
    return;
  }
  const mine = (shown = { address, from: document.activeElement });
  const bytes = index.slice();
  place.hidden = false;
  document.documentElement.dataset.tool = "";
  const fail = () => shown === mine && (place.dataset.state = "failed");
  place.dataset.state = "loading";
  load().then(({ show, script }) => {
    // The reader may have closed it meanwhile.
    if (shown !== mine) return;
    mine.tool = show(place.querySelector("div"), bytes, mine.address, script);
    place.dataset.state = "there";
    // Who opens a tool by keyboard goes on in it.
    requestAnimationFrame(() => place.querySelector(".tool")?.focus({ preventScroll: true }));
  }).catch(fail);
};

/** Takes the tool away. */
frise.closeTool = () => {
  if (place.contains(document.activeElement)) shown?.from?.focus({ preventScroll: true });
  shown?.tool?.close();
  shown = undefined;
  place.hidden = true;
  delete document.documentElement.dataset.tool;
};

/** Whether there is a workshop to load. */
frise.hasTools = () => (document.getElementById("frise-wasm") ? undefined : "yes");

const part = (reader) => new Promise((resolve, reject) => reader.readEntries(resolve, reject));

/** Adds the files of an entry to a list, as pairs of a path and a file. */
const walk = async (entry, into) => {
  if (entry.isDirectory) {
    const reader = entry.createReader();
    // A browser lists a folder in parts, the last of which is empty.
    for (let children = await part(reader); children.length; children = await part(reader)) {
      for (const child of children) await walk(child, into);
    }
  } else into.push([entry.fullPath.slice(1), await new Promise((resolve, reject) => entry.file(resolve, reject))]);
};

const dropped = async ({ items, files }) => {
  // What is dropped is gone when the event has been handled, so it is taken first.
  const entries = [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const pairs = [...files].map((file) => [file.name, file]);
  if (!entries.length) return pairs;
  const into = [];
  for (const entry of entries) await walk(entry, into);
  return into;
};

// Files may be dropped anywhere on the page. The tool for texts takes them from `frise.dropped`, a promise.
if (frise.hasTools()) {
  const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    frise.dropped = dropped(event.dataTransfer);
    dispatchEvent(new CustomEvent("frise:tool", { detail: "texts" }));
    dispatchEvent(new CustomEvent("frise:dropped"));
  });
}

// Where the workshop cannot be loaded, its place has a button of its own.
place.querySelector("button").onclick = () => dispatchEvent(new CustomEvent("frise:tool", { detail: null }));
// The tool belongs to the corpus that is shown.
addEventListener("frise:corpus", ({ detail }) => {
  frise.closeTool();
  frise.corpus = detail;
  isBrought = isUnsaved = true;
});

// A corpus that was brought has no address: it is in this tab alone, and would be lost with it.
let isBrought = false;
let isUnsaved = false;

/** Whether the corpus that is shown has no address that another person could follow. */
frise.isBrought = () => (isBrought || new URLSearchParams(location.search).get("corpus")?.startsWith("local:") ? "yes" : undefined);

/** Tells that the corpus that is shown was kept or taken away. */
frise.corpusSaved = () => {
  isUnsaved = false;
};

addEventListener("beforeunload", (event) => isUnsaved && event.preventDefault());
