import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('an import that is killed again and again ends with every file once, whole and searchable', () => {
  const printed = execFileSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'scripts/intake/torture.ts',
      '--kills',
      '3',
      '--files',
      '60',
    ],
    { encoding: 'utf8' },
  );

  expect(JSON.parse(printed)).toMatchObject({
    kills: 3,
    halfArticles: 0,
    missing: 0,
    twice: 0,
    wrong: { originals: 0, leftOverFiles: 0, indexes: 0, failedStarts: 0 },
  });
}, 180_000);
