import { type MouseEvent, memo } from 'react';
import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { type ShelfCounts, useShelfCounts } from '#renderer/features/library/index.ts';
import { LINKED_PAGES, type LinkedPage, PAGES } from '#renderer/routes/pages.ts';
import { type Route, formatRoute, openingRoute } from '#renderer/routes/route.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import { useLocale } from '#renderer/ui/use-locale.ts';
import { commandRow } from '#shared/commands/table.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { nextTheme } from './next-theme.ts';
import styles from './Navigation.module.css';

interface NavigationProps {
  readonly page: Route['page'];
  /** Shows icons only, as beside an article. A narrow window does this by itself. */
  readonly rail: boolean;
  /** The tooltips show the theme and the shortcuts from these; `undefined` until they are read. */
  readonly settings: Settings | undefined;
}

/**
 * The main navigation at the start of the line. It is memoised, so that letters that change only the address do not
 * draw it again.
 */
export const Navigation = memo(function Navigation({ page, rail, settings }: NavigationProps) {
  useLocale();
  const counts = useShelfCounts();
  return (
    <nav
      className={rail ? `${styles.nav} ${styles.rail}` : styles.nav}
      aria-label={translate('nav.label')}
    >
      <div className={styles.brand}>
        <b className={styles.mark}>
          <Icon name="book" />
        </b>
        <span className={styles.word}>{translate('app.name')}</span>
      </div>
      {LINKS.top.map((name) => (
        <PageLink key={name} name={name} page={page} counts={counts} />
      ))}
      <Foot page={page} theme={settings?.theme ?? 'system'} />
    </nav>
  );
});

/** The pages whose links stand at the top and at the foot. */
const LINKS = {
  top: LINKED_PAGES.filter((name) => PAGES[name].link.at === 'top'),
  foot: LINKED_PAGES.filter((name) => PAGES[name].link.at === 'foot'),
};

interface FootProps {
  readonly page: Route['page'];
  readonly theme: Settings['theme'];
}

/** The help, the settings and the theme at the foot of the navigation. */
function Foot({ page, theme }: FootProps) {
  const { mutate: changeSettings } = useChangeSettings();
  const themeName = `${translate('reader.theme')}: ${translate(`theme.${theme}`)}`;
  return (
    <div className={styles.foot}>
      <button
        type="button"
        className={styles.item}
        {...shortcutHints(translate('nav.help'), 'help.open')}
        onClick={() => runCommand('help.open')}
      >
        <Icon name="help" />
        <span className={styles.word}>{translate('nav.help')}</span>
      </button>
      {LINKS.foot.map((name) => (
        <PageLink key={name} name={name} page={page} />
      ))}
      <button
        type="button"
        className={styles.item}
        {...shortcutHints(themeName, 'theme.next')}
        onClick={() => changeSettings((now) => ({ theme: nextTheme(now.theme) }))}
      >
        <Icon name="theme" />
        <span className={styles.word}>{themeName}</span>
      </button>
    </div>
  );
}

interface PageLinkProps {
  readonly name: LinkedPage;
  /** The open page. */
  readonly page: Route['page'];
  readonly counts?: ShelfCounts | null;
}

/** The link to a page, with the number of items on it. Zero is not shown. */
function PageLink({ name, page, counts }: PageLinkProps) {
  const { title, link } = PAGES[name];
  const isCurrent = name === page;
  const label = translate(title);
  const count = 'count' in link ? (counts?.[link.count] ?? 0) : 0;
  return (
    <a
      className={styles.item}
      href={formatRoute(openingRoute(name))}
      aria-current={isCurrent ? 'page' : undefined}
      title={label}
      onClick={isCurrent ? preventDefault : undefined}
    >
      <Icon name={commandRow(link.command).icon} />
      <span className={styles.word}>{label}</span>
      {count > 0 && <span className={styles.count}>{formatNumber(count)}</span>}
    </a>
  );
}

/** Keeps a link to the open page from changing the query or the scroll position. */
const preventDefault = (event: MouseEvent): void => event.preventDefault();
