import { availableCommands, handlerOf } from '#renderer/commands/registry.ts';
import { articleRoute } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import type { IconName } from '#renderer/ui/icons.ts';
import type { CommandId } from '#shared/commands/table.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { translate } from '#shared/i18n/translate.ts';
import { matchTitles } from './match-titles.ts';

/** One line of the palette. */
export interface Choice {
  readonly key: string;
  readonly section: 'commands' | 'items';
  readonly title: string;
  /** Who wrote or published an article, and when. */
  readonly detail?: string;
  readonly icon: IconName;
  /** Of an article; a command runs as the interface does. */
  readonly direction?: ArticleSummary['direction'];
  readonly command?: CommandId;
  readonly run: () => void;
}

/** Articles that are listed at once; typing narrows them. */
const MAX_ITEMS = 50;

/**
 * Takes down what can be done at this moment, and answers how to list it: commands first, then articles, each
 * narrowed by what is typed.
 */
export function listChoices(): (
  articles: readonly ArticleSummary[],
  query: string,
) => readonly Choice[] {
  const commands = availableCommands().flatMap(({ id, title, icon, keyOnly }): Choice[] => {
    const run = handlerOf(id);
    if (keyOnly || !run || id === 'palette.open') return [];
    return [{ key: id, section: 'commands', title: translate(title), icon, command: id, run }];
  });
  return (articles, query) => {
    const titleOf = ({ title }: { readonly title: string }): string => title;
    const namesOf = ({ title, author }: ArticleSummary): string => `${title} ${author ?? ''}`;
    const items = matchTitles(query, articles, namesOf).slice(0, MAX_ITEMS);
    return [
      ...matchTitles(query, commands, titleOf),
      ...items.map(({ id, title, author, outlet, date, direction }): Choice => ({
        key: `article-${id}`,
        section: 'items',
        title,
        detail: [author ?? outlet, date && describeDate(date).text]
          .filter((part) => part !== null && part !== '')
          .join(' · '),
        icon: 'page',
        direction,
        run: () => navigate(articleRoute(id)),
      })),
    ];
  };
}
