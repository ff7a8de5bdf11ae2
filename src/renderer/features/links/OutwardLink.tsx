import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import { TextLink } from '#renderer/ui/TextLink.tsx';
import { showToast } from '#renderer/ui/toasts.ts';
import { readOutwardLink } from '#shared/domain/outward-link.ts';
import { translate } from '#shared/i18n/translate.ts';
import { LinkDialog } from './LinkDialog.tsx';
import styles from './Links.module.css';

interface OutwardLinkProps {
  /** The address as it was written. It is judged when the link is pressed. */
  readonly address: string;
  /** True for an address that is part of the build. The main process opens it without asking, so the window asks. */
  readonly ofBuild?: boolean;
  /** True for words of a text, which break across lines and in which a selection may begin. */
  readonly inText?: boolean;
  readonly children: ReactNode;
}

/**
 * A link that leads out of the app. It shows the whole address first, and opens it only when the reader confirms. An
 * address that may not be opened is shown with the reason.
 */
export function OutwardLink(props: OutwardLinkProps) {
  const { address, ofBuild = false, inText = false, children } = props;
  const [isShown, setShown] = useState(false);
  function handleClick(): void {
    const read = readOutwardLink(address);
    if (ofBuild || !read.ok) setShown(true);
    else void askToOpen(read.value.href);
  }
  return (
    <>
      {inText ? (
        <TextLink onPress={handleClick}>{children}</TextLink>
      ) : (
        <button type="button" className={styles.link} onClick={handleClick}>
          {children}
        </button>
      )}
      {isShown &&
        createPortal(
          <LinkDialog address={address} onClose={() => setShown(false)} />,
          document.body,
        )}
    </>
  );
}

/** Asks the main process to open an address. The main process asks the reader itself. */
async function askToOpen(address: string): Promise<void> {
  try {
    await call('link/open', { address });
  } catch (error) {
    const code = error instanceof BridgeError ? error.failure.code : String(error);
    // With this code the main process is asking already, so no message is needed.
    if (code !== 'link/one-at-a-time') showToast({ text: translate('link.notOpened', { code }) });
  }
}
