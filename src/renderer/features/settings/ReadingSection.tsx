import type { CSSProperties } from 'react';
import { AppearanceFields } from '#renderer/ui/AppearanceFields.tsx';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { FONT_FAMILIES } from '#renderer/ui/fonts.ts';
import { APPEARANCE_KEYS } from '#shared/domain/choices.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/defaults.ts';
import type { Settings, SettingsPatch } from '#shared/domain/settings.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Hint, Section, type SectionProps } from './Section.tsx';
import styles from './SettingsPage.module.css';

/** A sample text with vowel signs that shows the effect of the settings. */
const SAMPLE =
  'قَرَأَ الكاتِبُ المُسَوَّدَةَ مَرَّتَيْنِ، ثُمَّ كَتَبَ على حاشِيَتِها: «يُراجَعُ التاريخ»، وأضافَ سَطْرَيْنِ عن المصدر ورقم الصفحة 128.';

/** The settings for the appearance of the text of all articles. */
export function ReadingSection({ settings, onChange }: SectionProps) {
  return (
    <Section title={translate('settings.reading')}>
      <Hint>{translate('settings.readingHint')}</Hint>
      <p className={styles.sample} lang="ar" dir="rtl" style={styleOf(settings)}>
        <Bidi text={SAMPLE} hideTashkeel={settings.hideTashkeel} />
      </p>
      <AppearanceFields appearance={settings} onChange={onChange} />
      <div>
        <Button kind="outline" onClick={() => onChange(defaults())}>
          {translate('type.reset')}
        </Button>
      </div>
    </Section>
  );
}

const styleOf = (settings: Settings): CSSProperties => ({
  fontFamily: FONT_FAMILIES[settings.readingFont],
  fontSize: `${settings.readingSizePx}px`,
  lineHeight: settings.readingLineHeight,
  fontWeight: settings.readingWeight,
  maxInlineSize: `${settings.readingMeasureEm}em`,
  textAlign: settings.justify ? 'justify' : 'start',
});

const defaults = (): SettingsPatch =>
  Object.fromEntries(APPEARANCE_KEYS.map((key) => [key, DEFAULT_SETTINGS[key]]));
