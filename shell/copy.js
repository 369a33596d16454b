// Copies, and says so: on the button, whose second word takes the first one's place for a while, and to who listens.
// What is said stands above the page: below it, it would make a frame higher than its content.

const refusal = () =>
  document.documentElement.lang === "en"
    ? "The browser does not let this page copy. The text is selected: copy it yourself."
    : "Le navigateur refuse la copie. Le texte est sélectionné\u00a0: copiez-le vous-même.";

/**
 * Copies what stands in the field beside the button that is being pressed, or a text that is given.
 *
 * Where there is no clipboard, as outside of secure pages, or the browser refuses, what would be copied is selected instead, so
 * that a reader can do it by hand, and this is said.
 */
frise.copy = async (text) => {
  const button = event.target.closest("button");
  const said = document.getElementById("said");
  const field = button.parentElement.querySelector("textarea");
  try {
    await navigator.clipboard.writeText(text ?? field.value);
    said.textContent = button.lastChild.textContent;
    button.dataset.done = "";
    delete button.dataset.refused;
    setTimeout(() => {
      said.textContent = "";
      delete button.dataset.done;
    }, 3000);
  } catch {
    if (field) {
      field.focus();
      field.select();
    } else {
      const shown = button.closest("table") ?? button.previousElementSibling;
      getSelection().selectAllChildren(shown);
    }
    said.textContent = button.dataset.refused = refusal();
  }
};
