import { MEANINGS } from '#shared/domain/choices.ts';
import { dateFormat } from '#shared/i18n/formats.ts';
import { dateLocale } from '#shared/i18n/locale.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { type AnnotationGroup, type Grouping, ORPHANS } from './arrange-annotations.ts';

export function groupTitle({ key, items }: AnnotationGroup, grouping: Grouping): string {
  if (key === ORPHANS) return translate('ann.orphans');
  if (grouping === 'article') return items[0]?.article.title ?? '';
  const meaning = MEANINGS.find((each) => each === key);
  if (meaning) return meaningName(meaning);
  const [year, number] = key.split('-').map(Number);
  const month = dateFormat(dateLocale(), { month: 'long', year: 'numeric' });
  return month.format(new Date(year ?? 0, (number ?? 1) - 1, 1));
}
