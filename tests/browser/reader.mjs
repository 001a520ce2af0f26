// reader.mjs DOCS EVERY_KIND: does what readers do, in our own published documentation and in the published site of every kind of page.
//
// Prints a line for each step; ends with the number of those that failed, and with 0 only if none did.
import { gzipSync } from "node:zlib";
import { browser, expect, serve, Walk } from "./browser.mjs";

const [docs, kinds] = process.argv.slice(2);
if (!kinds) {
  console.error("usage: reader.mjs DOCS EVERY_KIND");
  process.exit(2);
}

const [site, small] = [await serve(docs), await serve(kinds)];
const chromium = await browser();
const walk = new Walk(chromium);
const events = (locale) => `${site.address}${locale}/connector-events.html`;
const target = (page) => page.evaluate(() => document.querySelector(":target")?.textContent ?? "");
const luminance = (page) => page.evaluate(() => {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
});

// Languages: the row that the reader looks at is there in each of them.
await walk.step("switching the language stays on the row", `${events("de-de")}#10102`, {}, async (page) => {
  expect((await target(page)).includes("CertificateRenewal_Failure"), "the row of 10102 is not the target");
  await page.click(".languages summary");
  await Promise.all([page.waitForURL(/zh-cn/u), page.click('.languages a[hreflang="zh-CN"]')]);
  expect(page.url().endsWith("/zh-cn/connector-events.html#10102"), page.url());
  expect((await target(page)).includes("CertificateRenewal_Failure"), "the row is lost in Chinese");
});

await walk.step("switching the language stays on the section", `${small.address}ar/guide/restore.html#system`, {}, async (page) => {
  await page.click(".languages summary");
  await Promise.all([page.waitForURL(/\/de\//u), page.click('.languages a[hreflang="de"]')]);
  expect(page.url().endsWith("/de/guide/restore.html#system"), page.url());
});

// Colours: the system's wish counts, the reader's choice wins, and it is there before the page is painted.
await walk.step("dark and light", events("de-de"), { colorScheme: "dark" }, async (page) => {
  expect(await luminance(page) < 0.2, "not dark where the system is");
  await page.click(".theme");
  expect(await luminance(page) > 0.8, "the switch does not make it light");
  await page.goto(events("zh-cn"), { waitUntil: "commit" });
  const early = await page.waitForFunction(() => document.body && { theme: document.documentElement.dataset.theme });
  expect((await early.jsonValue()).theme === "light", "the choice is forgotten on the next page, or comes late");
  await page.waitForLoadState();
  expect(await luminance(page) > 0.8, "the next page is not light");
  await page.click(".theme");
  expect(await luminance(page) < 0.2, "the switch does not make it dark");
});

// Search: a code in any spelling is there at the first keystrokes, words of every script are found, and all of it by keyboard.
const openSearch = async (page, key) => {
  await page.keyboard.press(key);
  await page.waitForSelector("dialog.search[open] #search-field");
};
const found = (page, selector) => page.waitForSelector(`.search-found ${selector}`, { timeout: 15_000 });

await walk.step("looking up 0x00000411", events("sv-se"), {}, async (page) => {
  await openSearch(page, "/");
  for (const spelling of ["0x00000411", "0x411", "1041", "411H"]) {
    await page.fill("#search-field", spelling);
    const link = await found(page, 'a[href$="/sv-se/connector-events.html#0x00000411"]:has(.search-names)');
    expect(await link.evaluate((first) => first.matches(".search-first")), `${spelling} is not the first result`);
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/sv-se\/connector-events\.html#0x00000411$/u);
  expect((await target(page)).includes("0x00000411"), "the row is not the target");
});

for (const [locale, word, wanted] of [["de-de", "Zertifikat", "connector-events"], ["zh-cn", "证书", "connector-events"], ["de-de", "Suchmaschinen", "guide/site"]]) {
  await walk.step(`searching “${word}” in ${locale}`, `${site.address}${locale}/index.html`, {}, async (page) => {
    await openSearch(page, "Control+k");
    await page.keyboard.type(word);
    await found(page, ".search-title, .search-place");
    const hits = await page.locator(".search-found a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
    expect(hits.includes(`/${locale}/${wanted}.html`), `the page that has it is not among ${hits}`);
    expect(hits.every((hit) => hit.startsWith(`/${locale}/`)), `a page of another language is among ${hits}`);
    const status = await page.locator("#search-status").innerText();
    expect(/\d/u.test(status), `the number of results is not told: ${status}`);
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement.matches(".search-found a")), "the arrow does not lead to the results");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => !document.querySelector("dialog.search").open), "Escape does not close it");
  });
}

await walk.step("a fallback page is found under its original only", `${small.address}ar/index.html`, {}, async (page) => {
  await openSearch(page, "/");
  await page.keyboard.type("Backup_Slow");
  await found(page, 'a[href*="/ar/events.html"]');
  expect(await page.locator('.search-found a[href*="/ar/news.html"]').count() === 0, "the fallback page is found");
});

// Tables: what a code means is seen where it is cited, rows are filtered, keys are copied.
const meaning = (page, code) => page.locator(`main .cite[href$="#${code}"]`).first();
const shown = async (link, wanted) => {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const is = await link.evaluate((element) => {
      const { content, display, opacity } = getComputedStyle(element, "::after");
      return display !== "none" && opacity === "1" && content.length > 12;
    });
    if (is === wanted) return true;
    await new Promise((later) => setTimeout(later, 50));
  }
  return false;
};

