//! The program `frise`, run on a small folder of mixed formats with a page of a few lines in place of the built one.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::read::GzDecoder;
use frise_corpus::compile_corpus;
use frise_import::{InputFile, Settings, corpus, read};
use frise_index::Index;
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use zip::ZipArchive;

fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path)
}

fn frise() -> Command {
    Command::new(env!("CARGO_BIN_EXE_frise"))
}

/// Runs the program in a folder.
fn run(folder: &Path, arguments: &[&OsStr]) -> Output {
    frise()
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

/// Builds from a folder or a file into `out`, with more options.
fn build(folder: &Path, input: &Path, options: &[&str]) -> Output {
    let page = own("page");
    let mut arguments = vec![
        "build".as_ref(),
        input.as_os_str(),
        "--page".as_ref(),
        page.as_os_str(),
    ];
    arguments.extend(options.iter().map(OsStr::new));
    run(folder, &arguments)
}

fn succeed(output: &Output) {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What the program says when it fails.
fn refusal(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The index that the importer and the compiler give for the files of `tests/texts`.
fn expected(settings: &Settings) -> Vec<u8> {
    let folder = own("texts");
    let names = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    let file = |entry: fs::DirEntry| InputFile {
        path: format!("texts/{}", entry.file_name().to_string_lossy()),
        bytes: fs::read(entry.path()).expect("a file"),
    };
    let corpus = corpus(&read(names.map(file).collect()), settings).expect("a corpus");
    compile_corpus(&corpus).expect("an index").into_bytes()
}

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
        "<meta name=\"frise-corpus\" content=\"corpus.frise\"><script>early()",
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
    fs::write(shards.join("texts-0-0000000000000000.bin"), "").expect("a file");
    succeed(&build(folder.path(), &own("texts"), &["-o", "site"]));
    assert!(!shards.exists());
}

#[test]
fn check_tells_what_was_understood() {
    let texts = own("texts");
    let output = run(&texts, &["check".as_ref(), texts.as_os_str()]);
    succeed(&output);
    let printed = String::from_utf8_lossy(&output.stdout);
    for part in [
        "Discours du port",
        "metadata date",
        "texts/quais.csv: 2 rows",
        "orateur  speaker",
        "--day-month month-first",
        "7 documents",
    ] {
        assert!(printed.contains(part), "{part}\nin {printed}");
    }
    let options = ["--day-month", "month-first", "--column", "orateur=ignored"];
    let mut arguments = vec!["check".as_ref(), texts.as_os_str()];
    arguments.extend(options.map(OsStr::new));
    let output = run(&texts, &arguments);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("orateur  ignored"), "{printed}");
}

#[test]
fn check_ends_well_where_nobody_reads_on() {
    let mut check = frise();
    check.arg("check").arg(own("texts"));
    let mut running = check
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(running.stdout.take());
    succeed(&running.wait_with_output().expect("an end"));
}

#[test]
fn what_cannot_be_read_is_told_by_file_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = folder.path().join("in");
    fs::create_dir(&input).expect("a folder");
    fs::write(input.join("a.pdf"), "%PDF-1.7\n").expect("a file");
    let output = run(folder.path(), &["check".as_ref(), input.as_os_str()]);
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(printed.contains("in/a.pdf: a PDF holds"), "{printed}");
    assert!(
        printed.contains("Nothing can be built of this."),
        "{printed}"
    );
    assert!(
        refusal(&build(folder.path(), &input, &["-o", "out"])).contains("in/a.pdf"),
        "{printed}"
    );
    assert!(!folder.path().join("out").exists());

    fs::write(input.join("b.txt"), "2019-05-05\n\nUn texte.").expect("a file");
    succeed(&build(folder.path(), &input, &["-o", "out"]));
    assert!(folder.path().join("out/corpus.frise").exists());
}

