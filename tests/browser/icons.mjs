// icons.mjs: makes the icons of pixels from templates/html/icons/icon.svg. They have no round corners: whoever shows them cuts them
// to its own shape.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { browser } from "./browser.mjs";

const folder = fileURLToPath(new URL("../../templates/html/icons/", import.meta.url));
const svg = (await readFile(`${folder}icon.svg`, "utf8")).replace(' rx="7"', "");
const chromium = await browser();
for (const width of [180, 192, 512]) {
  const page = await chromium.newPage({ viewport: { width, height: width }, colorScheme: "light" });
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: ${width}px }</style>${svg}`);
  await page.screenshot({ path: `${folder}icon-${width}.png` });
}
await chromium.close();
