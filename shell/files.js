// The files of the published page, for what is taken away: `crates/edition` makes another page of them.

/** A promise of the bytes of a file beside the page. */
export const readFile = async (name) => {
  const response = await fetch(name, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};
