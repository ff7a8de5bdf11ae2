import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';

const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;

/** Writes the size of a file as file managers do. @param bytes the size */
export function formatSize(bytes: number): string {
  if (bytes < MEGABYTE)
    return translate('bin.kilobytes', { size: formatNumber(Math.ceil(bytes / KILOBYTE)) });
  const megabytes = Math.round((bytes / MEGABYTE) * 10) / 10;
  return translate('bin.megabytes', { size: formatNumber(megabytes) });
}
