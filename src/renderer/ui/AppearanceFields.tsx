import type { Appearance } from '#shared/domain/settings.ts';
import {
  LINE_HEIGHTS,
  MEASURES_EM,
  READING_FONTS,
  READING_SIZES_PX,
  READING_WEIGHTS,
} from '#shared/domain/choices.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Check } from './Check.tsx';
import { Choice } from './Choice.tsx';
import { IconButton } from './IconButton.tsx';
import { FONT_FAMILIES } from './fonts.ts';
import { stepIn } from './step-in.ts';
import styles from './AppearanceFields.module.css';

interface AppearanceFieldsProps {
  readonly appearance: Appearance;
  /** Receives the appearance as the change before has left it, because two quick clicks may overlap. */
  readonly onChange: (change: (now: Appearance) => Partial<Appearance>) => void;
}

/** A sample of a typeface, with joined letters, dots, a hamza and a shadda. */
const SPECIMEN = 'أبجد هوّز';

const MEASURE_NAMES = { 24: 'narrow', 29: 'medium', 36: 'wide' } as const;
const WEIGHT_NAMES = { 400: 'regular', 500: 'medium', 600: 'bold' } as const;

/** The controls for the appearance of an article's text. */
export function AppearanceFields({ appearance, onChange }: AppearanceFieldsProps) {
  const set = (change: Partial<Appearance>): void => onChange(() => change);
  return (
    <div className={styles.fields}>
      <FontField value={appearance.readingFont} onChange={(readingFont) => set({ readingFont })} />
      <Stepper
        label={translate('type.size')}
        less={translate('type.smaller')}
        more={translate('type.larger')}
        values={READING_SIZES_PX}
        value={appearance.readingSizePx}
        onStep={(step) => onChange((now) => ({ readingSizePx: step(now.readingSizePx) }))}
      />
      <Stepper
        label={translate('type.lineHeight')}
        less={translate('type.lineLess')}
        more={translate('type.lineMore')}
        values={LINE_HEIGHTS}
        value={appearance.readingLineHeight}
        onStep={(step) => onChange((now) => ({ readingLineHeight: step(now.readingLineHeight) }))}
      />
      <Choice
        legend={translate('type.width')}
        values={MEASURES_EM}
        value={appearance.readingMeasureEm}
        renderLabel={(width) => translate(`type.width.${MEASURE_NAMES[width]}`)}
        onChange={(readingMeasureEm) => set({ readingMeasureEm })}
      />
      <Choice
        legend={translate('type.weight')}
        values={READING_WEIGHTS}
        value={appearance.readingWeight}
        renderLabel={(weight) => translate(`type.weight.${WEIGHT_NAMES[weight]}`)}
        onChange={(readingWeight) => set({ readingWeight })}
      />
      <div>
        <Check checked={appearance.justify} onChange={(justify) => set({ justify })}>
          {translate('type.justify')}
        </Check>
        <Check checked={appearance.hideTashkeel} onChange={(hideTashkeel) => set({ hideTashkeel })}>
          {translate('type.diacritics')}
        </Check>
      </div>
    </div>
  );
}

interface FontFieldProps {
  readonly value: Appearance['readingFont'];
  readonly onChange: (font: Appearance['readingFont']) => void;
}

function FontField({ value, onChange }: FontFieldProps) {
  return (
    <fieldset className={styles.fonts}>
      <legend>{translate('type.font')}</legend>
      {READING_FONTS.map((font) => (
        <label key={font}>
          <input
            type="radio"
            name="reading-font"
            className="visually-hidden"
            checked={font === value}
            onChange={() => onChange(font)}
          />
          <b lang="ar" style={{ fontFamily: FONT_FAMILIES[font] }}>
            {SPECIMEN}
          </b>
          <span>{translate(`type.font.${font}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface StepperProps<Value extends number> {
  readonly label: string;
  readonly less: string;
  readonly more: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly onStep: (step: (from: Value) => Value) => void;
}

/** Two buttons that go to the next smaller or larger of fixed values. */
function Stepper<Value extends number>(props: StepperProps<Value>) {
  const { label, less, more, values, value, onStep } = props;
  return (
    <div className={styles.stepper} role="group" aria-label={label}>
      <span>{label}</span>
      <IconButton
        icon="minus"
        label={less}
        disabled={value === values[0]}
        onClick={() => onStep((from) => stepIn(values, from, -1))}
      />
      <output>{formatNumber(value)}</output>
      <IconButton
        icon="plus"
        label={more}
        disabled={value === values.at(-1)}
        onClick={() => onStep((from) => stepIn(values, from, 1))}
      />
    </div>
  );
}
