import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Called when Escape, the button or a press beside the dialog has closed it. */
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** A form whose letters must not be lost: a press beside it does nothing. */
  readonly keeps?: boolean;
  /** Nothing in it can be pressed: it takes the focus itself, so that keys scroll it. */
  readonly textOnly?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog, open as long as it is rendered; the focus goes back to where it was. */
export function Dialog(props: DialogProps) {
  const { title, onClose, wide = false, keeps = false, textOnly = false, children } = props;
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-label={title}
      // The closing of a dialog above this one comes by here too.
      onClose={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && !keeps) dialog.current.close();
      }}
    >
      <header className={styles.head}>
        <h2>{title}</h2>
        <IconButton
          small
          icon="x"
          label={translate('common.close')}
          onClick={() => dialog.current?.close()}
        />
      </header>
      <div
        className={`${styles.body} scroll`}
        {...(textOnly ? { tabIndex: 0, role: 'region', 'aria-label': title } : {})}
      >
        {children}
      </div>
    </dialog>
  );
}

/** What ends a dialog: at its foot, always in sight, the main way last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.actions}>{children}</footer>;
}

/** Opens a `<dialog>` over the page as soon as it is there. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    // Closing gives the focus back; an element that is only taken away would lose it.
    return () => element?.close();
  }, []);
  return dialog;
}
