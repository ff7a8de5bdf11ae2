import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { currentToast, dismissToast, onToast } from './toasts.ts';
import styles from './ToastRegion.module.css';

/** How long a message stays, ms; it waits while the pointer or the focus is on it. */
const TOAST_MS = 8_000;

/** Where toasts appear. */
export function ToastRegion() {
  const toast = useSyncExternalStore(onToast, currentToast);
  const [held, setHeld] = useState(false);
  const id = toast?.id;
  useEffect(() => {
    if (id === undefined || held) return undefined;
    const timer = setTimeout(() => dismissToast(id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [id, held]);
  return (
    <div role="status" className={styles.region}>
      {toast && (
        <div
          className={styles.toast}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{toast.text}</span>
          {toast.action && (
            <Button
              small
              onClick={() => {
                toast.action?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
