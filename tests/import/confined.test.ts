import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

/** Reads one article in every format after the process has been confined, and says what came of it. */
const SCRIPT = `
  const at = (path) => import(new URL(path, ROOT).href);
  const { SAMPLE_ARTICLES } = await at('tests/import/sample-articles.ts');
  const { SAMPLE_FORMATS } = await at('tests/import/sample-formats.ts');
  const { readDocument } = await at('src/main/import/read-document.ts');
  const { confine } = await at('src/main/import/process/confine.ts');
  const files = [];
  for (const { format, ending, write } of SAMPLE_FORMATS)
    files.push([format, await write(SAMPLE_ARTICLES[0]), 'sample.' + ending]);
  confine();
  const outcomes = [];
  for (const [name, bytes, file] of files)
    outcomes.push([name, (await readDocument(bytes, file)).ok]);
  process.stdout.write(JSON.stringify(outcomes));
  process.exit();`;

test('a confined process reads every format', () => {
  const root = pathToFileURL(`${resolve('.')}/`).href;
  const code = `const ROOT = ${JSON.stringify(root)};${SCRIPT}`;

  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });

  const outcomes = JSON.parse(answer) as [string, boolean][];
  expect(outcomes.length).toBeGreaterThan(5);
  for (const outcome of outcomes) expect(outcome).toEqual([outcome[0], true]);
});
