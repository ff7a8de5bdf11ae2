import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const WRITER = fileURLToPath(new URL('torture-writer.ts', import.meta.url));

/** What was counted over all runs. */
export const counts = {
  kills: 0,
  killsWhileCompacting: 0,
  killsWhileMigrating: 0,
  acknowledged: 0,
  refused: 0,
  lost: 0,
  failedStarts: 0,
  notices: 0,
  leftOverFiles: 0,
};

/** Starts a writer and follows its lines until it ends; `lifeMs` after it has opened it is killed. */
export function run(folder, mode, { book, lifeMs = null, articles = 7 }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [WRITER, folder, mode, String(articles)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let opened = false;
    let isCompacting = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = parse(line);
      if (said.step === 'opened') {
        opened = true;
        compare(book, said.notes);
        counts.notices += said.notices.filter(({ code }) => code !== 'store/low-space').length;
        if (lifeMs !== null) setTimeout(() => child.kill('SIGKILL'), lifeMs);
      }
      if (said.step === 'compacting') isCompacting = true;
      if (said.step === 'compacted') isCompacting = false;
      if (said.step === 'refused') counts.refused++;
      if (said.step === 'changing') entry(book, said.id).maybe.push(said.note);
      if (said.step === 'saved') {
        counts.acknowledged++;
        book.set(said.id, { sure: said.note, maybe: [] });
      }
    });
    child.on('close', () => {
      if (!opened) counts.failedStarts++;
      resolve({ wasCompacting: isCompacting });
    });
  });
}

/** A line that the kill cut off says nothing. */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return { step: 'cut' };
  }
}

function entry(book, id) {
  if (!book.has(id)) book.set(id, { sure: null, maybe: [] });
  return book.get(id);
}

/** Counts what is not as it was acknowledged, then takes what is there as the new start. */
function compare(book, notes) {
  for (const [id, { sure, maybe }] of book) {
    const note = notes[id] ?? null;
    if (![sure, ...maybe].includes(note)) {
      counts.lost++;
      console.log(`lost: ${id}: expected ${JSON.stringify([sure, ...maybe])}, found ${note}`);
    }
    book.set(id, { sure: note, maybe: [] });
  }
}

/** Everything that must not be there after an ordinary end. */
export function countLeftOvers(folder) {
  const expected = /^(marks|history|backups|journal|next|quarantine|store-version\.json)$/;
  const names = readdirSync(folder).filter((name) => !expected.test(name));
  for (const inside of ['journal', 'next', 'quarantine']) names.push(...list(join(folder, inside)));
  names.push(
    ...list(join(folder, 'marks')).filter((name) => !/^[0-9a-f]{32}\.json(\.bak)?$/.test(name)),
  );
  names.push(...list(join(folder, 'backups')).filter((name) => name.endsWith('.partial')));
  if (names.length > 0) console.log(`left over: ${names.join(' ')}`);
  counts.leftOverFiles += names.length;
}

function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
