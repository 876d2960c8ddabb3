import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * Starts the headless Chromium that npm brings (no download of its own, nothing preinstalled).
 * The caller closes it. Set CHROMIUM_PATH to use another build, for example when debugging with a window.
 */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath()),
    // Not the package's own list: it switches web security off and shares one process between pages,
    // and tests must run under the rules that visitors run under.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
    headless: true,
  });
}
