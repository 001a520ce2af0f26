// The button that goes from the system's colours to light ones, to dark ones, and back.
(() => {
  "use strict";
  const root = document.documentElement;
  const next = { system: "light", light: "dark", dark: "system" };
  const state = () => root.dataset.theme ?? "system";

  const say = (button) => {
    const words = button.dataset[state()];
    button.setAttribute("aria-label", words);
    button.title = words;
  };

  const keep = (theme) => {
    try {
      if (theme === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", theme);
    } catch { /* private windows keep nothing */ }
  };

  const turn = () => {
    const theme = next[state()];
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    keep(theme);
  };

  // The browser's own bar takes the colour of the page, whatever the system prefers.
  const metas = [...document.querySelectorAll('meta[name="theme-color"]')].map((meta) => [meta, meta.media]);
  const paint = () => {
    for (const [meta, media] of metas) {
      const chosen = media.includes(state()) ? "all" : "not all";
      meta.media = state() === "system" ? media : chosen;
    }
  };

  for (const button of document.querySelectorAll(".theme")) {
    say(button);
    button.addEventListener("click", () => { turn(); say(button); paint(); });
  }
  paint();
})();
