// icons.mjs [QUALITY]: makes the icons of pixels from templates/html/icons/icon.svg, by Chromium through the playwright-core that the
// quality tools in the folder QUALITY have installed. Without round corners: whoever shows them cuts them to its own shape.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const quality = path.resolve(process.argv[2] ?? path.join(process.env.TMPDIR ?? "/tmp", "glotta-ci/quality"));
const { chromium } = await import(pathToFileURL(path.join(quality, "node_modules/playwright-core/index.mjs")));
const folder = fileURLToPath(new URL("../templates/html/icons/", import.meta.url));
const svg = fs.readFileSync(folder + "icon.svg", "utf8").replace(' rx="7"', "");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const width of [180, 192, 512]) {
  const page = await browser.newPage({ viewport: { width, height: width }, colorScheme: "light" });
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: ${width}px }</style>${svg}`);
  await page.screenshot({ path: `${folder}icon-${width}.png` });
}
await browser.close();
