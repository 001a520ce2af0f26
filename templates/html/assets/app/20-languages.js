// Rows and sections have the same names in all languages: changing the language keeps the place.
(() => {
  "use strict";
  const prepare = (menu) => {
    for (const link of menu.querySelectorAll("a:not(.elsewhere)")) {
      const href = link.getAttribute("href");
      link.addEventListener("click", () => link.setAttribute("href", href + location.hash));
    }
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  };

  document.querySelectorAll(".languages").forEach(prepare);
})();
