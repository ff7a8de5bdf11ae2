/** Makes the licences and the list of parts (CycloneDX 1.6) of exactly what the build contains. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackage, rootDir } from '../../dev/paths.mjs';

const RULE = '='.repeat(78);

/**
 * Returns one text with every package's name, version, licence and licence file.
 *
 * @throws when a package names no licence, because nobody may then distribute it
 */
export function licencesText(packages) {
  const parts = packages.map(({ name, version, license, author, homepage, texts }) => {
    if (!license) throw new Error(`${name} names no licence`);
    const head = [
      `${name} ${version}`,
      `Licence: ${license}`,
      author && `Author: ${author}`,
      homepage,
    ];
    return [RULE, ...head.filter(Boolean), '', ...texts].join('\n');
  });
  const intro =
    'Hashiya is made with the following packages. What Electron itself is made of: LICENSES.chromium.html.';
  return `${[intro, ...parts].join('\n\n')}\n`;
}

/** Returns the list of parts as CycloneDX JSON. */
export function bomOf(packages) {
  const own = readPackage();
  const components = packages.map(componentOf);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(components),
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `pkg:npm/${own.name}@${own.version}`,
        name: own.name,
        version: own.version,
        licenses: [{ license: { id: own.license } }],
      },
    },
    components,
    dependencies: [
      {
        ref: `pkg:npm/${own.name}@${own.version}`,
        dependsOn: components.map((component) => component['bom-ref']),
      },
    ],
  };
}

function componentOf({ name, version, license, folder }) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const integrity = folder && lockedIntegrity(folder);
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    licenses: [{ license: { id: license } }],
    ...(integrity && { hashes: [integrity] }),
  };
}

let locked;

function lockedIntegrity(folder) {
  locked ??= JSON.parse(readFileSync(join(rootDir, 'package-lock.json'), 'utf8')).packages;
  const text = locked[folder]?.integrity;
  if (!text?.startsWith('sha512-')) return null;
  const content = Buffer.from(text.slice('sha512-'.length), 'base64').toString('hex');
  return { alg: 'SHA-512', content };
}

/** Returns a serial number that is the same for the same parts, so that the file can be made again and compared. */
function serialOf(components) {
  const hex = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')}`;
}
