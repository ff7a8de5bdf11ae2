import { useCallback, useSyncExternalStore } from 'react';

/** True while a media query of CSS holds. @param query such as `(min-width: 1600px)`; it must not change */
export function useMedia(query: string): boolean {
  const follow = useCallback(
    (tell: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    [query],
  );
  return useSyncExternalStore(follow, () => window.matchMedia(query).matches);
}
