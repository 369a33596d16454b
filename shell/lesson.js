// What a lesson needs from the browser: a file beside the page, read and written, and a place for answers that outlives a
// reload. A lesson crosses to Rust as its texts with a NUL between each: the title, then for each step its view, title,
// instruction and question; `src/lesson.rs` judges them.

const TEXTS = ["view", "title", "instruction", "question"];
// In characters; a lesson that is longer is none.
const LONGEST = 200000;

const text = (value) => String(value ?? "").replaceAll("\0", "");

const read = async (name) => {
  try {
    // What the teacher has changed is there at once.
    const answer = await fetch(name, { cache: "reload" });
    const json = answer.ok ? await answer.text() : "";
    if (json.length > LONGEST) return null;
    const { title, steps } = JSON.parse(json);
    return [text(title), ...steps.flatMap((step) => TEXTS.map((name) => text(step[name])))].join("\0");
  } catch {
    return null;
  }
};

Object.assign(frise, {
  lesson: async (name) => {
    const detail = await read(name);
    dispatchEvent(new CustomEvent("frise:lesson", { detail }));
  },
  lessonFile: (texts) => {
    const [title, ...rest] = texts.split("\0");
    const step = (place) => Object.fromEntries(TEXTS.map((name, at) => [name, rest[4 * place + at]]));
    const steps = Array.from({ length: rest.length / 4 }, (_, place) => step(place));
    return JSON.stringify({ title, steps }, null, 2) + "\n";
  },
  // Where storage is refused, answers last as long as the page. Other pages of the same origin have their own.
  recall: (key) => {
    try {
      return sessionStorage.getItem(location.pathname + key);
    } catch {
      return null;
    }
  },
  remember: (key, answers) => {
    try {
      sessionStorage.setItem(location.pathname + key, answers);
    } catch {}
  },
  print: () => print(),
});
