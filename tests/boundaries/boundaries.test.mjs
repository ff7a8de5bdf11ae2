import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const PROGRAM = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** Fewer modules than this mean that the check silently read nothing. */
const FEWEST_MODULES = 30;

/** Files, each of which breaks a rule of `.dependency-cruiser.cjs`. */
const PLANTED = {
  'src/shared/domain/planted.ts':
    "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
  'src/shared/domain/planted2.ts':
    "export { createLibrary } from '../../main/library/library.ts';\n",
  'src/main/convert/zip/planted.ts':
    "import { inflateRawSync } from 'node:zlib';\nexport const planted = inflateRawSync;\n",
  'src/preload/planted.ts': "export { INPUTS } from '../shared/contract/contract.ts';\n",
  'src/renderer/bridge/planted.ts': "export { spanSchema } from '../../shared/domain/span.ts';\n",
  'src/renderer/ui/planted.ts': "export { object } from 'valibot';\n",
  'src/main/library/planted.ts': "import { app } from 'electron';\nexport const planted = app;\n",
};

it('npm run check:boundaries reads the modules, and finds violations that are planted in a copy', () => {
  const copy = mkdtempSync(join(tmpdir(), 'hashiya-boundaries-'));
  try {
    for (const part of ['src', 'package.json', 'tsconfig.base.json', '.dependency-cruiser.cjs'])
      cpSync(part, join(copy, part), { recursive: true });
    for (const [path, text] of Object.entries(PLANTED)) writeFileSync(join(copy, path), text);

    const printed = execFileSync(process.execPath, [PROGRAM, 'src', '--output-type', 'json'], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });

    const { violations, totalCruised } = JSON.parse(printed).summary;
    const seen = new Set(violations.map(({ from }) => from));
    expect(totalCruised).toBeGreaterThan(FEWEST_MODULES);
    expect(Object.keys(PLANTED).filter((path) => !seen.has(path))).toEqual([]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
