import type { Settings } from '#shared/domain/settings.ts';
import { READING_SIZES_PX } from '#shared/domain/choices.ts';

/** The next larger or smaller reading size, CSS pixels; the ends hold. */
export function nextSize(size: Settings['readingSizePx'], by: 1 | -1): Settings['readingSizePx'] {
  return READING_SIZES_PX[READING_SIZES_PX.indexOf(size) + by] ?? size;
}
