// 'Keep this page': one HTML file, made of what is loaded, that opens from disk without any network.
//
// It is the page as it was before the app began, in which the elements marked `data-files`, which name files, have given way
// to what is in the files. `xtask/src/page/html.rs` writes the same when the page is built, and a kept page can be kept again.

const untouched = document.documentElement.cloneNode(true);

const read = async (file, integrity) => {
  // Loaded a moment ago: what the browser has stored is right, also without a network.
  const response = await fetch(file, { integrity, cache: "force-cache" });
  if (!response.ok) throw response;
  return response;
};

const pack = async (response) => {
  const packed = new Response(response.body.pipeThrough(new CompressionStream("gzip")));
  const reader = new FileReader();
  reader.readAsDataURL(await packed.blob());
  await new Promise((done) => (reader.onloadend = done));
  return reader.result.split(",")[1];
};

const make = async (view) => {
  const page = untouched.cloneNode(true);
  const head = page.querySelector("head");
  const find = (selector) => head.querySelector(selector);
  const script = find("script[type=module]");
  const code = script.src ? await (await read(script.src, script.integrity)).text() : script.text;
  const packed = {};
  for (const [id, [file, hash]] of Object.entries(frise.files)) {
    packed[id] = find("#" + id)?.text ?? (await pack(await read(file, hash)));
  }
  page.querySelectorAll("[data-files]").forEach((element) => element.remove());
  const put = (tag, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.setAttribute("data-files", "");
    // Before the first script, which looks for the packed WebAssembly.
    find("script").before(element);
  };
  put("meta", { name: "frise-view", content: view });
  for (const [id, text] of Object.entries(packed)) put("script", { type: "application/gzip", id, text });
  if (frise.corpus) {
    const corpus = await pack(new Response(frise.corpus));
    put("script", { type: "application/gzip", id: "frise-corpus", text: corpus });
  }
  put("script", { type: "module", text: code });
  return "<!doctype html>" + page.outerHTML;
};

/** Saves the page with a view: the address from `?` on. */
export const keep = async (view) => {
  try {
    const file = new Blob([await make(view)], { type: "text/html" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = document.title + ".html";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    // A frame without an origin may not save, and is not told so.
    if (origin !== "null" || location.protocol === "file:") return;
  } catch {}
  document.getElementById("unkept").hidden = false;
};
