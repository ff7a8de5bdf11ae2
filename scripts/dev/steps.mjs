/** The steps of `npm test`: what each runs, and how its result is counted. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, runScript } from './check.mjs';
import { cacheDir } from './paths.mjs';
import { countSingle, countTests, readNodeTest, readPlaywright, readVitest } from './report.mjs';
import { readStamp } from './stamp.mjs';

/**
 * @param env       variables for the end-to-end tests: the screen and the Electron; `null` when there is none
 * @param chromium  the Chromium on which they also run, `{ path, version }`; `null` when there is none
 * @returns         `{ name, title, isShort, count }` for each step, in order; `count(output)` runs it and returns
 *                  `{ passed, failed, skipped }`, where `output` is 'inherit' or the number of an open file
 */
export function testSteps(env, chromium) {
  const checks = CHECKS.map(([name, script]) =>
    script === 'check:unit' ? vitestStep(name, script) : singleStep(name, script),
  );
  const steps = [
    ...checks,
    readyStep(),
    browserStep(chromium),
    endToEndStep('e2e', env),
    chromiumStep(env, chromium),
  ];
  return steps.map((step) => ({ ...step, title: titleOf(step.name, env, chromium) }));
}

/** Returns the title of a step. A step with a window is named with its engine. */
function titleOf(name, env, chromium) {
  if (name === 'e2e' && env) return `e2e, Electron ${env.HASHIYA_ELECTRON_VERSION}`;
  const isOnChromium = name === 'chromium' || name === 'browser';
  return isOnChromium && chromium ? `${name}, Chromium ${chromium.version}` : name;
}

function singleStep(name, script) {
  const count = async (output) => countSingle(await runScript(script, { output }));
  return { name, isShort: true, count };
}

/** Returns the step that tests components and hooks in a page of Chromium. */
function browserStep(chromium) {
  const name = 'browser';
  if (chromium === null) return missing(name);
  return vitestStep(name, 'test:browser', { HASHIYA_CHROMIUM: chromium.path });
}

function vitestStep(name, script, env) {
  const path = reportPath(name);
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  return testsStep({ name, script, args, env, path, read: readVitest });
}

/** Returns a step that counts as one skipped test. The search for Chromium has already said that there is none. */
function missing(name) {
  return { name, count: () => ({ passed: 0, failed: 0, skipped: 1 }) };
}

function readyStep() {
  const path = reportPath('ready');
  const env = { READY_REPORT: path };
  return testsStep({ name: 'ready', script: 'test:ready', env, path, read: readNodeTest });
}

function endToEndStep(name, env) {
  // The reason why the app could not be set up has been reported; here it counts as the step's failure.
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

/** Returns the same tests with the window on a current Chromium; those that need Electron are skipped by name. */
function chromiumStep(env, chromium) {
  const name = 'chromium';
  if (chromium === null) return missing(name);
  // The notice about the old Electron does not apply here.
  const { HASHIYA_FALLBACK_RUNTIME: _, ...rest } = env ?? {};
  return endToEndStep(
    name,
    env && { ...rest, HASHIYA_ENGINE: 'chromium', HASHIYA_CHROMIUM: chromium.path },
  );
}

function testsStep({ name, script, args, env, path, read }) {
  const count = async (output) => {
    rmSync(path, { force: true });
    const code = await runScript(script, { args, env, output });
    return countTests(code, readStamp(path), read);
  };
  return { name, count };
}

function reportPath(name) {
  return join(cacheDir, 'reports', `${name}.json`);
}
