import { ARTICLE, WAW } from '#shared/arabic/letters.ts';
import { spellingKey } from '#shared/arabic/spelling.ts';
import { tokenize } from '#shared/arabic/tokenize.ts';

/**
 * Finds titles by the beginnings of their words, blind to tashkeel, hamza seats, final yeh and teh marbuta, and
 * to ال and و: «ملاحظ» finds «التمييزات والملاحظات». All words of the query must be found; those whose title begins with the
 * query come first, else the order stays.
 *
 * @param query  as typed; without a word in it everything is found
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
