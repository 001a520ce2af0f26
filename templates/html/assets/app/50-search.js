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

  // What a reader types while the search is on its way stands in its field when it opens.
  let typed = null;
  const open = () => {
    if (typed !== null) return;
    typed = "";
    prepare().then(() => self.glottaSearch.open(button, typed)).catch(() => {}).finally(() => { typed = null; });
  };

  const keep = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
  };

  const isTyping = (target) => target instanceof Element
    && target.closest("input, textarea, select, [contenteditable]") !== null;

  const isShortcut = (event) => (event.key === "/"
    ? !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
    : event.key.toLowerCase() === "k" && (event.ctrlKey !== event.metaKey) && !event.altKey && !event.shiftKey);

  button.addEventListener("click", open);
  button.addEventListener("pointerenter", prepare);
  button.addEventListener("focus", prepare);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    if (typed !== null) {
      keep(event);
    } else if (isShortcut(event)) {
      event.preventDefault();
      open();
    }
  });
})();
