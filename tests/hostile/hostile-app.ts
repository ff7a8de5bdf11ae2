import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, type Page, _electron } from '@playwright/test';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { type Seen, marksOf } from '#main/backup/testing/find-lie.ts';
import { startDisplay } from '../../scripts/dev/display.mjs';
import { resolveElectron } from '../../scripts/dev/electron/electron.mjs';

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: string } };

interface Heart {
  last: number;
  longest: number;
  mostBytes: number;
}

/** The app with a library of its own, and a watch on its main process and on the process that reads copies. */
export class HostileApp {
  readonly dataFolder: string;
  private readonly electron: ElectronApplication;
  private readonly page: Page;
  private readonly stopDisplay: () => void;
  /** Most memory of a process that read a copy, bytes. */
  mostBytes = 0;

  private constructor(
    electron: ElectronApplication,
    page: Page,
    dataFolder: string,
    stopDisplay: () => void,
  ) {
    this.electron = electron;
    this.page = page;
    this.dataFolder = dataFolder;
    this.stopDisplay = stopDisplay;
  }

  static async start(): Promise<HostileApp> {
    const screen = process.platform === 'linux' ? await startDisplay() : null;
    Object.assign(process.env, screen?.env);
    const dataFolder = await mkdtemp(join(tmpdir(), 'hashiya-hostile-data-'));
    const electron = await _electron.launch({
      executablePath: process.env['HASHIYA_ELECTRON'] ?? resolveElectron().path,
      args: [resolve('.'), '--disable-gpu', `--user-data-dir=${dataFolder}`],
      chromiumSandbox: process.getuid?.() !== 0,
    });
    const page = await electron.firstWindow();
    await page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
    await electron.evaluate(({ app }) => {
      const heart: Heart = { last: performance.now(), longest: 0, mostBytes: 0 };
      Object.assign(globalThis, { heart });
      const beat = (): void => {
        const now = performance.now();
        heart.longest = Math.max(heart.longest, now - heart.last);
        heart.last = now;
      };
      setInterval(beat, 5);
      setInterval(() => {
        beat();
        for (const { name, memory } of app.getAppMetrics())
          if (name?.startsWith('backup-worker'))
            heart.mostBytes = Math.max(heart.mostBytes, memory.workingSetSize * 1024);
        // To ask the system for the memory of all processes holds this one, too, which is no work of the app.
        heart.last = performance.now();
      }, 50);
    });
    return new HostileApp(electron, page, dataFolder, () => screen?.stop());
  }

  /** Some articles and highlights of the reader's own. */
  async fill(): Promise<void> {
    for (const title of ['مادة أولى', 'مادة ثانية', 'مادة ثالثة'])
      await this.ask('import/text', { text: `${title}\n\nنصّ قصير لصاحب المكتبة.`, html: null });
    await this.ask('bookmarks/set', { articleId: 'guide', blockId: 'b1', present: true });
  }

  /** What the app says of a file that the reader has chosen. */
  async choose(path: string): Promise<BackupOffer | { readonly code: string }> {
    await this.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    const answer = await this.call<BackupOffer | null>('backup/choose', {});
    if (!answer.ok) return answer.error;
    return answer.value ?? { code: 'cancelled' };
  }

  /** The code of why it was not restored, or `null`. */
  async restore(token: string): Promise<string | null> {
    const answer = await this.call<null>('backup/restore', { token, withSettings: false });
    return answer.ok ? null : answer.error.code;
  }

  /** The library as the window gets it. */
  async see(): Promise<Seen> {
    const listed: { id: string; title: string; contentHash: string }[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page: { articles: typeof listed; next: number | null } = await this.ask(
        'library/list',
        { from },
      );
      listed.push(...page.articles);
      from = page.next;
    }
    const own = listed.filter(({ id }) => id.startsWith('own-'));
    const marked = await this.ask<(ArticleMarks & { articleId: string })[]>('annotations/list', {});
    const marks = marked.flatMap(({ articleId, annotations, bookmarks }) =>
      marksOf(articleId, {
        annotations: annotations.map(bare) as ArticleMarks['annotations'],
        bookmarks: bookmarks.map(bare) as ArticleMarks['bookmarks'],
      }),
    );
    return {
      articles: new Map(
        own
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ id, title, contentHash }) => [id, { title, contentHash }]),
      ),
      marks: new Map(marks),
    };
  }

  /** Waits until the main process has had nothing to do for a while: what an earlier step left is not the next one's. */
  async settle(): Promise<void> {
    for (let [quiet, tries] = [0, 0]; quiet < 3 && tries < 50; quiet += 1, tries += 1) {
      await this.heldMs();
      await new Promise((resolve) => setTimeout(resolve, 60));
      if ((await this.heldMs()) > 30) quiet = -1;
    }
  }

  /** How long the main process was held at most since the last call, ms. */
  async heldMs(): Promise<number> {
    const { longest, mostBytes } = await this.electron.evaluate(() => {
      const { heart } = globalThis as unknown as { heart: Heart };
      const seen = { longest: heart.longest, mostBytes: heart.mostBytes };
      heart.longest = 0;
      heart.last = performance.now();
      return seen;
    });
    this.mostBytes = Math.max(this.mostBytes, mostBytes);
    return longest;
  }

  async quit(): Promise<void> {
    await this.electron.close();
    this.stopDisplay();
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  private async ask<Value>(channel: string, input: unknown): Promise<Value> {
    const answer = await this.call<Value>(channel, input);
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
    return answer.value;
  }

  /** The contract checks what the app answers. */
  private call<Value>(channel: string, input: unknown): Promise<Answer<Value>> {
    return this.page.evaluate(
      async ([name, value]) => {
        const { bridge } = globalThis as unknown as {
          bridge: {
            invoke(channel: unknown, input: unknown): Promise<unknown>;
            read(channel: unknown, input: unknown): Promise<string>;
          };
        };
        const isText = ['annotations/list', 'library/list', 'library/get'].includes(name);
        return isText
          ? (JSON.parse(await bridge.read(name, value)) as Answer<Value>)
          : ((await bridge.invoke(name, value)) as Answer<Value>);
      },
      [channel, input] as const,
    );
  }
}

/** As it is kept: without where it stands now. */
function bare(mark: object): object {
  const { anchor: _anchor, placedOn: _placedOn, ...kept } = mark as Record<string, unknown>;
  return kept;
}
