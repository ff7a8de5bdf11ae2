/** The first words of a paragraph, whole, with «…» when something is left out. */
export function openingWords(text: string, most = 120): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const end = line.lastIndexOf(' ', most);
  return `${line.slice(0, end > 0 ? end : most).replace(/[\s،,.؛:-]+$/u, '')}…`;
}
