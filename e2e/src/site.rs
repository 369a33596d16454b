//! A static file server on loopback, for the built page.
//!
//! Owns [`Site`], which serves one folder under one path of an address that only this machine reaches, remembers what was
//! asked of it, and stops when dropped. It refuses everything outside of its path with 404, as a server would on which the
//! page is only a guest. While it runs it can be given another folder, as by an update, and a [`Trouble`], or be cut off from
//! the network.

use std::future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderName, HeaderValue, StatusCode};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// Keeps what goes wrong in the page, from its first byte on, in `window.friseErrors`.
pub(crate) const ERROR_RECORDER: &str = include_str!("error_recorder.js");

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
    /// Whether each file has its packed copies beside it, which are sent instead: see the module `packed`.
    pub packed: bool,
}

impl Default for Serving {
    fn default() -> Serving {
        Serving {
            prefix: "/",
            port: 0,
            records_errors: false,
            isolated: false,
            packed: false,
        }
    }
}

/// What a server does wrong with one of its files.
#[derive(Clone, Copy, Debug)]
pub enum Trouble {
    /// It is not there.
    Missing,
    /// The connection breaks in the middle of it.
    Cut,
    /// It does not come, and the browser goes on waiting for it.
    Stuck,
}

/// A server, which runs unless it was cut off.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    serving: Serving,
    now: Shared,
    server: Mutex<Option<Server>>,
}

#[derive(Debug)]
struct Server {
    task: JoinHandle<io::Result<()>>,
    /// Ends the server, and each connection once it has answered, when it is dropped.
    _open: oneshot::Sender<()>,
}

/// What the server does at present, and what it was asked.
#[derive(Debug)]
struct Now {
    folder: PathBuf,
    trouble: Option<(String, Trouble)>,
    requests: Vec<String>,
    whole: Vec<String>,
}

type Shared = Arc<Mutex<Now>>;

impl Site {
    /// Serves `folder` from now on; the address is reachable when this returns.
    ///
    /// # Errors
    /// The port is taken, or may not be listened on.
    pub async fn start(folder: &Path, serving: &Serving) -> io::Result<Site> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, serving.port)).await?;
        let site = Site {
            address: listener.local_addr()?,
            serving: serving.clone(),
            now: Arc::new(Mutex::new(Now {
                folder: folder.to_owned(),
                trouble: None,
                requests: Vec::new(),
                whole: Vec::new(),
            })),
            server: Mutex::default(),
        };
        site.serve(listener);
        Ok(site)
    }

    fn serve(&self, listener: TcpListener) {
        let router = router(&self.serving, &self.now);
        let (open, closed) = oneshot::channel::<()>();
        let closed = async { drop(closed.await) };
        let server = axum::serve(listener, router).with_graceful_shutdown(closed);
        let task = tokio::spawn(async move { server.await });
        *lock(&self.server) = Some(Server { task, _open: open });
    }

    /// Serves another folder from now on.
    pub fn serve_from(&self, folder: &Path) {
        lock(&self.now).folder = folder.to_owned();
    }

    /// Has trouble with the file of this name from now on, and with no other.
    pub fn has_trouble_with(&self, name: &str, trouble: Trouble) {
        lock(&self.now).trouble = Some((name.to_owned(), trouble));
    }

    /// Has no trouble any more.
    pub fn is_well(&self) {
        lock(&self.now).trouble = None;
    }

    /// Ends all connections and takes no more, until [`Site::come_back`].
    ///
    /// # Errors
    /// What stopped the server before.
    pub async fn go_off(&self) -> io::Result<()> {
        let server = lock(&self.server).take();
        match server {
            Some(Server { task, _open }) => {
                drop(_open);
                task.await.map_err(io::Error::other)?
            }
            None => Ok(()),
        }
    }

    /// Serves again, at the same address.
    ///
    /// # Errors
    /// Another program has taken the port.
    pub async fn come_back(&self) -> io::Result<()> {
        self.serve(TcpListener::bind(self.address).await?);
        Ok(())
    }

    /// Returns the address of the page: scheme, host, port and path, with a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.serving.prefix)
    }

    /// Returns the same address by another name: for a browser another site, which it reaches without being heard to ask
    /// others.
    pub fn host_url(&self) -> String {
        self.url().replace("127.0.0.1", "localhost")
    }

    /// Returns the port that it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Every path that was asked for until now, inside and outside of the page's own, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.now).requests.clone()
    }

    /// Returns the paths that were answered with a file, in order, and not with word that the browser has it already.
    pub fn whole_answers(&self) -> Vec<String> {
        lock(&self.now).whole.clone()
    }

    /// Goes on serving until the server fails, which it does not do by itself.
    ///
    /// # Errors
    /// What stopped the server.
    pub async fn run(self) -> io::Result<()> {
        let server = lock(&self.server).take();
        match server {
            Some(server) => server.task.await.map_err(io::Error::other)?,
            None => Ok(()),
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(server) = lock(&self.server).take() {
            server.task.abort();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn router(serving: &Serving, now: &Shared) -> Router {
    let state = (serving.clone(), Arc::clone(now));
    let files = Router::new().fallback(serve_file).with_state(state.clone());
    let router = match serving.prefix {
        "/" => files,
        prefix => Router::new().nest_service(prefix, files),
    };
    router.layer(from_fn_with_state(state, answer))
}

async fn serve_file(State((serving, now)): State<(Serving, Shared)>, request: Request) -> Response {
    let mut files = ServeDir::new(lock(&now).folder.clone());
    if serving.packed {
        files = files.precompressed_br().precompressed_gzip();
    }
    match files.try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

async fn answer(
    State((serving, now)): State<(Serving, Shared)>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    // A worker that stores the page proves its bytes; scripts that ask for it get it as it is.
    let asked_by_script = request.headers().get("sec-fetch-dest");
    let asked_by_script = asked_by_script.is_some_and(|value| value == "empty");
    let trouble = {
        let mut now = lock(&now);
        now.requests.push(path.clone());
        now.trouble.clone()
    };
    let trouble = trouble.filter(|(name, _)| path.ends_with(name.as_str()));
    let mut response = match trouble {
        Some((_, Trouble::Missing)) => StatusCode::NOT_FOUND.into_response(),
        Some((_, Trouble::Cut)) => return cut(),
        Some((_, Trouble::Stuck)) => return future::pending().await,
        None => next.run(request).await,
    };
    if response.status() == StatusCode::OK {
        lock(&now).whole.push(path);
    }
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

/// Returns an answer whose connection breaks after a few bytes.
fn cut() -> Response {
    let bytes = Ok("cut ".into());
    let broken = Err(io::Error::from(io::ErrorKind::ConnectionReset));
    let parts: [Result<Bytes, io::Error>; 2] = [bytes, broken];
    Body::from_stream(stream::iter(parts)).into_response()
}

fn is_html(response: &Response) -> bool {
    let content_type = response.headers().get(CONTENT_TYPE);
    content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// Returns the same answer with the recorder before everything but the document type, so that nothing goes wrong before it
/// listens.
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

/// A script may stand before `<html>`: the parser opens the head for it and takes the rest of the page as it would
/// have. The page's own security policy begins where it stands, which is behind the recorder.
fn insert_recorder(html: &str) -> String {
    let document_type = "<!doctype html>";
    let start = html
        .get(..document_type.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(document_type));
    let (before, after) = html.split_at(if start { document_type.len() } else { 0 });
    format!("{before}<script>{ERROR_RECORDER}</script>{after}")
}
