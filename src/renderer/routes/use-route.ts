import { useMemo, useSyncExternalStore } from 'react';
import { type Route, formatRoute, parseRoute } from './route.ts';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** The present route. It follows the address of the window. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** The route of the address at this moment, for code outside of components. */
export const currentRoute = (): Route => parseRoute(window.location.hash);

/** Opens a route. With `replace` it adds no entry to the history, as while somebody types in the search field. */
export function navigate(route: Route, options: { replace?: boolean } = {}): void {
  const hash = formatRoute(route);
  if (hash === window.location.hash) return;
  if (options.replace) {
    window.history.replaceState(window.history.state, '', hash);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.location.hash = hash;
  }
}
