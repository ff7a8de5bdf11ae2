/**
 * `npm run fuzz:import -- [--count 1000] [--seed 1] [--format pdf]`: converts damaged files of every format through the
 * app's client. Ends with 1 when a file crashed the worker, took longer than its limit, or caused a bug.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProcessClient } from '../../scripts/dev/library/process-client.ts';
import { readOptions } from '../../scripts/dev/options.mjs';
import { seededRandom } from '../support/seeded-random.ts';
import { makeMutant } from './mutants.ts';
import { SAMPLE_FORMATS } from './sample-formats.ts';

const { values } = readOptions('fuzz:import', {
  count: { type: 'string', default: '1000', help: 'files of each format' },
  seed: { type: 'string', default: '1', help: 'makes other files' },
  format: { type: 'string', help: 'one format only' },
  keep: { type: 'string', help: 'folder for the files that did harm' },
});

const BAD = new Set(['import/interrupted', 'import/too-slow', 'import/too-large-in-memory']);
const client = createProcessClient();
let failures = 0;

console.log('| format | files | imported | refused | codes | slowest ms | bad |');
console.log('|---|---|---|---|---|---|---|');
for (const format of SAMPLE_FORMATS) {
  if (values.format !== undefined && values.format !== format.format) continue;
  const random = seededRandom(Number(values.seed));
  const codes = new Map<string, number>();
  let imported = 0;
  let slowest = 0;
  let bad = 0;
  for (let number = 0; number < Number(values.count); number += 1) {
    const bytes = await makeMutant(format, random);
    const bugsBefore = client.bugs().length;
    const before = performance.now();
    const outcome = await client.convert(bytes, `mutant.${format.ending}`);
    slowest = Math.max(slowest, performance.now() - before);
    if (outcome.ok) imported += 1;
    else codes.set(outcome.error.code, (codes.get(outcome.error.code) ?? 0) + 1);
    const isBad = (!outcome.ok && BAD.has(outcome.error.code)) || client.bugs().length > bugsBefore;
    if (!isBad) continue;
    bad += 1;
    if (values.keep !== undefined) {
      mkdirSync(values.keep, { recursive: true });
      writeFileSync(join(values.keep, `${format.format}-${number}.${format.ending}`), bytes);
    }
  }
  failures += bad;
  const refused = [...codes.values()].reduce((sum, n) => sum + n, 0);
  const listed = [...codes].map(([code, n]) => `${code.replace('import/', '')} ${n}`).join(', ');
  console.log(
    `| ${format.format} | ${values.count} | ${imported} | ${refused} | ${listed} | ${slowest.toFixed(0)} | ${bad} |`,
  );
}
for (const bug of new Set(client.bugs().map((text) => text.split('\n').slice(0, 3).join(' '))))
  console.log(bug);
client.stop();
process.exitCode = failures > 0 || client.bugs().length > 0 ? 1 : 0;
