// serve.mjs GLOTTA: writes articles while a browser shows them with `glotta serve`, and looks at what readers would see.
//
// Prints a line for each step; ends with the number of those that failed, and with 0 only if none did.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { browser, expect, Walk } from "./browser.mjs";

const program = process.argv[2];
if (!program) {
  console.error("usage: serve.mjs GLOTTA");
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), "glotta-serve-"));
const section = (at) => `## Section ${at}\n\n${"A sentence of the section, long enough to be read. ".repeat(12)}\n\n`;
const sections = (from, to) => Array.from({ length: to - from }, (_, at) => section(from + at)).join("");
const article = (top) => `# Article\n\n${top}\n\n<details><summary>More</summary>\n\nHidden.\n\n</details>\n\n${sections(1, 30)}`;
// Two languages that may have the same words: links are judged where there is somebody to compare with.
const LANGUAGES = ["en-us", "en-gb"];
const write = (text, more = "") => Promise.all(LANGUAGES.map((language, at) => {
  const all = at === 0 ? `${text}${more}` : text;
  return writeFile(join(folder, `docs-src/${language}/a.md`), all);
}));
for (const language of LANGUAGES) await mkdir(join(folder, `docs-src/${language}`), { recursive: true });
await write(article("First."));

const server = spawn(resolve(program), ["serve", "--port", "0"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((found, failed) => {
  server.stdout.on("data", (data) => { const url = /http:\S+/u.exec(data); if (url) found(url[0].replace(/,$/u, "")); });
  server.on("exit", () => failed(new Error("the server ended")));
});
const chromium = await browser();
const walk = new Walk(chromium);
const page = `${address}en-us/a.html`;
const overlay = (tab) => tab.evaluate(() => {
  const host = [...document.body.children].find((element) => element.shadowRoot);
  return host?.shadowRoot.querySelector("section")?.textContent ?? "";
});
const until = (tab, what, value) => tab.waitForFunction(what, value, { timeout: 10_000 });
const told = (text) => {
  if (!document.body) return false;
  const host = [...document.body.children].find((element) => element.shadowRoot);
  return (host?.shadowRoot.textContent ?? "").includes(text) && (text !== "" || !host);
};

await walk.step("a page is new where its reader is", page, {}, async (tab) => {
  await tab.evaluate(() => document.getElementById("section-15").scrollIntoView());
  await tab.evaluate(() => { document.querySelector("main details").open = true; });
  const before = await tab.evaluate(() => document.getElementById("section-15").getBoundingClientRect().top);
  await write(article(`Second.\n\n${section(0).repeat(3)}`));
  await until(tab, () => document.body?.textContent.includes("Second."));
  await tab.waitForLoadState("load");
  await tab.waitForTimeout(200);
  const after = await tab.evaluate(() => document.getElementById("section-15").getBoundingClientRect().top);
  expect(Math.abs(after - before) < 4, `the section has moved from ${before} to ${after}`);
  expect(await tab.evaluate(() => document.querySelector("main details").open), "what was open is closed");
});

await walk.step("findings are shown, dismissed, and shown again once they are others", page, {}, async (tab) => {
  await write(article("Third."), "\n[x](missing.md)\n");
  await until(tab, told, "broken-internal-link");
  expect(/docs-src\/en-\w\w\/a\.md:\d+:\d+/u.test(await overlay(tab)), "no place is told");
  await tab.keyboard.press("Escape");
  expect(await overlay(tab) === "", "Esc does not dismiss it");
  await write(article("Fourth."), "\n[x](missing.md)\n");
  await until(tab, () => document.body?.textContent.includes("Fourth."));
  await tab.waitForTimeout(1500);
  expect(await overlay(tab) === "", "the same findings are shown again");
  await write(article("Fifth."), "\n[x](missing.md) [y](missing-too.md)\n");
  await until(tab, told, "missing-too");
  await write(article("Sixth."));
  await until(tab, told, "");
});

await walk.step("a broken template is told on the last good page", page, {}, async (tab) => {
  await mkdir(join(folder, "templates/html"), { recursive: true });
  await writeFile(join(folder, "templates/html/page.html"), "{% if");
  await until(tab, told, "templates/html/page.html");
  await tab.reload();
  await until(tab, told, "templates/html/page.html");
  expect((await tab.textContent("main")).includes("Sixth."), "the page is lost");
  await rm(join(folder, "templates"), { recursive: true });
  await until(tab, told, "");
});

// Browsers without a screen show all their tabs at a time: what they would tell a page that is covered is told here.
const cover = (tab, hidden) => tab.evaluate((value) => {
  Object.defineProperty(document, "hidden", { value, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}, hidden);

await walk.step("pages that nobody sees leave the connections to others, and are new once they are seen", page, {}, async (tab) => {
  const tabs = [tab];
  for (let at = 1; at < 9; at += 1) {
    await cover(tabs.at(-1), true);
    const next = await tab.context().newPage();
    await next.goto(page, { waitUntil: "load", timeout: 10_000 });
    tabs.push(next);
  }
  await write(article("Seventh."));
  await until(tabs.at(-1), () => document.body?.textContent.includes("Seventh."));
  await tab.waitForTimeout(500);
  expect(!(await tab.textContent("main")).includes("Seventh."), "a page that nobody sees listens");
  await cover(tab, false);
  await until(tab, () => document.body?.textContent.includes("Seventh."));
});

await walk.step("a page to which its reader comes back listens, each time", page, {}, async (tab) => {
  const pass = (name) => tab.evaluate((type) => { dispatchEvent(new PageTransitionEvent(type, { persisted: true })); }, name);
  for (const text of ["Eighth.", "Ninth."]) {
    await pass("pagehide");
    await pass("pageshow");
    await pass("pagehide");
    await write(article(text));
    await tab.waitForTimeout(1000);
    expect(!(await tab.textContent("main")).includes(text), "a page that was left listens");
    await pass("pageshow");
    await until(tab, (wanted) => document.body?.textContent.includes(wanted), text);
  }
});

const odd = (text) => Promise.all(LANGUAGES.map((language) => writeFile(join(folder, `docs-src/${language}/R&D 1+2='é'.md`), `# Odd\n\n${text}\n`)));
await odd("Tenth.");
await walk.step("a page whose name is coded in addresses is known by it", `${address}en-us/R&D%201+2='%C3%A9'.html`, {}, async (tab) => {
  await tab.waitForTimeout(500);
  await odd("Eleventh.");
  await until(tab, () => document.body?.textContent.includes("Eleventh."));
});

await chromium.close();
server.kill();
await rm(folder, { recursive: true });
console.log(walk.failures);
process.exit(walk.failures ? 1 : 0);
