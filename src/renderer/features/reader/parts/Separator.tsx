import type { Block } from '#shared/domain/block.ts';
import styles from './Parts.module.css';

/** The line that the document has before a block, if it has one. */
export function Separator({ before }: { readonly before: Block | undefined }) {
  return before?.isSeparated && <hr className={styles.separator} />;
}
