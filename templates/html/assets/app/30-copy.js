// A button that copies a block of code.
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

  document.querySelectorAll(".code").forEach(offer);
})();
