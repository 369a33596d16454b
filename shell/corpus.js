// The corpus that the page shows instead of its own: the one that was put into this file when it was kept, the index beside the
// page that the address names (`?corpus=name.frise`), or one that the browser keeps (`?corpus=local:name.frise`).

import { keptCorpus } from "./store.js";

/** Bytes as they were before gzip and base64. */
const unpack = async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const load = async (name) => {
  if (name.startsWith("local:")) return keptCorpus(name.slice(6));
  // A file in the folder of the page, and nothing else.
  if (!/^[\w-][\w.-]*\.frise$/.test(name)) throw new Error(`${name}: a name such as textes.frise was expected`);
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // Where its texts are, if it is in shards (shards.js).
  frise.shards = name.replace(/\.frise$/, ".shards");
  return new Uint8Array(await response.arrayBuffer());
};

/** A promise of the bytes, or nothing where the page shows its own corpus. */
export const otherCorpus = () => {
  const kept = document.getElementById("frise-corpus");
  // A site that was taken away from a page names its index.
  const own = document.querySelector("meta[name=frise-corpus]")?.content;
  const asked = new URLSearchParams(location.search).get("corpus");
  const name = asked?.endsWith(".frise") ? asked : own;
  if (kept) return unpack(kept.text);
  // Links of other tools carry the id of a corpus in the same key.
  if (name) return load(name);
};
