//! Where the server listens, and by which names it is called.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs};

use crate::cli::arguments::ServeOptions;

/// The port where nobody names one, and how many are tried from there on.
const PORT: u16 = 8000;
const TRIES: u16 = 100;

/// Sockets that listen, and what they are called.
pub struct Addresses {
    pub listeners: Vec<TcpListener>,
    port: u16,
    /// The name that the command line gives, without brackets.
    host: Option<String>,
    /// Whether the usual port was taken.
    is_elsewhere: bool,
}

/// Why nothing listens.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    #[error(
        "port {port} cannot be listened at: {cause}\nhelp: name another with `--port`, or leave the option out to take a free one"
    )]
    Taken { port: u16, cause: io::Error },
    #[error("none of the ports {PORT} to {} is free\nhelp: name one with `--port`, or `--port 0` for any", PORT + TRIES - 1)]
    NoneFree,
    #[error(
        "there is no address `{host}` to listen at: {cause}\nhelp: give `--host` an address of this machine, such as 0.0.0.0 for all"
    )]
    NoHost { host: String, cause: io::Error },
}

impl Addresses {
    pub fn bind(options: &ServeOptions) -> Result<Addresses, AddressError> {
        let ports = match options.port {
            Some(port) => port..=port,
            None => PORT..=PORT + (TRIES - 1),
        };
        let host = options.host.as_deref();
        let host = host.map(|host| host.trim_matches(['[', ']']));
        for port in ports {
            match listeners(host, port) {
                Ok(listeners) => {
                    let own = listeners.first().and_then(|it| it.local_addr().ok());
                    return Ok(Addresses {
                        port: own.map_or(port, |address| address.port()),
                        listeners,
                        host: host.map(str::to_owned),
                        is_elsewhere: options.port.is_none() && port != PORT,
                    });
                }
                Err(AddressError::Taken { cause, .. })
                    if options.port.is_none() && cause.kind() == io::ErrorKind::AddrInUse => {}
                Err(error) => return Err(error),
            }
        }
        Err(AddressError::NoneFree)
    }

    /// The address to open.
    pub fn url(&self) -> String {
        let host = match self.host.as_deref() {
            None | Some("0.0.0.0" | "::") => "127.0.0.1".to_owned(),
            Some(host) => in_address(host),
        };
        format!("http://{host}:{}/", self.port)
    }

    pub fn greeting(&self) -> String {
        let instead = match self.is_elsewhere {
            true => format!(" (port {PORT} is taken)"),
            false => String::new(),
        };
        format!("Serving at {}{instead}, until Ctrl+C", self.url())
    }

    pub fn warning(&self) -> Option<String> {
        let is_open = |it: &TcpListener| it.local_addr().is_ok_and(|it| !it.ip().is_loopback());
        self.listeners.iter().any(is_open).then(|| {
            "warning: whoever reaches this machine can read the site, drafts and findings included"
                .to_owned()
        })
    }

    pub fn hosts(&self) -> Hosts {
        let is_open = self.warning().is_some();
        let mut names: BTreeSet<String> = ["localhost", "127.0.0.1", "[::1]"]
            .into_iter()
            .map(str::to_owned)
            .collect();
        names.extend(self.host.iter().map(|it| in_address(it).to_lowercase()));
        Hosts {
            names,
            port: self.port,
            is_open,
        }
    }
}

/// A host as it stands in an address: numbers of IPv6 in brackets (RFC 3986, section 3.2.2).
fn in_address(host: &str) -> String {
    match host.contains(':') {
        true => format!("[{host}]"),
        false => host.to_owned(),
    }
}

fn listeners(host: Option<&str>, port: u16) -> Result<Vec<TcpListener>, AddressError> {
    let taken = |cause| AddressError::Taken { port, cause };
    if let Some(host) = host {
        let none = |cause| AddressError::NoHost {
            host: host.to_owned(),
            cause,
        };
        let mut addresses = (host, port).to_socket_addrs().map_err(none)?;
        let address = addresses.next();
        let address =
            address.ok_or_else(|| none(io::Error::other("the name leads to no address")))?;
        return match TcpListener::bind(address) {
            Ok(listener) => Ok(vec![listener]),
            Err(cause) if cause.kind() == io::ErrorKind::AddrNotAvailable => Err(none(cause)),
            Err(cause) => Err(taken(cause)),
        };
    }
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(taken)?;
    let port = first.local_addr().map_err(taken)?.port();
    let second = SocketAddr::new(IpAddr::V6(Ipv6Addr::LOCALHOST), port);
    match TcpListener::bind(second) {
        Ok(second) => Ok(vec![first, second]),
        Err(cause) if cause.kind() == io::ErrorKind::AddrInUse => Err(taken(cause)),
        // Not every machine speaks IPv6.
        Err(_) => Ok(vec![first]),
    }
}

/// The names that browsers may call the server by: a name that somebody else's domain server gives to this machine is none, so that
/// no foreign page can read the site.
#[derive(Debug, Clone)]
pub struct Hosts {
    names: BTreeSet<String>,
    port: u16,
    is_open: bool,
}

impl Hosts {
    /// Whether the value of a `Host` is one of them.
    pub fn has(&self, host: &str) -> bool {
        let host = host.trim().to_ascii_lowercase();
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
            _ => (host.as_str(), None),
        };
        let is_own = port.is_none_or(|port| port.parse() == Ok(self.port));
        is_own && (self.names.contains(name) || self.is_open && is_literal(name))
    }

    /// Whether a page of this server asks: its origin is the server itself.
    pub fn is_origin(&self, origin: &str) -> bool {
        let host = origin.strip_prefix("http://");
        host.is_some_and(|host| host.contains(':') && self.has(host))
    }
}

/// Nobody's domain server gives a number to this machine.
fn is_literal(name: &str) -> bool {
    name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_brackets_once() {
        for (host, url) in [
            (None, "http://127.0.0.1:8000/"),
            (Some("0.0.0.0"), "http://127.0.0.1:8000/"),
            (Some("::1"), "http://[::1]:8000/"),
            (Some("docs.example"), "http://docs.example:8000/"),
        ] {
            let addresses = Addresses {
                listeners: Vec::new(),
                port: 8000,
                host: host.map(str::to_owned),
                is_elsewhere: false,
            };
            assert_eq!(addresses.url(), url);
            let own = url.trim_start_matches("http://").trim_end_matches('/');
            assert!(addresses.hosts().has(own), "{own}");
        }
    }

    #[test]
    fn only_own_names_are_answered() {
        let mut hosts = Hosts {
            names: ["localhost", "127.0.0.1", "[::1]"]
                .map(str::to_owned)
                .into(),
            port: 8000,
            is_open: false,
        };
        for (host, expected) in [
            ("localhost", true),
            ("LOCALHOST:8000", true),
            ("127.0.0.1:8000", true),
            ("[::1]:8000", true),
            ("[::1]", true),
            ("localhost:8001", false),
            ("localhost.evil.example:8000", false),
            ("evil.example", false),
            ("192.168.0.1:8000", false),
            ("", false),
        ] {
            assert_eq!(hosts.has(host), expected, "{host}");
        }
        hosts.is_open = true;
        assert!(hosts.has("192.168.0.1:8000") && !hosts.has("evil.example:8000"));
        assert!(hosts.is_origin("http://localhost:8000") && !hosts.is_origin("null"));
        assert!(
            !hosts.is_origin("http://127.0.0.1:1") && !hosts.is_origin("https://localhost:8000")
        );
    }
}
