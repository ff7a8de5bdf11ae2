import { useLayoutEffect, useRef, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { CITATION_STYLES } from '#shared/citation/cite.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import { rangeOfSpan, textRects } from '../text/dom-text.ts';
import type { OpenPage } from '../text/page.ts';
import type { HighlightActions } from './highlight-actions.ts';
import type { ReaderSession } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import styles from './SelectionToolbar.module.css';

interface SelectionToolbarProps {
  readonly session: ReaderSession;
  readonly actions: HighlightActions;
  readonly page: OpenPage;
}

/** Distance between the bar and the words, CSS pixels. */
const GAP_PX = 8;

/** With at least this much space the bar is above the words, otherwise below them, CSS pixels. */
const ROOM_ABOVE_PX = 64;

/** The bar with the actions for the selected words or the clicked highlight. */
export function SelectionToolbar({ session, actions, page }: SelectionToolbarProps) {
  const { target, focusAsked } = useSession(session, ({ selection }) => selection);
  // True while a highlight without an anchor waits to be pinned.
  const pinning = useSession(session, ({ pinningId }) => pinningId !== null);
  const readOnly = useIsReadOnly();
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    if (frame.current && target) setPlace(placeBar(frame.current, page, target.span));
  }, [target, page]);
  useLayoutEffect(() => {
    if (focusAsked > 0) frame.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [focusAsked]);
  if (!target) return null;

  const pressed = target.annotation?.meaning;
  return (
    <div ref={frame} className={styles.frame} style={place}>
      <Toolbar label={translate('sel.toolbar')} className={styles.bar}>
        {pinning && (
          <Button
            small
            kind="primary"
            icon="check"
            disabled={readOnly}
            onClick={() => void actions.pin()}
          >
            {translate('ann.pinHere')}
          </Button>
        )}
        {MEANINGS.map((meaning) => (
          <button
            key={meaning}
            type="button"
            className={styles.swatch}
            data-meaning={meaning}
            disabled={readOnly}
            aria-label={meaningName(meaning)}
            aria-pressed={pressed ? pressed === meaning : undefined}
            {...shortcutHints(meaningName(meaning), `highlight.${meaning}`)}
            onClick={() => void actions.highlight(meaning)}
          >
            <span>
              <Shape meaning={meaning} />
            </span>
          </button>
        ))}
        <i className={styles.rule} />
        <Button
          small
          icon="note"
          disabled={readOnly}
          {...shortcutHints(translate('sel.note'), 'note.write')}
          onClick={() => void actions.writeNote()}
        >
          {translate('sel.note')}
        </Button>
        <IconButton
          icon="cite"
          label={translate('sel.copyCite')}
          command="citation.copy"
          onClick={() => void actions.copyCitation('text')}
        />
        <MenuButton
          small
          icon="down"
          label={translate('cite.menu')}
          items={CITATION_STYLES.map((style) => ({
            label: translate(`cite.as.${style}`),
            run: () => void actions.copyCitation(style),
          }))}
        />
        <IconButton
          icon="search"
          label={translate('sel.search')}
          onClick={() => actions.searchSelection()}
        />
        {target.annotation && (
          <IconButton
            icon="trash"
            disabled={readOnly}
            label={translate('sel.remove')}
            command="highlight.remove"
            onClick={() => void actions.remove()}
          />
        )}
      </Toolbar>
    </div>
  );
}

/** Places the bar above the middle of the words and inside the column, in CSS pixels from the article's edges. */
function placeBar(bar: HTMLElement, page: OpenPage, span: { start: number; end: number }) {
  const body = page.body.current;
  const scroller = page.scroller.current;
  const range = body && rangeOfSpan(body, page.blockSpans, span);
  const rects = range ? textRects(range) : [];
  if (!body || !scroller || rects.length === 0) return { left: 0, top: 0 };
  const origin = body.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const top = Math.min(...rects.map((rect) => rect.top));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  const middle =
    (Math.min(...rects.map((rect) => rect.left)) + Math.max(...rects.map((rect) => rect.right))) /
    2;
  const fitsAbove = top - frame.top >= ROOM_ABOVE_PX;
  const wanted = fitsAbove ? top - bar.offsetHeight - GAP_PX : bottom + GAP_PX;
  // Both ends of a passage that is taller than the window may be out of sight, so the bar is kept inside the window.
  const lowest = frame.bottom - bar.offsetHeight - GAP_PX;
  const widest = origin.width - bar.offsetWidth - GAP_PX;
  return {
    left: Math.max(GAP_PX, Math.min(widest, middle - origin.left - bar.offsetWidth / 2)),
    top: Math.max(frame.top + GAP_PX, Math.min(lowest, wanted)) - origin.top,
  };
}
