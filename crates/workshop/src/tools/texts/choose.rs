//! The ways to bring files: dropping, choosing, pasting.

use crate::browser;
use crate::context::ToolContext;
use frise::components::controls::LabelledField;
use web_sys::File;
use yew::prelude::*;

/// The id of the field into which a text is pasted.
const PASTED: &str = "pasted";

/// Props of [`Choose`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChooseProps {
    /// The language.
    pub context: ToolContext,
    /// Called with the files, each with its path.
    pub onfiles: Callback<Vec<(String, File)>>,
}

/// The fields.
#[component]
pub fn Choose(props: &ChooseProps) -> Html {
    let ChooseProps { context, onfiles } = props;
    let pick = |french, english| context.pick(french, english);
    let choose = onfiles.reform(|event: Event| browser::chosen_files(&event));
    let paste = {
        let onfiles = onfiles.clone();
        let name = pick("texte collé.txt", "pasted text.txt").to_string();
        Callback::from(move |_: MouseEvent| {
            let text = browser::text_of(PASTED);
            if let Some(file) =
                browser::file_of_text(&name, &text).filter(|_| !text.trim().is_empty())
            {
                onfiles.emit(vec![(name.clone(), file)]);
            }
        })
    };
    html! {
        <div class="choose">
            <div class="drop">
                <p>{ pick("Déposez ici, ou n’importe où sur la page, des fichiers ou un dossier.", "Drop files or a folder here, or anywhere on the page.") }</p>
                <LabelledField label={pick("Choisir des fichiers", "Choose files")}>
                    <input type="file" multiple=true onchange={choose.clone()} />
                </LabelledField>
                <LabelledField label={pick("Choisir un dossier", "Choose a folder")}>
                    <input type="file" multiple=true webkitdirectory=true onchange={choose} />
                </LabelledField>
            </div>
            <p class="hint">
                { pick(
                    "Texte, Markdown, CSV, TSV, JSON, TEI, Word (docx), LibreOffice (odt), EPUB, HTML, Europresse, Factiva, IRaMuTeQ, TXM, un zip de tout cela, ou un index .frise. Les PDF ne se lisent pas\u{a0}: exportez leur texte.",
                    "Text, Markdown, CSV, TSV, JSON, TEI, Word (docx), LibreOffice (odt), EPUB, HTML, Europresse, Factiva, IRaMuTeQ, TXM, a zip of these, or a .frise index. PDFs are not read: export their text.",
                ) }
            </p>
            <LabelledField label={pick("Ou coller un texte", "Or paste a text")}>
                <textarea id={PASTED} rows="5" />
            </LabelledField>
            <button type="button" class="more" onclick={paste}>{ pick("Lire ce texte", "Read this text") }</button>
        </div>
    }
}
