import { availableCommands, handlerOf } from '#renderer/commands/registry.ts';
import { articleRoute } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { viewState } from '#renderer/view-state/view-state.ts';
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
  /** The author or the outlet of an article, and its date; or the page of a section. */
  readonly detail?: string;
  /** Names of things in that section, by which it is also found. */
  readonly also?: string;
  readonly icon: IconName;
  /** The direction of an article; a command has the direction of the interface. */
  readonly direction?: ArticleSummary['direction'];
  readonly command?: CommandId;
  readonly run: () => void;
}

/** The names of what is in the section of the settings that has no command of its own. */
const IN_DATA: readonly MessageKey[] = [
  'exchange.export',
  'exchange.import',
  'backup.write',
  'backup.choose',
];

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
    const choice = {
      key: id,
      section: 'commands',
      title: translate(title),
      icon,
      command: id,
      run,
    } as const;
    return id === 'go.settings' ? [choice, dataIn(choice)] : [choice];
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

/** The choice that opens the settings where the data are exported, imported and backed up. */
const dataIn = (settings: Choice): Choice => ({
  key: 'settings-data',
  section: 'commands',
  title: translate('exchange.data'),
  detail: settings.title,
  also: IN_DATA.map((name) => translate(name)).join(' '),
  icon: settings.icon,
  run() {
    viewState.set('settingsSection', 'data');
    settings.run();
  },
});
