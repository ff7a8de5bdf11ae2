import { availableCommands, handlerOf } from '#renderer/commands/registry.ts';
import { articleRoute } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import type { IconName } from '#renderer/ui/icons.ts';
import type { CommandId } from '#shared/commands/table.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { describeDate } from '#shared/i18n/dates.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import { matchTitles } from './match-titles.ts';

/** One line of the palette. */
export interface Choice {
  readonly key: string;
  readonly section: 'commands' | 'items';
  readonly title: string;
  /** The author or the outlet of an article, and its date; or what is found on the page that a command opens. */
  readonly detail?: string;
  /** Names of things on that page, by which the command is also found. */
  readonly also?: string;
  readonly icon: IconName;
  /** The direction of an article; a command has the direction of the interface. */
  readonly direction?: ArticleSummary['direction'];
  readonly command?: CommandId;
  readonly run: () => void;
}

/** What has no command of its own, and the command of the page where it is found. */
const FOUND_ON: Partial<
  Record<CommandId, { readonly in: MessageKey; readonly names: MessageKey[] }>
> = {
  'go.settings': {
    in: 'exchange.data',
    names: ['exchange.export', 'exchange.import', 'backup.write', 'backup.choose'],
  },
};

/** The most articles that are listed. */
const MAX_ITEMS = 50;

/**
 * Remembers which commands can run at this moment.
 * @returns a function that lists the commands and then the articles that fit a typed text
 */
export function listChoices(): (
  articles: readonly ArticleSummary[],
  query: string,
) => readonly Choice[] {
  const commands = availableCommands().flatMap(({ id, title, icon, keyOnly }): Choice[] => {
    const run = handlerOf(id);
    if (keyOnly || !run || id === 'palette.open') return [];
    const choice = { key: id, section: 'commands', title: translate(title), icon, run } as const;
    const page = FOUND_ON[id];
    if (!page) return [{ ...choice, command: id }];
    const detail = translate(page.in);
    const also = [detail, ...page.names.map((name) => translate(name))].join(' ');
    return [{ ...choice, command: id, detail, also }];
  });
  return (articles, query) => {
    const titleOf = ({ title, also }: Choice): string => `${title} ${also ?? ''}`;
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
