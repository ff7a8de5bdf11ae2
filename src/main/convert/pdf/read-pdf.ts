import type { ConversionFailureCode, ImportRemark } from '#shared/domain/import-codes.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Losses, cleanText } from '../clean-text.ts';
import type { Found, ImportedBlock, ReadDocument } from '../document.ts';
import { finishDocument } from '../finish-document.ts';
import { MAX_PDF_PAGES } from '../limits.ts';
import { Refusal, atTheDoor } from '../refusal.ts';
import { type TextPiece, joinLines } from './lines.ts';
import { loadPdfJs } from './load-pdfjs.ts';
import { joinParagraphs, withoutFurniture } from './paragraphs.ts';
import { isReversed, plainForms, turnRound } from './repair-order.ts';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Titles that programs write into the properties of a file by themselves. */
const MACHINE_TITLE =
  /^(?:microsoft word|untitled|بلا عنوان|document\d*|presentation|slide \d)|\.\w{3,4}$/iu;

/** Reads the text of a PDF in reading order. Its scripts, forms, pictures and fonts are never used. */
export const readPdf: ReadDocument = (bytes, name) =>
  atTheDoor(async () => {
    const document = await openPdf(bytes);
    try {
      const losses: Losses = { lost: 0, controls: 0 };
      const read = await readPages(document, losses);
      const reversed = isReversed(
        read
          .flat()
          .map(({ text }) => text)
          .join('\n'),
      );
      const { pages, left } = withoutFurniture(
        read.map((page) => joinLines(reversed ? page.map(turned) : page)),
      );
      const blocks = pages.some((page) => page.length > 0) ? joinParagraphs(pages) : [];
      const remarks: ImportRemark[] = [];
      if (reversed) remarks.push({ code: 'import/order-repaired' });
      if (left > 0)
        remarks.push({ code: 'import/page-furniture-left-out', params: { count: left } });
      return finishDocument({
        ...(await detailsOf(document, blocks)),
        format: 'pdf',
        name,
        blocks,
        isPage: false,
        remarks,
        losses,
      });
    } finally {
      await document.loadingTask.destroy();
    }
  });

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await loadPdfJs();
  try {
    return await getDocument({
      // pdf.js gets a copy, because it detaches the bytes that it is given.
      data: new Uint8Array(bytes),
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      disableAutoFetch: true,
      disableRange: true,
      disableStream: true,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw new Refusal(failureOf(error));
  }
}

function failureOf(error: unknown): ConversionFailureCode {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  return isLocked ? 'import/password' : 'import/damaged';
}

async function readPages(document: PDFDocumentProxy, losses: Losses): Promise<TextPiece[][]> {
  const pages: TextPiece[][] = [];
  let failed = 0;
  for (let number = 1; number <= Math.min(document.numPages, MAX_PDF_PAGES); number += 1) {
    try {
      // Pages are read one after the other, because a long book would not fit into memory at once.
      // oxlint-disable-next-line no-await-in-loop -- see above
      pages.push(await readPieces(document, number, losses));
    } catch {
      failed += 1; // The page is damaged; the others may be readable.
    }
  }
  if (pages.length === 0 && failed > 0) throw new Refusal('import/damaged');
  return pages;
}

async function readPieces(
  document: PDFDocumentProxy,
  number: number,
  losses: Losses,
): Promise<TextPiece[]> {
  const page = await document.getPage(number);
  const items = await readItems(page);
  page.cleanup();
  return items.flatMap((item): TextPiece[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    const text = plainForms(cleanText(item.str, losses));
    return [{ text, x, y, width: item.width, size: Math.hypot(c, d) }];
  });
}

/** Does what `getTextContent` does, which needs a newer engine than some readers have. */
async function readItems(page: PDFPageProxy): Promise<TextContent['items']> {
  const items: TextContent['items'] = [];
  const parts = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the parts of a stream come one after the other
    const { done, value } = await parts.read();
    if (done) return items;
    for (const item of value.items) items.push(item);
  }
}

function turned(piece: TextPiece): TextPiece {
  return { ...piece, text: turnRound(piece.text) };
}

async function detailsOf(
  document: PDFDocumentProxy,
  blocks: readonly ImportedBlock[],
): Promise<{ title: Found | null; author: Found | null }> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const properties = new Map<string, unknown>(Object.entries(info));
  const stated = (key: string): Found | null => {
    const value = properties.get(key);
    return typeof value === 'string' && /\p{L}{2}/u.test(value)
      ? { value: plainForms(value), from: 'metadata' }
      : null;
  };
  const title = stated('Title');
  const isUsable = title !== null && !MACHINE_TITLE.test(title.value);
  const isShown = blocks[0]?.kind === 'heading';
  return { title: isUsable && !isShown ? title : null, author: stated('Author') };
}
