/**
 * Checks the app in dist/ that was packed for this system and processor: its fuses, that it is not a package for tests,
 * and its line of JSON after a start. `--for-tests` accepts a package for tests.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile } from '@electron/asar';
import { hasDisplay, startDisplay } from '../../../scripts/dev/display.mjs';
import { rootDir } from '../../../scripts/dev/paths.mjs';
import { packedProgram, smokeArguments } from '../../../scripts/build/packaging/packed-names.mjs';
import { readFuses } from './fuses.mjs';
import { endWith, SetupError } from '../../../scripts/dev/say.mjs';
import { readOptions } from '../../../scripts/dev/options.mjs';

const LIMIT_MS = 120_000;

/** @throws when a fuse is not set correctly, or when a debugger could drive the app */
async function judgePackage(program, archive) {
  const wrong = (await readFuses(program)).filter(({ isRight }) => !isRight);
  for (const { name, state } of wrong) console.error(`fuse ${name}: ${state}`);
  if (wrong.length > 0) throw new SetupError('the fuses do not stand as they must');
  const manifest = JSON.parse(extractFile(archive, 'package.json').toString());
  if (manifest.forTests && !values['for-tests'])
    throw new SetupError('this is a package for tests, which a debugger can drive');
}

const { values } = readOptions('prove:smoke', {
  'for-tests': {
    type: 'boolean',
    default: false,
    help: 'allows a package that a debugger can drive',
  },
});
const screen = hasDisplay() ? null : await startDisplay();
try {
  const packed = packedProgram();
  const program = join(rootDir, 'dist', packed.program);
  if (!existsSync(program)) throw new SetupError(`${program} is not there`);
  await judgePackage(program, join(rootDir, 'dist', packed.resources, 'app.asar'));
  if (process.getuid?.() === 0)
    throw new SetupError(
      'the packed app refuses to start as root: run prove:smoke as another user',
    );
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-smoke-'));
  // The app runs in its sandbox or refuses to start. So it must not run as root, and where users may not create
  // namespaces, `chrome-sandbox` in the folder must belong to root with mode 4755.
  const out = execFileSync(program, smokeArguments(folder), {
    env: { ...process.env, ...screen?.env },
    encoding: 'utf8',
    timeout: LIMIT_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = out.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new SetupError('the packed app printed nothing');
  console.log(line);
} catch (error) {
  endWith(error);
} finally {
  screen?.stop();
}
