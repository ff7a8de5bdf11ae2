/** Makes one sheet with all pictures in a small size. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodePalettePng } from './palette-png.ts';
import type { PictureApp } from './picture-app.ts';

const COLUMNS = 8;
/** The size of one picture on the sheet with its name below, pixels. */
const CELL = { width: 240, height: 172, picture: 150, gap: 8 };

/** Writes `contact-sheet.png` beside the pictures, drawn by the app's own browser. */
export async function writeSheet(
  app: PictureApp,
  folder: string,
  files: readonly string[],
): Promise<void> {
  const pictures = await Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.png$/, ''),
      base64: (await readFile(join(folder, file))).toString('base64'),
    })),
  );
  const rows = Math.ceil(files.length / COLUMNS);
  const width = COLUMNS * (CELL.width + CELL.gap) + CELL.gap;
  const height = rows * (CELL.height + CELL.gap) + CELL.gap;
  const base64 = await app.page.evaluate(
    async ({ cell, columns, all, size }) => {
      const canvas = new OffscreenCanvas(size.width, size.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('nothing to draw on');
      context.fillStyle = '#f5f2ec';
      context.fillRect(0, 0, size.width, size.height);
      for (const [index, { name, base64 }] of all.entries()) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const x = cell.gap + (index % columns) * (cell.width + cell.gap);
        const y = cell.gap + Math.floor(index / columns) * (cell.height + cell.gap);
        const scale = Math.min(cell.width / bitmap.width, cell.picture / bitmap.height);
        const drawn = { width: bitmap.width * scale, height: bitmap.height * scale };
        const small = await createImageBitmap(bitmap, {
          resizeWidth: Math.round(drawn.width),
          resizeHeight: Math.round(drawn.height),
          resizeQuality: 'high',
        });
        context.drawImage(small, Math.round(x + (cell.width - small.width) / 2), y);
        context.fillStyle = '#24211c';
        context.font = '11px "Plex Arabic", sans-serif';
        context.fillText(name, x, y + cell.picture + 15, cell.width);
      }
      const { data } = context.getImageData(0, 0, size.width, size.height);
      const reader = new FileReader();
      const read = new Promise((resolve) => reader.addEventListener('load', resolve));
      reader.readAsDataURL(new Blob([data]));
      await read;
      return String(reader.result).replace(/^[^,]*,/, '');
    },
    { cell: CELL, columns: COLUMNS, all: pictures, size: { width, height } },
  );
  const bgra = Buffer.from(base64, 'base64');
  for (let at = 0; at < bgra.length; at += 4) bgra.subarray(at, at + 3).reverse();
  const sheet = encodePalettePng({ width, height, bgra });
  await writeFile(join(folder, 'contact-sheet.png'), sheet);
}
