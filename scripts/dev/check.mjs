/** `npm run check`: runs every check that needs no window. It continues after a failure, so that all are shown. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runNpm } from './command.mjs';
import { readOptions } from './options.mjs';

/** The steps in order: a name for the report, and the npm script. Unit tests are counted one by one. */
export const CHECKS = [
  ['format', 'check:format'],
  ['lint', 'check:lint'],
  ['css', 'check:css'],
  ['types', 'check:types'],
  ['boundaries', 'check:boundaries'],
  ['dead code', 'check:dead'],
  ['unit', 'check:unit'],
];

/** Runs one npm script. `args` go to the script; `output` is the terminal or the number of an open file. */
export function runScript(script, { args = [], env, output = 'inherit' } = {}) {
  const extra = args.length > 0 ? ['--', ...args] : [];
  return runNpm(['run', script, '--loglevel=silent', ...extra], { stdout: output, env });
}

async function checkAll() {
  const failed = [];
  for (const [name, script] of CHECKS) {
    process.stdout.write(`\n── ${name} ──\n`);
    if ((await runScript(script)) !== 0) failed.push(name);
  }
  process.stdout.write(failed.length > 0 ? `\nfailed: ${failed.join(', ')}\n` : '\nall fine\n');
  process.exitCode = failed.length > 0 ? 1 : 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  readOptions('check');
  await checkAll();
}
