// Reloads a served page where its reader is, and shows what was found in it. It is no part of the published site.
(() => {
  "use strict";
  const { version } = document.currentScript.dataset;
  // What was asked for, coded as it is: the page that says that there is nothing stands at any address.
  const page = location.pathname.slice(1).replaceAll("&", "%26");
  const PLACE = `glotta-place:${location.pathname}`;
  const DISMISSED = `glotta-dismissed:${location.pathname}`;

  const remember = (key, value) => {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
    } catch {
      // A browser that keeps nothing shows the top of the page.
    }
  };
  const recall = (key) => {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  };

  // What is open is known by its place among its like: a summary may be edited.
  const details = () => [...document.querySelectorAll("details")];

  // The last named place above the middle of the window: what is edited above it must not move it.
  const landmark = () => {
    let found = null;
    for (const element of document.querySelectorAll("[id]")) {
      const box = element.getBoundingClientRect();
      if (box.height === 0 && box.width === 0) continue;
      if (box.top > innerHeight / 2) break;
      if (box.top > -innerHeight) found = { id: element.id, top: box.top };
    }
    return found;
  };

  const leave = () => {
    const open = details().map((element) => element.open);
    const place = { x: scrollX, y: scrollY, landmark: landmark(), open, focus: document.activeElement?.id || null };
    remember(PLACE, JSON.stringify(place));
    location.reload();
  };

  const comeBack = () => {
    const kept = recall(PLACE);
    if (!kept) return;
    remember(PLACE, null);
    const place = JSON.parse(kept);
    const now = details();
    if (now.length === place.open.length) now.forEach((element, at) => { element.open = place.open[at]; });
    const scroll = () => {
      const element = place.landmark && document.getElementById(place.landmark.id);
      if (element && scrollY + element.getBoundingClientRect().top > 0 && place.y > 0) {
        scrollTo({ left: place.x, top: scrollY + element.getBoundingClientRect().top - place.landmark.top, behavior: "instant" });
      } else {
        scrollTo({ left: place.x, top: place.y, behavior: "instant" });
      }
    };
    if (place.focus) document.getElementById(place.focus)?.focus({ preventScroll: true });
    scroll();
    // Pictures may still come, and browsers put pages where they were before.
    addEventListener("load", scroll, { once: true });
  };

  const STYLE = `
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-block-size: 45vh; overflow: auto; box-sizing: border-box;
      padding: 0.75rem 1rem; font: 0.9rem/1.45 system-ui, sans-serif; color-scheme: light dark;
      color: light-dark(#1b1b1f, #f2f2f5); background: light-dark(#fffdf7, #232329); border-block-start: 3px solid light-dark(#a32020, #ff8f8f); }
    header { display: flex; gap: 1rem; align-items: center; justify-content: space-between; }
    h2 { font-size: 1rem; margin: 0; }
    ul { margin: 0.5rem 0 0; padding: 0; list-style: none; }
    li { padding-block: 0.4rem; border-block-start: 1px solid light-dark(#ddd8cc, #44444d); overflow-wrap: anywhere; }
    code { font: 0.85rem ui-monospace, monospace; }
    p { margin: 0.15rem 0 0; white-space: pre-wrap; }
    strong.error { color: light-dark(#a32020, #ff8f8f); } strong.warning { color: light-dark(#7a4b00, #ffc46b); }
    strong.info { color: light-dark(#1d4f91, #9cc4ff); }
    button { font: inherit; padding: 0.25rem 0.75rem; border: 1px solid currentColor; border-radius: 4px; background: none; color: inherit;
      cursor: pointer; min-block-size: 2rem; }
    button:focus-visible { outline: 3px solid light-dark(#1d4f91, #9cc4ff); outline-offset: 2px; }
    @media print { section { display: none; } }`;

  let host = null;
  let shown = null;

  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const dismiss = () => {
    remember(DISMISSED, shown);
    host?.remove();
    host = null;
  };

  const item = (finding) => {
    const li = make("li");
    li.append(make("strong", finding.severity, finding.severity), " ", make("code", finding.place), " ", finding.message);
    if (finding.rule) li.append(" ", make("code", `[${finding.rule}]`));
    if (finding.note) li.append(make("p", `note: ${finding.note}`));
    if (finding.help) li.append(make("p", `help: ${finding.help}`));
    return li;
  };

  const show = (text) => {
    const { title, findings } = JSON.parse(text);
    shown = text;
    if (findings.length === 0) {
      host?.remove();
      host = null;
      return;
    }
    if (recall(DISMISSED) === text) return;
    remember(DISMISSED, null);
    const isNew = host === null;
    host ??= make("div");
    host.lang = "en";
    host.dir = "ltr";
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    // A style sheet of a script is none of those that the policy of the page forbids.
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const section = make("section");
    section.setAttribute("role", "region");
    section.setAttribute("aria-labelledby", "title");
    section.tabIndex = 0;
    const header = make("header");
    const heading = make("h2", title);
    heading.id = "title";
    heading.setAttribute("role", "status");
    const button = make("button", "Dismiss (Esc)");
    button.type = "button";
    button.addEventListener("click", dismiss);
    header.append(heading, button);
    const list = make("ul");
    list.append(...findings.map(item));
    section.append(header, list);
    root.replaceChildren(section);
    if (isNew) document.body.append(host);
  };

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && host && !event.defaultPrevented && !document.querySelector("dialog[open]")) dismiss();
  });

  // Browsers open six connections to a server, for all of its pages together: a page that nobody sees holds none. What it has missed it is
  // told as soon as it listens again.
  let events = null;
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource(`/-/reload?page=${page}&version=${version}`);
    // A server that was stopped and started again is found by the browser itself.
    events.addEventListener("reload", leave);
    events.addEventListener("findings", (event) => show(event.data));
  };
  const rest = () => {
    events?.close();
    events = null;
  };
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  document.addEventListener("visibilitychange", () => { if (document.hidden) rest(); else listen(); });

  comeBack();
  listen();
})();
