// Rows and sections have the same names in all languages: changing the language keeps the place.
(() => {
  "use strict";
  // What the address names as long as it is in view, else the part of the page that is being read.
  const place = () => {
    const box = document.querySelector(":target")?.getBoundingClientRect();
    const isSeen = box && box.bottom > 0 && box.top < innerHeight;
    return (isSeen && location.hash) || document.querySelector(".contents [aria-current]")?.hash || location.hash;
  };

  const prepare = (menu) => {
    for (const link of menu.querySelectorAll("a:not(.elsewhere)")) {
      const href = link.getAttribute("href");
      link.addEventListener("click", () => link.setAttribute("href", href + place()));
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
