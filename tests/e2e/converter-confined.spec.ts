import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '../support/app.ts';

interface Answer {
  readonly outcomes: readonly (readonly [name: string, outcome: string])[];
  readonly seccomp: string;
}

test('a script in the running converter starts no program, opens no socket and writes no file', async ({
  start,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-converter-'));
  const target = join(folder, 'planted');
  const app = await start();

  const { outcomes, seccomp } = await app.electron.evaluate(
    ({ utilityProcess }, { path, target: planted }) =>
      new Promise<Answer>((settle) => {
        const child = utilityProcess.fork(path, [planted]);
        child.on('message', (answer: Answer) => {
          settle(answer);
          child.kill();
        });
      }),
    { path: resolve('tests/support/probing-converter.cjs'), target },
  );

  for (const [name, outcome] of outcomes) process.stdout.write(`${name}: ${outcome}\n`);
  // 0: the system does not confine it, as SECURITY.md says.
  process.stdout.write(`Seccomp of the converter: ${seccomp}\n`);
  expect(outcomes).toHaveLength(7);
  for (const [, outcome] of outcomes) expect(outcome).toMatch(/^not in the converter: /);
  expect(existsSync(target)).toBe(false);
  await rm(folder, { recursive: true });
});
