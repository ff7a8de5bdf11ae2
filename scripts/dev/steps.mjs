/** The steps of `npm test`: what each runs, and how its result is counted. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, runScript } from './check.mjs';
import { cacheDir } from './paths.mjs';
import { countSingle, countTests, readNodeTest, readPlaywright, readVitest } from './report.mjs';
import { readStamp } from './stamp.mjs';

/**
 * @param env       for the end-to-end tests: the screen and the Electron; `null` when there is none
 * @param chromium  the Chromium that they run on as well, `{ path, version }`; `null` when there is none
 * @returns         `{ name, count }` for each step, in order; `count` runs it and gives `{ passed, failed, skipped }`
 */
export function testSteps(env, chromium) {
  const checks = CHECKS.map(([name, script]) =>
    script === 'check:unit' ? unitStep(name, script) : singleStep(name, script),
  );
  return [...checks, readyStep(), endToEndStep('e2e', env), chromiumStep(env, chromium)];
}

function singleStep(name, script) {
  return { name, count: async () => countSingle(await runScript(script)) };
}

function unitStep(name, script) {
  const path = reportPath('unit');
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  return testsStep({ name, script, args, path, read: readVitest });
}

function readyStep() {
  const path = reportPath('ready');
  const env = { READY_REPORT: path };
  return testsStep({ name: 'ready', script: 'test:ready', env, path, read: readNodeTest });
}

function endToEndStep(name, env) {
  // What kept the app from being set up has been reported; here it counts as the step's failure.
  if (env === null) return { name, count: () => ({ passed: 0, failed: 1 }) };
  const path = reportPath(name);
  return testsStep({
    name,
    script: 'test:e2e',
    args: ['--reporter=list,json'],
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: path },
    path,
    read: readPlaywright,
  });
}

/** The same tests with the window on a current Chromium; those that need Electron are skipped by name. */
function chromiumStep(env, chromium) {
  const name = 'chromium';
  // That there is none was said when it was looked for; it counts as one thing that was skipped.
  if (chromium === null) return { name, count: () => ({ passed: 0, failed: 0, skipped: 1 }) };
  // The notice about the old Electron does not hold here.
  const { HASHIYA_FALLBACK_RUNTIME: _, ...rest } = env ?? {};
  return endToEndStep(
    name,
    env && { ...rest, HASHIYA_ENGINE: 'chromium', HASHIYA_CHROMIUM: chromium.path },
  );
}

function testsStep({ name, script, args, env, path, read }) {
  const count = async () => {
    rmSync(path, { force: true });
    const code = await runScript(script, { args, env });
    return countTests(code, readStamp(path), read);
  };
  return { name, count };
}

function reportPath(name) {
  return join(cacheDir, 'reports', `${name}.json`);
}
