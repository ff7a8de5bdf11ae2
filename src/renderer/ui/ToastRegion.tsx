import {
  type FocusEvent,
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Button } from './Button.tsx';
import { type Toast, currentToast, dismissToast, onToast } from './toasts.ts';
import styles from './ToastRegion.module.css';

/** How long a short message stays, ms; it waits while the pointer or the focus is on it. */
const SHORT_MS = 8_000;

/** How much longer a long one stays, ms for every UTF-16 unit: slow readers come to its end, too. */
const MS_PER_UNIT = 120;

/** Where toasts appear: read out when they come, and reached with F6 while they are there. */
export function ToastRegion() {
  const toast = useSyncExternalStore(onToast, currentToast);
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

/** Gives the focus back to where it was when something goes that has it. Returns what to call when it comes. */
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
