import { ARTICLE, WAW } from '#shared/arabic/letters.ts';
import { spellingKey } from '#shared/arabic/spelling.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';

/**
 * Finds titles by the beginnings of their words. Tashkeel, hamza seats, final yeh, teh marbuta, ال and و make no
 * difference: «ملاحظ» finds «التمييزات والملاحظات». All words of the query must be found. Titles that begin with the
 * query come first; otherwise the order stays.
 *
 * @param query  the typed text; without a word in it everything is found
 */
export function matchTitles<Item>(
  query: string,
  items: readonly Item[],
  titleOf: (item: Item) => string,
): readonly Item[] {
  const asked = wordsOf(query);
  if (asked.length === 0) return items;
  const found = items.flatMap((item) => {
    const words = wordsOf(titleOf(item));
    const isFound = asked.every((ask) => words.some((word) => beginsWith(word, ask)));
    return isFound ? [{ item, isFirst: beginsWith(words[0] ?? '', asked[0] ?? '') }] : [];
  });
  return found.toSorted((a, b) => Number(b.isFirst) - Number(a.isFirst)).map(({ item }) => item);
}

const wordsOf = (text: string): readonly string[] =>
  tokenize(text).map((token) => spellingKey(token.text));

function beginsWith(word: string, start: string): boolean {
  return ['', ARTICLE, WAW, WAW + ARTICLE].some((prefix) => word.startsWith(prefix + start));
}
