// Opens the search. All else about it is loaded when a reader first means to search.
(() => {
  "use strict";
  const button = document.querySelector(".search-opener");
  if (!button) return;

  const load = (source) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.async = false;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });

  let ready = null;
  const prepare = () => {
    const { lookup, script } = button.dataset;
    ready ??= Promise.all([load(lookup), load(script)]);
    ready.catch(() => { ready = null; });
    return ready;
  };

  const open = () => prepare().then(() => self.glottaSearch.open(button), () => {});

  const isTyping = (target) => target instanceof Element
    && target.closest("input, textarea, select, [contenteditable]") !== null;

  const isShortcut = (event) => (event.key === "/"
    ? !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
    : event.key.toLowerCase() === "k" && (event.ctrlKey !== event.metaKey) && !event.altKey && !event.shiftKey);

  button.addEventListener("click", open);
  button.addEventListener("pointerenter", prepare);
  button.addEventListener("focus", prepare);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || !isShortcut(event)) return;
    event.preventDefault();
    open();
  });
})();
