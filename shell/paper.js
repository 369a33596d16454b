// What is printed tells at its end on which day, and from which address where others can open it.

let line;

const remove = () => line?.remove();

const sentence = () => {
  const isEnglish = document.documentElement.lang === "en";
  const day = new Date().toLocaleDateString(isEnglish ? "en-GB" : "fr", { dateStyle: "long" });
  // French says the first of a month as an ordinal, which browsers do not.
  const printed = isEnglish ? `Printed on ${day}` : `Imprimé le ${day.replace(/^1 /, "1er ")}`;
  if (!location.protocol.startsWith("http")) return printed;
  return printed + (isEnglish ? " from " : " depuis ") + location.href;
};

addEventListener("beforeprint", () => {
  remove();
  line = Object.assign(document.createElement("p"), { className: "printed", textContent: sentence() });
  document.body.append(line);
});
addEventListener("afterprint", remove);
