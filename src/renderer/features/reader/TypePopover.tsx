import { type RefObject, useEffect, useRef } from 'react';
import { useChangeSettings } from '#renderer/bridge/queries.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { Settings } from '#shared/domain/settings.ts';
import { READING_FONTS, READING_SIZES_PX } from '#shared/domain/choices.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import { FONT_FAMILIES } from './fonts.ts';
import { nextSize } from './next-size.ts';
import styles from './TypePopover.module.css';

interface TypePopoverProps {
  readonly settings: Settings;
  /** Gets the focus back when Escape closes. */
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Typeface and size of the text. */
export function TypePopover({ settings, opener, onClose }: TypePopoverProps) {
  const { mutate: change } = useChangeSettings();
  const frame = useRef<HTMLDivElement>(null);
  const { readingFont, readingSizePx } = settings;

  useLightDismiss(frame, opener, onClose);

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
          command="text.smaller"
          disabled={readingSizePx === READING_SIZES_PX[0]}
          onClick={() => change({ readingSizePx: nextSize(readingSizePx, -1) })}
        />
        <output>{formatNumber(readingSizePx)}</output>
        <IconButton
          icon="plus"
          label={translate('type.larger')}
          command="text.larger"
          disabled={readingSizePx === READING_SIZES_PX.at(-1)}
          onClick={() => change({ readingSizePx: nextSize(readingSizePx, 1) })}
        />
      </div>
    </div>
  );
}

/** Takes the focus; Escape gives it back, and a press elsewhere closes. */
function useLightDismiss(
  frame: RefObject<HTMLElement | null>,
  opener: RefObject<HTMLElement | null>,
  onClose: () => void,
): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>(':checked')?.focus();
    const handleKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      latest.current();
      opener.current?.focus();
    };
    const handleDown = ({ target }: MouseEvent): void => {
      const isInside = (element: HTMLElement | null): boolean =>
        target instanceof Node && element !== null && element.contains(target);
      if (!isInside(frame.current) && !isInside(opener.current)) latest.current();
    };
    window.addEventListener('keydown', handleKeyDown, { capture: true });
    document.addEventListener('mousedown', handleDown);
    return () => {
      window.removeEventListener('keydown', handleKeyDown, { capture: true });
      document.removeEventListener('mousedown', handleDown);
    };
  }, [frame, opener]);
}
