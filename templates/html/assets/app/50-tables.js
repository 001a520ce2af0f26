// Tables as data: a box that filters rows, buttons that copy keys, hints that Escape puts away.
(() => {
  "use strict";
  const GAP = "{}";
  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  // Letters without accents and case, as they are typed; and codes without the zeros that nobody types.
  const plain = (text) => text.normalize("NFKD").replace(/[\p{M}\u00ad\u200b\u2060\ufeff]/gu, "").toUpperCase();
  const short = (text) => text.replace(/\b0X0+(?=[\dA-F])/g, "0X");
  const words = (text) => plain(text).split(/\s+/).filter(Boolean).map((word) => [word, short(word.replace(/^([\dA-F]+)H$/, "0X$1"))]);
  const textOf = (row) => {
    const text = plain([...row.cells].map((cell) => cell.textContent).join("\n"));
    return `${text}\n${short(text)}`;
  };

  const filter = (box) => {
    const { filter: name, found, lang } = box.dataset;
    const rows = [...box.querySelectorAll("tbody tr")];
    const line = make("p", { className: "filter", ...(lang && { lang }) });
    const label = make("label", { textContent: name });
    const input = make("input", { type: "search", autocomplete: "off", spellcheck: false });
    const count = make("output");
    let texts;
    const apply = () => {
      const wanted = words(input.value);
      texts ??= rows.map(textOf);
      rows.forEach((row, at) => { row.hidden = !wanted.every((forms) => forms.some((form) => texts[at].includes(form))); });
      count.value = wanted.length ? found.replace(GAP, rows.filter((row) => !row.hidden).length) : "";
    };
    box.clear = () => { input.value = ""; apply(); };
    input.addEventListener("input", apply);
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") box.clear(); });
    label.append(input);
    line.append(label, count);
    box.before(line);
  };

  // A link to a row that is filtered away brings it back.
  const reveal = () => {
    const row = document.querySelector("tr[hidden]:target");
    row?.closest(".table").clear();
    row?.scrollIntoView();
  };

  const spoken = document.body.dataset.lang;
  const status = make("p", { className: "hidden", role: "status", ...(spoken && { lang: spoken }) });
  const offer = (box, key) => {
    const { copy, lang } = box.dataset;
    const name = copy.replace(GAP, key.textContent);
    const button = make("button", { type: "button", className: "copy-key", ...(lang && { lang }), title: name, ariaLabel: name });
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(key.textContent);
      button.classList.add("copied");
      status.textContent = document.body.dataset.copied;
      setTimeout(() => {
        button.classList.remove("copied");
        status.textContent = "";
      }, 2000);
    });
    key.after(button);
  };

  document.querySelectorAll(".table[data-filter]").forEach(filter);
  addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => { if (event.target.closest("a")) setTimeout(reveal); });
  if (navigator.clipboard) {
    for (const box of document.querySelectorAll(".table[data-copy]")) {
      for (const key of box.querySelectorAll(".row:has(> code)")) offer(box, key);
    }
    document.body.append(status);
  }

  // A hint stands above its code where the page or the table's box ends soon below.
  const place = ({ target }) => {
    const code = target.closest?.(".cite");
    const end = code?.closest(".wide")?.getBoundingClientRect().bottom ?? innerHeight;
    code?.classList.toggle("up", Math.min(end, innerHeight) - code.getBoundingClientRect().bottom < 150);
  };
  for (const begin of ["pointerover", "focusin"]) document.addEventListener(begin, place);

  const hints = document.documentElement.classList;
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hints.add("quiet"); });
  for (const end of ["pointerout", "focusout"]) document.addEventListener(end, () => hints.remove("quiet"));
})();
