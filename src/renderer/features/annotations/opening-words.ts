import { lengthWithout } from '#shared/domain/text.ts';

/** Characters that are removed before «…». */
const LOOSE = /[\s،,.؛:-]/u;

/** The first whole words of a paragraph, with «…» when something is left out. @param most  UTF-16 units */
export function openingWords(text: string, most = 120): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const end = line.lastIndexOf(' ', most);
  const words = line.slice(0, end > 0 ? end : most);
  return `${words.slice(0, lengthWithout(words, LOOSE))}…`;
}
