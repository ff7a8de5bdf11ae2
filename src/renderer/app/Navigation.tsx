import { type MouseEvent, memo } from 'react';
import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { runCommand } from '#renderer/commands/registry.ts';
import { useShelfCounts } from '#renderer/features/library/index.ts';
import {
  ANNOTATIONS,
  LIBRARY,
  type Route,
  SEARCH,
  SETTINGS,
  formatRoute,
} from '#renderer/routes/route.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { IconName } from '#renderer/ui/icons.ts';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import { useLocale } from '#renderer/ui/use-locale.ts';
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
  const link = (
    to: Route,
    icon: IconName,
    key: `nav.${'library' | 'continue' | 'search' | 'saved' | 'annotations'}`,
    count?: number,
  ) => (
    <NavigationLink
      to={to}
      current={page === to.page}
      icon={icon}
      label={translate(key)}
      count={count}
    />
  );
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
      {link(LIBRARY, 'lib', 'nav.library', counts?.all)}
      {link({ page: 'continue' }, 'reading', 'nav.continue', counts?.reading)}
      {link(SEARCH, 'search', 'nav.search')}
      {link({ page: 'saved' }, 'saved', 'nav.saved', counts?.saved)}
      {link(ANNOTATIONS, 'hl', 'nav.annotations', counts?.highlights)}
      <Foot isInSettings={page === 'settings'} theme={settings?.theme ?? 'system'} />
    </nav>
  );
});

interface FootProps {
  readonly isInSettings: boolean;
  readonly theme: Settings['theme'];
}

/** The help, the settings and the theme at the foot of the navigation. */
function Foot({ isInSettings, theme }: FootProps) {
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
      <NavigationLink
        to={SETTINGS}
        current={isInSettings}
        icon="settings"
        label={translate('nav.settings')}
      />
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

interface NavigationLinkProps {
  readonly to: Route;
  readonly current: boolean;
  readonly icon: IconName;
  readonly label: string;
  /** The number of items on the page. Zero is not shown. */
  readonly count?: number | undefined;
}

function NavigationLink({ to, current, icon, label, count = 0 }: NavigationLinkProps) {
  return (
    <a
      className={styles.item}
      href={formatRoute(to)}
      aria-current={current ? 'page' : undefined}
      title={label}
      onClick={current ? preventDefault : undefined}
    >
      <Icon name={icon} />
      <span className={styles.word}>{label}</span>
      {count > 0 && <span className={styles.count}>{formatNumber(count)}</span>}
    </a>
  );
}

/** Keeps a link to the open page from changing the query or the scroll position. */
const preventDefault = (event: MouseEvent): void => event.preventDefault();
