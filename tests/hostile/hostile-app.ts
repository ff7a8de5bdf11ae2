import type { ElectronApplication } from '@playwright/test';
import type { ArticleMarks } from '#shared/domain/anchored-marks.ts';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { type Seen, marksOf } from '#main/backup/testing/find-lie.ts';
import { ask, askResult, chooseInDialog, listArticles } from '../../scripts/dev/drive-app.ts';
import { type OpenedApp, openApp } from '../../scripts/dev/open-app.ts';
import { type WithHeart, listenToMain } from '../support/held-main.ts';

/** The app with its own library, which measures its main process and the process that reads copies. */
export class HostileApp {
  private readonly app: OpenedApp;
  /** Returns the longest hold of the main process since the last call, ms, see `listenToMain`. */
  readonly heldMs: () => Promise<number>;

  private constructor(app: OpenedApp, heldMs: () => Promise<number>) {
    this.app = app;
    this.heldMs = heldMs;
  }

  static async start(): Promise<HostileApp> {
    const app = await openApp();
    const heldMs = await listenToMain(app.electron);
    await watchMemory(app.electron);
    return new HostileApp(app, heldMs);
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

  /** Returns the most memory that a process reading copies took so far, bytes. */
  mostBytes(): Promise<number> {
    return this.app.electron.evaluate(
      () => (globalThis as unknown as { mostBytes: number }).mostBytes,
    );
  }

  quit(): Promise<void> {
    return this.app.close();
  }
}

/** Makes the main process record the memory of the process that reads copies. */
async function watchMemory(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app }) => {
    const found = Object.assign(globalThis, { mostBytes: 0 }) as WithHeart & { mostBytes: number };
    setInterval(() => {
      found.heart.beat();
      for (const { name, memory } of app.getAppMetrics())
        if (name?.startsWith('backup-worker'))
          found.mostBytes = Math.max(found.mostBytes, memory.workingSetSize * 1024);
      // Asking the system for the memory of all processes also blocks this one, which is no work of the app.
      found.heart.rest();
    }, 50);
  });
}

/** Returns a mark as it is stored, without its present anchor. */
function bare(mark: object): object {
  const { anchor: _anchor, placedOn: _placedOn, ...kept } = mark as Record<string, unknown>;
  return kept;
}
