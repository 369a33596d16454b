// Indexes the texts of a file of JSON lines by FlexSearch, MiniSearch and Pagefind, in Node, and writes what a static host
// would serve of each into a folder. Prints `{ passages, engines: [{ name, index, bytes }] }`: milliseconds, and bytes
// in brotli 11 (those of Pagefind as they are written, since it packs them itself).
import { readFileSync, writeFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import FlexSearch from "flexsearch";
import MiniSearch from "minisearch";
import * as pagefind from "pagefind";

const [, , file, folder] = process.argv;
const texts = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
const brotli = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }).length;
const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
};
const weight = (path) =>
  readdirSync(path, { recursive: true })
    .map((name) => statSync(join(path, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);

const engines = [];
const tell = (name, index, bytes) => engines.push({ name, index, bytes });

const [flexTime, flex] = await timed(() => {
  const index = new FlexSearch.Index({ tokenize: "strict" });
  texts.forEach((text, place) => index.add(place, text));
  return index;
});
const parts = {};
await flex.export((key, data) => void (parts[key] = data));
const flexJson = JSON.stringify(parts);
writeFileSync(join(folder, "flexsearch.json"), flexJson);
tell("flexsearch", flexTime, brotli(flexJson));

const [miniTime, mini] = await timed(() => {
  const index = new MiniSearch({ fields: ["text"] });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return index;
});
const miniJson = JSON.stringify(mini);
writeFileSync(join(folder, "minisearch.json"), miniJson);
tell("minisearch", miniTime, brotli(miniJson));

const outputPath = join(folder, "pagefind");
const [pageTime] = await timed(async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: "fr" });
  for (const [place, content] of texts.entries())
    await index.addCustomRecord({ url: `/${place}`, content, language: "fr", meta: { title: String(place) } });
  await index.writeFiles({ outputPath });
});
await pagefind.close();
tell("pagefind", pageTime, weight(outputPath));
console.log(JSON.stringify({ passages: texts.length, engines }));
