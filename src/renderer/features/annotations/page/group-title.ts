import { MEANINGS } from '#shared/domain/choices.ts';
import { UI_LOCALE, translate } from '#shared/i18n/translate.ts';
import { type AnnotationGroup, type Grouping, ORPHANS } from './arrange-annotations.ts';

const month = new Intl.DateTimeFormat(UI_LOCALE, { month: 'long', year: 'numeric' });

/** What a group of highlights is called. */
export function groupTitle({ key, items }: AnnotationGroup, grouping: Grouping): string {
  if (key === ORPHANS) return translate('ann.orphans');
  if (grouping === 'article') return items[0]?.article.title ?? '';
  const meaning = MEANINGS.find((each) => each === key);
  if (meaning) return translate(`hl.role.${meaning}`);
  const [year, number] = key.split('-').map(Number);
  return month.format(new Date(year ?? 0, (number ?? 1) - 1, 1));
}
