//! HTTP: who may ask for what, and how answers are sent.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use glotta::model::{percent_decoded, percent_encoded};
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};

use super::address::{Addresses, Hosts};
use super::answer::{Answer, Made};
use super::connections::{Busy, Connections};
use super::page;
use super::reload::Reader;
use super::studio::Message;

/// How long a browser may take to say what it wants, and how much it may say.
const HEADER_TIME: Duration = Duration::from_secs(10);
const HEADER_SIZE: usize = 16 * 1024;

/// How often an open page hears that the server is there: who has gone is noticed by that.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// How long the stream of a page waits for what is known already: that goes with the answer, so that what comes later is news.
const FIRST: Duration = Duration::from_millis(30);

/// How many events an open page may leave unread.
const EVENTS: usize = 16;

/// What requests are answered with.
#[derive(Clone)]
pub struct Door {
    pub messages: Sender<Message>,
    pub hosts: Hosts,
}

type Body = Either<Full<Bytes>, Channel<Bytes>>;

/// Answers until the process is told to end.
pub fn serve(door: Door, addresses: Addresses) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let connections = Arc::new(Mutex::new(Connections::default()));
        for listener in addresses.listeners {
            let listener = listening(listener)?;
            tokio::spawn(accept(listener, door.clone(), Arc::clone(&connections)));
        }
        ended().await
    })
}

fn listening(listener: TcpListener) -> io::Result<tokio::net::TcpListener> {
    listener.set_nonblocking(true)?;
    tokio::net::TcpListener::from_std(listener)
}

/// Returns when somebody wants the process to end.
#[cfg(unix)]
async fn ended() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    let interrupt = tokio::signal::ctrl_c();
    tokio::pin!(interrupt);
    std::future::poll_fn(|context| {
        let is_ended = terminate.poll_recv(context).is_ready()
            || hang_up.poll_recv(context).is_ready()
            || interrupt.as_mut().poll(context).is_ready();
        match is_ended {
            true => std::task::Poll::Ready(()),
            false => std::task::Poll::Pending,
        }
    })
    .await;
    Ok(())
}

#[cfg(not(unix))]
async fn ended() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}

async fn accept(
    listener: tokio::net::TcpListener,
    door: Door,
    connections: Arc<Mutex<Connections>>,
) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // No file is free for another connection: some will be soon.
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        };
        let busy = Busy::default();
        let task = tokio::spawn(connection(stream, door.clone(), busy.clone()));
        let connections = connections.lock();
        let mut connections = connections.unwrap_or_else(PoisonError::into_inner);
        connections.take(task.abort_handle(), busy);
    }
}

async fn connection(stream: TcpStream, door: Door, busy: Busy) {
    // Small answers must not wait for one another.
    drop(stream.set_nodelay(true));
    let service = service_fn(|request| {
        let (door, busy) = (door.clone(), busy.clone());
        async move { Ok::<_, Infallible>(answer(request, &door, &busy).await) }
    });
    let served = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .max_buf_size(HEADER_SIZE)
        .serve_connection(TokioIo::new(stream), service);
    // What is wrong with a connection is its other end's concern.
    drop(served.await);
}

async fn answer(request: Request<Incoming>, door: &Door, busy: &Busy) -> Response<Body> {
    let work = busy.begin();
    let mut response = match refused(&request, door) {
        Some(refused) => refused,
        None => admitted(&request, door, busy).await,
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if request.method() == Method::HEAD {
        let length = match response.body() {
            Either::Left(body) => hyper::body::Body::size_hint(body).exact(),
            Either::Right(_) => None,
        };
        if let Some(length) = length {
            response
                .headers_mut()
                .insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        }
        *response.body_mut() = Either::Left(Full::default());
    }
    drop(work);
    response
}

/// What every answer says: what is served is nobody else's, and is another the next time.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::CACHE_CONTROL, "no-store"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (header::REFERRER_POLICY, "no-referrer"),
];

/// The answer to a request that is none for us.
fn refused(request: &Request<Incoming>, door: &Door) -> Option<Response<Body>> {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok());
    if !host.is_some_and(|host| door.hosts.has(host)) {
        let text = "This server does not answer by that name. Start it with --host to let it.\n";
        return Some(plain(StatusCode::MISDIRECTED_REQUEST, text));
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.\n");
        response
            .headers_mut()
            .insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some(response);
    }
    let is_long = request.uri().path().len() > HEADER_SIZE / 2;
    is_long.then(|| plain(StatusCode::URI_TOO_LONG, "The address is too long.\n"))
}

async fn admitted(request: &Request<Incoming>, door: &Door, busy: &Busy) -> Response<Body> {
    let Some(path) = path(request.uri().path()) else {
        return plain(StatusCode::BAD_REQUEST, "That is no path.\n");
    };
    match path.as_str() {
        page::RELOAD => joined(request, door, busy).await,
        page::SCRIPT => {
            let made = Made {
                bytes: Bytes::from_static(page::CLIENT.as_bytes()),
                kind: "text/javascript; charset=utf-8",
                version: String::new(),
            };
            sent(StatusCode::OK, made)
        }
        path if path.starts_with(page::FOLDER) => missing(),
        _ => asked(path, door).await,
    }
}

