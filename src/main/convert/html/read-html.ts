import type { Losses } from '../clean-text.ts';
import type { DocumentFormat, ImportedDocument, ReadDocument } from '../document.ts';
import { finishDocument } from '../finish-document.ts';
import { MAX_HTML_BYTES } from '../limits.ts';
import { parseMarkup } from '../markup/tree.ts';
import { Refusal, atTheDoor } from '../refusal.ts';
import { readEncodedText } from '../text/read-text.ts';
import { mainText } from './main-text.ts';
import { PagePictures } from './page-pictures.ts';
import { readPageDetails } from './page-details.ts';

/** How many bytes at the start may name the encoding of a page. */
const CLAIM_BYTES = 4096;

/** Reads a page: its main text, and the details that it states. */
export const readHtml: ReadDocument = (bytes, name) =>
  atTheDoor(() =>
    readPage({ bytes, name, format: 'html', claimed: null, savedFrom: null }, new PagePictures()),
  );

export interface PageSource {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly format: DocumentFormat;
  /** The encoding that was sent with the page, or `null`. */
  readonly claimed: string | null;
  /** The address from which the page was saved, or `null`. */
  readonly savedFrom: string | null;
}

/** @throws Refusal for a broken limit, a tree that is too complex, or a page without text */
export function readPage(
  { bytes, name, format, claimed, savedFrom }: PageSource,
  pictures: PagePictures,
): ImportedDocument {
  if (bytes.length > MAX_HTML_BYTES) throw new Refusal('import/too-large');
  const losses: Losses = { lost: 0, controls: 0 };
  const { text, remarks } = readEncodedText(bytes, losses, claimed ?? claimedEncoding(bytes));
  const page = parseMarkup(text, /^\s*<\?xml/u.test(text) ? 'xhtml' : 'html');
  const details = readPageDetails(page);
  pictures.mark(page);
  return finishDocument({
    ...details,
    format,
    name,
    blocks: mainText(page, () => pictures.places()),
    pictures: pictures.sources,
    isPage: true,
    addresses: [...details.addresses, savedFrom, addressInComment(text)],
    remarks,
    losses,
  });
}

/** Browsers store the address of a saved page in a comment: `<!-- saved from url=(0031)https://… -->`. */
function addressInComment(text: string): string | null {
  const head = text.slice(0, CLAIM_BYTES);
  return /<!--\s*saved from url=\(\d+\)(\S+)/iu.exec(head)?.[1] ?? null;
}

function claimedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, CLAIM_BYTES));
  return (
    /<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})/iu.exec(head)?.[1] ?? null
  );
}
