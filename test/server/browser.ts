import { existsSync } from 'node:fs';
import { type Browser, type Locator, type Page, chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';
const SWITCHES = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page in a profile of its own, and all that it did that a visitor would not see. */
export interface Visit {
  readonly page: Page;
  /** The address of every request, in order; `data:` and `blob:` ask nobody. */
  readonly requested: readonly string[];
  /** Errors on the console and uncaught ones, those of the Content-Security-Policy among them. */
  readonly faults: readonly string[];
}

/**
 * A group of tests in a real browser. Where there is none its name says so and it does not run, unless
 * CI_REQUIRES_BROWSER is 1: then it fails.
 */
export function describeInBrowser(name: string, tests: (visit: (address: string) => Promise<Visit>) => void): void {
  const isThere = existsSync(PROGRAM);
  if (!isThere && process.env.CI_REQUIRES_BROWSER !== '1') {
    console.log(`Not run, as ${PROGRAM} is not here: ${name}`);
    describe.skip(`${name} (not run: ${PROGRAM} is not here)`, () => tests(() => Promise.reject(new Error('no browser'))));
    return;
  }
  describe(name, () => {
    let browser: Browser | undefined;

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: PROGRAM, headless: true, chromiumSandbox: false, args: SWITCHES });
    });

    afterAll(async () => {
      await browser?.close();
    });

    tests(async (address) => {
      if (browser === undefined) throw new Error('A page can be visited within a test only.');
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      return visited(await context.newPage(), address);
    });
  });
}

async function visited(page: Page, address: string): Promise<Visit> {
  const requested: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => void requested.push(request.url()));
  page.on('pageerror', (error) => void faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(address);
  return { page, requested, faults };
}

/** The whole text of one of GraphiQL's editors: on the page stand only the lines that can be seen. */
export const textOf = (editor: Locator): Promise<string> =>
  editor.evaluate((element) => (element as unknown as { CodeMirror: { getValue(): string } }).CodeMirror.getValue());
