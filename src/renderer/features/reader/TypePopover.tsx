import { useEffect, useRef } from 'react';
import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { Settings } from '#shared/domain/settings.ts';
import { READING_FONTS, READING_SIZES_PX } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FONT_FAMILIES } from './fonts.ts';
import { nextSize } from './next-size.ts';
import styles from './TypePopover.module.css';

interface TypePopoverProps {
  readonly settings: Settings;
  readonly onClose: () => void;
}

/** Typeface and size of the text. */
export function TypePopover({ settings, onClose }: TypePopoverProps) {
  const { mutate: change } = useChangeSettings();
  const frame = useRef<HTMLDivElement>(null);
  const { readingFont, readingSizePx } = settings;

  useEffect(() => {
    frame.current?.querySelector<HTMLElement>(':checked')?.focus();
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onClose();
    };
    const handleDown = (event: MouseEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      if (!frame.current?.contains(target) && !target?.closest('[aria-expanded=true]')) onClose();
    };
    window.addEventListener('keydown', handleKeyDown, { capture: true });
    document.addEventListener('mousedown', handleDown);
    return () => {
      window.removeEventListener('keydown', handleKeyDown, { capture: true });
      document.removeEventListener('mousedown', handleDown);
    };
  }, [onClose]);

  return (
    <div
      ref={frame}
      className={styles.popover}
      role="dialog"
      aria-label={translate('reader.appearance')}
    >
      <fieldset className={styles.fonts}>
        <legend>{translate('type.font')}</legend>
        {READING_FONTS.map((font) => (
          <label key={font}>
            <input
              type="radio"
              name="reading-font"
              className="visually-hidden"
              checked={font === readingFont}
              onChange={() => change({ readingFont: font })}
            />
            <b style={{ fontFamily: FONT_FAMILIES[font] }}>أبجد هوّز</b>
            <span>{translate(`type.font.${font}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.size} role="group" aria-label={translate('type.size')}>
        <span>{translate('type.size')}</span>
        <IconButton
          icon="minus"
          label={translate('type.smaller')}
          shortcut="Control+-"
          disabled={readingSizePx === READING_SIZES_PX[0]}
          onClick={() => change({ readingSizePx: nextSize(readingSizePx, -1) })}
        />
        <output>{readingSizePx}</output>
        <IconButton
          icon="plus"
          label={translate('type.larger')}
          shortcut="Control+="
          disabled={readingSizePx === READING_SIZES_PX.at(-1)}
          onClick={() => change({ readingSizePx: nextSize(readingSizePx, 1) })}
        />
      </div>
    </div>
  );
}
