import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query of CSS holds now. @param query such as `(min-width: 1600px)`; always the same */
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
