// The first thing that the page runs, from its head: it has the app's WebAssembly fetched while the browser still reads the
// rest, and takes the way out where a browser refuses. The build puts in the names and the hashes of the two files of the app.
//
// In a frame without an origin, and in a file opened from disk, browsers let a page load neither modules nor WebAssembly
// from beside it. There `page.html` takes over, which has everything in itself.

// A guest on somebody else's page has no header, from the first.
if (/[?&]embed=1(&|$)/.test(location.search)) document.documentElement.className = "embed";

const giveUp = () => {
  if (origin === "null" && !packed) location.replace("page.html" + location.search + location.hash);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", giveUp);
  else {
    const reason = document.getElementById(self.WebAssembly ? "unloaded" : "without-wasm");
    // Gone when the app is there, which may still fail.
    if (reason) {
      document.getElementById("waiting").hidden = true;
      reason.hidden = false;
    }
  }
};

// Only a page that is one file has these elements: the app's WebAssembly, packed by gzip, in base64.
const packed = document.getElementById("frise-wasm");
const packedDeferred = document.getElementById("frise-deferred");

const unpack = async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return compilable(stream);
};

// Whatever a server calls it: browsers compile only what has this type while they read it.
const compilable = (body) => new Response(body, { headers: { "content-type": "application/wasm" } });

// With `integrity` a browser may compile only when the whole file is there; without it WebKit loads the file once more when
// the worker stores it.
const app = packed ? unpack(packed.text) : fetch(WASM, { integrity: WASM_HASH });
app.catch(giveUp);
// The second file of the app: asked for at once where the address wants more than the first screen, and where another index
// is shown, which it proves.
const fetchDeferred = async () => {
  if (packedDeferred) return unpack(packedDeferred.text);
  const response = await fetch(DEFERRED, { integrity: DEFERRED_HASH });
  if (!response.ok) throw new Error(`${response.status} ${DEFERRED}`);
  return compilable(response.body);
};
const isSoon =
  /[?&](q|tour|lesson|corpus)=/.test(location.search) ||
  location.hash ||
  document.querySelector("meta[name=frise-corpus], #frise-corpus");
let early = isSoon ? fetchDeferred() : undefined;
early?.catch(() => {});
const deferred = () => {
  const response = early ?? fetchDeferred();
  // A response is read once.
  early = undefined;
  return response;
};
// A module that cannot be loaded; or the app stops while it starts, for want of memory perhaps.
const isFatal = ({ target, error }) =>
  target.type === "module" || (error?.name === "RuntimeError" && document.getElementById("unloaded"));
addEventListener("error", (event) => isFatal(event) && giveUp(), true);

// What the page's Rust and its other scripts find here; see start.js.
self.frise = { app, giveUp, deferred, files: { "frise-wasm": [WASM, WASM_HASH], "frise-deferred": [DEFERRED, DEFERRED_HASH] } };
