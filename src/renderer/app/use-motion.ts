import { useLayoutEffect } from 'react';
import type { Settings } from '#shared/domain/settings.ts';

/** Tells the styles how much may move. */
export function useMotion(motion: Settings['motion']): void {
  useLayoutEffect(() => {
    document.documentElement.dataset['motion'] = motion;
  }, [motion]);
}
