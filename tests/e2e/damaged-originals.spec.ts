import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '../support/app.ts';

const run = promisify(execFile);

test('a library whose files are damaged between kills loses no original and no mark', async () => {
  test.setTimeout(600_000);
  const { stdout } = await run('node', [
    '--disable-warning=ExperimentalWarning',
    'tests/torture/import/torture-originals.ts',
    '--damages=16',
    '--articles=14',
  ]).catch((error: unknown) => error as { stdout: string });

  const { wrong, ...counts } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
    wrong: Record<string, number>;
  } & Record<string, number>;
  // The output names what went wrong above the counts, with the seed that repeats it.
  expect(Object.values(wrong).some((count) => count > 0) ? stdout : '').toBe('');
  expect(Object.keys(wrong)).toEqual(expect.arrayContaining(['originals', 'marks', 'articles']));
  // At least one run was long enough for the app to tidy its folder while articles were damaged.
  expect(counts).toMatchObject({ articles: 14, marks: 42, damages: 16, tidied: 1 });
});
