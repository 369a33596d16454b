// Corpora that a reader asks the browser to keep, in a database of this page's origin. Other pages of Frise on the same origin
// have their own, by the address of their folder.

const folder = new URL(".", location.href).pathname;

const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("frise", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("corpora");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Does something with the corpora, and closes the database. */
const using = async (mode, work) => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction("corpora", mode);
      const request = work(transaction.objectStore("corpora"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

/** A promise of the bytes that are kept under a name. */
export const keptCorpus = async (name) => {
  const bytes = await using("readonly", (corpora) => corpora.get(folder + name));
  if (!bytes) throw new Error(`${name}: this browser does not keep it`);
  return bytes;
};

/** Keeps bytes under a name; a promise of `true`, or of `false` where the browser refuses. */
frise.keepCorpus = (name, bytes) =>
  using("readwrite", (corpora) => corpora.put(bytes, folder + name)).then(() => true, () => false);

/** Forgets what is kept under a name. */
frise.forgetCorpus = (name) => using("readwrite", (corpora) => corpora.delete(folder + name)).catch(() => {});

/** A promise of what is kept: pairs of a name and a size in bytes. */
frise.keptCorpora = async () => {
  const own = IDBKeyRange.bound(folder, folder + "\uffff");
  const pairs = [];
  try {
    const keys = await using("readonly", (corpora) => corpora.getAllKeys(own));
    for (const key of keys) {
      const name = key.slice(folder.length);
      if (!name.includes("/")) pairs.push([name, (await keptCorpus(name)).byteLength]);
    }
  } catch {
    // Refused: nothing is kept.
  }
  return pairs;
};
