#!/usr/bin/env node
/**
 * Replaces fpm where it is not available, with Debian's dpkg-deb and rpmbuild.
 *
 * Limits: only the options of electron-builder are known, and any other is an error; only `-s dir`, for deb and rpm; no
 * signing, changelog, config files or delta rpms. The rpm is made on Debian, so no Fedora has ever installed it. Released
 * packages are made by the real fpm.
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
  // Root owns the files, and everybody may read them, whoever unpacks the package.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', root]);
  BUILDERS[options.type]({ ...options, output: resolve(options.output) }, root, work);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Copies as fpm does: `folder/=/there` copies the folder's contents, `file=/there/name` the file. */
function copyInto(root, from, to) {
  const target = join(root, to);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true });
}
