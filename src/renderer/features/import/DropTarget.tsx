import { useEffect, useState } from 'react';
import { BridgeError, dropFiles } from '#renderer/bridge/bridge.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import { translate } from '#shared/i18n/translate.ts';
import { isImportOpen, openImport } from './open-import.ts';
import styles from './DropTarget.module.css';

/** Accepts files that are dropped anywhere on the window, and shows this while files are dragged over it. */
export function DropTarget() {
  const [isAbove, setAbove] = useState(false);
  useEffect(() => {
    /**
     * The number of elements that the drag has entered and not left. It is counted, because a child is entered before
     * its parent is left.
     */
    let depth = 0;
    const handleEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth += 1;
      setAbove(true);
    };
    const handleLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setAbove(false);
    };
    const handleOver = (event: DragEvent): void => {
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    };
    const handleDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setAbove(false);
      void bring([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = [
      ['dragenter', handleEnter],
      ['dragleave', handleLeave],
      ['dragover', handleOver],
      ['drop', handleDrop],
    ] as const;
    for (const [name, listener] of listeners) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener);
    };
  }, []);
  if (!isAbove) return null;
  return (
    <div className={styles.target} aria-hidden="true">
      <div className={styles.frame}>
        <Icon name="import" />
        <strong>{translate('import.dropHere')}</strong>
        <span>{translate('import.dropHint')}</span>
      </div>
    </div>
  );
}

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

async function bring(files: readonly File[]): Promise<void> {
  try {
    await dropFiles(files);
    if (!isImportOpen()) openImport();
  } catch (error) {
    // A picture that is dragged out of a page has no file, and a system without a locale gives no file for an Arabic
    // name.
    const isSome =
      error instanceof BridgeError && error.failure.code === 'import/some-without-path';
    showToast({ text: translate(isSome ? 'import.dropIncomplete' : 'import.dropFailed') });
  }
}
