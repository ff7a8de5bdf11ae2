/** Counts the UTF-16 units of a text for which `isOfKind` is true, without copying them. */
export function countUnits(text: string, isOfKind: (code: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (isOfKind(text.charCodeAt(at))) count += 1;
  return count;
}

export const REPLACEMENT = 0xfffd;

export const isNotAscii = (code: number): boolean => code > 0x7f;
