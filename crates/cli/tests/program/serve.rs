//! `serve`.

use super::{build, expected, frise, own, succeed};
use frise_import::Settings;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

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
