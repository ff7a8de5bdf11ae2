/**
 * Checks what each folder imports, by `.dependency-cruiser.cjs`; then proves that the check can fail:
 * it must have read the modules of `src`, and it must find the violations planted in a copy.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { createRequire } from 'node:module';
import { readOptions } from './options.mjs';

readOptions('check:boundaries');
const require = createRequire(import.meta.url);
const { forbidden, options } = require('../../.dependency-cruiser.cjs');

/** Fewer modules than this means that the cruise silently read nothing. */
const FEWEST_MODULES = 30;

const PLANTED = [
  [
    'src/shared/domain/planted.ts',
    "import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n",
  ],
  [
    'src/shared/domain/planted2.ts',
    "export { createLibrary } from '../../main/library/library.ts';\n",
  ],
  [
    'src/main/convert/zip/planted.ts',
    "import { inflateRawSync } from 'node:zlib';\nexport const planted = inflateRawSync;\n",
  ],
  ['src/preload/planted.ts', "export { INPUTS } from '../shared/contract/contract.ts';\n"],
  ['src/renderer/bridge/planted.ts', "export { spanSchema } from '../../shared/domain/span.ts';\n"],
  ['src/renderer/ui/planted.ts', "export { object } from 'valibot';\n"],
  ['src/main/library/planted.ts', "import { app } from 'electron';\nexport const planted = app;\n"],
];

async function check(folder) {
  const here = process.cwd();
  process.chdir(folder);
  try {
    const { output } = await cruise(['src'], {
      ...options,
      ruleSet: { forbidden },
      validate: true,
      tsConfig: { fileName: resolve(folder, 'tsconfig.base.json') },
    });
    return output;
  } finally {
    process.chdir(here);
  }
}

const found = await check(process.cwd());
const { violations, totalCruised } = found.summary;
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (totalCruised < FEWEST_MODULES) {
  console.error(`only ${totalCruised} modules were read`);
  process.exit(1);
}

const copy = await mkdtemp(join(tmpdir(), 'hashiya-boundaries-'));
try {
  for (const part of ['src', 'package.json', 'tsconfig.base.json']) {
    await cp(part, join(copy, part), { recursive: true });
  }
  for (const [path, text] of PLANTED) await writeFile(join(copy, path), text);
  const planted = await check(copy);
  const seen = new Set(planted.summary.violations.map(({ from }) => from));
  const missed = PLANTED.map(([path]) => path).filter((path) => !seen.has(path));
  if (missed.length > 0) {
    console.error(`planted violations that were not found: ${missed.join(', ')}`);
    process.exit(1);
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
if (violations.length > 0) process.exit(1);
console.log(`${totalCruised} modules, no violation; ${PLANTED.length} planted violations found`);
