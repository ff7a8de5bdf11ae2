import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from './Button.tsx';
import { type Toast, dismissToast, useToast } from './toasts.ts';
import styles from './ToastRegion.module.css';

/** How long a short message stays, ms. It stays longer while the pointer or the focus is on it. */
const SHORT_MS = 8_000;

/** How long each UTF-16 unit of a message keeps it on the screen, ms, so that slow readers come to its end. */
const MS_PER_UNIT = 120;

/** The part of the window where messages appear. Screen readers announce them, and F6 leads to them. */
export function ToastRegion() {
  const toast = useToast();
  return (
    <div role="status" className={styles.region}>
      {toast && <ShownToast key={toast.id} toast={toast} />}
    </div>
  );
}

function ShownToast({ toast }: { readonly toast: Toast }) {
  const { id, text, action } = toast;
  const [held, setHeld] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => dismissToast(id), Math.max(SHORT_MS, text.length * MS_PER_UNIT));
    return () => clearTimeout(timer);
  }, [id, text, held]);
  const rememberFocus = useFocusBack(box);

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dismissToast(id);
  }
  return (
    <div
      ref={box}
      className={styles.toast}
      {...(action && { 'data-region': 'toast' })}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event) => {
        setHeld(true);
        rememberFocus(event);
      }}
      onBlur={() => setHeld(false)}
      onKeyDown={handleKeyDown}
    >
      <span>{text}</span>
      {action && (
        <Button
          small
          onClick={() => {
            action.run();
            dismissToast(id);
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

/**
 * Gives the focus back to where it was when an element disappears that has the focus.
 * @returns the function that handles the focus event of the element
 */
function useFocusBack(box: { readonly current: HTMLElement | null }) {
  const before = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) before.current?.focus({ preventScroll: true });
    };
  }, [box]);
  return ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !box.current?.contains(relatedTarget))
      before.current = relatedTarget;
  };
}
