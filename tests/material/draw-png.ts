import { crc32, deflateSync } from 'node:zlib';

/** A colour as red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number];

/** Draws a PNG (RFC 2083). @param colourAt  the colour of a place, each side from 0 to 1 */
export function drawPng(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Colour,
): Buffer {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows.set(colourAt(x / width, y / height), y * (1 + 3 * width) + 1 + 3 * x);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** A river between two fields under an evening sky. */
export function landscape(x: number, y: number): Colour {
  const bank = 0.55 + 0.1 * Math.sin(9 * x);
  if (y < 0.4) return [250 - 120 * (0.4 - y), 190 + 60 * y, 130 + 200 * y];
  if (Math.abs(y - bank) < 0.07) return [70, 120, 170];
  return y < bank ? [140, 150, 70] : [90, 120, 60];
}

/** A cover with a border and a sun. */
export function binding(x: number, y: number): Colour {
  if (Math.min(x, y, 1 - x, 1 - y) < 0.05) return [214, 180, 110];
  return (x - 0.5) ** 2 * 0.45 + (y - 0.35) ** 2 < 0.02 ? [236, 190, 90] : [110, 40, 40];
}
