import * as node from 'node:fs';

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
