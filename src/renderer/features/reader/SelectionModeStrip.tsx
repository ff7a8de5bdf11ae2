import { translate } from '#shared/i18n/translate.ts';
import styles from './Reader.module.css';

/** Says that the selection mode is on, and which keys work in it. */
export function SelectionModeStrip() {
  return <div className={styles.strip}>{translate('sel.modeHint')}</div>;
}
