import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { CONVERTER_ORIGIN } from '../../../src/main/electron/app-address.ts';
import { CONVERTER_SITE, answerFile } from '../../../src/main/electron/app-files.ts';

/** The address of the hidden page, at which nothing listens. */
const ORIGIN = 'https://converter.test';

/** What a hidden page reports: that it has loaded, a message of its port, or that its process has ended. */
export interface Said {
  readonly kind: 'loaded' | 'message' | 'gone';
  readonly message?: unknown;
}

interface PortFunctions {
  say(message: unknown): void;
  givePort(channel: string): void;
  hand(message: Readonly<Record<string, unknown>>): void;
}

/**
 * The hidden windows of the app as pages of the same Chromium. Each is in its own context, with the files and headers
 * that the app would send. A port of the page is a pair of functions of the test.
 */
export class HiddenPages {
  private readonly pages = new Map<number, Promise<Page>>();
  private readonly browser: Browser;
  private readonly root: string;
  private readonly tell: (page: number, said: Said) => void;

  /** @param appFolder  the folder that contains `out/converter` */
  constructor(browser: Browser, appFolder: string, tell: (page: number, said: Said) => void) {
    this.browser = browser;
    this.root = join(appFolder, 'out/converter');
    this.tell = tell;
  }

  open(id: number): void {
    this.pages.set(id, this.start(id));
  }

  async close(id: number): Promise<void> {
    const page = await this.pages.get(id);
    this.pages.delete(id);
    await page?.context().close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.pages.keys()].map((id) => this.close(id)));
  }

  async givePort(id: number, channel: string): Promise<void> {
    const page = await this.pages.get(id);
    await page?.evaluate(
      (name) => (globalThis as unknown as PortFunctions).givePort(name),
      channel,
    );
  }

  /** Bytes are sent as text, because a page accepts nothing else. */
  async hand(id: number, message: Readonly<Record<string, unknown>>): Promise<void> {
    const page = await this.pages.get(id);
    const bytes = Buffer.from(message['bytes'] as Uint8Array).toString('base64');
    await page?.evaluate((task) => (globalThis as unknown as PortFunctions).hand(task), {
      ...message,
      bytes,
    });
  }

  private async start(id: number): Promise<Page> {
    const context = await this.browser.newContext();
    await this.serve(context);
    const page = await context.newPage();
    page.on('crash', () => this.tell(id, { kind: 'gone' }));
    await page.exposeFunction('say', (message: unknown) =>
      this.tell(id, { kind: 'message', message }),
    );
    await page.addInitScript(installPort);
    await page.goto(`${ORIGIN}/`);
    // The report waits until everybody who may use the page knows it.
    setImmediate(() => this.tell(id, { kind: 'loaded' }));
    return page;
  }

  private async serve(context: BrowserContext): Promise<void> {
    await context.route('**', (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin !== ORIGIN) return route.abort();
      const address = `${CONVERTER_ORIGIN}${pathname}`;
      const answer = answerFile(this.root, address, route.request().method(), CONVERTER_SITE);
      return route.fulfill({
        status: answer.statusCode,
        headers: { ...answer.headers },
        body: answer.data,
      });
    });
  }
}

/** Runs in the page before its script, and does what the preload and the main process's end of the port do in the app. */
function installPort(): void {
  const page = globalThis as unknown as PortFunctions;
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }) => page.say(data));
  port1.start();
  page.givePort = (channel) => window.postMessage(channel, '*', [port2]);
  page.hand = (message) => {
    const letters = atob(String(message['bytes']));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    port1.postMessage({ ...message, bytes });
  };
}
