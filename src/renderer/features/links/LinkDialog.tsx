import { useState } from 'react';
import { BridgeError, call } from '#renderer/bridge/bridge.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { announce } from '#renderer/ui/live.ts';
import {
  type LinkRefusal,
  type OutwardLink,
  readOutwardLink,
  showHiddenLetters,
} from '#shared/domain/outward-link.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import styles from './Links.module.css';

const REFUSALS: Readonly<Record<LinkRefusal, MessageKey>> = {
  'link/too-long': 'link.refused.tooLong',
  'link/hidden-letters': 'link.refused.hiddenLetters',
  'link/not-an-address': 'link.refused.notAnAddress',
  'link/scheme': 'link.refused.scheme',
  'link/password': 'link.refused.password',
};

interface LinkDialogProps {
  readonly address: string;
  readonly onClose: () => void;
}

/** Shows a whole address before it is opened. For an address that may not be opened it shows the reason. */
export function LinkDialog({ address, onClose }: LinkDialogProps) {
  const read = readOutwardLink(address);
  return read.ok ? (
    <Question link={read.value} onClose={onClose} />
  ) : (
    <Refusal address={address} code={read.error.code} onClose={onClose} />
  );
}

function Question({ link, onClose }: { link: OutwardLink; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [before, target, after] = link.parts;

  async function open(): Promise<void> {
    try {
      await call('link/open', { address: link.href });
      onClose();
    } catch (error) {
      setFailure(error instanceof BridgeError ? error.failure.code : String(error));
    }
  }
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(link.href);
    setCopied(true);
    announce(translate('common.copied'));
  }

  return (
    <Dialog title={translate('link.title')} onClose={onClose}>
      <div className={styles.stack}>
        <p>{translate(link.href.startsWith('mailto:') ? 'link.mailHint' : 'link.siteHint')}</p>
        <p className={styles.address} dir="ltr" lang="en" data-address="">
          {before}
          <b>{target}</b>
          {after}
        </p>
        {link.isForeignName && <p className={styles.warning}>{translate('link.foreignName')}</p>}
        {failure !== null && (
          <p className={styles.warning} role="alert">
            {translate('link.notOpened', { code: failure })}
          </p>
        )}
        <div className={styles.foot}>
          <Button icon="copy" onClick={() => void copy()}>
            {translate(copied ? 'common.copied' : 'link.copy')}
          </Button>
          <Button kind="outline" onClick={onClose}>
            {translate('common.cancel')}
          </Button>
          <Button kind="primary" onClick={() => void open()}>
            {translate('link.open')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface RefusalProps extends LinkDialogProps {
  readonly code: LinkRefusal;
}

function Refusal({ address, code, onClose }: RefusalProps) {
  return (
    <Dialog title={translate('link.refused')} onClose={onClose}>
      <div className={styles.stack}>
        <p className={styles.warning}>{translate(REFUSALS[code])}</p>
        <p className={styles.address} dir="ltr" lang="en" data-address="">
          {showHiddenLetters(address).map(({ text, hidden }, index) =>
            hidden ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
          )}
        </p>
        <div className={styles.foot}>
          <Button kind="primary" onClick={onClose}>
            {translate('common.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
