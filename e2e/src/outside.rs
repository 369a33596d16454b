//! Whatever a browser asks of anybody but our own servers.
//!
//! Owns [`Outside`], a proxy that stands for the rest of the world: browsers send it every request that is for another origin
//! than the page's, and it notes whom they wanted and refuses. It hears what a script in the page cannot: requests of style
//! sheets, frames and workers, and connections that are only made in advance.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The answer to everything.
const REFUSAL: &[u8] = b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// A proxy that leads nowhere, which ends when dropped.
#[derive(Debug)]
pub struct Outside {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    server: JoinHandle<()>,
}

impl Outside {
    /// Listens from now on.
    ///
    /// # Errors
    /// There is no free port.
    pub async fn start() -> io::Result<Outside> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&asked);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let heard = Arc::clone(&heard);
                tokio::spawn(async move {
                    // A connection that breaks off has asked nothing more.
                    let _ = refuse(stream, &heard).await;
                });
            }
        });
        Ok(Outside {
            port,
            asked,
            server,
        })
    }

    /// Returns the port of the proxy, on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Returns what was asked since it was last taken: method and address, or for an encrypted connection `CONNECT` with
    /// host and port, in order.
    pub fn heard(&self) -> Vec<String> {
        self.asked().clone()
    }

    /// Returns the same, and forgets it.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.asked())
    }

    fn asked(&self) -> MutexGuard<'_, Vec<String>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The makers of browsers, who are asked for updates, advice and the time whatever page is open, at hosts that change with
/// each version.
const MAKERS: [&str; 10] = [
    "chromium.org",
    "duckduckgo.com",
    "firefox.com",
    "google.com",
    "googleapis.com",
    "gstatic.com",
    "gvt1.com",
    "mozilla.com",
    "mozilla.net",
    "mozilla.org",
];

/// What pages, and not browsers, ask of the same makers.
const FOR_PAGES: [&str; 3] = ["ajax.", "apis.", "fonts."];

/// Returns whether a browser asks this for itself. A page that did so is betrayed by its security policy, whose violations
/// fail the journey too.
fn is_of_the_browser(request: &str) -> bool {
    let of = |host: &str, maker: &str| {
        host.strip_suffix(maker)
            .is_some_and(|sub| sub.is_empty() || sub.ends_with('.'))
    };
    host(request).is_some_and(|host| {
        MAKERS.iter().any(|maker| of(host, maker))
            && !FOR_PAGES.iter().any(|start| host.starts_with(start))
    })
}

/// Whom a request is for: of `CONNECT host:443` or `GET http://host/path`.
fn host(request: &str) -> Option<&str> {
    let (_, address) = request.split_once(' ')?;
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    after.split([':', '/', '?']).next()
}

async fn refuse(mut stream: TcpStream, asked: &Mutex<Vec<String>>) -> io::Result<()> {
    let request = request(&mut stream).await?;
    if let Some(request) = request.filter(|request| !is_of_the_browser(request)) {
        asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(request);
    }
    stream.write_all(REFUSAL).await
}

/// Returns the first line of a request without its version, once all its header has come; a socket closed earlier would
/// take the answer with it.
async fn request(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<String>> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next_line().await?;
    while lines
        .next_line()
        .await?
        .is_some_and(|line| !line.is_empty())
    {}
    Ok(first.and_then(|line| Some(line.rsplit_once(' ')?.0.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::{is_of_the_browser, request};

    #[test]
    fn makers_of_browsers_are_not_pages() {
        let check = |request: &str, expected: bool| {
            assert_eq!(is_of_the_browser(request), expected, "{request}");
        };
        check("CONNECT redirector.gvt1.com:443", true);
        check("CONNECT google.com:443", true);
        check("CONNECT firefox.settings.services.mozilla.com:443", true);
        check("CONNECT fonts.googleapis.com:443", false);
        check("CONNECT notgoogle.com:443", false);
        check("CONNECT example.org:443", false);
        check("GET http://clients2.google.com/time/1/current?a=b", true);
        check("POST http://update.googleapis.com/service", true);
        check("GET http://fonts.googleapis.com/css?family=Lato", false);
        check("GET http://127.0.0.1:81/google.com", false);
        check("GET http://example.org?google.com", false);
    }

    #[tokio::test]
    async fn whom_a_request_is_for_stands_in_its_first_line() {
        async fn check(bytes: &str, expected: Option<&str>) {
            let found = request(&mut bytes.as_bytes()).await.unwrap();
            assert_eq!(found.as_deref(), expected, "{bytes}");
        }
        check(
            "GET http://127.0.0.1:81/a.png HTTP/1.1\r\nhost: 127.0.0.1:81\r\n\r\n",
            Some("GET http://127.0.0.1:81/a.png"),
        )
        .await;
        check(
            "CONNECT example.org:443 HTTP/1.1\r\n\r\n",
            Some("CONNECT example.org:443"),
        )
        .await;
        check("", None).await;
        check("nonsense", None).await;
    }
}
