/** The first and the last printed page of an article, from the saved PDF. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Camera } from '../camera.ts';
import { SCREENS } from '../../../tests/support/screens.ts';
import { look } from '../looks.ts';
import type { Bitmap } from '../palette-png.ts';
import type { PictureApp } from '../picture-app.ts';

/** Pixels per point of the page. */
const SCALE = 1.3;

export async function takePaper(camera: Camera, app: PictureApp): Promise<void> {
  if (!camera.wants('paper')) return;
  const path = join(app.dataFolder, 'article.pdf');
  await app.answerDialogs([path]);
  await app.wear(look());
  await app.open(...SCREENS.reader);
  await app.page.keyboard.press('Control+KeyP');
  await app.button('print.savePdf').click();
  await app.page.getByRole('dialog').waitFor({ state: 'detached' });
  const pages = await drawPages(await readFile(path));
  for (const [name, page] of [
    ['paper-first', pages.at(0)],
    ['paper-last', pages.at(-1)],
  ] as const)
    if (page) await camera.keepAs(`${name}.png`, page);
}

/** Draws every page of a PDF. */
async function drawPages(bytes: Uint8Array): Promise<readonly Bitmap[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: Uint8Array.from(bytes), disableFontFace: true }).promise;
  const drawn: Bitmap[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    // The types of pdf.js declare its factory only as an object.
    const factory = pdf.canvasFactory as {
      create(
        w: number,
        h: number,
      ): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D };
    };
    const { canvas, context } = factory.create(width, height);
    await page.render({ canvas, canvasContext: context, viewport }).promise;
    const { data } = context.getImageData(0, 0, width, height);
    const bgra = new Uint8Array(data);
    for (let at = 0; at < bgra.length; at += 4)
      [bgra[at], bgra[at + 2]] = [data[at + 2] ?? 0, data[at] ?? 0];
    drawn.push({ width, height, bgra });
  }
  return drawn;
}
