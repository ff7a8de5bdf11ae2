import { MAX_PASTED_UTF16 } from '#shared/domain/limits.ts';

/** Elements that carry structure which the plain text does not have. */
const STRUCTURE = /<(?:p|h[1-6]|li|blockquote|table)[\s>]/iu;

/**
 * The HTML of copied text, so that its headings, lists and quotes are kept. `null` when it was copied as plain text,
 * has no such parts, or is too long.
 */
export function copiedPage(data: DataTransfer | null): string | null {
  const html = data?.getData('text/html') ?? '';
  const size = html.length + (data?.getData('text/plain').length ?? 0);
  return STRUCTURE.test(html) && size <= MAX_PASTED_UTF16 ? html : null;
}
