import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  /** Called after Escape, the close button or a press beside the dialog has closed it. */
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** A press beside the dialog does not close it, because what was typed in its form would be lost. */
  readonly keeps?: boolean;
  /** The dialog takes the focus itself, so that keys scroll it. For dialogs without any control. */
  readonly textOnly?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog that is open as long as it is rendered. Afterwards the focus goes back to where it was. */
export function Dialog(props: DialogProps) {
  const { title, onClose, wide = false, keeps = false, textOnly = false, children } = props;
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-label={title}
      // The close event of a dialog inside this one bubbles up to here, so it is filtered out.
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

/** The buttons that end a dialog. They stay in sight at its foot, and the main one comes last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.actions}>{children}</footer>;
}

/** Opens a `<dialog>` as a modal one when it is mounted. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element?.open) element?.showModal();
    // Closing the dialog gives the focus back, which removing the element alone would not do.
    return () => element?.close();
  }, []);
  return dialog;
}
