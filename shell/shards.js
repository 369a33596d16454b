// Loads the shards of an index that lies beside the page in shards: the files of `name.shards/` belong to `name.frise`.

/** How long a shard may take, in milliseconds. */
const LATE = 60000;

/** A promise of the bytes of a file of the folder that belongs to an index; asked of the server once more if `isAgain`. */
frise.loadShard = async (file, isAgain) => {
  if (!frise.shards) throw new Error("the folder of the shards is not known");
  const cache = isAgain ? "reload" : "default";
  const response = await fetch(`${frise.shards}/${file}`, { cache, signal: AbortSignal.timeout(LATE) });
  if (!response.ok) throw new Error(`${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
