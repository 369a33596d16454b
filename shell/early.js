// The first thing that the page runs, from its head: it has the app's WebAssembly fetched while the browser still reads the
// rest, and takes the way out where a browser refuses. The build puts in the name and the hash of the file.
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

// Only a page that is one file has this element: the app's WebAssembly, packed by gzip, in base64.
const packed = document.getElementById("frise-wasm");

const unpack = async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": "application/wasm" } });
};

// With `integrity` a browser may compile only when the whole file is there; without it WebKit loads the file once more when
// the worker stores it.
const app = packed ? unpack(packed.text) : fetch(WASM, { integrity: WASM_HASH });
app.catch(giveUp);
// A module that cannot be loaded; or the app stops while it starts, for want of memory perhaps.
const isFatal = ({ target, error }) =>
  target.type === "module" || (error?.name === "RuntimeError" && document.getElementById("unloaded"));
addEventListener("error", (event) => isFatal(event) && giveUp(), true);

// What the page's Rust and its other scripts find here; see start.js.
self.frise = { app, giveUp, wasm: WASM, hash: WASM_HASH };
