//! `serve`: a web server for this machine alone.

use crate::options::Serve;
use crate::output::site_of;
use crate::page::page;
use anyhow::{Context, Result, anyhow, bail};
use frise_edition::{File, PAGE, WORKER};
use percent_encoding::percent_decode_str;
use std::collections::HashMap;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// The port that is tried first.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried.
const PORTS: u16 = 100;

/// How many requests are answered at once.
const THREADS: usize = 4;

/// What is served.
enum Files {
    Folder(PathBuf),
    Memory(HashMap<String, Vec<u8>>),
}

/// The command `serve`.
///
/// # Errors
/// There is nothing to serve, or no port.
pub fn serve(serve: &Serve) -> Result<()> {
    let paths = &serve.inputs.paths;
    let files = match paths.as_slice() {
        [] => memory(page(serve.page.as_deref())?),
        [folder] if folder.join(PAGE).is_file() && folder.join(WORKER).is_file() => {
            Files::Folder(folder.clone())
        }
        _ => memory(site_of(&serve.inputs, serve.page.as_deref())?),
    };
    let server = Arc::new(listen(serve.port)?);
    let address = server.server_addr();
    println!("http://{address}/ (Ctrl-C ends it)");
    let files = Arc::new(files);
    let answer = || {
        let (server, files) = (Arc::clone(&server), Arc::clone(&files));
        thread::spawn(move || {
            for request in server.incoming_requests() {
                // Whoever has gone away needs no answer.
                let _gone = answer(request, &files);
            }
        })
    };
    let threads: Vec<_> = (0..THREADS).map(|_| answer()).collect();
    for thread in threads {
        thread
            .join()
            .map_err(|_| anyhow!("the server has stopped; start it again"))?;
    }
    Ok(())
}

fn memory(files: Vec<File>) -> Files {
    Files::Memory(
        files
            .into_iter()
            .map(|file| (file.name, file.bytes))
            .collect(),
    )
}

fn listen(port: Option<u16>) -> Result<Server> {
    let on =
        |port: u16| Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| anyhow!("{error}"));
    if let Some(port) = port {
        return on(port)
            .with_context(|| format!("--port: cannot listen on {port}; choose another"));
    }
    for port in FIRST_PORT..FIRST_PORT + PORTS {
        if let Ok(server) = on(port) {
            return Ok(server);
        }
    }
    bail!(
        "expected a free port from {FIRST_PORT} on, found none of {PORTS}; choose one with --port"
    )
}

fn answer(request: Request, files: &Files) -> std::io::Result<()> {
    if !is_for_this_machine(&request) {
        return request.respond(
            Response::from_string("expected the address that was printed").with_status_code(403),
        );
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(
            Response::from_string("only GET and HEAD are answered").with_status_code(405),
        );
    }
    let name = name_of(request.url());
    match name
        .as_deref()
        .and_then(|name| Some((name, files.read(name)?)))
    {
        Some((name, bytes)) => {
            let mut response = Response::from_data(bytes);
            for (field, value) in [
                ("Content-Type", media_type(name)),
                ("Cache-Control", "no-cache"),
            ] {
                if let Ok(header) = Header::from_bytes(field, value) {
                    response.add_header(header);
                }
            }
            request.respond(response)
        }
        None => request
            .respond(Response::from_string("there is no such file here").with_status_code(404)),
    }
}

/// Whether a request names this machine. The page of another site could otherwise have its own name lead here, and read the
/// texts.
fn is_for_this_machine(request: &Request) -> bool {
    let host = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Host"));
    let host = host.map_or("", |header| header.value.as_str());
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1")
}

/// The name of a file below the folder; `None` if it leads out of it.
fn name_of(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next().unwrap_or("");
    let path = percent_decode_str(path.strip_prefix('/')?)
        .decode_utf8()
        .ok()?;
    let is_inside = Path::new(&*path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !is_inside || path.contains(['\\', '\0']) {
        return None;
    }
    match path.is_empty() || path.ends_with('/') {
        true => Some(format!("{path}{PAGE}")),
        false => Some(path.into_owned()),
    }
}

impl Files {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        match self {
            Files::Memory(files) => files.get(name).cloned(),
            Files::Folder(folder) => fs::read(folder.join(name)).ok(),
        }
    }
}

/// Browsers compile WebAssembly while they read it only under its type, and run no script of another.
fn media_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("xml") => "application/xml",
        Some("txt") => "text/plain; charset=utf-8",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{media_type, name_of};

    #[test]
    fn names_stay_below_the_folder() {
        for (url, name) in [
            ("/", Some("index.html")),
            ("/?q=a/../b#c", Some("index.html")),
            ("/textes/", Some("textes/index.html")),
            ("/textes/%C3%A9t%C3%A9.html", Some("textes/été.html")),
            ("/../secret", None),
            ("/textes/%2e%2e/%2e%2e/secret", None),
            ("//etc/passwd", None),
            ("/a%00b", None),
            ("/..%5Csecret", None),
            ("http://127.0.0.1/x", None),
        ] {
            assert_eq!(name_of(url).as_deref(), name, "{url}");
        }
    }

    #[test]
    fn files_have_the_types_that_browsers_ask_for() {
        assert_eq!(media_type("frise-1.wasm"), "application/wasm");
        assert_eq!(media_type("corpus.frise"), "application/octet-stream");
        assert!(media_type("textes/a.html").starts_with("text/html"));
    }
}
