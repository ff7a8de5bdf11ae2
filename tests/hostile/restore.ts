/**
 * Restores hostile copies of a library in the running app, one after the other, and prints the outcome of each kind.
 *
 * Every copy must be refused, or change what its question says and nothing else. The main process may never be blocked
 * for long, neither while a copy is read nor while it is restored, and the process that reads may not take more than its
 * memory. Ends with 1 otherwise.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupOffer } from '#shared/domain/backup.ts';
import { OWN_ID } from '#shared/domain/limits.ts';
import { type Seen, findLie } from '#main/backup/testing/find-lie.ts';
import { hostileCopy } from '#main/backup/testing/hostile-copies.ts';
import { readOptions } from '../../scripts/dev/options.mjs';
import { HostileApp } from './hostile-app.ts';

/** Longest time that the main process may be blocked, ms, and most memory of the process that reads, bytes. */
const MAX_HELD_MS = 100;
const MAX_BYTES = 300 * 1024 * 1024;

/** How often copies are brought at most to measure a long hold again. */
const MOST_RUNS = 3;

/** Names in the folder of the library besides articles. */
const USUAL_NAME =
  /^(?:originals|original-names|bin|index|next|catalogue-\d+\.log|import-\d+\.log)$/;

const { values } = readOptions('hostile:restore', {
  copies: { type: 'string', default: '300', help: 'copies that are brought to the app' },
  seed: { type: 'string', default: '1', help: 'makes other copies' },
});
const [copies, seed] = [Number(values.copies), Number(values.seed)];
const folder = mkdtempSync(join(tmpdir(), 'hashiya-hostile-'));
const tally = new Map<string, { offered: number; refused: number; codes: Set<string> }>();
const faults: string[] = [];
let mostBytes = 0;
let app: HostileApp;
let isAgain = false;
/** The holds of each copy, ms, by `reading` or `restoring` and the copy: the shortest of all runs. */
const holds = new Map<string, number>();
try {
  await attackAll(copies);
  // On a machine shared with others a hold also contains the work of others. The same copies in the same order do the
  // same work, so a hold that is the app's own comes again.
  for (let time = 1; time < MOST_RUNS && lastLate() >= 0; time += 1) {
    process.stdout.write(`${figures()}; once more up to copy ${lastLate()}\n`);
    isAgain = true;
    await attackAll(lastLate() + 1);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
print();
process.exit(faults.length === 0 ? 0 : 1);

/** Brings the first copies to a new app, one after the other. */
async function attackAll(count: number): Promise<void> {
  app = await HostileApp.start();
  try {
    await app.fill();
    for (let number = 0; number < count; number += 1) {
      await attack(number);
      mostBytes = Math.max(mostBytes, await app.mostBytes());
      if (number % 20 === 19) process.stdout.write(`${number + 1}: ${figures()}\n`);
    }
  } finally {
    await app.quit();
  }
}

/** Returns the number of the last copy with a hold that was too long in every run; -1 when there is none. */
function lastLate(): number {
  const late = [...holds].filter(([, ms]) => ms > MAX_HELD_MS);
  return Math.max(-1, ...late.map(([what]) => Number(/ (\d+) /.exec(what)?.[1])));
}

async function attack(number: number): Promise<void> {
  const before = await app.see();
  // Every tenth copy is not a regular file at all.
  const strange = number % 10 === 9 ? makeStrange(number) : null;
  const copy = strange
    ? null
    : hostileCopy(number, seed, ['guide', ...before.articles.keys()] as never);
  const path = strange?.path ?? join(folder, `${number}.hashiya`);
  if (copy) writeFileSync(path, copy.bytes);
  const kind = strange?.kind ?? copy?.kind ?? '';
  const expected = strange ? 'refused' : (copy?.outcome ?? 'refused');
  await app.settle();

  const offer = await app.choose(path);

  noteHold('reading', `${number} ${kind}`, await app.heldMs());
  const found = 'code' in offer ? 'refused' : 'offered';
  if (!isAgain) note(kind, found, 'code' in offer ? offer.code : null);
  const say = (fault: string) => faults.push(`${number} ${kind}: ${fault}`);
  if (expected !== 'either' && expected !== found)
    say(`${found}, not ${expected} ${'code' in offer ? offer.code : ''}`);
  compare(say, before, await app.see());
  if (!('code' in offer)) await bringBack(offer, before, say, `${number} ${kind}`);
  for (const name of readdirSync(join(app.dataFolder, 'library')))
    if (!OWN_ID.test(name) && !USUAL_NAME.test(name)) say(`left ${name} in the library`);
  if (!strange) rmSync(path);
}

async function bringBack(
  offer: BackupOffer,
  before: Seen,
  say: (fault: string) => void,
  what: string,
): Promise<void> {
  await app.heldMs();
  const code = await app.restore(offer.token);
  noteHold('restoring', what, await app.heldMs());
  const after = await app.see();
  if (code !== null) {
    say(`not restored, ${code}`);
    compare(say, before, after);
    return;
  }
  const lie = findLie(offer, before, after);
  if (lie !== null) say(lie);
}

function compare(say: (fault: string) => void, before: Seen, now: Seen): void {
  const text = ({ articles, marks }: Seen) => JSON.stringify([[...articles], [...marks]]);
  if (text(before) !== text(now)) say('changed the library without a yes');
}

function makeStrange(number: number): { kind: string; path: string } {
  const path = join(folder, `${number}.hashiya`);
  const kind = ['a pipe', 'a folder', 'a device', 'a link'][Math.floor(number / 10) % 4] ?? '';
  if (kind === 'a pipe') execFileSync('mkfifo', [path]);
  if (kind === 'a link') symlinkSync('/etc/hostname', path);
  if (kind === 'a device') return { kind, path: '/dev/zero' };
  return { kind, path: kind === 'a folder' ? folder : path };
}

function note(kind: string, found: 'offered' | 'refused', code: string | null): void {
  const row = tally.get(kind) ?? { offered: 0, refused: 0, codes: new Set<string>() };
  row[found] += 1;
  if (code !== null) row.codes.add(code);
  tally.set(kind, row);
}

function noteHold(when: 'reading' | 'restoring', what: string, ms: number): void {
  const key = `${when} ${what}`;
  holds.set(key, Math.min(ms, holds.get(key) ?? Infinity));
}

/** Returns the longest hold of a kind in words. */
function longest(when: 'reading' | 'restoring'): string {
  const [what, ms] = [...holds]
    .filter(([key]) => key.startsWith(when))
    .reduce((most, next) => (next[1] > most[1] ? next : most), ['none', 0]);
  return `${ms.toFixed(0)} ms (${what})`;
}

function figures(): string {
  const megabytes = Math.round(mostBytes / 1024 / 1024);
  return (
    `main process held for at most ${longest('reading')} and ${longest('restoring')}; ` +
    `the process that reads took ${megabytes} MB at most; ${faults.length} faults`
  );
}

function print(): void {
  for (const [kind, { offered, refused, codes }] of tally)
    process.stdout.write(
      `${kind.padEnd(28)} offered ${offered}, refused ${refused} ${[...codes].join(', ')}\n`,
    );
  process.stdout.write(`${copies} copies, seed ${seed}: ${figures()}\n`);
  for (const [what, ms] of holds)
    if (ms > MAX_HELD_MS)
      faults.push(`the main process was held for ${ms.toFixed(0)} ms while ${what}`);
  if (mostBytes > MAX_BYTES) faults.push('the process that reads took too much memory');
  for (const fault of faults) process.stdout.write(`FAIL ${fault}\n`);
  process.stdout.write(
    faults.length === 0 ? 'all as they should be\n' : `${faults.length} faults\n`,
  );
}
