import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '../support/app.ts';

const run = promisify(execFile);

test('a killed app loses no acknowledged note, and a second start harms nothing', async () => {
  test.setTimeout(600_000);
  // A failure is told by the counts, with what the script says about it.
  const { stdout } = await run('node', [
    'tests/torture/store/torture.mjs',
    '--kills=6',
    '--compacting=2',
    '--migrating=1',
    '--double=2',
  ]).catch((error: unknown) => error as { stdout: string });

  const counts = JSON.parse(stdout.slice(stdout.lastIndexOf('{\n'))) as Record<string, number>;
  expect(counts, stdout).toMatchObject({ lost: 0, failedStarts: 0, leftOverFiles: 0, notices: 0 });
  expect(counts['kills']).toBeGreaterThanOrEqual(6);
  expect(counts['acknowledged']).toBeGreaterThan(50);
});
