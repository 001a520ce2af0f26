// A button that copies a block of code; the link of a heading copies its address.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  const { copy, copied, lang } = document.body.dataset;

  const offer = (block) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy;
    if (lang) button.lang = lang;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("pre").textContent);
      button.textContent = copied;
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    block.append(button);
  };

  const copyAddress = async ({ target }) => {
    if (!target.matches?.(":is(h2, h3, h4, h5, h6) > .anchor")) return;
    await navigator.clipboard.writeText(target.href);
    target.dataset.said = copied;
    setTimeout(() => { delete target.dataset.said; }, 2000);
  };

  document.querySelectorAll(".code").forEach(offer);
  document.addEventListener("click", copyAddress);
})();
