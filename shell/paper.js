// What is printed tells at its end on which day, and from which address where others can open it.

let line;

const remove = () => line?.remove();

addEventListener("beforeprint", () => {
  remove();
  const isEnglish = document.documentElement.lang === "en";
  // French says the first of a month as an ordinal, which browsers do not.
  const day = new Date().toLocaleDateString(isEnglish ? "en-GB" : "fr", { dateStyle: "long" }).replace(/^1 (?=\D)/, isEnglish ? "1 " : "1er ");
  const parts = [isEnglish ? "Printed on " : "Imprimé le ", day];
  if (location.protocol.startsWith("http")) parts.push(isEnglish ? " from " : " depuis ", location.href);
  line = Object.assign(document.createElement("p"), { className: "printed", textContent: parts.join("") });
  document.body.append(line);
});
addEventListener("afterprint", remove);
