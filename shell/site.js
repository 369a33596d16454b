// A site to take away: the files of the published page, with another index in place of its own.
//
// The service worker of the page knows which files belong to it, each with its hash. The page itself is another in the new
// site, and there is an index more, so the worker is told of both.

const INDEX = "corpus.frise";

const hash = async (bytes) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return "sha256-" + btoa(String.fromCharCode(...digest));
};

const read = async (name) => {
  const response = await fetch(name, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** The page with its new title and sentence, without the list of the texts that it had, and with the name of its index. */
const makePage = (html, title, sentence) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const head = page.head;
  page.querySelector("title").textContent = `${title} — Frise`;
  page.querySelector("h1").textContent = title;
  page.querySelector(".sentence").textContent = sentence;
  page.querySelector(".plain")?.remove();
  head.querySelector("meta[name=description]")?.setAttribute("content", sentence);
  const corpus = Object.assign(page.createElement("meta"), { name: "frise-corpus", content: INDEX });
  head.querySelector("script").before(corpus);
  return "<!doctype html>" + page.documentElement.outerHTML;
};

/** Pairs of the name and the bytes of each file. */
export const makeSite = async (index, title, sentence) => {
  const text = (bytes) => new TextDecoder().decode(bytes);
  const bytes = (text) => new TextEncoder().encode(text);
  const worker = text(await read("worker.js"));
  // Each file stands there as ["name","sha256-…"]; the page has the name "".
  const names = [...worker.matchAll(/\["([^"]*)","sha256-[^"]+"\]/g)].map(([, name]) => name);
  const own = await read("index.html");
  const page = bytes(makePage(text(own), title, sentence));
  const files = [["index.html", page], [INDEX, index]];
  for (const name of new Set([...names, "embed.js"])) {
    // The plain page has the texts of the published corpus.
    if (name && !name.endsWith(".html")) files.push([name, await read(name)]);
  }
  const entry = async (name, bytes) => JSON.stringify([name, await hash(bytes)]);
  const known = await entry("", own);
  const changed = `${await entry("", page)},${await entry(INDEX, index)}`;
  files.push(["worker.js", bytes(worker.replace(known, changed))]);
  return files;
};
