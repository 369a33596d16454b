// Loads the workshop, the page's second WebAssembly module, when a tool is asked for, and has it show the tool in an element.
//
// The build puts in the name and the hash of its script. A page that is one file has no workshop beside it.

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

/** Shows the tool that an address names in an element. `index` holds the bytes of the index. */
frise.showTool = (element, index, address) => {
  const bytes = index.slice();
  const mine = (shown = { address });
  load().then(
    ({ show }) => {
      // The reader may have closed it meanwhile.
      if (shown === mine) mine.tool = show(element, bytes, mine.address);
    },
    () => {
      if (shown === mine) element.dataset.failed = "";
    },
  );
};

/** Tells the tool that is shown of another address. */
frise.updateTool = (address) => {
  if (shown) shown.address = address;
  shown?.tool?.update(address);
};

/** Takes the tool away. */
frise.closeTool = () => {
  shown?.tool?.close();
  shown = undefined;
};

/** Whether there is a workshop beside this page. */
frise.hasWorkshop = () => (document.getElementById("frise-wasm") ? undefined : "yes");
