// The table of contents follows the reading.
(() => {
  "use strict";
  const follow = (list) => {
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

  document.querySelectorAll(".contents").forEach(follow);
})();
