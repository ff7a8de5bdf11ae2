/** Does the last step of the build: writes out/about, which the app shows about itself and its parts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outDir, readPackage } from '../dev/paths.mjs';
import { isUnowned } from './packaging/release-notes.mjs';
import { readParts } from './bundled-modules.mjs';
import { readOptions } from '../dev/options.mjs';

readOptions('build:about');
const folder = join(outDir, 'about');
/** The variable sets the clock for anyone who repeats the build of the same sources. */
const { SOURCE_DATE_EPOCH } = process.env;
const builtAt = SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date();

const { homepage } = readPackage();

mkdirSync(folder, { recursive: true });
write('release.json', {
  builtOn: builtAt.toISOString().slice(0, 10),
  address: isUnowned(homepage) ? null : homepage,
});
write(
  'parts.json',
  readParts().map(({ name, version, license, texts }) => ({
    name,
    version,
    licence: license,
    isFont: /^@fontsource(?:-variable)?\//.test(name),
    text: texts.join('\n\n'),
  })),
);

function write(name, value) {
  writeFileSync(join(folder, name), JSON.stringify(value));
}
