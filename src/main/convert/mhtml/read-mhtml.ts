import { findBytes } from '../bytes.ts';
import type { ImportedDocument, ReadDocument } from '../document.ts';
import { type FindPart, PagePictures } from '../html/page-pictures.ts';
import { type PageSource, readPage } from '../html/read-html.ts';
import { Refusal, atTheDoor } from '../refusal.ts';
import { type MimePart, decodeBody, parsePart, parseValue, splitParts } from './mime.ts';

/** Longest boundary; the standard allows 70 (RFC 2046, 5.1.1). The search time grows with its length. */
const MAX_BOUNDARY_UTF16 = 200;

/** Reads a page that a browser saved as one file, with its pictures and without its frames. */
export const readMhtml: ReadDocument = (bytes, name) =>
  atTheDoor(() => {
    const message = parsePart(bytes);
    const page = message && findPage(message);
    if (message === null || page === null) throw new Refusal('import/damaged');
    const { parameters } = parseValue(page.headers.get('content-type'));
    const savedFrom =
      message.headers.get('snapshot-content-location') ??
      page.headers.get('content-location') ??
      null;
    const source = {
      bytes: decodeBody(page),
      name,
      format: 'mhtml',
      claimed: parameters.get('charset') ?? null,
      savedFrom,
    } as const;
    return readWhole(message, source, new PagePictures(findPart(partsOf(message), savedFrom)));
  });

/** Reads the page of an archive. An empty page in a cut archive counts as damaged, because its text may be missing. */
function readWhole(message: MimePart, page: PageSource, pictures: PagePictures): ImportedDocument {
  try {
    return readPage(page, pictures);
  } catch (error) {
    const isEmpty = error instanceof Refusal && error.failure.code === 'import/no-text';
    throw isEmpty && isCut(message) ? new Refusal('import/damaged') : error;
  }
}

function isCut({ headers, body }: MimePart): boolean {
  const boundary = parseValue(headers.get('content-type')).parameters.get('boundary');
  return (
    boundary !== undefined && findBytes(body, new TextEncoder().encode(`--${boundary}--`)) === -1
  );
}

/** Returns the part with which the archive starts, or else its first page. */
function findPage(message: MimePart): MimePart | null {
  const { value, parameters } = parseValue(message.headers.get('content-type'));
  if (value === 'text/html') return message;
  const parts = partsOf(message);
  const start = parameters.get('start');
  const pages = parts.filter((part) =>
    /^(?:text\/html|application\/xhtml\+xml)$/u.test(
      parseValue(part.headers.get('content-type')).value,
    ),
  );
  return (
    pages.find((part) => start && part.headers.get('content-id') === start) ?? pages[0] ?? null
  );
}

function partsOf({ headers, body }: MimePart): readonly MimePart[] {
  const boundary = parseValue(headers.get('content-type')).parameters.get('boundary') ?? '';
  if (boundary === '' || boundary.length > MAX_BOUNDARY_UTF16) return [];
  return splitParts(body, boundary);
}

/** Finds a part of the archive as the page names it: by its address, or by its id (RFC 2557). */
function findPart(parts: readonly MimePart[], savedFrom: string | null): FindPart {
  const known = new Map<string, MimePart>();
  for (const part of parts) {
    const id = /^<(.+)>$/u.exec(part.headers.get('content-id') ?? '')?.[1];
    const names = [id === undefined ? '' : `cid:${id}`, part.headers.get('content-location') ?? ''];
    for (const name of names) if (name !== '' && !known.has(name)) known.set(name, part);
  }
  return (address) => {
    const part = known.get(address) ?? known.get(resolved(address, savedFrom));
    return part === undefined ? null : () => decodeBody(part);
  };
}

function resolved(address: string, base: string | null): string {
  try {
    return new URL(address, base ?? undefined).href;
  } catch {
    return ''; // It is no address, so no part has it.
  }
}
