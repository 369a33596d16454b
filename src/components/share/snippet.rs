//! The HTML that an embedder pastes into another page.

use crate::escape::escaped;
use crate::i18n;
use frise_date::Tongue;

/// Returns the HTML of a frame and of a plain link below it.
pub fn snippet(
    frame: &str,
    whole: &str,
    title: &str,
    script_beside: Option<&str>,
    language: Tongue,
) -> String {
    let (frame, whole, title) = (escaped(frame), escaped(whole), escaped(title));
    let open = i18n::pick(
        language,
        "Ouvrir dans une page entière\u{a0}: ",
        "Open as a whole page: ",
    );
    let mut html = [
        "<iframe src=\"", &frame, "\" title=\"", &title,
        "\" width=\"100%\" height=\"600\" loading=\"lazy\" style=\"border:0\"></iframe>\n<p><a href=\"", &whole, "\">", open, &title, "</a></p>\n",
    ]
    .concat();
    if let Some(place) = script_beside {
        let folder = place.rfind('/').map_or("", |at| &place[..=at]);
        html.extend([
            "<script src=\"",
            &escaped(folder),
            "embed.js\" async></script>\n",
        ]);
    }
    html
}
