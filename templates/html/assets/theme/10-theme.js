// Runs before the page is painted, so that a chosen theme never flashes.
"use strict";
(() => {
  let theme;
  try { theme = localStorage.getItem("theme"); } catch { /* private windows keep nothing */ }
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
  document.documentElement.classList.add("scripted");
})();
