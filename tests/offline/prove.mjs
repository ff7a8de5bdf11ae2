/**
 * `npm run prove:offline`: runs a whole journey through the built app, on Linux.
 *
 * Under strace no process may try to reach AF_INET or AF_INET6. In an empty network namespace every step must still work.
 * Three further runs have a planted request, which must be detected.
 */
import { ensureBuild } from '../../scripts/dev/build.mjs';
import { hasDisplay, startDisplay } from '../../scripts/dev/display.mjs';
import { endWith, SetupError } from '../../scripts/dev/say.mjs';
import { exitOnStop } from '../../scripts/dev/signals.mjs';
import { ensureSystemLibraries, ensurePrograms } from '../../scripts/dev/system-libraries.mjs';
import { ensureElectron } from '../../scripts/dev/electron/electron.mjs';
import { countFailures, show } from '../support/show.mjs';
import { runJourney, STEPS } from './journey.mjs';
import { readOptions } from '../../scripts/dev/options.mjs';

readOptions('prove:offline');
exitOnStop();
try {
  if (process.platform !== 'linux') throw new SetupError('strace and unshare are on Linux only');
  await ensureSystemLibraries(!hasDisplay());
  await ensurePrograms([
    ['strace', 'strace'],
    ['unshare', 'util-linux'],
  ]);
  const electron = await ensureElectron();
  await ensureBuild();
  const screen = hasDisplay() ? { env: {}, stop() {} } : await startDisplay();
  try {
    await proveOffline({ electron: electron.path, env: screen.env });
  } finally {
    screen.stop();
  }
  console.log(countFailures() === 0 ? 'all shown' : `${countFailures()} lines are not true`);
  process.exitCode = countFailures() === 0 ? 0 : 1;
} catch (error) {
  endWith(error);
}

async function proveOffline(app) {
  const traced = await runJourney({ ...app, under: 'strace' });
  showSteps('under strace', traced);
  for (const { name, calls, inet, inet6, examples } of traced.connections) {
    show(inet + inet6 === 0, `${name}: AF_INET ${inet}, AF_INET6 ${inet6}`, `of ${calls} calls`);
    for (const example of examples) console.log(`        ${example}`);
  }
  showSteps('without any network', await runJourney({ ...app, under: 'unshare' }));
  for (const plant of ['main', 'renderer', 'worker']) {
    const planted = await runJourney({ ...app, under: 'strace', plant });
    const seen = planted.connections.filter(({ inet, inet6 }) => inet + inet6 > 0);
    const where = seen.map(({ name, inet, inet6 }) => `${name} ${inet + inet6}`).join(', ');
    show(seen.length > 0, `a request planted in the ${plant} is seen`, where);
  }
}

function showSteps(how, { done, failed, code }) {
  const isWhole = STEPS.every((step) => done.includes(step)) && code === 0;
  show(isWhole, `the journey ${how}`, failed ?? `${done.join(', ')}, quit`);
}
