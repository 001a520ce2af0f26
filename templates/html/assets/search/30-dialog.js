// The dialogue: a field, what is found under it, and the keys that lead through both.
(() => {
  "use strict";
  const search = self.glottaSearch;
  const { say, count, lang } = search.words;

  // As long as a reader is expected to go on typing.
  const pause = 150;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const field = element("input", {
    type: "search",
    id: "search-field",
    "aria-label": say.field,
    "aria-describedby": "search-status",
    placeholder: say.field,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "go",
  });
  const close = element("button", { type: "button", class: "search-close" }, say.close);
  const status = element("p", { id: "search-status", role: "status", dir: "auto" });
  const note = element("p", { class: "search-note", dir: "auto", hidden: "" });
  const codes = element("section", { "aria-labelledby": "search-codes", hidden: "" },
    element("h2", { id: "search-codes" }, say.codes), element("ul", {}));
  const pages = element("section", { "aria-labelledby": "search-pages", hidden: "" },
    element("h2", { id: "search-pages" }, say.pages), element("ul", {}));
  const key = (name, text) => element("span", {}, element("kbd", {}, name), " " + text);
  const keys = element("p", { class: "search-keys", "aria-hidden": "true" },
    key("↑ ↓", say.move), key("↵", say.open), key("Esc", say.close));
  const dialog = element("dialog", { class: "search", "aria-label": say.dialog, lang: lang },
    element("div", { class: "search-head", role: "search" }, field, close),
    element("div", { class: "search-found" }, note, codes, pages),
    element("div", { class: "search-foot" }, status, keys));

  // Texts of the page are in the language of the page, whatever the words around them are in.
  const content = lang ? document.documentElement.lang : null;

  // Pagefind marks words in HTML that has no other element.
  const marked = (excerpt) => excerpt.split(/<\/?mark>/).map((part, at) => {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("\u200b", "");
    return at % 2 === 1 ? element("mark", {}, text) : text;
  });

  const code = (found) => element("li", { lang: content }, element("a", {
    href: new URL(found.path, search.root).href,
    hreflang: found.lang,
  },
  element("span", { class: "search-names" }, ...found.names.flatMap((name) => [element("code", { translate: "no", dir: "ltr" }, name), " "])),
  element("span", { class: "search-message", lang: found.lang }, found.message),
  element("span", { class: "search-where" },
    element("span", { lang: found.lang }, found.title), found.said ? " · " + found.said : "")));

  const place = (part) => element("li", {}, element("a", { href: part.url },
    element("span", { class: "search-place" }, part.title),
    element("span", { class: "search-excerpt" }, ...marked(part.excerpt))));

  const page = (found) => {
    const link = element("a", { href: found.url }, element("span", { class: "search-title" }, found.title));
    if (found.places.length === 0) {
      link.append(element("span", { class: "search-excerpt" }, ...marked(found.excerpt)));
      return element("li", { lang: content }, link);
    }
    return element("li", { lang: content }, link, element("ul", {}, ...found.places.map(place)));
  };

  const links = () => [...dialog.querySelectorAll(".search-found a")];

  // The first result shows that Enter opens it.
  const fill = (section, items) => {
    section.querySelector("ul").replaceChildren(...items);
    section.hidden = items.length === 0;
    links().forEach((link, at) => link.classList.toggle("search-first", at === 0));
  };

  const tell = (text) => { if (status.textContent !== text) status.textContent = text; };
  const counted = (number) => count[Math.min(number, count.length - 1)];

  const warn = (text) => {
    note.textContent = text;
    note.hidden = text === "";
  };

  // Where the full text is, where there is one.
  let address = null;
  let round = 0;
  let timer = 0;

  const findText = async (text, already, isCurrent) => {
    try {
      const found = await search.text(text, address, isCurrent);
      if (found === null) return;
      warn("");
      fill(pages, found.map(page));
      tell(counted(already + found.length));
    } catch {
      if (!isCurrent()) return;
      fill(pages, []);
      warn(say.failed);
      tell(counted(already));
    }
  };

  // Codes are there at once; words wait until the reader pauses.
  const find = () => {
    clearTimeout(timer);
    round += 1;
    const own = round;
    const text = field.value.trim();
    const found = search.codes(text);
    fill(codes, found.map(code));
    if (text === "") {
      fill(pages, []);
      tell("");
    } else if (address === null) {
      tell(counted(found.length));
    } else {
      // However a code was typed, texts spell it as its row does.
      const words = /\s/.test(text) ? text : found[0]?.meant ?? text;
      timer = setTimeout(findText, pause, words, found.length, () => own === round);
    }
  };

  const move = (by) => {
    const all = links();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement) + by;
    (at < 0 ? field : all[Math.min(at, all.length - 1)]).focus();
  };

  const onKey = (event) => {
    const inField = event.target === field;
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp" && !inField) move(-1);
    else if (event.key === "Escape") dialog.close();
    else if (event.key === "Enter" && inField) links()[0]?.click();
    else return;
    event.preventDefault();
  };

  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest(".search-close, a")) dialog.close();
  });
  // While a word is put together from keys, as in Chinese, it is none yet.
  field.addEventListener("input", (event) => { if (!event.isComposing) find(); });
  field.addEventListener("compositionend", find);
  document.body.append(dialog);

  const prepare = (fullText) => {
    if (!fullText) return;
    if (!search.fetches) {
      warn(say.file);
      return;
    }
    address = fullText;
    search.prepare(address).catch(() => {});
  };

  // Opens with what the reader has typed already, else with the text of last time, which typing replaces.
  search.open = (button, typed) => {
    if (dialog.open) return;
    prepare(button.dataset.fullText);
    dialog.showModal();
    field.focus();
    if (typed === "") {
      field.select();
      return;
    }
    field.value = typed;
    find();
  };
})();
