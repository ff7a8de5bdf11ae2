import { lengthWithout } from '#shared/domain/text.ts';

/** What is left out before «…». */
const LOOSE = /[\s،,.؛:-]/u;

/** The first words of a paragraph, whole, with «…» when something is left out. */
export function openingWords(text: string, most = 120): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const end = line.lastIndexOf(' ', most);
  const words = line.slice(0, end > 0 ? end : most);
  return `${words.slice(0, lengthWithout(words, LOOSE))}…`;
}
