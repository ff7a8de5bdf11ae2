import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Replaces the path classes of a browser's canvas. */
function NoShape(): void {}

let loaded: Promise<typeof PdfJs> | undefined;

/**
 * Loads pdf.js only once and only for a PDF. It runs in this process, because the import worker is already separate, and
 * without fonts, pictures or scripts; the classes for drawing are empty here.
 */
export function loadPdfJs(): Promise<typeof PdfJs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<typeof PdfJs> {
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: NoShape });
  }
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  // pdf.js looks here for its worker before it starts a thread.
  Object.defineProperty(globalThis, 'pdfjsWorker', { value: worker, configurable: true });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
