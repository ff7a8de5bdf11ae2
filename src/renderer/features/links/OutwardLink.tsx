import { type ReactNode, useState } from 'react';
import { LinkDialog } from './LinkDialog.tsx';
import styles from './Links.module.css';

interface OutwardLinkProps {
  /** As it was written; judged when it is pressed. */
  readonly address: string;
  readonly children: ReactNode;
}

/** Words that lead out of the app: the whole address is shown first, and opened only when the reader says so. */
export function OutwardLink({ address, children }: OutwardLinkProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className={styles.link} onClick={() => setAsking(true)}>
        {children}
      </button>
      {isAsking && <LinkDialog address={address} onClose={() => setAsking(false)} />}
    </>
  );
}
