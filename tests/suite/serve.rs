//! The site as it is served: what `build` would write, to nobody but this machine, and anew when files change.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Stdio};
use std::time::{Duration, Instant};

use crate::sandbox::{ARTICLE, Sandbox};

/// A server that ends with its test.
struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    port: u16,
}

/// An answer: its status, its head in lower case, and its body.
struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Server {
    fn start(sandbox: &Sandbox, arguments: &str) -> Server {
        let mut child = sandbox
            .command(&format!("serve {arguments}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut line = String::new();
        out.read_line(&mut line).expect("a line");
        let port = line.split("127.0.0.1:").nth(1);
        let port = port.and_then(|rest| rest.split('/').next()?.parse().ok());
        let port = port.unwrap_or_else(|| panic!("no address in {line:?}"));
        Server { child, out, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let limit = Some(Duration::from_secs(20));
        stream.set_read_timeout(limit).expect("a limit can be set");
        stream
    }

    fn ask(&self, request: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("it answers");
        Reply::of(&bytes)
    }

    fn get(&self, path: &str) -> Reply {
        let port = self.port;
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        ))
    }

    /// Opens the stream of events of a page, behind its head.
    fn events(&self, query: &str) -> BufReader<TcpStream> {
        let mut stream = self.connect();
        let request = format!(
            "GET /-/reload{query} HTTP/1.1\r\nHost: localhost:{}\r\nAccept: text/event-stream\r\n\r\n",
            self.port
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut stream = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            stream.read_line(&mut head).expect("a head");
        }
        assert!(
            head.contains("200 OK") && head.contains("text/event-stream"),
            "{head}"
        );
        stream
    }
}

impl Reply {
    fn of(bytes: &[u8]) -> Reply {
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no head in {} bytes", bytes.len()));
        let head = String::from_utf8_lossy(&bytes[..end]).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok());
        Reply {
            status: status.expect("a status"),
            body: bytes[end + 4..].to_vec(),
            head,
        }
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The state of the page, as its script knows it.
    fn version(&self) -> String {
        let text = self.text();
        let version = text.split("data-version=\"").nth(1);
        let version = version.and_then(|it| it.split('"').next());
        version.expect("a page has a script").to_owned()
    }
}

/// Reads events until one that a condition holds for; fails where none comes in time.
fn event(events: &mut BufReader<TcpStream>, holds: impl Fn(&str) -> bool) -> String {
    let mut seen = String::new();
    loop {
        let mut event = String::new();
        while !event.ends_with("\n\n") {
            // Each piece of a body that comes in pieces begins with a line of its length.
            let mut line = String::new();
            let count = events.read_line(&mut line);
            assert!(count.is_ok_and(|it| it > 0), "no event after {seen}");
            if line.ends_with("\r\n") {
                continue;
            }
            event.push_str(&line);
        }
        if holds(&event) {
            return event;
        }
        seen.push_str(&event);
    }
}

fn write(sandbox: &Sandbox, path: &str, text: &str) {
    fs::write(sandbox.path(path), text).expect("a file can be written");
}

/// A page as `build` writes it: without the script and what lets it run.
fn without_script(page: &str) -> String {
    let (before, rest) = page
        .split_once("<script src=\"/-/serve.js\"")
        .expect("a script");
    let (_, after) = rest.split_once("</script>\n").expect("its end");
    format!("{before}{after}")
}

#[test]
fn what_is_served_is_what_build_writes() {
    let sandbox = Sandbox::with_site().file("glotta.yml", "search: codes\nredirects:\n  old: a\n");
    assert_eq!(sandbox.run("build").code, Some(0));
    let server = Server::start(&sandbox, "--port 0");
    let files = sandbox.tree("public");
    assert!(files.len() > 20, "{}", files.len());
    for (path, bytes) in files {
        if path.starts_with('.') {
            assert_ne!(server.get(&format!("/{path}")).status, 200, "{path}");
            continue;
        }
        let reply = server.get(&format!("/{path}"));
        assert_eq!(reply.status, 200, "{path}");
        let is_page = path.ends_with(".html") && reply.text().contains("/-/serve.js");
        match is_page {
            true => {
                let page = without_script(&reply.text());
                let page = page.replace("; script-src 'self'; connect-src 'self'\">", "\">");
                assert_eq!(page, String::from_utf8_lossy(&bytes), "{path}");
            }
            false => assert!(reply.body == bytes, "{path}"),
        }
    }
}

#[test]
fn only_this_machine_is_answered_and_only_in_pages_of_the_site() {
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/.secret.txt", "secret");
    let server = Server::start(&sandbox, "--port 0");
    let port = server.port;
    for (path, status) in [
        ("/", 200),
        ("/fi-fi/", 200),
        ("/fi-fi", 307),
        ("/fi-fi/a.html", 200),
        ("/fi-fi/a.md", 200),
        ("/fi-fi/none.html", 404),
        ("/fi-fi/.secret.txt", 400),
        ("/%2e%2e/glotta.yml", 400),
        ("//evil.example/%2f..", 400),
        ("/docs-src/fi-fi/a.md", 404),
        ("/-/other", 404),
        ("/%", 404),
        ("/%ff", 404),
        ("/%0d%0aa", 400),
    ] {
        assert_eq!(server.get(path).status, status, "{path}");
    }
    let reply = server.get("/fi-fi/a.html");
    for header in [
        "cache-control: no-store",
        "x-content-type-options: nosniff",
        "content-type: text/html; charset=utf-8",
    ] {
        assert!(reply.head.contains(header), "{}", reply.head);
    }
    let ask = |method: &str, host: &str, more: &str| {
        let request = format!(
            "{method} /fi-fi/a.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
        );
        server.ask(&request).status
    };
    assert_eq!(ask("GET", &format!("localhost:{port}"), ""), 200);
    assert_eq!(ask("GET", &format!("[::1]:{port}"), ""), 200);
    assert_eq!(ask("GET", &format!("evil.example:{port}"), ""), 421);
    assert_eq!(
        ask(
            "POST",
            &format!("localhost:{port}"),
            "Content-Length: 0\r\n"
        ),
        405
    );
    let foreign = format!(
        "GET /-/reload HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n"
    );
    assert_eq!(server.ask(&foreign).status, 403);
}

#[test]
fn a_page_reloads_once_it_is_another_and_only_then() {
    let sandbox = Sandbox::with_site().file("docs-src/fi-fi/b.md", "# B\n\nText.\n");
    let sandbox = sandbox.file("docs-src/pt-br/b.md", "# B\n\nTexto.\n");
    let server = Server::start(&sandbox, "--port 0");
    let version = server.get("/fi-fi/a.html").version();
    let other = server.get("/pt-br/b.html").version();
    let mut changed = server.events(&format!("?page=fi-fi/a.html&version={version}"));
    let mut same = server.events(&format!("?page=pt-br/b.html&version={other}"));
    event(&mut changed, |it| it.contains("event: findings"));
    event(&mut same, |it| it.contains("event: findings"));
    write(
        &sandbox,
        "docs-src/fi-fi/a.md",
        &format!("{ARTICLE}\nUusi lause.\n"),
    );
    event(&mut changed, |it| it.contains("event: reload"));
    assert!(server.get("/fi-fi/a.html").text().contains("Uusi lause."));
    // The other page stays: what it is told next is what was found.
    let next = event(&mut same, |_| true);
    assert!(next.contains("event: findings"), "{next}");
    // A page that is not there yet comes by itself.
    let missing = server.get("/fi-fi/new.html");
    assert_eq!(missing.status, 404);
    let mut waiting = server.events(&format!(
        "?page=fi-fi/new.html&version={}",
        missing.version()
    ));
    write(&sandbox, "docs-src/fi-fi/new.md", "# New\n");
    event(&mut waiting, |it| it.contains("event: reload"));
    assert_eq!(server.get("/fi-fi/new.html").status, 200);
    // A page that is older than the site, as after the server was started again, reloads at once.
    let mut late = server.events("?page=fi-fi/a.html&version=0");
    let first = event(&mut late, |_| true);
    assert!(first.contains("event: reload"), "{first}");
}

#[test]
fn a_picture_that_comes_back_is_shown_again() {
    let article = format!("{ARTICLE}\n![x](media/x.png)\n");
    let sandbox = Sandbox::with_site()
        .file("docs-src/fi-fi/a.md", &article)
        .file("docs-src/fi-fi/media/x.png", "one")
        .file("docs-src/pt-br/b.md", "# B\n");
    let server = Server::start(&sandbox, "--port 0");
    // Each is opened as browsers open it: with the version that they have got last.
    let open = |page: &str| {
        let version = server.get(&format!("/{page}")).version();
        server.events(&format!("?page={page}&version={version}"))
    };
    let (mut shown, mut hidden) = (open("fi-fi/a.html"), open("pt-br/b.html"));
    let file = sandbox.path("docs-src/fi-fi/media/x.png");
    let media = sandbox.path("docs-src/fi-fi/media");
    fs::write(&file, "two").expect("a file can be written");
    event(&mut shown, |it| it.contains("event: reload"));
    assert_eq!(server.get("/fi-fi/media/x.png").body, b"two");
    for path in [&file, &media] {
        let mut before = open("fi-fi/a.html");
        fs::rename(path, sandbox.path("kept")).expect("it can be moved");
        event(&mut before, |it| it.contains("event: reload"));
        let gone = server.get("/fi-fi/a.html").version();
        let mut listening = server.events(&format!("?page=fi-fi/a.html&version={gone}"));
        fs::rename(sandbox.path("kept"), path).expect("it can be moved");
        event(&mut listening, |it| it.contains("event: reload"));
        assert_eq!(server.get("/fi-fi/media/x.png").body, b"two");
        // Who did not listen meanwhile is told at once.
        let mut late = server.events(&format!("?page=fi-fi/a.html&version={gone}"));
        let first = event(&mut late, |_| true);
        assert!(first.contains("event: reload"), "{first}");
    }
    event(&mut hidden, |it| it.contains("event: reload"));
    // Nor is one forgotten that changes while no site can be read.
    write(&sandbox, "glotta.yml", "sauce: docs\n");
    let mut open_again = open("fi-fi/a.html");
    event(&mut open_again, |it| it.contains("sauce"));
    let version = server.get("/fi-fi/a.html").version();
    fs::write(&file, "three").expect("a file can be written");
    std::thread::sleep(Duration::from_millis(300));
    fs::remove_file(sandbox.path("glotta.yml")).expect("it is there");
    event(&mut open_again, |it| it.contains("event: reload"));
    assert_ne!(server.get("/fi-fi/a.html").version(), version);
}

#[test]
fn a_status_page_that_is_seen_again_is_the_newest() {
    let sandbox = Sandbox::with_site();
    let server = Server::start(&sandbox, "--port 0");
    let old = server.get("/status/fi-fi.html").version();
    let mut page = server.events("?page=fi-fi/a.html&version=0");
    event(&mut page, |it| it.contains("event: reload"));
    let again = |version: &str| {
        let mut events = server.events(&format!("?page=status/fi-fi.html&version={version}"));
        event(&mut events, |_| true)
    };
    assert!(again(&old).contains("event: findings"));
    let version = server.get("/fi-fi/a.html").version();
    let mut page = server.events(&format!("?page=fi-fi/a.html&version={version}"));
    let faulty = format!("{ARTICLE}\n[x](none.md)\n");
    write(&sandbox, "docs-src/fi-fi/a.md", &faulty);
    event(&mut page, |it| it.contains("broken-internal-link"));
    assert!(again(&old).contains("event: reload"));
    let new = server.get("/status/fi-fi.html");
    assert!(new.text().contains("broken-internal-link"));
    assert!(again(&new.version()).contains("event: findings"));
    assert!(again(&old).contains("event: reload"));
}

#[test]
fn a_page_is_told_what_was_found_in_it() {
    let sandbox = Sandbox::with_site();
    let server = Server::start(&sandbox, "--port 0");
    let version = server.get("/fi-fi/a.html").version();
    let mut events = server.events(&format!("?page=fi-fi/a.html&version={version}"));
    let none = event(&mut events, |it| it.contains("event: findings"));
    assert!(none.contains("\"findings\":[]"), "{none}");
    write(
        &sandbox,
        "docs-src/fi-fi/a.md",
        &format!("{ARTICLE}\n[x](none.md)\n"),
    );
    let found = event(&mut events, |it| it.contains("broken-internal-link"));
    assert!(
        found.contains("\"place\":\"docs-src/fi-fi/a.md:11:"),
        "{found}"
    );
    let status = server.get("/status/fi-fi.html");
    assert!(
        status.text().contains("broken-internal-link"),
        "{}",
        status.text()
    );
}

#[test]
fn broken_settings_and_templates_leave_the_last_good_site() {
    let sandbox = Sandbox::with_site();
    let server = Server::start(&sandbox, "--port 0");
    let version = server.get("/fi-fi/a.html").version();
    let mut events = server.events(&format!("?page=fi-fi/a.html&version={version}"));
    write(&sandbox, "glotta.yml", "sauce: docs\n");
    let told = event(&mut events, |it| it.contains("sauce"));
    assert!(told.contains("glotta.yml:1:1"), "{told}");
    assert_eq!(server.get("/fi-fi/a.html").version(), version);
    fs::remove_file(sandbox.path("glotta.yml")).expect("it is there");
    event(&mut events, |it| it.contains("\"findings\":[]"));
    for broken in ["{% if", "{{ nothing.at.all }}"] {
        fs::create_dir_all(sandbox.path("templates/html")).expect("a folder can be made");
        write(&sandbox, "templates/html/page.html", broken);
        let told = event(&mut events, |it| it.contains("templates/html/page.html:1:"));
        assert!(told.contains("event: findings"), "{told}");
        assert_eq!(server.get("/fi-fi/a.html").version(), version, "{broken}");
        fs::remove_file(sandbox.path("templates/html/page.html")).expect("it is there");
        event(&mut events, |it| it.contains("\"findings\":[]"));
    }
    // A folder that goes and comes back is seen again.
    fs::rename(sandbox.path("docs-src"), sandbox.path("elsewhere")).expect("it can be moved");
    event(&mut events, |it| it.contains("there is no folder"));
    assert_eq!(server.get("/fi-fi/a.html").status, 200);
    fs::rename(sandbox.path("elsewhere"), sandbox.path("docs-src")).expect("it can be moved");
    event(&mut events, |it| it.contains("\"findings\":[]"));
    write(
        &sandbox,
        "docs-src/fi-fi/a.md",
        &format!("{ARTICLE}\nTaas.\n"),
    );
    event(&mut events, |it| it.contains("event: reload"));
}

#[test]
fn another_source_is_followed_from_the_moment_it_is_named() {
    let other = format!("{ARTICLE}\nToinen.\n");
    let sandbox = Sandbox::with_site()
        .file("b/pt-br/a.md", ARTICLE)
        .file("b/fi-fi/a.md", other);
    let server = Server::start(&sandbox, "--port 0");
    let events = |server: &Server| {
        let version = server.get("/fi-fi/a.html").version();
        server.events(&format!("?page=fi-fi/a.html&version={version}"))
    };
    let mut first = events(&server);
    write(&sandbox, "glotta.yml", "source: b\n");
    event(&mut first, |it| it.contains("event: reload"));
    assert!(server.get("/fi-fi/a.html").text().contains("Toinen."));
    let mut second = events(&server);
    let third = format!("{ARTICLE}\nKolmas.\n");
    write(&sandbox, "b/fi-fi/a.md", &third);
    event(&mut second, |it| it.contains("event: reload"));
    assert!(server.get("/fi-fi/a.html").text().contains("Kolmas."));
    // A source that is not there yet is waited for.
    let mut last = events(&server);
    write(&sandbox, "glotta.yml", "source: c\n");
    event(&mut last, |it| it.contains("there is no folder"));
    fs::rename(sandbox.path("docs-src"), sandbox.path("c")).expect("it can be moved");
    event(&mut last, |it| it.contains("event: reload"));
}

#[test]
fn a_port_that_is_taken_is_said_and_the_usual_one_is_given_up() {
    let sandbox = Sandbox::with_site();
    let first = Server::start(&sandbox, "--port 0");
    let run = sandbox.run(&format!("serve --port {}", first.port));
    assert_eq!(run.code, Some(2), "{run:#?}");
    assert!(run.err.contains("name another with `--port`"), "{run:#?}");
    let [second, third] = [(); 2].map(|()| Server::start(&sandbox, ""));
    assert_ne!(second.port, third.port);
    let run = sandbox.run("serve --source nowhere");
    assert_eq!(run.code, Some(2), "{run:#?}");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_soon_and_well() {
    let sandbox = Sandbox::with_site();
    for signal in ["TERM", "INT"] {
        let mut server = Server::start(&sandbox, "--port 0");
        let _reader = server.events("");
        let begun = Instant::now();
        let id = server.child.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", signal, &id])
            .status();
        assert!(sent.is_ok_and(|it| it.success()));
        let code = server.child.wait().expect("it ends").code();
        assert_eq!(code, Some(0), "{signal}");
        assert!(begun.elapsed() < Duration::from_secs(1), "{signal}");
        let mut rest = String::new();
        drop(server.out.read_to_string(&mut rest));
    }
}

#[test]
fn check_looks_again_when_a_file_changes() {
    let sandbox = Sandbox::with_site();
    let mut child = sandbox
        .command("check --watch --format concise")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut words = BufReader::new(child.stderr.take().expect("it is piped"));
    let mut checked = || {
        let mut line = String::new();
        while !line.contains("checked in") {
            line.clear();
            assert!(
                words.read_line(&mut line).is_ok_and(|it| it > 0),
                "it ended"
            );
        }
    };
    checked();
    write(
        &sandbox,
        "docs-src/fi-fi/a.md",
        &format!("{ARTICLE}\n[x](none.md)\n"),
    );
    checked();
    write(&sandbox, "docs-src/fi-fi/a.md", ARTICLE);
    checked();
    drop(child.kill());
    drop(child.wait());
}
