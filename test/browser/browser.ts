import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/aipower-chromium');

/**
 * Where the unpacked Chromium of this checkout lies; unpacks it on first use.
 *
 * The package itself unpacks into one place of the whole machine, readable by its first user only, and takes a file that
 * another process is still writing for a finished one. So it is given a new folder, which then takes its final name.
 */
async function unpackedChromium(): Promise<string> {
  const manifest = resolve(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const home = join(cache, version);
  const executable = join(home, 'chromium');
  if (existsSync(executable)) return executable;

  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'unpacking-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = fresh;
  try {
    const unpacked = await chromium.executablePath();
    if (dirname(unpacked) !== fresh || basename(unpacked) !== 'chromium') throw new Error(`Chromium is at ${unpacked}`);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(fresh, home);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    // Another test process was first; its copy is as good.
    if (!existsSync(executable)) throw error;
  }
  return executable;
}

/** Milliseconds that anything in a page is waited for: Playwright's half a minute fails on a machine that does other things. */
const PATIENCE_MS = 180_000;

/** The headless Chromium that npm brings, or the one that CHROMIUM_PATH names. */
export const chromiumPath = async (): Promise<string> => process.env['CHROMIUM_PATH'] ?? (await unpackedChromium());

/**
 * Starts the headless Chromium that npm brings (no download of its own, nothing preinstalled).
 * The caller closes it, and may add arguments, such as where a host name leads. Set CHROMIUM_PATH to use another build, for example when debugging with a window.
 */
export async function launchBrowser(extraArguments: readonly string[] = []): Promise<Browser> {
  const browser = await playwright.launch({
    executablePath: await chromiumPath(),
    // Not the package's own list: it switches web security off and shares one process between pages,
    // and tests must run under the rules that visitors run under.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      // A page here lives for a second: to make quick code for it takes longer than to run it slowly, twice as long with axe.
      '--js-flags=--no-opt --no-maglev --min-semi-space-size=32',
      ...extraArguments,
    ],
    headless: true,
    timeout: PATIENCE_MS,
  });
  const newContext = browser.newContext.bind(browser);
  return Object.assign(browser, {
    async newContext(...options: Parameters<typeof newContext>) {
      const context = await newContext(...options);
      context.setDefaultTimeout(PATIENCE_MS);
      return context;
    },
  });
}
