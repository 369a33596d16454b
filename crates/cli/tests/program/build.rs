//! `build`: each output holds the index that the importer gives.

use super::{build, expected, own, succeed};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::read::GzDecoder;
use frise_import::Settings;
use frise_index::Index;
use std::fs;
use std::io::Read;
use zip::ZipArchive;

/// The index in a page that is one file.
fn index_in(html: &str) -> Vec<u8> {
    let (_, rest) = html
        .split_once("id=\"frise-corpus\" data-files>")
        .expect("a corpus");
    let (packed, _) = rest.split_once("</script>").expect("an end");
    let packed = BASE64_STANDARD.decode(packed).expect("base64");
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice())
        .read_to_end(&mut bytes)
        .expect("gzip");
    bytes
}

#[test]
fn a_site_has_the_index_that_the_importer_gives() {
    let folder = tempfile::tempdir().expect("a folder");
    let base = ["-o", "site", "--base", "https://example.org/port"];
    succeed(&build(folder.path(), &own("texts"), &base));
    let site = folder.path().join("site");
    let bytes = fs::read(site.join("corpus.frise")).expect("an index");
    let index = Index::open_untrusted(bytes.clone()).expect("an index that can be opened");
    assert_eq!(index.documents().len(), 7);
    assert_eq!(bytes, expected(&Settings::default()));
    // A site is built again in its place.
    succeed(&build(
        folder.path(),
        &own("texts"),
        &["-o", "site", "--title", "Le port"],
    ));
    let again = fs::read(site.join("corpus.frise")).expect("an index");
    let settings = Settings {
        title: "Le port".into(),
        ..Settings::default()
    };
    assert_eq!(again, expected(&settings));
    let page = fs::read_to_string(site.join("index.html")).expect("a page");
    for part in [
        "<title>Le port — Frise</title>",
        "<h1>Le port</h1>",
        "<meta name=\"frise-corpus\" content=\"corpus.frise\">\
            <link rel=\"preload\" as=\"fetch\" data-files crossorigin href=\"corpus.frise\"><script>early()",
        "<a href=\"textes.html#discours\">Discours du port</a>",
    ] {
        assert!(page.contains(part), "{part}\nin {page}");
    }
    assert!(!page.contains("Cinq textes"), "{page}");
    let texts = fs::read_to_string(site.join("textes.html")).expect("a plain page");
    assert!(
        texts.contains("Le port est ouvert depuis 1889.") && texts.contains("default-src 'none'"),
        "{texts}"
    );
    assert!(site.join("textes/discours.html").is_file());
    assert!(site.join("page.html").is_file() && site.join("frise-1.wasm").is_file());
    let manifest = fs::read_to_string(site.join("manifest.webmanifest")).expect("a manifest");
    assert!(manifest.contains("\"name\":\"Le port\""), "{manifest}");
}

#[test]
fn the_service_worker_knows_each_file_by_its_hash() {
    let folder = tempfile::tempdir().expect("a folder");
    succeed(&build(folder.path(), &own("texts"), &["-o", "site"]));
    let site = folder.path().join("site");
    let worker = fs::read_to_string(site.join("worker.js")).expect("a worker");
    for name in [
        "index.html",
        "corpus.frise",
        "manifest.webmanifest",
        "textes.html",
    ] {
        let hash = frise_edition::html::integrity(fs::read(site.join(name)).expect(name));
        let path = if name == "index.html" { "" } else { name };
        assert!(
            worker.contains(&format!("[\"{path}\",\"{hash}\"]")),
            "{name}\nin {worker}"
        );
    }
    assert!(!worker.contains("0123456789abcdef"), "{worker}");
}

#[test]
fn each_output_opens_again_into_an_equal_corpus() {
    let folder = tempfile::tempdir().expect("a folder");
    let expected = expected(&Settings::default());
    succeed(&build(
        folder.path(),
        &own("texts"),
        &["--index", "-o", "a.frise"],
    ));
    assert_eq!(
        fs::read(folder.path().join("a.frise")).expect("an index"),
        expected
    );

    succeed(&build(
        folder.path(),
        &own("texts"),
        &["--single-file", "-o", "a.html"],
    ));
    let html = fs::read_to_string(folder.path().join("a.html")).expect("a page");
    assert_eq!(index_in(&html), expected);
    assert!(
        html.find("frise-corpus") < html.find("<script>early()"),
        "the first script must find it"
    );

    succeed(&build(
        folder.path(),
        &own("texts"),
        &["--scorm", "-o", "a.zip"],
    ));
    let zip = fs::File::open(folder.path().join("a.zip")).expect("a zip");
    let mut zip = ZipArchive::new(zip).expect("a zip");
    let mut page = String::new();
    zip.by_name("page.html")
        .expect("a page")
        .read_to_string(&mut page)
        .expect("text");
    assert_eq!(index_in(&page), expected);
    assert!(zip.by_name("imsmanifest.xml").is_ok());

    succeed(&build(
        folder.path(),
        &own("texts"),
        &["--folder", "-o", "corpus"],
    ));
    succeed(&build(
        folder.path(),
        &folder.path().join("corpus"),
        &["--index", "-o", "b.frise"],
    ));
    assert_eq!(
        fs::read(folder.path().join("b.frise")).expect("an index"),
        expected
    );
}

#[test]
fn an_index_in_shards_is_the_same_index() {
    let folder = tempfile::tempdir().expect("a folder");
    let whole = expected(&Settings::default());
    for (options, index) in [
        (&["-o", "site", "--shards"][..], "site/corpus.frise"),
        (&["-o", "x.frise", "--index", "--shards"], "x.frise"),
    ] {
        succeed(&build(folder.path(), &own("texts"), options));
        let path = folder.path().join(index);
        let head = Index::open_untrusted(fs::read(&path).expect("a head")).expect("a head");
        assert!(head.is_in_shards());
        for shard in head.absent() {
            let file = head.shard_file(shard).expect("a file").name;
            let bytes = fs::read(path.with_extension("shards").join(file)).expect("a shard");
            head.insert(shard, bytes).expect("a shard");
        }
        let joined = head.join_shards().expect("all shards").expect("an index");
        assert_eq!(joined, whole, "{index}");
    }
    // Those of the build before are gone.
    let shards = folder.path().join("site/corpus.shards");
    let old = "texts-0-0000000000000000.bin";
    fs::write(shards.join(old), "").expect("a file");
    succeed(&build(folder.path(), &own("texts"), &["-o", "site"]));
    assert!(!shards.exists());
    // What else is beside an index stays.
    let shards = folder.path().join("x.shards");
    for name in [old, "notes.txt", "texts-1-2.old.bin"] {
        fs::write(shards.join(name), "").expect("a file");
    }
    let index = ["-o", "x.frise", "--index", "--shards"];
    succeed(&build(folder.path(), &own("texts"), &index));
    assert!(!shards.join(old).exists() && shards.join("texts-1-2.old.bin").exists());
    succeed(&build(folder.path(), &own("texts"), &index[..3]));
    assert_eq!(fs::read_dir(&shards).expect("a folder").count(), 2);
}
