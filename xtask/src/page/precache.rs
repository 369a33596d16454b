//! What the service worker stores: names and hashes of the files that the page needs.

use frise_edition::html::integrity;
use serde_json::json;
use sha2::{Digest, Sha256};

/// Returns the constants of `shell/worker.js`, by name, as JavaScript.
///
/// `files` are those of the first visit, `tools` those of the workshop, `texts` the plain page of the texts; each is a name and
/// its bytes. The page itself goes by the address of its folder, under which every server has it.
pub fn constants(
    worker: &str,
    files: &[(&str, &[u8])],
    tools: &[(&str, &[u8])],
    texts: (&str, &[u8]),
) -> [(&'static str, String); 4] {
    let entry = |(name, bytes): (&str, &[u8])| {
        let address = if name == "index.html" { "" } else { name };
        json!([address, integrity(bytes)])
    };
    let list = json!(files.iter().copied().map(entry).collect::<Vec<_>>());
    let tools = json!(tools.iter().copied().map(entry).collect::<Vec<_>>());
    let texts = entry(texts);
    let version = short_hash(format!("{worker}{list}{tools}{texts}"));
    [
        ("VERSION", json!(version).to_string()),
        ("FILES", list.to_string()),
        ("TOOLS", tools.to_string()),
        ("TEXTS", texts.to_string()),
    ]
}

/// Sixteen letters that differ when the content does.
pub fn short_hash(bytes: impl AsRef<[u8]>) -> String {
    let hash = Sha256::digest(bytes);
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::constants;

    #[test]
    fn a_version_is_another_when_any_file_or_the_worker_is() {
        let files: [(&str, &[u8]); 2] = [("index.html", b"page"), ("a.js", b"script")];
        let version = |worker, files: &[(&str, &[u8])], texts: &[u8]| {
            constants(worker, files, &[], ("t.html", texts))[0]
                .1
                .clone()
        };
        let first = version("worker", &files, b"texts");
        assert_eq!(version("worker", &files, b"texts"), first);
        assert_ne!(version("other", &files, b"texts"), first);
        assert_ne!(version("worker", &files, b"more"), first);
        assert_ne!(version("worker", &files[..1], b"texts"), first);
    }

    #[test]
    fn the_page_goes_by_the_address_of_its_folder() {
        let [_, (_, files), _, (_, texts)] =
            constants("", &[("index.html", b"")], &[], ("t.html", b""));
        let empty = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert_eq!(files, format!("[[\"\",\"{empty}\"]]"));
        assert_eq!(texts, format!("[\"t.html\",\"{empty}\"]"));
    }
}
