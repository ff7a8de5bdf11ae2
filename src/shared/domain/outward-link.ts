import { MAX_LINK_UTF16 } from './limits.ts';
import { type Result, fail, succeed } from './result.ts';

/** An address that may be opened outside the app, divided for display. */
export interface OutwardLink {
  /** What is shown and what is opened: the normal form, in ASCII only. */
  readonly href: string;
  /** `href` in three parts; the middle one is what the reader should check: the site, or the recipient of a message. */
  readonly parts: readonly [before: string, target: string, after: string];
  /** True when the name of the site is not in Latin letters, because it may imitate another site. */
  readonly isForeignName: boolean;
}

export type LinkRefusal =
  | 'link/too-long'
  | 'link/hidden-letters'
  | 'link/not-an-address'
  | 'link/scheme'
  | 'link/password';

/** `URL` exists in the window and in the main process, but in no type library that both share. */
declare const URL: new (address: string) => {
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly pathname: string;
  readonly search: string;
};

/**
 * Characters that are invisible, reorder others or are read as others: controls, white space, format characters (bidi
 * among them), lone surrogates, and the backslash, which parsers treat as a slash.
 */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\\]/u;

/** The recipient of a message, in a form that a mail program cannot mistake for a command-line switch. */
const RECIPIENT = /^[\w.+][\w.+-]*@[\w.-]+$/;

/**
 * Decides which addresses may be passed to the system's browser or mail program. The window asks before it shows an
 * address to the reader, and the main process asks again before it opens it. An address is never repaired: whatever a
 * parser would silently drop is refused.
 *
 * @returns the divided link; reading its `href` again returns the same link. Fails with a `LinkRefusal` code.
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
  // Parsers would repair `https:site` and `https:///site`.
  const authority = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1];
  if (authority === undefined) return fail({ code: 'link/not-an-address' });
  // `https://bank.example@other.example/` leads to the second site.
  if (authority.includes('@')) return fail({ code: 'link/password' });
  return succeed({
    href,
    parts: split(href, `${protocol}//`, host),
    isForeignName: /(?:^|\.)xn--/.test(host),
  });
}

/** Accepts a message to one recipient with at most a subject and a body, because other fields could attach a file. */
function readLetter({
  href,
  protocol,
  pathname,
  search,
}: Parsed): ReturnType<typeof readOutwardLink> {
  const fields = search === '' ? [] : search.slice(1).split('&');
  // Some mail programs receive the fields on a command line, where a comma or a quote starts another field.
  const isPlain = fields.every((field) => /^(?:subject|body)=[^,']*$/i.test(field));
  if (!RECIPIENT.test(pathname) || !isPlain || href.includes('#'))
    return fail({ code: 'link/not-an-address' });
  // A line break in a field would start another field.
  if (/%(?:[01][0-9a-f]|7f)/i.test(href)) return fail({ code: 'link/hidden-letters' });
  return succeed({ href, parts: split(href, protocol, pathname), isForeignName: false });
}

function split(href: string, before: string, target: string): OutwardLink['parts'] {
  return [before, target, href.slice(before.length + target.length)];
}

/** A piece of a refused address: its text, or the code point of a hidden character. */
export interface ShownPiece {
  readonly text: string;
  readonly hidden: boolean;
}

/** Makes hidden and reordering characters visible by replacing each with its code point, such as `U+202E`. */
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
