import { type ReactNode, useState } from 'react';
import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { readOutwardLink } from '#shared/domain/outward-link.ts';
import { translate } from '#shared/i18n/translate.ts';
import { LinkDialog } from './LinkDialog.tsx';
import styles from './Links.module.css';

interface OutwardLinkProps {
  /** As it was written; judged when it is pressed. */
  readonly address: string;
  /** The address is the build's own: the main process opens it without a question, so that the window asks. */
  readonly ofBuild?: boolean;
  readonly children: ReactNode;
}

/**
 * Words that lead out of the app: the whole address is shown once, and opened only when the reader says so. What may not be
 * opened is shown with the reason.
 */
export function OutwardLink({ address, ofBuild = false, children }: OutwardLinkProps) {
  const [isShown, setShown] = useState(false);
  function handleClick(): void {
    const read = readOutwardLink(address);
    if (ofBuild || !read.ok) setShown(true);
    else void askToOpen(read.value.href);
  }
  return (
    <>
      <button type="button" className={styles.link} onClick={handleClick}>
        {children}
      </button>
      {isShown && <LinkDialog address={address} onClose={() => setShown(false)} />}
    </>
  );
}

/** The main process asks, whatever the window says. */
async function askToOpen(address: string): Promise<void> {
  try {
    await call('link/open', { address });
  } catch (error) {
    const code = error instanceof BridgeError ? error.failure.code : String(error);
    // It is asking already.
    if (code !== 'link/one-at-a-time') showToast({ text: translate('link.notOpened', { code }) });
  }
}
