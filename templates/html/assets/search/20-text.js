// Finds pages by their words. Pagefind is loaded when the search is opened, and fetches what a query needs.
(() => {
  "use strict";
  const search = self.glottaSearch;

  const most = 12;
  const parts = 3;

  // This script stands in a folder of the site's root.
  const root = new URL("../", document.currentScript.src);

  // A page that was opened from a file may not fetch, and so has no full text.
  search.root = root;
  search.fetches = location.protocol !== "file:";

  // Pagefind is a program in WebAssembly, which the policy of our pages refuses. Its worker is loaded from an address of its
  // own, and so has no part in that policy: it is where Pagefind works, and where it fails it is started anew.
  let loaded = null;
  search.prepare = (address) => {
    loaded ??= import(new URL(address, document.baseURI).href).then(async (pagefind) => {
      await pagefind.options({ baseUrl: root.href, excerptLength: 24, excerptEllipsis: "…" });
      await pagefind.init();
      return pagefind;
    });
    loaded.catch(() => { loaded = null; });
    return loaded;
  };

  const asked = async (pagefind, text) => {
    try {
      return await pagefind.search(text);
    } catch (error) {
      loaded = null;
      await pagefind.destroy();
      throw error;
    }
  };

  const byMatches = (a, b) => b.locations.length - a.locations.length;

  // A page with the places on it that have most of the words.
  const result = (page) => {
    const places = page.sub_results.filter((part) => part.url !== page.url && part.url.includes("#"));
    return {
      title: page.meta.title,
      url: page.url,
      excerpt: page.excerpt,
      places: [...places].sort(byMatches).slice(0, parts),
    };
  };

  const found = async (text, address, isCurrent) => {
    const pagefind = await search.prepare(address);
    if (!isCurrent()) return null;
    const { results } = await asked(pagefind, text);
    if (!isCurrent()) return null;
    const pages = await Promise.all(results.slice(0, most).map((page) => page.data()));
    return isCurrent() ? pages.map(result) : null;
  };

  // The pages that have the words of a text, best first; null where the text has changed meanwhile. On a slow network the
  // worker may give up while it is still being fetched: the second time it comes from the browser's store.
  search.text = (...asking) => found(...asking).catch(() => found(...asking));
})();
