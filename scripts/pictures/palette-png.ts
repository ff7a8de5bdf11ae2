/** Writes PNG files with a palette. A window of text in few colours is then a third of its size in full colour. */
import { crc32, deflateSync } from 'node:zlib';

/** Pixels from the compositor: blue, green, red, alpha. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bgra: Uint8Array;
}

/** Colours taken because they are frequent. The others are those that are farthest from all taken ones. */
const FREQUENT = 192;
const MOST = 256;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Writes a bitmap as PNG of at most 256 colours. If it has no more, nothing is lost. */
export function encodePalettePng({ width, height, bgra }: Bitmap): Buffer {
  const colours = new Uint32Array(width * height);
  const counts = new Map<number, number>();
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const at = pixel * 4;
    const colour = ((bgra[at + 2] ?? 0) << 16) | ((bgra[at + 1] ?? 0) << 8) | (bgra[at] ?? 0);
    colours[pixel] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, indexOf } = choosePalette(counts);
  const rows = Buffer.alloc(height * (width + 1)); // Every row begins with its filter: 0 is none.
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexOf.get(colours[y * width + x] ?? 0) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // Eight bits per pixel, with a palette.
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [...parts(colour)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Returns the palette, and for every colour of the picture the index of itself or of the nearest colour. */
function choosePalette(counts: ReadonlyMap<number, number>): {
  readonly palette: readonly number[];
  readonly indexOf: ReadonlyMap<number, number>;
} {
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const palette = byCount.slice(0, FREQUENT);
  const others = byCount
    .slice(FREQUENT)
    .map((colour) => ({ colour, distance: Infinity, index: 0 }));
  const bringNearer = (index: number): void => {
    const to = palette[index] ?? 0;
    for (const other of others) {
      const distance = distanceOf(other.colour, to);
      if (distance < other.distance) Object.assign(other, { distance, index });
    }
  };
  palette.forEach((_, index) => bringNearer(index));
  while (palette.length < MOST) {
    const farthest = others.reduce<(typeof others)[number] | null>(
      (far, other) => (other.distance > (far?.distance ?? 0) ? other : far),
      null,
    );
    if (!farthest) break;
    palette.push(farthest.colour);
    bringNearer(palette.length - 1);
  }
  const indexOf = new Map(others.map(({ colour, index }) => [colour, index]));
  palette.forEach((colour, index) => indexOf.set(colour, index));
  return { palette, indexOf };
}

const parts = (colour: number) =>
  [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255] as const;

/** Returns the square of the distance, in steps of the three parts. */
function distanceOf(one: number, other: number): number {
  const [r1, g1, b1] = parts(one);
  const [r2, g2, b2] = parts(other);
  return (r1 - r2) ** 2 + (g1 - g2) ** 2 + (b1 - b2) ** 2;
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([length, named, sum]);
}
