import { translate } from '../i18n/translate.ts';

/** Names a printed page (`ص 12`). A label that says so itself, such as `ج ٢ ص ١٥`, stays as it is. */
export const pageLabel = (label: string): string =>
  /(?:^|\s)ص\.?\s/u.test(label) ? label : translate('contents.page', { label });
