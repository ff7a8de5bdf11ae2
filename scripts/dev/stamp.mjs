/** Reads and writes stamps: small JSON files that record what a finished step was made from. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns the contents of a stamp, or `null` when it is missing or damaged; the step is then repeated. */
export function readStamp(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

export function writeStamp(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

export function removeStamp(path) {
  rmSync(path, { force: true });
}

export function hashOf(...texts) {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

/**
 * Returns a fingerprint of files and whole folders by name, size and time of change. A thousand files take a few
 * milliseconds, which reading them would not. A missing path counts as such.
 */
export function fingerprint(root, paths) {
  const lines = [];
  for (const path of paths) describe(root, path, lines);
  return hashOf(lines.join('\n'));
}

function describe(root, path, lines) {
  const full = join(root, path);
  const stats = statSync(full, { throwIfNoEntry: false });
  if (!stats) lines.push(`${path} -`);
  else if (!stats.isDirectory()) lines.push(`${path} ${stats.size} ${stats.mtimeMs}`);
  else for (const name of readdirSync(full).toSorted()) describe(root, `${path}/${name}`, lines);
}
