//! Puts the script into a served page that reloads it and shows what was found in it.

use data_encoding::HEXLOWER;
use sha1::{Digest, Sha1};

/// The folder of what is served besides the site. No language has such a name.
pub const FOLDER: &str = "-/";
pub const SCRIPT: &str = "-/serve.js";
pub const RELOAD: &str = "-/reload";

/// The script itself.
pub const CLIENT: &str = include_str!("client.js");

/// What tells one state of a page from another.
pub fn version(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha1::digest(bytes)[..8])
}

/// Returns a page with the script behind all else, and with a policy that lets it run.
///
/// A page that leads on at once has none: nobody sees it.
pub fn with_script(html: &str, version: &str) -> String {
    if html.contains("http-equiv=\"refresh\"") {
        return html.to_owned();
    }
    let tag = format!("<script src=\"/{SCRIPT}\" defer data-version=\"{version}\"></script>\n");
    let html = with_policy(html);
    let at = html.rfind("</body>").unwrap_or(html.len());
    format!("{}{tag}{}", &html[..at], &html[at..])
}

/// Pages without scripts of their own forbid all of them.
fn with_policy(html: &str) -> String {
    const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let Some(start) = html.find(POLICY).map(|at| at + POLICY.len()) else {
        return html.to_owned();
    };
    let end = html[start..].find('"').map_or(html.len(), |at| start + at);
    let policy = &html[start..end];
    let wanted = ["script-src", "connect-src"].into_iter();
    let lacking = wanted.filter(|name| !policy.contains(name));
    let added: String = lacking.map(|name| format!("; {name} 'self'")).collect();
    format!("{}{added}{}", &html[..end], &html[end..])
}

/// A page that says why there is no other.
pub fn failure(message: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page cannot be made</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n</head>\n<body>\n<main>\n\
         <h1>This page cannot be made</h1>\n<pre>{}</pre>\n</main>\n</body>\n</html>\n",
        glotta::render::escaped(message)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_run_the_script_and_stays_what_it_is() {
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">";
        let page = with_script(&format!("{policy}<body>a</body>"), "1f");
        let tag = "<script src=\"/-/serve.js\" defer data-version=\"1f\"></script>\n";
        let policy = policy.replace("\">", "; connect-src 'self'\">");
        assert_eq!(page, format!("{policy}<body>a{tag}</body>"));
        let leads_on = "<meta http-equiv=\"refresh\" content=\"0; url=b\">";
        assert_eq!(with_script(leads_on, "1"), leads_on);
    }
}
