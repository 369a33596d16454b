// The workshop: starts the second WebAssembly module, in the page, where it shows tools, or in a worker, where it computes.
// The build puts in the name and the hash of the module, and the styles of the tools.

import init, { show } from "workshop";
import { readFile } from "./files.js";

const script = self.document?.currentScript.src;
if (script) {
  frise.readFile = readFile;
  // The page's policy allows these and no further element `style`.
  const styles = new CSSStyleSheet();
  styles.replaceSync(WORKSHOP_STYLES);
  document.adoptedStyleSheets.push(styles);
}
self.workshop = init({ module_or_path: fetch(WORKSHOP_WASM, { integrity: WORKSHOP_WASM_HASH }) }).then(() => ({ show, script }));
