// What all scripts here share: a server of a published site, a browser, and steps that are counted.
//
// PLAYWRIGHT names the folder of the package playwright-core; CHROMIUM the browser's program (/usr/bin/chromium).
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { createGzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};

const PRESSED = new Set([".css", ".html", ".js", ".json", ".svg", ".xml"]);

/** The file that an address of a site means, or null. */
async function file(root, address) {
  const path = decodeURIComponent(new URL(address, "http://site").pathname);
  const found = join(root, normalize(path));
  if (!(found + sep).startsWith(root + sep)) return null;
  const about = await stat(found).catch(() => null);
  if (about?.isDirectory()) return file(root, `${path.replace(/\/?$/u, "/")}index.html`);
  return about ? found : null;
}

/** Serves a folder on loopback, compressed as any web server would; returns its address and a way to stop. */
export async function serve(folder) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const found = await file(root, request.url).catch(() => null);
    const path = found ?? join(root, "404.html");
    const extension = extname(path);
    const pressed = PRESSED.has(extension);
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[extension] ?? "application/octet-stream",
      ...(pressed && { "content-encoding": "gzip" }),
    });
    const content = createReadStream(path).on("error", () => response.end());
    (pressed ? content.pipe(createGzip({ level: 9 })) : content).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}/`;
  return { address, stop: () => server.close() };
}

/** Starts a browser. */
export async function browser() {
  const package_ = process.env.PLAYWRIGHT;
  if (!package_) throw new Error("PLAYWRIGHT must name the folder of playwright-core");
  const { chromium } = await import(pathToFileURL(join(resolve(package_), "index.mjs")));
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"],
  });
}

/** Fails with a message unless something holds. */
export function expect(holds, message) {
  if (!holds) throw new Error(message);
}

/** Runs steps one by one, each in a context of its own, and counts those that fail. */
export class Walk {
  constructor(chromium) {
    this.chromium = chromium;
    this.failures = 0;
  }

  /** Opens a page, lets `walk` do with it what it likes, and notes what went wrong, errors of the page among it. */
  async step(name, address, options, walk) {
    const context = await this.chromium.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    const foreign = [];
    const errors = [];
    await page.route("**", (route) => {
      const { host } = new URL(route.request().url());
      const own = !host || host === new URL(address).host;
      if (!own) foreign.push(host);
      return own ? route.continue() : route.abort();
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
    try {
      await page.goto(address, { waitUntil: "load" });
      await walk(page);
      expect(!foreign.length, `asks other hosts: ${foreign}`);
      expect(!errors.length, `errors: ${errors.join("; ")}`);
      console.log(`ok      ${name}`);
    } catch (error) {
      this.failures += 1;
      console.log(`FAILED  ${name}: ${error.message}`);
    } finally {
      await context.close();
    }
  }
}
