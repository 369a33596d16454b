// Indexes the same texts by FlexSearch and by Frise, in the same page: `texts.jsonl` stands beside it, and `FlexSearch` is
// defined before this script. Returns a list of one object of milliseconds.

const blob = await (await fetch("texts.jsonl")).blob();
const texts = (await blob.text()).trim().split("\n").map((line) => JSON.parse(line).text);
let start = performance.now();
let index = new FlexSearch.Index({ tokenize: "strict" });
texts.forEach((text, place) => index.add(place, text));
const flexsearch = performance.now() - start;
const found = index.search("question").length;
if (!found) throw new Error("FlexSearch finds nothing: its index is not what is measured");
index = undefined;
const passages = texts.length;
texts.length = 0;

// From the drop on: reading the file, telling what was understood, and, as soon as a person may press it, building.
const file = new File([blob], "texts.jsonl");
// What FlexSearch has kept busy is not to be counted.
await new Promise((done) => setTimeout(done, 500));
// A task of the page that keeps it from handling input.
let longest = 0;
new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: "longtask" });
const before = document.querySelector("h1");
start = performance.now();
frise.dropped = Promise.resolve([[file.name, file]]);
dispatchEvent(new CustomEvent("frise:tool", { detail: "texts" }));
dispatchEvent(new CustomEvent("frise:dropped"));
const build = await until("the table of what was understood", () => document.querySelector(".tool .build:not([disabled])"));
const understood = performance.now() - start;
build.click();
await until("the page of the texts", () => document.querySelector("h1") !== before && document.querySelector("[data-ready]"));
const box = await until("the search box", () => document.querySelector("#q"));
const shown = performance.now() - start;
box.value = "question";
box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
await until("the first answer", () => document.querySelector(".found mark, .found .hit"));
const answered = performance.now() - start;
return [{ passages, bytes: blob.size, flexsearch, understood, shown, answered, longest }];
