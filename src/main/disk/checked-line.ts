import { SHORT_DIGITS, shortSha256 } from './checksum.ts';

/** Encodes one line of a log that is only a cache: `<version> <checksum of the JSON> <JSON>` and a newline. */
export function encodeCheckedLine(version: number, json: string): Buffer {
  return Buffer.from(`${version} ${shortSha256(json)} ${json}\n`, 'utf8');
}

/** Returns the JSON of a line without its newline, or `null` when the line is damaged or of another version. */
export function jsonOfLine(version: number, line: string): string | null {
  const start = `${version} `.length;
  const json = line.slice(start + SHORT_DIGITS + 1);
  return line === `${version} ${shortSha256(json)} ${json}` ? json : null;
}
