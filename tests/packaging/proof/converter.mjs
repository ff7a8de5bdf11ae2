/**
 * `npm run prove:converter`: runs the built checkout as an ordinary user with Chromium's sandbox on, lets it convert a
 * text, and prints every process with its kind and its system call filter. It needs root on a spare Linux machine,
 * because it creates a user and removes it.
 */
import { join } from 'node:path';
import { rootDir } from '../../../scripts/dev/paths.mjs';
import { startDisplay } from '../../../scripts/dev/display.mjs';
import { endWith, SetupError } from '../../../scripts/dev/say.mjs';
import { resolveElectron } from '../../../scripts/dev/electron/electron.mjs';
import { createOrdinaryUser } from './ordinary-user.mjs';
import { startPackaged } from './packaged-app.mjs';
import { countFailures } from '../../support/show.mjs';
import { showConverter, showSandbox } from './sandbox.mjs';
import { readOptions } from '../../../scripts/dev/options.mjs';

readOptions('prove:converter');
try {
  if (process.getuid?.() !== 0) throw new SetupError('prove:converter needs root');
  await prove();
  process.exitCode = countFailures() === 0 ? 0 : 1;
} catch (error) {
  endWith(error);
}

async function prove() {
  const user = createOrdinaryUser();
  const screen = await startDisplay();
  const program = resolveElectron().path;
  const args = [rootDir, `--user-data-dir=${join(user.home, 'data')}`];
  try {
    const app = await startPackaged({ user, program, env: screen.env, args });
    const converter = await showConverter('checkout', app);
    for (const { pid, args: line, seccomp, user: uid } of app.processes()) {
      const kind = line.find((arg) => arg.startsWith('--type='))?.slice(7) ?? 'browser';
      const what = pid === converter?.pid ? 'the converter' : '';
      console.log(`pid ${pid}  user ${uid}  ${kind}  Seccomp ${seccomp}  ${what}`);
    }
    showSandbox('checkout', app.processes());
    await app.quit();
  } finally {
    screen.stop();
    user.remove();
  }
}
