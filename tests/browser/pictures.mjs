// pictures.mjs DOCS FOLDER: takes the pictures of the README from our own published documentation.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { browser, serve } from "./browser.mjs";

const [docs, folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: pictures.mjs DOCS FOLDER");
  process.exit(2);
}

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 780 };

/** What the reader looks at, in which language, how wide and in which colours; and what is done before the picture is taken. */
const pictures = {
  wide: { path: "de-de/connector-events.html#10102", viewport: wide },
  narrow: { path: "sv-se/connector-events.html#0x00000411", viewport: narrow, deviceScaleFactor: 2 },
  dark: {
    path: "en-us/connector-events.html",
    viewport: wide,
    colorScheme: "dark",
    async prepare(page) {
      await page.keyboard.press("/");
      await page.keyboard.type("0x411");
      await page.waitForSelector("dialog[open] a");
    },
  },
  chinese: { path: "zh-cn/connector-events.html#20502", viewport: wide },
};

await mkdir(folder, { recursive: true });
const site = await serve(docs);
const chromium = await browser();
for (const [name, { path, prepare, ...options }] of Object.entries(pictures)) {
  const context = await chromium.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(site.address + path, { waitUntil: "networkidle" });
  await prepare?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
await chromium.close();
site.stop();
