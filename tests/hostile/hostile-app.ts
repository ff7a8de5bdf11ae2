import type { ElectronApplication } from '@playwright/test';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { type Seen, marksOf } from '#main/backup/testing/find-lie.ts';
import { ask, askResult, chooseInDialog, listArticles } from '../../scripts/dev/drive-app.ts';
import { type OpenedApp, openApp } from '../../scripts/dev/open-app.ts';

interface Heart {
  last: number;
  longest: number;
  mostBytes: number;
}

/** The app with its own library, which measures its main process and the process that reads copies. */
export class HostileApp {
  private readonly app: OpenedApp;
  /** Most memory of a process that read a copy, bytes. */
  mostBytes = 0;

  private constructor(app: OpenedApp) {
    this.app = app;
  }

  static async start(): Promise<HostileApp> {
    const app = await openApp();
    await watchHeart(app.electron);
    return new HostileApp(app);
  }

  get dataFolder(): string {
    return this.app.dataFolder;
  }

  /** Adds own articles and highlights. */
  async fill(): Promise<void> {
    const { page } = this.app;
    for (const title of ['مادة أولى', 'مادة ثانية', 'مادة ثالثة'])
      await ask(page, 'import/text', { text: `${title}\n\nنصّ قصير لصاحب المكتبة.`, html: null });
    await ask(page, 'bookmarks/set', { articleId: 'guide', blockId: 'b1', present: true });
  }

  /** Returns what the app says of a file that the reader has chosen. */
  async choose(path: string): Promise<BackupOffer | { readonly code: string }> {
    await chooseInDialog(this.app.electron, path);
    const answer = await askResult(this.app.page, 'backup/choose', {});
    if (!answer.ok) return answer.error;
    return answer.value ?? { code: 'cancelled' };
  }

  /** Restores a copy; returns the code of its failure, or `null`. */
  async restore(token: string): Promise<string | null> {
    const asked = { token, withSettings: false };
    const answer = await askResult(this.app.page, 'backup/restore', asked);
    return answer.ok ? null : answer.error.code;
  }

  /** Returns the library as the window reads it. */
  async see(): Promise<Seen> {
    const listed = await listArticles(this.app.page);
    const own = listed.filter(({ id }) => id.startsWith('own-'));
    const marked = await ask(this.app.page, 'annotations/list', {});
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

  /** Waits until the main process has been idle for a while, so that the next step does not count earlier work. */
  async settle(): Promise<void> {
    for (let [quiet, tries] = [0, 0]; quiet < 3 && tries < 50; quiet += 1, tries += 1) {
      await this.heldMs();
      await new Promise((resolve) => setTimeout(resolve, 60));
      if ((await this.heldMs()) > 30) quiet = -1;
    }
  }

  /** Returns the longest time that the main process was blocked since the last call, ms. */
  async heldMs(): Promise<number> {
    const { longest, mostBytes } = await this.app.electron.evaluate(() => {
      const { heart } = globalThis as unknown as { heart: Heart };
      const seen = { longest: heart.longest, mostBytes: heart.mostBytes };
      heart.longest = 0;
      heart.last = performance.now();
      return seen;
    });
    this.mostBytes = Math.max(this.mostBytes, mostBytes);
    return longest;
  }

  quit(): Promise<void> {
    return this.app.close();
  }
}

/** Makes the main process record how long it was blocked, and the memory of the process that reads copies. */
async function watchHeart(electron: ElectronApplication): Promise<void> {
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
      // Asking the system for the memory of all processes also blocks this one, which is no work of the app.
      heart.last = performance.now();
    }, 50);
  });
}

/** Returns a mark as it is stored, without its present anchor. */
function bare(mark: object): object {
  const { anchor: _anchor, placedOn: _placedOn, ...kept } = mark as Record<string, unknown>;
  return kept;
}