for (const javaScriptEnabled of [true, false]) {
  await walk.step(`a code says what it means${javaScriptEnabled ? "" : ", without JavaScript"}`, events("de-de"), { javaScriptEnabled }, async (page) => {
    const link = meaning(page, "0x00000405");
    expect(await shown(link, false), "the meaning is there before anybody asks");
    await link.hover();
    expect(await shown(link, true), "the pointer does not show it");
    await page.mouse.move(0, 0);
    await link.focus();
    expect(await shown(link, true), "the focus does not show it");
    if (!javaScriptEnabled) return;
    await page.keyboard.press("Escape");
    expect(await shown(link, false), "Escape does not put it away");
  });
}

await walk.step("filtering a table", events("de-de"), {}, async (page) => {
  const table = page.locator("main .table").filter({ has: page.locator("tr[id='0x00000411']") });
  const filter = page.locator(".filter:has(+ .table tr[id='0x00000411'])");
  const rows = () => table.locator("tbody tr:visible").count();
  const all = await rows();
  await filter.locator("input").fill("0x411");
  expect(await rows() === 1 && all > 8, `${await rows()} of ${all} rows`);
  expect(/1/u.test(await filter.locator("output").innerText()), "the number of rows is not told");
  await page.evaluate(() => { location.hash = "0x00000405"; });
  await page.waitForFunction(() => document.querySelector(":target")?.checkVisibility());
  await filter.locator("input").fill("xyzzy");
  expect(await rows() === 0, "rows that lack the words stay");
  await filter.locator("input").press("Escape");
  expect(await rows() === all, "Escape does not show all rows again");
});

await walk.step("copying a code", events("de-de"), { permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  const row = page.locator("tr[id='0x00000411']");
  await row.hover();
  await row.locator(".copy-key").click();
  expect(await page.evaluate(() => navigator.clipboard.readText()) === "0x00000411", "the clipboard has something else");
});

for (const width of [1280, 800, 390, 320]) {
  await walk.step(`arriving at a row, ${width} wide`, `${events("zh-cn")}#20502`, { viewport: { width, height: 800 } }, async (page) => {
    const covered = await page.evaluate(() => {
      const cell = document.querySelector(":target").cells[0].getBoundingClientRect();
      return document.elementFromPoint(cell.left + 8, cell.top + 8)?.closest("tr") !== document.querySelector(":target");
    });
    expect(!covered, "the row is covered");
    const wider = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    expect(wider <= 0, `the page is ${wider} pixels too wide`);
  });
}

// Tabs: choices that need no script, and are remembered where there is one.
for (const javaScriptEnabled of [true, false]) {
  await walk.step(`tabs${javaScriptEnabled ? "" : ", without JavaScript"}`, `${small.address}de/guide/restore.html`, { javaScriptEnabled }, async (page) => {
    const command = page.locator("main .tabs pre");
    expect(!(await command.isVisible()), "both tabs are shown");
    await page.locator("main .tabs input").first().focus();
    await page.keyboard.press("ArrowRight");
    expect(await command.isVisible(), "the arrow does not choose the next tab");
    if (!javaScriptEnabled) return;
    await page.goto(`${small.address}ar/guide/restore.html`);
    expect(await page.locator("main .tabs pre").isVisible(), "the choice is forgotten in another language");
  });
}

// Currency: a page says by itself that it is old, made by a machine, or in another language; and what is not there.
for (const [path, words] of [["de/news.html", /Original.*geändert/su], ["zh-cn/news.html", /机器/u], ["ar/news.html", /الإنجليزية/u]]) {
  await walk.step(`a notice on ${path}`, small.address + path, {}, async (page) => {
    const notice = await page.locator("main .notice").innerText();
    expect(words.test(notice), notice);
    expect(await page.locator("main .notice a").count() > 0, "no way to the original");
  });
}

