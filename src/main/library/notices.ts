import type { Coded } from '#shared/domain/result.ts';
import type { OwnArticles } from './own-articles.ts';

/**
 * Builds the notices about the files of the own articles.
 *
 * @param remade titles of the articles that were converted again from their originals
 * @param folder where damaged files are kept
 */
export function libraryNotices(
  own: Pick<OwnArticles, 'list' | 'isListed' | 'aside'>,
  { remade, folder }: { remade: readonly string[]; folder: string },
): Coded[] {
  const troubled = own.list().filter(({ trouble }) => trouble !== undefined);
  const notRemade = troubled.filter(({ trouble }) => trouble?.kind === 'damaged' && trouble.reason);
  const newer = troubled.filter(({ trouble }) => trouble?.kind !== 'damaged');
  const named = (titles: readonly string[]) => ({ count: titles.length, title: titles[0] ?? '' });
  const kept = own.aside();
  const notices: Coded[] = own.isListed ? [] : [{ code: 'library/unreadable' }];
  if (remade.length > 0)
    notices.push({ code: 'library/remade', params: { ...named(remade), kept, folder } });
  if (notRemade.length > 0)
    notices.push({
      code: 'library/not-remade',
      params: {
        ...named(notRemade.map(({ title }) => title)),
        reason: notRemade[0]?.trouble?.reason ?? '',
        kept,
        folder,
      },
    });
  if (newer.length > 0)
    notices.push({ code: 'library/newer-version', params: named(newer.map(({ title }) => title)) });
  return notices;
}
