/**
 * Imports files and folders into the library with the app's engine, while the app is closed.
 *
 * Ends with 0 when every file was imported or known, with 1 when some were not, with 2 when nothing could be done.
 */
import { resolve } from 'node:path';
import { acquireLock } from '#main/store/lock.ts';
import { createNodeFileSystem } from '#main/disk/node-file-system.ts';
import { storePaths } from '#main/store/paths.ts';
import { readProcessTable } from '#main/store/process-table.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { describeImport } from '#shared/i18n/describe-import.ts';
import { readOptions } from '../options.mjs';
import { defaultDataFolder } from './data-folder.ts';
import { openLibrary } from './open-folder.ts';
import { createProcessClient } from './process-client.ts';

const { values, positionals } = readOptions(
  'import',
  {
    json: { type: 'boolean', default: false, help: 'prints one line of JSON' },
    data: { type: 'string', help: "another library than the app's" },
  },
  'PATH…',
);
const dataFolder = resolve(values.data ?? defaultDataFolder());
const fs = createNodeFileSystem();
fs.makeFolder(dataFolder);
const lock = acquireLock(fs, storePaths(dataFolder).lock, readProcessTable());
if (lock.state === 'busy') leave(`the library is open in process ${lock.pid}: close the app first`);
if (lock.state === 'refused') leave(`the data folder refuses: ${dataFolder}`);

const client = createProcessClient();
const { own, imports } = openLibrary(dataFolder, client);
imports.start(positionals.map((path) => resolve(path)));
await imports.settled();
client.stop();
own.close();
if (lock.state === 'held') lock.release();

const items = imports.items();
const { added, duplicates, updates, failed } = imports.state();
if (values.json) {
  const files = items.map(({ path, name, outcome }) => ({ path, name, ...outcome }));
  process.stdout.write(
    `${JSON.stringify({ data: dataFolder, added, duplicates, updates, failed, files })}\n`,
  );
} else {
  for (const item of items) process.stdout.write(`${item.path ?? item.name}: ${tell(item)}\n`);
  process.stdout.write(
    `${added} added, ${duplicates} known, ${updates} to decide in the app, ${failed} failed\n`,
  );
}
process.exitCode = failed > 0 ? 1 : 0;

function tell({ outcome }: ImportItem): string {
  if (outcome.kind !== 'failed') return `${outcome.kind}: ${outcome.title}`;
  return `${outcome.code}: ${describeImport(outcome)}`;
}

function leave(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