/// A path of the site: decoded, and with nothing in it that no file of the site has in its name.
fn path(written: &str) -> Option<String> {
    let path = percent_decoded(written.strip_prefix('/')?);
    let is_odd = |part: &str| part.starts_with('.') || part.contains(is_unusable);
    let is_empty_inside = path.starts_with('/') || path.contains("//");
    (!is_empty_inside && !path.split('/').any(is_odd)).then_some(path)
}

fn is_unusable(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\\' | ':')
}

async fn asked(path: String, door: &Door) -> Response<Body> {
    let (reply, answer) = oneshot::channel();
    let message = Message::Ask { path, reply };
    if door.messages.send(message).is_err() {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "The server ends.\n");
    }
    match answer.await {
        Ok(Answer::Page(made)) => sent(StatusCode::OK, made),
        Ok(Answer::Missing(Some(made))) => sent(StatusCode::NOT_FOUND, made),
        Ok(Answer::Missing(None)) => missing(),
        Ok(Answer::Broken(made)) => sent(StatusCode::INTERNAL_SERVER_ERROR, made),
        Ok(Answer::Moved(path)) => moved(&path),
        Err(_) => plain(StatusCode::SERVICE_UNAVAILABLE, "The server ends.\n"),
    }
}

fn missing() -> Response<Body> {
    plain(StatusCode::NOT_FOUND, "There is nothing.\n")
}

fn moved(path: &str) -> Response<Body> {
    let mut response = plain(StatusCode::TEMPORARY_REDIRECT, "The page is elsewhere.\n");
    if let Ok(location) = HeaderValue::from_str(&percent_encoded(path)) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// Opens the stream of events of a page. Pages of other servers may not listen.
async fn joined(request: &Request<Incoming>, door: &Door, busy: &Busy) -> Response<Body> {
    if let Some(origin) = request.headers().get(header::ORIGIN)
        && !origin.to_str().is_ok_and(|it| door.hosts.is_origin(it))
    {
        return plain(StatusCode::FORBIDDEN, "Only pages of this server.\n");
    }
    let (page, version) = about(request.uri().query().unwrap_or_default());
    let (events, mut unsent) = mpsc::channel(EVENTS);
    let reader = Reader {
        page,
        version,
        events,
    };
    drop(door.messages.send(Message::Join(reader)));
    let (mut sender, body) = Channel::new(1);
    if let Ok(Some(known)) = tokio::time::timeout(FIRST, unsent.recv()).await {
        drop(sender.send_data(known).await);
    }
    let work = busy.begin();
    tokio::spawn(async move {
        stream(unsent, sender).await;
        drop(work);
    });
    let mut response = Response::new(Either::Right(body));
    let kind = HeaderValue::from_static("text/event-stream; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// The page that listens and its state, as its script says them.
fn about(query: &str) -> (Option<String>, String) {
    let value = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let page = value("page").map(percent_decoded);
    let version = value("version").unwrap_or_default().to_owned();
    (page, version)
}

/// Sends events until there is nobody to read them.
async fn stream(
    mut unsent: mpsc::Receiver<Bytes>,
    mut sender: http_body_util::channel::Sender<Bytes>,
) {
    loop {
        let event = match tokio::time::timeout(HEARTBEAT, unsent.recv()).await {
            Ok(Some(event)) => event,
            Ok(None) => return,
            Err(_) => Bytes::from_static(b":\n\n"),
        };
        if sender.send_data(event).await.is_err() {
            return;
        }
    }
}

fn sent(status: StatusCode, made: Made) -> Response<Body> {
    let mut response = Response::new(Either::Left(Full::new(made.bytes)));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(made.kind));
    response
}

fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    let made = Made {
        bytes: Bytes::from_static(text.as_bytes()),
        kind: "text/plain; charset=utf-8",
        version: String::new(),
    };
    sent(status, made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_site_or_none() {
        for (written, expected) in [
            ("/", Some("")),
            ("/de/a%20b.html", Some("de/a b.html")),
            ("/de/%E4%BA%8B.html", Some("de/事.html")),
            ("/../a", None),
            ("/%2e%2e/a", None),
            ("/a/..%2fb", None),
            ("//evil.example", None),
            ("/a//b", None),
            ("/a\\b", None),
            ("/C:/a", None),
            ("/%00", None),
            ("/%0d%0aa", None),
            // What is no code of a letter is no name of a file either.
            ("/%", Some("%")),
            ("/%ff", Some("%ff")),
            ("/.git/config", None),
            ("*", None),
        ] {
            assert_eq!(path(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn a_page_says_which_it_is() {
        let expected = (Some("de/ä.html".to_owned()), "1f".to_owned());
        assert_eq!(about("page=de%2F%C3%A4.html&version=1f"), expected);
        assert_eq!(about(""), (None, String::new()));
    }
}
