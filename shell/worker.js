// The service worker: keeps the page for when there is no network.
//
// The build puts in VERSION, a hash of this script and of all files; FILES, the address of each file that the page needs,
// relative to the page, with its hash; TOOLS, the same of what is loaded when a tool is asked for; and TEXTS, that of the plain
// page of the texts, which is fetched at the second visit, so that it does not weigh on the first. A version is a cache of its
// own: it is filled whole, each file proved by its hash, or not at all, while the one before goes on. It then waits until the
// reader takes it or has closed the page. The tools are stored last, and asked for again at each visit until they are there.
// Shards of an index are stored when they are asked for, in a cache for each version of the index, which is in the name of a
// shard; the cache of an earlier version of it goes then. Caches of others on the same origin, and of pages in other folders, are
// not touched.

const scope = registration.scope;
const own = `frise ${scope} `;
const name = own + VERSION;
const shards = `${own}shards `;
const SHARD = /^([\w.-]+\.shards\/)[a-z]+-\d+-([0-9a-f]{16})\.bin$/;

const store = async (cache, [path, integrity]) => {
  // A name with a hash in it stands for one content, so that a copy of the first visit will do; others are asked for anew.
  const trust = path.startsWith("frise-") ? "default" : "no-cache";
  const ask = (cache) => fetch(scope + path, { integrity, cache });
  // Servers that tell changes by the second may call a copy good that was of a file half written: then asked without it.
  const response = await ask(trust).catch(() => ask("reload"));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  const headers = new Headers(response.headers);
  // Whatever the server calls it: browsers compile only what has this type while they read it.
  if (path.endsWith(".wasm")) headers.set("content-type", "application/wasm");
  // A copy, because browsers refuse a stored redirection as an answer to a navigation.
  await cache.put(scope + path, new Response(response.body, { headers }));
};

const install = async () => {
  // That of the version in use too, where a server has gone back to it.
  const known = await caches.has(name);
  try {
    const cache = await caches.open(name);
    await Promise.all(FILES.map((file) => store(cache, file)));
  } catch (error) {
    if (!known) await caches.delete(name);
    throw error;
  }
};

const clean = async () => {
  const stale = (await caches.keys()).filter((key) => key.startsWith(own) && key !== name && !key.startsWith(shards));
  await Promise.all(stale.map((key) => caches.delete(key)));
};

const answer = async (request, path) => {
  const cache = await caches.open(name);
  const find = (path) => cache.match(scope + path, { ignoreVary: true });
  // A browser that needs room may have emptied the cache.
  return (await find(path)) ?? fetch(request).catch(async (error) => {
    // The app shows the texts too.
    const page = path === TEXTS[0] && (await find(""));
    if (page) return page;
    throw error;
  });
};

// The cache of a version of the index in a folder.
const openShards = async ([, folder, version]) => {
  const others = shards + folder;
  const key = `${others} ${version}`;
  if (!(await caches.has(key))) {
    const stale = (await caches.keys()).filter((other) => other.startsWith(others) && other !== key);
    await Promise.all(stale.map((other) => caches.delete(other)));
  }
  return caches.open(key);
};

const answerShard = async (request, named) => {
  const cache = await openShards(named);
  const stored = await cache.match(request, { ignoreVary: true });
  // What is asked for anew was damaged as it is stored.
  if (stored && request.cache !== "reload") return stored;
  const response = await fetch(request);
  // Where there is no room, the page works online.
  if (response.ok) await cache.put(request, response.clone()).catch(() => {});
  return response;
};

const storeLater = async (files) => {
  const cache = await caches.open(name);
  for (const file of files) if (!(await cache.match(scope + file[0]))) await store(cache, file).catch(() => {});
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => {
  event.waitUntil(clean());
  // Not waited for: it may take long, and until then pages are answered.
  storeLater(TOOLS);
});
addEventListener("message", (event) => event.data === "use" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  const path = address === `${scope}index.html` ? "" : address.slice(scope.length);
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  const named = SHARD.exec(path);
  if (named) event.respondWith(answerShard(request, named));
  if (![...FILES, ...TOOLS, TEXTS].some(([known]) => known === path)) return;
  event.respondWith(answer(request, path));
  if (request.mode === "navigate") event.waitUntil(storeLater([...TOOLS, TEXTS]));
});
