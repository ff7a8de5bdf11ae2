import * as node from 'node:fs';
import { dirname } from 'node:path';

/** Does not wait for a pipe that has the name of the file. */
const FLAGS = node.constants.O_RDONLY | (node.constants.O_NONBLOCK ?? 0);

/**
 * Reads a small JSON file of the app, whatever has taken its name meanwhile.
 *
 * @returns the parsed value; `null` when there is no such file, it is larger than `maxBytes`, or it is no JSON
 */
export function readSmallJson(path: string, maxBytes: number): unknown {
  try {
    const file = node.openSync(path, FLAGS);
    try {
      const status = node.fstatSync(file);
      if (!status.isFile() || status.size > maxBytes) return null;
      return JSON.parse(node.readFileSync(file, 'utf8')) as unknown;
    } finally {
      node.closeSync(file);
    }
  } catch {
    return null;
  }
}

/**
 * Writes a small JSON file whose loss does no harm, and its folder if needed. It leaves the old file or the new one, and
 * nothing else. A failure is ignored: the disk is full or read-only, or a folder has taken the name of the file.
 */
export function writeSmallJson(path: string, value: unknown): void {
  const part = `${path}.part`;
  try {
    node.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    node.writeFileSync(part, JSON.stringify(value), { mode: 0o600 });
    node.renameSync(part, path);
  } catch {
    removeLeftOver(part);
  }
}

function removeLeftOver(part: string): void {
  try {
    node.rmSync(part, { force: true });
  } catch {
    // The disk is read-only.
  }
}
