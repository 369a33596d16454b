// Loads the shards of an index that lies beside the page in shards: the files of `name.shards/` belong to `name.frise`.

/** How long a shard may take, in milliseconds. */
const LATE = 60000;

/** A promise of the bytes of a file of the folder that belongs to an index. */
frise.loadShard = async (file) => {
  if (!frise.shards) throw new Error("the folder of the shards is not known");
  const response = await fetch(`${frise.shards}/${file}`, { signal: AbortSignal.timeout(LATE) });
  if (!response.ok) throw new Error(`${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
