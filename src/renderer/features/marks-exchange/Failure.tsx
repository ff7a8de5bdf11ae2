import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './Exchange.module.css';

/** Says why something could not be done. Screen readers announce it at once. */
export function Failure({ text }: { text: string | null }) {
  return (
    text !== null && (
      <p className={styles.failure} role="alert">
        <Icon name="warn" small />
        <span>{text}</span>
      </p>
    )
  );
}