// The state of the translations.
await walk.step("from a debt to its findings", `${small.address}status.html`, {}, async (page) => {
  const rows = async () => page.locator("main tbody tr:visible").count();
  const owed = await rows();
  await page.locator("main input[type=checkbox]").uncheck();
  expect(await rows() > owed, "the checkbox does not show what is current");
  const cell = page.locator('main td a[href*="status/de.html#"]').first();
  await cell.click();
  await page.waitForURL(/status\/de\.html#/u);
  expect((await target(page)).includes("news"), "the article's findings are not the target");
});

// Keyboard: everything is reached, nothing traps, and what has the focus is seen.
await walk.step("walking by keyboard", events("de-de"), {}, async (page) => {
  const first = async () => page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("Tab");
  expect((await first())?.startsWith("#"), "the first stop is no skip link");
  await page.keyboard.press("Enter");
  const seen = new Set();
  for (let stop = 0; stop < 400; stop += 1) {
    await page.keyboard.press("Tab");
    const { name, hidden } = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const shown = element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
      return { name: element === document.body ? "" : `${element.outerHTML.slice(0, 120)}@${[...document.querySelectorAll("*")].indexOf(element)}`, hidden: !shown || box.width < 1 };
    });
    if (!name || seen.has(name)) break;
    expect(!hidden, `the focus is on something that is not seen: ${name}`);
    seen.add(name);
  }
  expect(seen.size > 40 && seen.size < 399, `${seen.size} stops`);
});

await walk.step("opening and closing the menu of languages by keyboard", events("de-de"), {}, async (page) => {
  await page.focus(".languages summary");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest(".languages a") !== null), "no language has the focus");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement.matches(".languages summary") && !document.activeElement.parentElement.open), "Escape does not close it");
});

// Without scripts everything is there, and no button is dead.
for (const address of [events("zh-cn"), `${small.address}ar/guide/restore.html`]) {
  await walk.step(`without JavaScript: ${new URL(address).pathname}`, address, { javaScriptEnabled: false }, async (page) => {
    const text = (await page.locator("main").innerText()).length;
    expect(text > 300, `${text} characters`);
    expect(await page.locator("button:visible").count() === 0, "a button that does nothing");
    await page.locator(".languages summary").click();
    expect(await page.locator(".languages a").first().isVisible(), "the languages cannot be opened");
  });
}

// Paper: the whole article, as a PDF.
await walk.step("printing", events("de-de"), {}, async (page) => {
  await page.emulateMedia({ media: "print" });
  const pdf = await page.pdf({ format: "A4" });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  expect(sheets > 1 && sheets < 9, `${sheets} sheets`);
  expect(await page.locator("nav:visible, button:visible").count() === 0, "chrome is printed");
});

// Weight and calm: what is fetched before the reader does anything, and what moves while it is.
await walk.step("weight of the page of events", "about:blank", {}, async (page) => {
  const weights = { document: 0, stylesheet: 0, script: 0 };
  const parts = [];
  page.on("response", (response) => parts.push((async () => {
    const kind = response.request().resourceType();
    if (kind in weights) weights[kind] += gzipSync(await response.body(), { level: 9 }).length;
  })()));
  await page.unroute("**");
  await page.goto(events("de-de"), { waitUntil: "networkidle" });
  await Promise.all(parts);
  console.log(`        HTML ${weights.document} B, CSS ${weights.stylesheet} B, script ${weights.script} B, ${parts.length} requests`);
  expect(weights.document <= 20_480 && weights.stylesheet <= 10_240 && weights.script <= 5_120, JSON.stringify(weights));
});

for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
  for (const address of [events("de-de"), events("zh-cn"), `${small.address}de/guide/restore.html`]) {
    await walk.step(`nothing moves: ${new URL(address).pathname} at ${viewport.width}`, "about:blank", { viewport }, async (page) => {
      await page.unroute("**");
      const session = await page.context().newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 });
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.addInitScript(() => {
        globalThis.moved = 0;
        globalThis.paints = [];
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.moved += entry.value; }).observe({ type: "layout-shift", buffered: true });
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.paints.push(entry.startTime); }).observe({ type: "largest-contentful-paint", buffered: true });
      });
      await page.goto(address, { waitUntil: "networkidle" });
      await page.waitForTimeout(300);
      const { moved, paints, first } = await page.evaluate(() => ({ moved, paints, first: performance.getEntriesByName("first-contentful-paint")[0].startTime }));
      console.log(`        shift ${moved.toFixed(3)}, first paint ${first.toFixed(0)} ms, largest ${paints.map((at) => at.toFixed(0)).join(", ")} ms`);
      expect(moved < 0.005, `the layout shifts by ${moved}`);
    });
  }
}

await chromium.close();
site.stop();
small.stop();
console.log(walk.failures);
process.exit(walk.failures ? 1 : 0);
