// The app's WebAssembly travels in columns, which are lighter, inside a module that makes rows of them again; see
// `columns/src/lib.rs`, which is that module.

const PAGE = 65536;

/** The app itself, compiled: what was loaded, or what is packed in it. */
export const unpacked = async (loaded) => {
  const module = await WebAssembly.compile(await loaded.arrayBuffer());
  const [columns] = WebAssembly.Module.customSections(module, "columns");
  // A page that was compiled in haste is not packed.
  if (!columns) return module;
  const { memory, rows } = (await WebAssembly.instantiate(module)).exports;
  const room = (bytes) => PAGE * memory.grow(Math.ceil(bytes / PAGE));
  const length = new DataView(columns).getUint32(0, true);
  const [from, to] = [columns.byteLength, length].map(room);
  new Uint8Array(memory.buffer).set(new Uint8Array(columns), from);
  if (!rows(from, columns.byteLength, to, length)) throw Error("columns");
  return WebAssembly.compile(new Uint8Array(memory.buffer, to, length));
};
