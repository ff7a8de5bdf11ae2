import { loadPdfJs } from '../../src/main/convert/pdf/load-pdfjs.ts';

/** A page of a PDF: its size in points, and its words with ordinary letters instead of presentation forms. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

export async function readPdfPages(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const { getDocument } = await loadPdfJs();
  const pdf = await getDocument({ data: Uint8Array.from(bytes) }).promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    pages.push({ width, height, text: text.normalize('NFKC').replace(/\s+/g, ' ') });
  }
  return pages;
}
