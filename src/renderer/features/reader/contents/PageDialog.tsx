import { useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog, DialogActions } from '#renderer/ui/Dialog.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { useReader } from '../open-reader.ts';
import { findPage, pagesOf, placeOf } from './place.ts';
import styles from './Contents.module.css';

/** Asks for a printed page and goes to it. */
export function PageDialog() {
  const { article, jumpTo, page, session } = useReader();
  const pages = pagesOf(article);
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // The dialog has given the focus to its first control when it opened.
  useEffect(() => field.current?.focus(), []);
  function go(): void {
    const found = findPage(pages, typed, placeOf(session.state, page));
    if (!found) return setMissing(true);
    session.askPage(false);
    // The dialog gives the focus back when it closes, so the jump moves the focus after it.
    requestAnimationFrame(() => jumpTo(found.at));
  }
  return (
    <Dialog title={translate('contents.toPage')} onClose={() => session.askPage(false)}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <label htmlFor="page-label">{translate('contents.pageField')}</label>
        <input
          id="page-label"
          ref={field}
          autoComplete="off"
          dir="auto"
          value={typed}
          aria-describedby="page-range"
          aria-invalid={isMissing || undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setMissing(false);
          }}
        />
        <p id="page-range" className={styles.range}>
          {translate('contents.pageRange', {
            first: pages[0]?.label ?? '',
            last: pages.at(-1)?.label ?? '',
          })}
        </p>
        {isMissing && (
          <p role="alert" className={styles.failure}>
            {translate('contents.noSuchPage')}
          </p>
        )}
        <DialogActions>
          <Button kind="primary" type="submit" disabled={typed.trim() === ''}>
            {translate('contents.go')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
