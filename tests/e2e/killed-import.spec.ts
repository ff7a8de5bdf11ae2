import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '../support/app.ts';

const run = promisify(execFile);

test('an import whose app is killed repeatedly ends with every file once, complete and searchable', async () => {
  test.setTimeout(600_000);
  const { stdout } = await run('node', [
    '--disable-warning=ExperimentalWarning',
    'tests/torture/import/torture.ts',
    '--kills=3',
    '--files=42',
  ]).catch((error: unknown) => error as { stdout: string });

  const { wrong, ...counts } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
    wrong: Record<string, number>;
  } & Record<string, number>;
  expect(
    Object.entries(wrong).filter(([, count]) => count > 0),
    stdout,
  ).toEqual([]);
  expect(Object.keys(wrong)).toContain('otherFrequencies');
  // When all kills come after the end of an import, another import is started.
  const { imports = 0 } = counts;
  expect(imports).toBeGreaterThan(0);
  expect(counts).toMatchObject({ kills: 3, articles: 41 * imports, refused: imports });
  expect(counts['killsWhileStoring']).toBeGreaterThan(0);
});
