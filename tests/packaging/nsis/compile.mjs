/**
 * `npm run package:nsis`: compiles the scripts of the Windows installer and uninstaller, in both languages, with Debian's
 * makensis and our config.
 *
 * It shows that our options and texts make scripts that compile, but makes no installer: the program inside is a dummy,
 * and plugins that Debian lacks are stubs without code (`stub-plugin.mjs`).
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, outDir } from '../../../scripts/dev/paths.mjs';
import { endWith, SetupError } from '../../../scripts/dev/say.mjs';
import { ensurePrograms } from '../../../scripts/dev/system-libraries.mjs';
import { pack, prepareBuild } from '../../../scripts/build/packaging/pack.mjs';
import { makeToolset } from './toolset.mjs';
import { readOptions } from '../../../scripts/dev/options.mjs';

readOptions('package:nsis');
const work = join(cacheDir, 'packaging/nsis');

try {
  await ensurePrograms([
    ['makensis', 'nsis'],
    ['7za', 'p7zip-full'],
  ]);
  await prepareBuild();
  rmSync(work, { recursive: true, force: true });
  const tools = makeToolset(join(work, 'tools'));
  const program = makeDummyProgram();
  await pack({
    args: ['--prepackaged', program, '-c.win.signAndEditExecutable=false', '--win'],
    targets: ['nsis:x64', 'nsis:arm64'],
    env: { ...tools, HASHIYA_PACKAGE_OUT: join(work, 'out') },
  });
  report();
} catch (error) {
  endWith(error);
}

/** Makes the contents of the installer, with a dummy in place of Electron. */
function makeDummyProgram() {
  const folder = join(work, 'program');
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'Hashiya.exe'), 'MZ');
  cpSync(join(outDir, 'library'), join(folder, 'resources/library'), { recursive: true });
  return folder;
}

function report() {
  const log = readFileSync(join(work, 'tools/makensis.log'), 'utf8');
  const parts = log.split('\n').filter((line) => /^(Install|Uninstall): [1-9]/.test(line));
  const languages = parts.every((line) => line.includes('2 language tables'));
  const built = readdirSync(join(work, 'out')).filter((name) => name.endsWith('.exe'));
  for (const line of parts) console.log(line.trim());
  if (parts.length !== 2 || !languages || built.length !== 1 || /warning/i.test(log))
    throw new SetupError(`not as it has to be; see ${work}`);
  console.log(`compiled without a warning: ${built[0]} (a dummy inside: never run it)`);
}
