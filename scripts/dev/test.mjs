/** `npm test`: prepares a fresh checkout, runs every check and test, and counts them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runtimeEnv } from './electron/electron.mjs';
import { ensureChromium } from './chromium.mjs';
import { cacheDir } from './paths.mjs';
import { readOptions } from './options.mjs';
import { prepareBuild, prepareRuntime, prepareScreen } from './prepare.mjs';
import { closing } from './report.mjs';
import { endWith, say } from './say.mjs';
import { exitOnStop } from './signals.mjs';
import { runSteps } from './run-steps.mjs';
import { testSteps } from './steps.mjs';
import { ensurePrograms } from './system-libraries.mjs';
import { createTiming } from './timing.mjs';

const { values: options } = readOptions('test', {
  official: { type: 'boolean', default: false, help: 'refuses the old Electron of the registry' },
  only: { type: 'string', help: 'some steps only, such as unit,e2e' },
});

exitOnStop();

const env = await setUp();
const chromium = wants('chromium') || wants('browser') ? await ensureChromium() : null;
const steps = testSteps(env, chromium).filter(({ name }) => wants(name));
const reports = join(cacheDir, 'reports');
mkdirSync(reports, { recursive: true });
const counts = await runSteps(steps, reports, (text) => process.stdout.write(text));
const { line, exitCode } = closing(counts);
process.stdout.write(`${table(counts)}${names(counts)}\n${line}\n`);
process.exitCode = exitCode;

/** @returns the environment of the end-to-end tests; `null` when the app could not be set up */
async function setUp() {
  const timing = createTiming();
  try {
    const electron = await prepareRuntime(options, timing);
    await offerTracing();
    await prepareBuild(timing);
    const screen = await prepareScreen(timing);
    return {
      ...screen.env,
      ...runtimeEnv(electron),
      HASHIYA_ELECTRON: electron.path,
      HASHIYA_ELECTRON_VERSION: electron.version,
    };
  } catch (error) {
    endWith(error);
    return null;
  }
}

/** Prepares tracing for the test of the offline promise. Where that is not possible it says so, and the rest goes on. */
async function offerTracing() {
  if (process.platform !== 'linux') return;
  try {
    await ensurePrograms([['strace', 'strace']]);
  } catch (error) {
    say(`the offline promise cannot be tested here without strace: ${error.message}`);
  }
}

/** Tells whether a step was asked for. */
function wants(name) {
  return options.only === undefined || options.only.split(',').includes(name);
}

/** Returns the tests that failed at least once, each in a line, because the output above is long. */
function names(results) {
  const linesOf = ({ named = [] }, at) => named.map((name) => `${steps[at].name}: ${name}\n`);
  return results.flatMap(linesOf).join('');
}

function table(results) {
  const rows = results.map(({ passed, failed, skipped = 0, ms }, at) => {
    const seconds = `${(ms / 1000).toFixed(1)} s`;
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    return `${failed > 0 ? '✗' : '✓'} ${steps[at].title.padEnd(34)} ${passed} of ${passed + failed}${left}, ${seconds}`;
  });
  return `\n${rows.join('\n')}\n`;
}
