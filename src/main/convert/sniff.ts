import { type Result, fail, succeed } from '#shared/domain/result.ts';
import { findBytes, latin1 } from './bytes.ts';
import type { DocumentFormat } from './document.ts';
import { isForeign } from './foreign.ts';
import { readDirectory } from './zip/directory.ts';
import type { ConversionFailure } from '#shared/domain/import-codes.ts';

/** How many bytes at the start are searched for the marks of a text format. */
const HEAD_BYTES = 4096;

/** How many bytes may precede the mark of a PDF. */
const PDF_MARK_BYTES = 1024;

const ARCHIVE_ENDINGS = /\.mht(?:ml)?$/iu;
const HTML_ENDINGS = /\.x?html?$/iu;
const HTML_START = /(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])/iuy;
/** What may precede HTML. The parts are removed one by one, because one expression could match in 2^n ways. */
const BEFORE_HTML = /\s+|<\?xml[^>]*>|<!--[^]*?-->/iuy;
/** The start of an OpenITI text (see `text/open-iti.ts`), with the byte order mark as Latin-1. */
const OPEN_ITI_START = /^(?:\xEF\xBB\xBF)?\s*######OpenITI#/u;
/** The start of other XML: feeds, drawings, data. */
const XML_START = /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml|<svg[\s>]|<!DOCTYPE|<rss)/iu;

/**
 * Determines the format of a file by its content, and by its name if the content leaves it open (Markdown, text).
 *
 * @param name  with or without a folder; only its ending is used
 */
export function sniffFormat(
  bytes: Uint8Array,
  name: string,
): Result<DocumentFormat, ConversionFailure> {
  const head = latin1(bytes.subarray(0, HEAD_BYTES));
  const foreign = fail<ConversionFailure>({ code: 'import/unsupported' });
  if (isForeign(bytes, name)) return foreign;
  if (head.startsWith('\xD0\xCF\x11\xE0')) return fail(describeOle(bytes));
  if (head.slice(0, PDF_MARK_BYTES).includes('%PDF-')) return succeed('pdf');
  if (/\.pdf$/iu.test(name)) return fail({ code: 'import/damaged' });
  if (head.startsWith('PK\x03\x04')) return sniffZip(bytes, name);
  if (/\.epub$/iu.test(name)) return fail({ code: 'import/not-epub' });
  if (/\.doc[xm]$/iu.test(name)) return fail({ code: 'import/damaged' });
  // OpenITI files end in `.mARkdown`, or have no ending.
  if (OPEN_ITI_START.test(head)) return succeed('text');
  if (ARCHIVE_ENDINGS.test(name) || startsAsArchive(head)) return succeed('mhtml');
  if (startsAsPage(head) || HTML_ENDINGS.test(name)) return succeed('html');
  if (XML_START.test(head)) return foreign;
  return succeed(/\.(?:md|markdown|mdown)$/iu.test(name) ? 'markdown' : 'text');
}

/** Recognises a mail message of several parts, in which browsers save a page with its pictures. */
function startsAsArchive(head: string): boolean {
  return (
    /^(?:[A-Za-z][A-Za-z-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}/u.test(head) &&
    /^mime-version:/imu.test(head) &&
    /^content-type:\s*multipart\/related/imu.test(head)
  );
}

function startsAsPage(head: string): boolean {
  // UTF-16 has a NUL beside every letter of a tag.
  const text = head.replace(/^\xEF\xBB\xBF|^\xFF\xFE|^\xFE\xFF|\0/gu, '');
  BEFORE_HTML.lastIndex = 0;
  let start = 0;
  while (BEFORE_HTML.test(text)) start = BEFORE_HTML.lastIndex;
  HTML_START.lastIndex = start;
  return HTML_START.test(text);
}

/** Tells the format of a zip archive by the list of entries at its end, or else by its name. */
function sniffZip(bytes: Uint8Array, name: string): Result<DocumentFormat, ConversionFailure> {
  const names = new Set(readDirectory(bytes)?.map((entry) => entry.name));
  if (names.has('META-INF/container.xml') || names.has('mimetype')) return succeed('epub');
  if (names.has('[Content_Types].xml') && [...names].some((part) => part.startsWith('word/')))
    return succeed('docx');
  if (/\.epub$/iu.test(name))
    return fail({ code: names.size > 0 ? 'import/not-epub' : 'import/damaged' });
  if (/\.doc[xm]$/iu.test(name)) return fail({ code: 'import/damaged' });
  return fail({ code: 'import/unsupported' });
}

/** Describes a container of old Office: an old document, or a new one with a password. */
function describeOle(bytes: Uint8Array): ConversionFailure {
  const encrypted = new TextEncoder().encode('EncryptedPackage'.split('').join('\0'));
  const isEncrypted = findBytes(bytes, encrypted) !== -1;
  return { code: isEncrypted ? 'import/password' : 'import/old-word' };
}
