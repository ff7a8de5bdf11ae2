import { useLayoutEffect, useRef, useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { Shape } from '#renderer/ui/Shape.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import type { Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { CITATION_STYLES } from '#shared/citation/cite.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';
import type { OpenPage } from '../text/page.ts';
import type { HighlightActions } from './highlight-actions.ts';
import { placeBar } from './place-bar.ts';
import type { ReaderSession } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import styles from './SelectionToolbar.module.css';

interface SelectionToolbarProps {
  readonly session: ReaderSession;
  readonly actions: HighlightActions;
  readonly page: OpenPage;
}

/** The bar with the actions for the selected words or the clicked highlight. */
export function SelectionToolbar({ session, actions, page }: SelectionToolbarProps) {
  const { target, focusAsked } = useSession(session, ({ selection }) => selection);
  // True while a highlight without an anchor waits to be pinned.
  const pinning = useSession(session, ({ pinningId }) => pinningId !== null);
  const readOnly = useIsReadOnly();
  const frame = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState({ left: 0, top: 0 });

  useLayoutEffect(() => {
    if (frame.current && target) setPosition(placeBar(frame.current, page, target.span));
  }, [target, page]);
  useLayoutEffect(() => {
    if (focusAsked > 0) frame.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [focusAsked]);
  if (!target) return null;

  const { annotation } = target;
  return (
    <div ref={frame} className={styles.frame} style={position}>
      <Toolbar label={translate('sel.toolbar')} className={styles.bar}>
        {pinning && <PinButton actions={actions} readOnly={readOnly} />}
        <Swatches actions={actions} readOnly={readOnly} pressed={annotation?.meaning} />
        <i className={styles.rule} />
        <NoteButton actions={actions} readOnly={readOnly} />
        <CiteButtons actions={actions} />
        <IconButton
          icon="search"
          label={translate('sel.search')}
          onClick={() => actions.searchSelection()}
        />
        {annotation && (
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

interface ButtonsProps {
  readonly actions: HighlightActions;
  readonly readOnly: boolean;
}

function PinButton({ actions, readOnly }: ButtonsProps) {
  return (
    <Button
      small
      kind="primary"
      icon="check"
      disabled={readOnly}
      onClick={() => void actions.pin()}
    >
      {translate('ann.pinHere')}
    </Button>
  );
}

/** One button for each kind of highlight. @param pressed the kind of the clicked highlight */
function Swatches({
  actions,
  readOnly,
  pressed,
}: ButtonsProps & { readonly pressed: Meaning | undefined }) {
  return MEANINGS.map((meaning) => (
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
  ));
}

function NoteButton({ actions, readOnly }: ButtonsProps) {
  return (
    <Button
      small
      icon="note"
      disabled={readOnly}
      {...shortcutHints(translate('sel.note'), 'note.write')}
      onClick={() => void actions.writeNote()}
    >
      {translate('sel.note')}
    </Button>
  );
}

function CiteButtons({ actions }: Pick<ButtonsProps, 'actions'>) {
  return (
    <>
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
    </>
  );
}
