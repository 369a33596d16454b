// The workshop: starts the second WebAssembly module, in the page, where it shows tools, or in a worker, where it computes.
// The build puts in the name and the hash of the module.

import init, { show } from "workshop";
import { readFile } from "./files.js";

const script = self.document?.currentScript.src;
if (script) frise.readFile = readFile;
self.workshop = init({ module_or_path: fetch(WORKSHOP_WASM, { integrity: WORKSHOP_WASM_HASH }) }).then(() => ({ show, script }));
