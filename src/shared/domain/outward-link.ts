import { MAX_LINK_UTF16 } from './limits.ts';
import { type Result, fail, succeed } from './result.ts';

/** An address that may leave the app, taken apart for the reader's eye. */
export interface OutwardLink {
  /** What is shown and what is opened: normal form, ASCII only. */
  readonly href: string;
  /** `href` before, in and after what the reader should look at: the site, or who a letter goes to. */
  readonly parts: readonly [before: string, place: string, after: string];
  /** The site's name is not in Latin letters: it may look like another one's. */
  readonly isForeignName: boolean;
}

export type LinkRefusal =
  'link/too-long' | 'link/hidden-letters' | 'link/not-an-address' | 'link/scheme' | 'link/password';

/** Both the window and the main process have it; the library of neither is shared. */
declare const URL: new (address: string) => {
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
};

/**
 * Letters that are not seen, change the order of others, or are read as others: controls, white space,
 * formats (bidi among them), halves of surrogate pairs; and the backslash, which parsers take for a slash.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u;

/** Who a letter goes to, and nothing that could be a switch of a mail program. */
const RECIPIENT = /^[\w.+][\w.+-]*@[\w.-]+$/;

/**
 * The one rule of what may be handed to the system's browser or mail program. It is asked twice: in the window,
 * before the reader is shown the address, and in the main process, before the address is opened.
 * An address is never repaired: what a parser would silently drop is refused.
 *
 * @returns  the same link when its own `href` is asked again
 */
export function readOutwardLink(address: string): Result<OutwardLink, { code: LinkRefusal }> {
  if (address.length > MAX_LINK_UTF16) return fail({ code: 'link/too-long' });
  if (HIDDEN.test(address)) return fail({ code: 'link/hidden-letters' });
  const url = parse(address);
  if (!url) return fail({ code: 'link/not-an-address' });
  if (url.href.length > MAX_LINK_UTF16) return fail({ code: 'link/too-long' });
  switch (url.protocol) {
    case 'http:':
    case 'https:':
      return readSite(address, url);
    case 'mailto:':
      return readLetter(url);
    default:
      return fail({ code: 'link/scheme' });
  }
}

type Parsed = InstanceType<typeof URL>;

function parse(address: string): Parsed | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function readSite(
  address: string,
  { href, protocol, host }: Parsed,
): ReturnType<typeof readOutwardLink> {
  // `https:site` and `https:///site` are repaired by parsers.
  const authority = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1];
  if (authority === undefined) return fail({ code: 'link/not-an-address' });
  // `https://bank.example@other.example/` goes to the other.
  if (authority.includes('@')) return fail({ code: 'link/password' });
  return succeed({
    href,
    parts: split(href, `${protocol}//`, host),
    isForeignName: /(?:^|\.)xn--/.test(host),
  });
}

/** A letter to one person, with a subject and a text at most: other fields could attach a file. */
function readLetter({
  href,
  protocol,
  pathname,
  search,
}: Parsed): ReturnType<typeof readOutwardLink> {
  const fields = search === '' ? [] : search.slice(1).split('&');
  // Mail programs are handed the fields in a line of their own, where a comma or a quote begins another field.
  const isPlain = fields.every((field) => /^(?:subject|body)=[^,']*$/i.test(field));
  if (!RECIPIENT.test(pathname) || !isPlain || href.includes('#'))
    return fail({ code: 'link/not-an-address' });
  // A line break in a field begins another field.
  if (/%(?:[01][0-9a-f]|7f)/i.test(href)) return fail({ code: 'link/hidden-letters' });
  return succeed({ href, parts: split(href, protocol, pathname), isForeignName: false });
}

function split(href: string, before: string, place: string): OutwardLink['parts'] {
  return [before, place, href.slice(before.length + place.length)];
}

/** A piece of a refused address: as it is, or a letter that would not be seen, by its number. */
export interface ShownPiece {
  readonly text: string;
  readonly hidden: boolean;
}

/** Makes the letters seen that hide themselves or turn others around: `U+202E` in place of the letter. */
export function showHiddenLetters(address: string): readonly ShownPiece[] {
  return address
    .split(/([\p{Cc}\p{Cf}\p{Cs}\p{Z}])/u)
    .map((text, index) =>
      index % 2 === 1 ? { text: codePoint(text), hidden: true } : { text, hidden: false },
    )
    .filter(({ text }) => text !== '');
}

function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
