// Tabs remember what was chosen, on this page and on others; those that depend on another choice show only with it.
(() => {
  "use strict";
  const groups = [...document.querySelectorAll(".tabs")];
  if (groups.length === 0) return;

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem("tabs"));
      return Array.isArray(kept) ? kept : [];
    } catch { return []; }
  };

  const keep = (ids) => {
    try { localStorage.setItem("tabs", JSON.stringify(ids)); } catch { /* private windows keep nothing */ }
  };

  // The latest choice first.
  let chosen = read();
  const tabsOf = (group) => [...group.querySelectorAll(":scope > .tab-title > input")];
  const condition = (tab) => tab.parentElement.dataset.condition;

  const choose = (group) => {
    const tabs = tabsOf(group);
    const id = chosen.find((known) => tabs.some((tab) => tab.value === known));
    const tab = tabs.find((it) => it.value === id);
    if (tab) tab.checked = true;
  };

  const offer = (group, ids) => {
    const tabs = tabsOf(group);
    const current = tabs.find((tab) => tab.checked);
    const offered = tabs.filter((tab) => !condition(tab) || ids.has(condition(tab)));
    const shown = offered.length > 0 ? offered : tabs;
    for (const tab of tabs) tab.parentElement.hidden = !shown.includes(tab);
    if (shown.includes(current)) return;
    const tab = shown.find((it) => it.value === current?.value) ?? shown[0];
    tab.checked = true;
  };

  const refresh = () => {
    const checked = groups.flatMap(tabsOf).filter((tab) => tab.checked);
    const ids = new Set(checked.map((tab) => tab.value));
    for (const group of groups) offer(group, ids);
  };

  const aim = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };

  // A link into a tab opens it.
  const open = () => {
    const place = aim();
    let tab = place?.closest(".tab");
    if (!tab) return;
    for (; tab; tab = tab.parentElement.closest(".tab")) tab.previousElementSibling.querySelector("input").checked = true;
    refresh();
    place.scrollIntoView();
  };

  document.addEventListener("change", ({ target }) => {
    if (!target.matches(".tab-title > input")) return;
    const { top } = target.getBoundingClientRect();
    chosen = [target.value, ...chosen.filter((id) => id !== target.value)].slice(0, 20);
    keep(chosen);
    groups.forEach(choose);
    target.checked = true;
    refresh();
    scrollBy(0, target.getBoundingClientRect().top - top);
  });
  groups.forEach(choose);
  refresh();
  open();
  addEventListener("hashchange", open);
})();
