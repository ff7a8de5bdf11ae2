import type { RunningApp } from './app.ts';
import { type AppState, putBack, rememberFirst } from './put-back.ts';
import { removeFolder } from './remove-folder.ts';

/** Lends one app to the tests of a worker, one after the other. */
export interface Lender {
  /** Returns the app of the last test, put back, or a new one. */
  lend(): Promise<RunningApp>;
  /** Ends the app, so that the next test gets a new one. */
  end(): Promise<void>;
}

/** @param open  starts an app in a data folder of its own, which is removed with it */
export function createLender(open: () => Promise<RunningApp>): Lender {
  let lent: { readonly app: RunningApp; readonly first: AppState } | null = null;

  const end = async (): Promise<void> => {
    const ended = lent?.app;
    lent = null;
    await ended?.end();
    if (ended) await removeFolder(ended.dataFolder);
  };

  const lend = async (): Promise<RunningApp> => {
    if (lent && (await isBack(lent.app, lent.first))) return lent.app;
    await end();
    const app = await open();
    await app.page.locator('html[data-library=listed]').waitFor({ state: 'attached' });
    lent = { app, first: await rememberFirst(app) };
    return app;
  };

  return { lend, end };
}

/** Puts an app back. One that cannot be put back, or that has ended, costs only another start. */
async function isBack(app: RunningApp, first: AppState): Promise<boolean> {
  const different = await putBack(app, first).catch((error: unknown) => [String(error)]);
  if (different.length > 0)
    console.log(`another app is started because of ${different.join(', ')}`);
  return different.length === 0;
}
