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
  const mine = (shown = { address });
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
  }).catch(fail);
};

/** Takes the tool away. */
frise.closeTool = () => {
  shown?.tool?.close();
  shown = undefined;
  place.hidden = true;
  delete document.documentElement.dataset.tool;
};

/** Whether there is a workshop to load. */
frise.hasTools = () => (document.getElementById("frise-wasm") ? undefined : "yes");

// Where the workshop cannot be loaded, its place has a button of its own.
place.querySelector("button").onclick = () => dispatchEvent(new CustomEvent("frise:tool", { detail: null }));
// The tool belongs to the corpus that is shown.
addEventListener("frise:corpus", ({ detail }) => {
  frise.closeTool();
  frise.corpus = detail;
});
