//! A static file server on loopback, for the built page.
//!
//! Owns [`Site`], which serves one folder under one path of an address that only this machine reaches, remembers what was
//! asked of it, and stops when dropped. It refuses everything outside of its path with 404, as a server would on which the
//! page is only a guest.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// Keeps what goes wrong in the page, from its first byte on, in `window.friseErrors`.
const ERROR_RECORDER: &str = concat!("<script>", include_str!("error_recorder.js"), "</script>");

/// The largest HTML file that the recorder is written into, in bytes.
const LARGEST_HTML: usize = 16 << 20;

/// How a folder is served.
#[derive(Clone, Debug)]
pub struct Serving {
    /// The path that stands for the folder, with a slash at both ends: `/` or `/cours/frise/`.
    pub prefix: &'static str,
    /// The port to listen on; 0 for any that is free.
    pub port: u16,
    /// Whether each HTML page gets a script that records its errors, for [`crate::Page::take_errors`].
    pub records_errors: bool,
    /// Whether pages are isolated from other origins, which browsers reward with a finer clock: about 5 µs, not 100 µs.
    pub isolated: bool,
}

/// A running server.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    prefix: &'static str,
    requests: Requests,
    server: JoinHandle<io::Result<()>>,
}

type Requests = Arc<Mutex<Vec<String>>>;

impl Site {
    /// Serves `folder` from now on; the address is reachable when this returns.
    ///
    /// # Errors
    /// The port is taken, or may not be listened on.
    pub async fn start(folder: &Path, serving: &Serving) -> io::Result<Site> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, serving.port)).await?;
        let address = listener.local_addr()?;
        let requests = Requests::default();
        let router = router(folder, serving, &requests);
        let server = tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Site {
            address,
            prefix: serving.prefix,
            requests,
            server,
        })
    }

    /// The address of the page: scheme, host, port and path, with a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.prefix)
    }

    /// Every path that was asked for until now, inside and outside of the page's own, in order.
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Goes on serving until the server fails, which it does not do by itself.
    ///
    /// # Errors
    /// What stopped the server.
    pub async fn run(mut self) -> io::Result<()> {
        (&mut self.server).await.map_err(io::Error::other)?
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn router(folder: &Path, serving: &Serving, requests: &Requests) -> Router {
    let files = ServeDir::new(folder);
    let router = match serving.prefix {
        "/" => Router::new().fallback_service(files),
        prefix => Router::new().nest_service(prefix, files),
    };
    router.layer(from_fn_with_state(
        (serving.clone(), Arc::clone(requests)),
        answer,
    ))
}

async fn answer(
    State((serving, requests)): State<(Serving, Requests)>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    // A worker that stores the page proves its bytes; scripts that ask for it get it as it is.
    let asked_by_script = request.headers().get("sec-fetch-dest");
    let asked_by_script = asked_by_script.is_some_and(|value| value == "empty");
    requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(path);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    // A rebuilt page must be seen at the next reload; names of other files change with their content anyway.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if serving.isolated {
        headers.insert(
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        );
        headers.insert(
            HeaderName::from_static("cross-origin-embedder-policy"),
            HeaderValue::from_static("require-corp"),
        );
    }
    if serving.records_errors && is_html(&response) && !asked_by_script {
        with_recorder(response).await
    } else {
        response
    }
}

fn is_html(response: &Response) -> bool {
    let content_type = response.headers().get(CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// The same answer with the recorder before everything but the document type, so that nothing goes wrong before it listens.
async fn with_recorder(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let html = to_bytes(body, LARGEST_HTML).await.unwrap_or_default();
    let html = insert_recorder(&String::from_utf8_lossy(&html));
    parts.headers.remove(CONTENT_LENGTH);
    // Nor may the browser give the recorder's page to a worker that asks whether it has changed.
    parts
        .headers
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Browsers look for the page's own word on its encoding in the first kilobyte only, and the recorder stands there now.
    parts.headers.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    Response::from_parts(parts, Body::from(html))
}

/// A script may stand before `<html>`: the parser opens the head for it and takes the rest of the page as it would have. The
/// page's own security policy begins where it stands, which is behind the recorder.
fn insert_recorder(html: &str) -> String {
    let document_type = "<!doctype html>";
    let start = html
        .get(..document_type.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(document_type));
    let (before, after) = html.split_at(if start { document_type.len() } else { 0 });
    format!("{before}{ERROR_RECORDER}{after}")
}