#[test]
fn a_name_that_leads_out_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut zip =
        zip::ZipWriter::new(fs::File::create(folder.path().join("a.zip")).expect("a file"));
    for (name, text) in [
        ("../b.txt", "Un texte mauvais."),
        ("c.txt", "Un texte bon."),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .expect("an entry");
        zip.write_all(text.as_bytes()).expect("text");
    }
    zip.finish().expect("a zip");
    let zip = folder.path().join("a.zip");
    let output = build(folder.path(), &zip, &["--index", "-o", "a.frise"]);
    succeed(&output);
    let printed = String::from_utf8_lossy(&output.stderr);
    assert!(printed.contains("../b.txt"), "{printed}");
    let index = fs::read(folder.path().join("a.frise")).expect("an index");
    assert_eq!(
        Index::open_untrusted(index)
            .expect("an index")
            .documents()
            .len(),
        1
    );
    // A path that goes up and down again means what it leads to.
    let input = own("page/../texts");
    succeed(&build(folder.path(), &input, &["--index", "-o", "b.frise"]));
    let index = fs::read(folder.path().join("b.frise")).expect("an index");
    assert_eq!(index, expected(&Settings::default()));
}

#[test]
fn errors_say_what_was_expected_what_came_and_the_next_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).expect("a folder");
    let printed = refusal(&build(folder.path(), &empty, &[]));
    assert!(
        printed.contains("expected files of text, found none") && printed.contains("empty"),
        "{printed}"
    );
    let printed = refusal(&build(folder.path(), Path::new("missing"), &[]));
    assert!(
        printed.contains("missing") && printed.contains("expected a file or a folder"),
        "{printed}"
    );
    let printed = refusal(&build(
        folder.path(),
        &own("texts"),
        &["--column", "nom=text"],
    ));
    assert!(
        printed.contains("one of") && printed.contains("orateur") && printed.contains("`nom`"),
        "{printed}"
    );
    let printed = refusal(&build(folder.path(), &own("texts"), &["-o", "."]));
    assert!(printed.contains("choose another with -o"), "{printed}");
    let texts = own("texts");
    let printed = refusal(&run(
        folder.path(),
        &[
            "build".as_ref(),
            texts.as_os_str(),
            "--page".as_ref(),
            "empty".as_ref(),
        ],
    ));
    assert!(
        printed.contains("--page: expected a folder that `cargo xtask build` has made"),
        "{printed}"
    );
    assert!(
        refusal(&run(folder.path(), &["make".as_ref()]))
            .contains("expected build, check, serve, part or join")
    );
}

/// A server that is ended with the test.
struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

impl Server {
    fn start(path: &Path) -> Server {
        let page = own("page");
        let mut child = frise()
            .args([
                "serve".as_ref(),
                path.as_os_str(),
                "--port".as_ref(),
                "0".as_ref(),
            ])
            .args(["--page".as_ref(), page.as_os_str()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut line = String::new();
        let output = child.stdout.take().expect("an output");
        BufReader::new(output)
            .read_line(&mut line)
            .expect("an address");
        let address = line
            .strip_prefix("http://")
            .and_then(|rest| Some(rest.split_once('/')?.0));
        Server {
            address: address.expect("an address").to_string(),
            child,
        }
    }

    fn ask(&self, request: &str, host: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        write!(
            stream,
            "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let end = answer
            .windows(4)
            .position(|bytes| bytes == b"\r\n\r\n")
            .expect("a head");
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        (head, answer[end + 4..].to_vec())
    }
}

#[test]
fn a_site_is_served_on_this_machine_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("secret"), "secret").expect("a file");
    succeed(&build(folder.path(), &own("texts"), &["-o", "site"]));
    for path in [own("texts"), folder.path().join("site")] {
        let server = Server::start(&path);
        let own = server.address.as_str();
        let (head, page) = server.ask("GET /?q=port", own);
        assert!(
            head.starts_with("HTTP/1.1 200") && head.contains("text/html"),
            "{head}"
        );
        assert!(String::from_utf8_lossy(&page).contains("frise-corpus"));
        let (head, _) = server.ask("HEAD /frise-1.wasm", own);
        assert!(head.contains("application/wasm"), "{head}");
        let (_, index) = server.ask("GET /corpus.frise", own);
        assert_eq!(index, expected(&Settings::default()));
        for path in ["/../secret", "/%2e%2e/secret", "/missing"] {
            let (head, _) = server.ask(&format!("GET {path}"), own);
            assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
        }
        assert!(
            server
                .ask("GET /", "example.org")
                .0
                .starts_with("HTTP/1.1 403")
        );
        assert!(server.ask("POST /", own).0.starts_with("HTTP/1.1 405"));
    }
}
