// The button that turns a page dark or light.
(() => {
  "use strict";
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches);

  const turn = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private windows keep nothing */ }
  };

  for (const button of document.querySelectorAll(".theme")) {
    button.hidden = false;
    button.addEventListener("click", turn);
  }
})();
