/** Writes the two formats that contain one icon in many sizes. Both take PNGs unchanged. */

/**
 * A Windows `.ico`.
 *
 * @param images  `[{ sizePx, png }]`, at most 256 px each
 */
export function toIco(images) {
  const entries = images.map(({ sizePx, png }, at) => {
    const before = images.slice(0, at).reduce((sum, image) => sum + image.png.length, 0);
    const entry = Buffer.alloc(16);
    // 0 means 256.
    entry.writeUInt8(sizePx % 256, 0);
    entry.writeUInt8(sizePx % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(6 + 16 * images.length + before, 12);
    return entry;
  });
  const header = Buffer.from([0, 0, 1, 0, images.length, 0]);
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

/** The types of macOS for PNGs of each number of pixels. */
const ICNS_TYPES = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/**
 * A macOS `.icns`.
 *
 * @param images  `[{ sizePx, png }]` with 32, 64, 128, 256, 512 and 1024 px
 */
export function toIcns(images) {
  const chunks = ICNS_TYPES.map(([type, sizePx]) => {
    const { png } = images.find((image) => image.sizePx === sizePx);
    return Buffer.concat([Buffer.from(type, 'latin1'), lengthOf(png.length + 8), png]);
  });
  const body = Buffer.concat(chunks);
  return Buffer.concat([Buffer.from('icns', 'latin1'), lengthOf(body.length + 8), body]);
}

function lengthOf(bytes) {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(bytes);
  return buffer;
}
