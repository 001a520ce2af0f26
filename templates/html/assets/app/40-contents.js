// The table of contents follows the reading; it and the tree of the site show the reader's place in them.
(() => {
  "use strict";

  // Moves a list and never the page.
  const reveal = (box, item) => {
    const [frame, place] = [box.getBoundingClientRect(), item.getBoundingClientRect()];
    const isSeen = place.top >= frame.top && place.bottom <= frame.bottom;
    if (!isSeen) box.scrollTop += place.top - frame.top - (frame.height - place.height) / 2;
  };

  // The line that a heading has to pass: near the end of the page it sinks, so that the last sections have their turn.
  const line = () => {
    const way = document.documentElement.scrollHeight - innerHeight;
    const end = Math.min(innerHeight, way);
    const near = end > 0 ? Math.max(0, 1 - (way - scrollY) / end) : 0;
    return innerHeight * (0.25 + 0.75 * near);
  };

  const partsOf = (list) => [...list.querySelectorAll("a")]
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ heading }) => heading);

  const follow = (list) => {
    const parts = partsOf(list);
    let here;
    let chosen;

    const read = () => {
      const limit = line();
      return parts.findLast(({ heading }) => heading.getClientRects().length
        && heading.getBoundingClientRect().top <= limit);
    };

    const mark = () => {
      // What a reader went to is where she is, until she moves on.
      if (chosen && Math.abs(chosen.top - scrollY) > 8) chosen = undefined;
      const part = chosen?.part ?? read();
      if (part === here) return;
      here?.link.removeAttribute("aria-current");
      here = part;
      here?.link.setAttribute("aria-current", "location");
      if (here) reveal(list, here.link);
    };

    // The part that is, or that holds, what the address names.
    const named = () => {
      const target = document.querySelector(":target");
      const isBefore = ({ heading }) => heading === target
        || (heading.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
      return target && parts.findLast(isBefore);
    };

    const go = () => {
      const part = named();
      chosen = part && { part, top: scrollY };
      mark();
    };

    let waits = false;
    addEventListener("scroll", () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => { waits = false; mark(); });
    }, { passive: true });
    addEventListener("hashchange", go);
    addEventListener("load", go);
    mark();
  };

  document.querySelectorAll(".contents > nav").forEach(follow);
  for (const nav of document.querySelectorAll(".tree > nav")) {
    const current = nav.querySelector("[aria-current]");
    if (current) reveal(nav, current);
  }
})();
