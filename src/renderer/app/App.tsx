import { type ReactElement, Suspense, lazy, useDeferredValue, useEffect } from 'react';
import { useSettings } from '#renderer/bridge/queries.ts';
import { ImportLayer } from '#renderer/features/import/index.ts';
import { ContinuePage, LibraryPage, SavedPage } from '#renderer/features/library/index.ts';
import { SearchPage } from '#renderer/features/search/index.ts';
import { rememberList } from '#renderer/routes/last-list.ts';
import type { Route } from '#renderer/routes/route.ts';
import { useRoute } from '#renderer/routes/use-route.ts';
import { useFocusMode } from '#renderer/ui/focus-mode.ts';
import { whenSettled } from '#renderer/start/when-settled.ts';
import { ToastRegion } from '#renderer/ui/ToastRegion.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Navigation } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { OpenedFiles } from './OpenedFiles.tsx';
import { focusContent } from './regions.ts';
import { applyTheme } from './theme.ts';
import { useMotion } from './use-motion.ts';
import { useDocumentTitle } from './use-document-title.ts';
import { ShellDialogs, loadShellDialogs } from './ShellDialogs.tsx';
import { useShellCommands } from './use-shell-commands.ts';
import styles from './App.module.css';

// The search is part of the first script, because it is used first. Pages that neither the search nor the first
// screen needs are loaded later.
const loadReader = () => import('#renderer/features/reader/index.ts');
const loadAnnotations = () => import('#renderer/features/annotations/index.ts');
const loadSettings = () => import('#renderer/features/settings/index.ts');
const SettingsPage = lazy(async () => ({ default: (await loadSettings()).SettingsPage }));
const AnnotationsPage = lazy(async () => ({
  default: (await loadAnnotations()).AnnotationsPage,
}));
const ReaderPage = lazy(async () => ({ default: (await loadReader()).ReaderPage }));

/** The shell of the window: the navigation beside the page that the route names. */
export function App() {
  const route = useRoute();
  const { data: settings } = useSettings();
  const theme = settings?.theme ?? 'system';
  useEffect(() => applyTheme(theme), [theme]);
  useMotion(settings?.motion ?? 'system');
  useEffect(loadTheRest, []);
  useShellCommands(route);
  useDocumentTitle(route);
  useEffect(() => rememberList(route), [route]);
  const shown = useShownRoute(route);
  const inReader = shown.page === 'article';
  const focused = useFocusMode() && inReader;

  return (
    <div
      className={[styles.app, inReader && styles.rail, focused && styles.focused]
        .filter(Boolean)
        .join(' ')}
    >
      <a className={styles.skip} href="#main" onClick={skipToMain}>
        {translate(inReader ? 'nav.skipToText' : 'nav.skipToPage')}
      </a>
      {!focused && <Navigation page={route.page} rail={inReader} settings={settings} />}
      <main id="main" className={styles.main} tabIndex={-1} data-page={shown.page}>
        <Notices />
        <Suspense fallback={null}>
          <ErrorBoundary key={shown.page}>
            <Page route={shown} />
          </ErrorBoundary>
        </Suspense>
      </main>
      <ImportLayer page={shown.page} />
      <ToastRegion />
      <OpenedFiles />
      <ShellDialogs />
    </div>
  );
}

/**
 * The route that is on the screen. While the script of the next page is being loaded, the page before stays, with the
 * letters that somebody types into its field. A change within one page is shown at once.
 */
function useShownRoute(route: Route): Route {
  const before = useDeferredValue(route);
  return before.page === route.page ? route : before;
}

/** The page of a route. The type of the answer lets the compiler ask for a page that has no case here. */
function Page({ route }: { route: Route }): ReactElement {
  switch (route.page) {
    case 'library':
      return <LibraryPage />;
    case 'settings':
      return <SettingsPage />;
    case 'continue':
      return <ContinuePage />;
    case 'saved':
      return <SavedPage />;
    case 'search':
      return <SearchPage route={route} />;
    case 'annotations':
      return <AnnotationsPage tab={route.tab} />;
    case 'article':
      return <ReaderPage key={route.articleId} route={route} />;
  }
}

/** Loads the reader, the marks page and the dialogs, so that the first click on them does not wait. */
const loadTheRest = () =>
  whenSettled(() => void Promise.all([loadReader(), loadAnnotations(), loadShellDialogs()]));

/** Moves the focus to the page. The link cannot do it with its address, because the address is the route. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  focusContent();
}
