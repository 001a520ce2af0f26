// Makes pages a little handier. Everything can be read without it.
"use strict";
(() => {
  const root = document.documentElement;
  const store = {
    get: () => { try { return localStorage.getItem("theme"); } catch { return null; } },
    set: (theme) => { try { localStorage.setItem("theme", theme); } catch { /* nothing is kept in private windows */ } },
  };

  // This runs before the page is painted, so that a chosen theme never flashes.
  const chosen = store.get();
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;

  const theme = (button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      store.set(root.dataset.theme);
    });
  };

  // Rows and sections have the same names in all languages: changing the language keeps the place.
  const languages = (menu) => {
    for (const link of menu.querySelectorAll("a:not(.elsewhere)")) {
      const href = link.getAttribute("href");
      link.addEventListener("click", () => link.setAttribute("href", href + location.hash));
    }
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  };

  const copy = (block) => {
    const { copy, copied, lang } = document.body.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    if (lang) button.lang = lang;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("pre").textContent);
      button.textContent = copied;
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    block.append(button);
  };

  const contents = (list) => {
    const links = new Map();
    for (const link of list.querySelectorAll("a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
    let here = null;
    const seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        here?.classList.remove("here");
        here = links.get(target.id);
        here?.classList.add("here");
      }
    }, { rootMargin: "-10% 0px -70% 0px" });
    for (const id of links.keys()) {
      const heading = document.getElementById(id);
      if (heading) seen.observe(heading);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".theme").forEach(theme);
    document.querySelectorAll(".languages").forEach(languages);
    document.querySelectorAll(".contents").forEach(contents);
    if (navigator.clipboard) document.querySelectorAll(".code").forEach(copy);
  });
})();
