import { type RefObject, useEffect, useRef } from 'react';
import { OVERLAY_ID } from '#renderer/commands/keyboard.ts';
import { useChangeSettings, useSettings } from '#renderer/bridge/queries.ts';
import { AppearanceFields } from '#renderer/ui/AppearanceFields.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Check } from '#renderer/ui/Check.tsx';
import { ThemeChoice } from '#renderer/ui/ThemeChoice.tsx';
import {
  changeAppearance,
  hasOwnAppearance,
  resetAppearance,
  separateAppearance,
  settingsOf,
} from '#shared/domain/appearance.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './TypePopover.module.css';

interface TypePopoverProps {
  readonly articleId: ArticleId;
  /** The button that gets the focus back when Escape closes the popover. */
  readonly opener: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** A popover for the text's appearance, in the whole library or in this article only. */
export function TypePopover({ articleId, opener, onClose }: TypePopoverProps) {
  const { data: settings } = useSettings();
  const { mutate: change } = useChangeSettings();
  const frame = useRef<HTMLDivElement>(null);

  useLightDismiss(frame, opener, onClose);
  if (!settings) return null;

  return (
    <div
      ref={frame}
      id={OVERLAY_ID}
      className={`${styles.popover} scroll`}
      role="dialog"
      aria-label={translate('reader.appearance')}
    >
      <AppearanceFields
        appearance={settingsOf(settings, articleId)}
        onChange={(part) =>
          change((now) => changeAppearance(now, articleId, part(settingsOf(now, articleId))))
        }
      />
      <ThemeChoice theme={settings.theme} onChange={(theme) => change({ theme })} />
      <div className={styles.scope}>
        <Check
          checked={hasOwnAppearance(settings, articleId)}
          onChange={(own) => change((now) => separateAppearance(now, articleId, own))}
        >
          {translate('type.thisArticle')}
        </Check>
        <Button small onClick={() => change((now) => resetAppearance(now, articleId))}>
          {translate('type.reset')}
        </Button>
      </div>
    </div>
  );
}

/** Moves the focus into the popover. Escape returns it to the opener, and a press elsewhere closes the popover. */
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
