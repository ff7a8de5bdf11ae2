import { createHash } from 'node:crypto';

/** Returns an index as another version of the analyzer would have written it, with a valid hash. */
export function withAnalyzer(index: Uint8Array, version: string): Uint8Array {
  const [first = '', header = '', ...rest] = Buffer.from(index).toString('latin1').split('\n');
  const changed = header.replace(/"analyzerVersion":"[^"]+"/u, `"analyzerVersion":"${version}"`);
  const body = Buffer.from([changed, ...rest].join('\n'), 'latin1');
  const hash = createHash('sha256').update(body).digest('hex');
  const format = first.slice(0, first.lastIndexOf(' '));
  return Buffer.concat([Buffer.from(`${format} ${hash}\n`, 'latin1'), body]);
}
