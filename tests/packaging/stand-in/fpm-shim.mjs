#!/usr/bin/env node
/**
 * Stands in for fpm where it cannot be had, over Debian's dpkg-deb and rpmbuild.
 *
 * Limits: only what electron-builder passes is known (an unknown option is an error); only `-s dir`, for
 * deb and rpm; no signing, no changelog, no config files, no delta rpms; the rpm is made on Debian, so
 * it was never installed by a Fedora. Packages that are shipped are made by the real fpm.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readFpmArguments } from './fpm-arguments.mjs';
import { buildDeb } from './deb.mjs';
import { buildRpm } from './rpm.mjs';

const BUILDERS = { deb: buildDeb, rpm: buildRpm };

const options = readFpmArguments(process.argv.slice(2));
const work = mkdtempSync(join(tmpdir(), 'hashiya-fpm-'));
try {
  const root = join(work, 'root');
  mkdirSync(root);
  for (const { from, to } of options.files) copyInto(root, from, to);
  // Whoever unpacks it: root owns it, and everybody may read it.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', root]);
  BUILDERS[options.type]({ ...options, output: resolve(options.output) }, root, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** As fpm does: `folder/=/there` copies what is in it, `file=/there/name` the file. */
function copyInto(root, from, to) {
  const target = join(root, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true });
}
