import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const WRITER = fileURLToPath(new URL('disk-writer.ts', import.meta.url));

/** The counts of all runs. */
export const counts = { acknowledged: 0, refused: 0, lost: 0, failedStarts: 0 };

/** Starts a writer in plain Node, reads its lines until it ends, and records what it acknowledged. */
export function run(folder, mode, book) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [WRITER, folder, mode], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let opened = false;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line);
      if (said.step === 'opened') {
        opened = true;
        const lost = book.compare(new Map(Object.entries(said.notes)));
        if (lost.length > 0) console.log(`lost: ${lost.join(' ')}`);
        counts.lost += lost.length;
      }
      if (said.step === 'refused') counts.refused++;
      if (said.step === 'changing') book.changing(said.id, said.note);
      if (said.step === 'saved') {
        counts.acknowledged++;
        book.acknowledged(said.id, said.note);
      }
    });
    child.on('close', () => {
      if (!opened) counts.failedStarts++;
      resolve();
    });
  });
}
