import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePalettePng } from '../../scripts/pictures/palette-png.ts';

/** Returns the parts of a PNG by name. */
function chunks(png: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}

/** Returns red, green and blue of every pixel. */
function coloursOf(png: Buffer, width: number): number[][] {
  const parts = chunks(png);
  const palette = parts.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  return [...rows]
    .filter((_, index) => index % (width + 1) !== 0)
    .map((index) => [...palette.subarray(index * 3, index * 3 + 3)]);
}

const bitmap = (pixels: readonly (readonly number[])[], width: number) => ({
  width,
  height: pixels.length / width,
  bgra: Uint8Array.from(pixels.flatMap(([r = 0, g = 0, b = 0]) => [b, g, r, 255])),
});

describe('encodePalettePng', () => {
  it('loses nothing of a picture with few colours', () => {
    const pixels = [
      [255, 0, 0],
      [0, 128, 0],
      [0, 0, 64],
      [1, 2, 3],
    ];

    expect(coloursOf(encodePalettePng(bitmap(pixels, 2)), 2)).toEqual(pixels);
  });

  it('takes the nearest of 256 colours when there are more', () => {
    const pixels = Array.from({ length: 1024 }, (_, index) => [index % 256, index >> 8, 0]);

    const shown = coloursOf(encodePalettePng(bitmap(pixels, 32)), 32);

    const distances = shown.map((colour, index) =>
      Math.hypot(...colour.map((part, at) => part - (pixels[index]?.[at] ?? 0))),
    );
    expect(Math.max(...distances)).toBeLessThan(12);
    expect(new Set(shown.map(String)).size).toBeLessThanOrEqual(256);
  });
});
