import type { Random } from '../support/seeded-random.ts';

/** Pieces of the formats that parsers often handle badly. */
const PIECES = [
  '<', '>', '&', '&#x10FFFF;', '<![CDATA[', '<!--', '-->', '<script>', '</p>', '<table><tr>', '<svg>',
  '<w:p>', '<w:tbl>', '</w:body>', ']]>', '<!DOCTYPE x [<!ENTITY a "b">]>', '---\n', '[^1]:', '```', '|||', '[[[[',
  '\0', '\uFEFF', '\u202E', '\uD800', 'PK\u0003\u0004', 'endstream', 'endobj', '0 R', '<<', '>>', '/Kids [1 0 R]',
  '--boundary', 'Content-Type: multipart/related', '=\r\n', '=ZZ', '99999999999', '-1', '__proto__', 'ـ'.repeat(500),
]; // prettier-ignore

/** Changes a file in one to eight positions: bits, bytes, and pieces that are removed, doubled, moved or inserted. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let file: Buffer = Buffer.from(bytes);
  const changes = 1 + Math.floor(random() * 8);
  for (let change = 0; change < changes; change += 1) file = changeOnce(file, random);
  return file;
}

function changeOnce(file: Buffer, random: Random): Buffer {
  const place = () => Math.floor(random() * (file.length + 1));
  const [a, b] = [place(), place()].sort((x, y) => x - y) as [number, number];
  const piece = file.subarray(a, Math.min(b, a + 2000));
  const splice = (at: number, removed: number, added: Uint8Array) =>
    Buffer.concat([file.subarray(0, at), added, file.subarray(at + removed)]);
  switch (Math.floor(random() * 7)) {
    case 0: {
      const flipped = Buffer.from(file);
      if (a < flipped.length) flipped[a] = (flipped[a] ?? 0) ^ (1 << Math.floor(random() * 8));
      return flipped;
    }
    case 1:
      return splice(a, 1, Uint8Array.of(Math.floor(random() * 256)));
    case 2:
      return splice(a, piece.length, new Uint8Array());
    case 3:
      return splice(a, 0, piece);
    case 4:
      return splice(place(), 0, piece);
    case 5:
      return splice(a, 0, Buffer.from(PIECES[Math.floor(random() * PIECES.length)] ?? ''));
    default:
      return random() < 0.2 ? file.subarray(0, a) : splice(a, 4, Buffer.alloc(4, 0xff));
  }
}
