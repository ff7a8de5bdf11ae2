import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Stands for the shapes of a browser's canvas. */
function NoShape(): void {}

let loaded: Promise<typeof PdfJs> | undefined;

/**
 * Loads pdf.js, once and only when there is a PDF to read. It runs in this process (the import worker is one of
 * its own), without fonts, pictures or scripts; the shapes that it would draw with are empty here.
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
  // pdf.js looks for its reader here before it would start a thread.
  Object.defineProperty(globalThis, 'pdfjsWorker', { value: worker, configurable: true });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
