import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from './app.ts';
import { removeFolder } from './remove-folder.ts';

/** A test whose data folder can be filled before the app starts in it. */
export const test = base.extend<{ dataFolder: string }>({
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'hashiya-library-'));
    await use(folder);
    await removeFolder(folder);
  },
});

export { expect } from './app.ts';
