import { Check } from '#renderer/ui/Check.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { ThemeChoice } from '#renderer/ui/ThemeChoice.tsx';
import { DIGITS, LANGUAGES, MONTHS } from '#shared/domain/choices.ts';
import { LANGUAGE_NAMES } from '#shared/i18n/language-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Hint, Section, type SectionProps } from './Section.tsx';

const DIGIT_SAMPLES = { latn: '0123456789', arab: '٠١٢٣٤٥٦٧٨٩' } as const;

/** The settings for language, digits, dates, theme and motion. */
export function GeneralSection({ settings, onChange }: SectionProps) {
  const monthIn = (locale: string, month: number): string =>
    new Intl.DateTimeFormat(locale, { month: 'long' }).format(new Date(2001, month));
  const sample = (months: (typeof MONTHS)[number]): string => {
    const locale = months === 'levantine' ? 'ar-IQ' : 'ar-EG';
    return `${monthIn(locale, 8)}، ${monthIn(locale, 9)}`;
  };
  return (
    <Section title={translate('settings.general')}>
      <Choice
        legend={translate('settings.language')}
        values={LANGUAGES}
        value={settings.language}
        renderLabel={(language) => <span lang={language}>{LANGUAGE_NAMES[language]}</span>}
        onChange={(language) => onChange({ language })}
      />
      <Choice
        legend={translate('settings.numerals')}
        values={DIGITS}
        value={settings.digits}
        renderLabel={(digits) => <bdi className="ltr">{DIGIT_SAMPLES[digits]}</bdi>}
        onChange={(digits) => onChange({ digits })}
      />
      <Hint>{translate('settings.numeralsHint')}</Hint>
      <Choice
        legend={translate('settings.months')}
        values={MONTHS}
        value={settings.months}
        renderLabel={(months) => <bdi lang="ar">{sample(months)}</bdi>}
        onChange={(months) => onChange({ months })}
      />
      <Check
        checked={settings.hijri}
        hint={translate('settings.hijriHint')}
        onChange={(hijri) => onChange({ hijri })}
      >
        {translate('settings.hijri')}
      </Check>
      <ThemeChoice theme={settings.theme} onChange={(theme) => onChange({ theme })} />
      <Check
        checked={settings.motion === 'reduced'}
        hint={translate('settings.motionHint')}
        onChange={(reduced) => onChange({ motion: reduced ? 'reduced' : 'system' })}
      >
        {translate('settings.motion')}
      </Check>
    </Section>
  );
}
